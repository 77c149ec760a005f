"""The bar in small windows and large letters: two lines at most, leaving now in the corner."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from intake.words import Words
from ui.paths import find_folders
from ui.stage import NATIVE_NAMES
from ui.theme import Look, apply_look, load_fonts
from ui.widgets.top_bar import TopBar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FOLDERS = find_folders()
TITLE = "What happened to you and to everyone you lived with, year after year"


@dataclass
class Shown:
    """A bar in a window of its own."""

    window: QWidget
    bar: TopBar

    def place(self, name: str) -> QRect:
        """Where a button stands in the bar."""
        button = self.bar.findChild(QPushButton, name)
        return QRect(button.mapTo(self.bar, QPoint()), button.size())

    def lines(self) -> int:
        """How many lines of buttons there are."""
        names = ("back", "language", "look", "break", "leave")
        return len({self.place(name).center().y() // 8 for name in names})


Show = Callable[..., Shown]


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Show]:
    shown: list[QWidget] = []
    load_fonts(FOLDERS.fonts)

    def put(language: str, scale: float, width: int, *, mirrored: bool = False) -> Shown:
        look = Look(scale=scale)
        apply_look(qapp, look, FOLDERS.resources)
        window = QWidget()
        if mirrored:
            window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        words = Words.load(language, FOLDERS.translations)
        bar = TopBar(words, [(language, NATIVE_NAMES[language])], look)
        bar.show_title(TITLE)
        bar.allow(back=True, pause=True, leave=True)
        parts = QVBoxLayout(window)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(bar)
        parts.addStretch(1)
        window.resize(width, 460)
        window.show()
        for _ in range(3):
            qapp.processEvents()
        shown.append(window)
        return Shown(window, bar)

    yield put
    for window in shown:
        window.close()
        window.deleteLater()
    apply_look(qapp, Look(), FOLDERS.resources)


@pytest.mark.parametrize("language", NATIVE_NAMES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [560, 680, 1040])
@pytest.mark.parametrize("mirrored", [False, True])
def test_two_lines_at_most_and_leaving_now_in_the_trailing_corner(
    show: Show, language: str, scale: float, width: int, mirrored: bool
) -> None:
    shown = show(language, scale, width, mirrored=mirrored)
    leave = shown.place("leave")
    assert shown.lines() <= 2
    assert leave.top() < 12
    assert (leave.left() if mirrored else shown.bar.width() - 1 - leave.right()) == 16
    assert leave.width() >= shown.bar.findChild(QPushButton, "leave").sizeHint().width()


@pytest.mark.parametrize("language", NATIVE_NAMES)
@pytest.mark.parametrize("width", [560, 680])
def test_no_button_lies_over_another_or_beside_the_bar(show: Show, language: str, width: int) -> None:
    shown = show(language, 2.0, width)
    places = [shown.place(name) for name in ("back", "language", "look", "break", "leave")]
    assert all(shown.bar.rect().contains(place) for place in places)
    assert not [1 for at, one in enumerate(places) for other in places[at + 1 :] if one.intersects(other)]


def test_what_is_cut_short_is_whole_again_when_there_is_room(show: Show, qapp: QApplication) -> None:
    shown = show("ru", 2.0, 560)
    language, pause = (shown.bar.findChild(QPushButton, name) for name in ("language", "break"))
    assert language.text() == "RU"
    assert pause.text().endswith("…")
    assert pause.accessibleName() == "Сделать перерыв"
    shown.window.resize(1600, 460)
    qapp.processEvents()
    assert (language.text(), pause.text()) == ("Русский", "Сделать перерыв")


def test_a_bar_that_was_laid_out_rests(show: Show, qapp: QApplication) -> None:
    """What is cut short must not ask for another layout that cuts it short again."""
    shown = show("es", 2.0, 560)
    asked: list[int] = []

    class Counting(QWidget):
        def eventFilter(self, _: object, event: QEvent) -> bool:
            asked.append(event.type() == QEvent.Type.LayoutRequest)
            return False

    counting = Counting()
    shown.bar.installEventFilter(counting)
    for _ in range(5):
        qapp.processEvents()
    assert sum(asked) == 0
