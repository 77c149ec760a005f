"""A person at the window, for whole stories."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.at_window import AtWindow


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path) -> Iterator[AtWindow]:
    sitting = AtWindow(tmp_path)
    yield sitting
    sitting.close()
