"""A desk with a real display, for one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.displays import Desk, desk_in
from tests.support.reader import can_read


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    if not can_read():
        pytest.skip("no screen can be read without python3-gi, gir1.2-atspi-2.0 and at-spi2-core")
    with desk_in(tmp_path) as stood:
        yield stood
