"""The Qt binding keeps Python's own values alive."""

import sys

import pytest
from PySide6.QtCore import QAbstractListModel, QIdentityProxyModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

CALLS = 400
NO_INDEX = QModelIndex()


class _Answers(QAbstractListModel):
    def __init__(self, value: object) -> None:
        super().__init__()
        self._value = value

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_INDEX) -> int:
        return 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return self._value


@pytest.mark.parametrize("value", [None, True], ids=str)
def test_a_model_that_hands_out_a_constant_does_not_wear_it_out(qapp: QApplication, value: object) -> None:
    """PySide6 6.12.0 on Python 3.11 drops one reference a conversion and aborts after some thousand."""
    model, proxy = _Answers(value), QIdentityProxyModel()
    proxy.setSourceModel(model)
    index = proxy.index(0, 0)
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        proxy.data(index)
    assert sys.getrefcount(value) - before > -CALLS // 2
