"""Two people at their windows, for tests of single pages of the hand-over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.handing_over import Pair, pair


@pytest.fixture
def both(qapp: QApplication, tmp_path: Path) -> Iterator[Pair]:
    made = pair(tmp_path)
    yield made
    made.close()
