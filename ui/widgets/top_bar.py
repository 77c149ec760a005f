"""The thin bar above the pages: back, where one is, language, text size and colours, a break, leaving now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy

from intake.words import Words, mark
from ui.theme import SCALES, Look, scaled
from ui.widgets.flow import Flow
from ui.widgets.labels import unaccelerated

TEXT_SIZE = "\N{LEFT-TO-RIGHT MARK}A+\N{LEFT-TO-RIGHT MARK}"
THEME_NAMES: Mapping[str, str] = {
    "light": mark("Light"),
    "dark": mark("Dark"),
    "contrast": mark("High contrast"),
}


class TopBar(QFrame):
    """The bar. What cannot be done on a page is hidden with `allow`."""

    went_back = Signal()
    language_chosen = Signal(str)
    beside_chosen = Signal(str)
    look_chosen = Signal(Look)
    break_taken = Signal()
    left_now = Signal()

    def __init__(self, words: Words, languages: Sequence[tuple[str, str]], look: Look) -> None:
        """`languages`: codes and the name of each in itself ("ru", "Русский")."""
        super().__init__()
        self._words = words
        self._look = look
        self._beside: str | None = None
        self._back = _button(words.say("Back"), "back")
        self._title = _ElidedLabel()
        self._break = _button(words.say("Take a break"), "break")
        self._break.setToolTip(
            words.say("Saves everything and locks. You can go on later where you stopped.")
        )
        self._leave = _button(words.say("Leave now"), "leave")
        self._leave.setToolTip(
            words.say(
                "Covers the screen at once, saves what can be saved, and closes Intake. "
                "On a full disk, what is not saved yet is lost."
            )
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 16, 6)
        line.setSpacing(4)
        line.addWidget(self._back)
        line.addWidget(self._title, 1)
        self._acts = Flow(gap=4)  # in large letters they take two lines, and none is pushed off the screen
        for part in (self._language_button(languages), self._look_button(), self._break, self._leave):
            self._acts.add(part)
        line.addWidget(self._acts)
        self._back.clicked.connect(self.went_back)
        self._break.clicked.connect(self.break_taken)
        self._leave.clicked.connect(self.left_now)

    def show_title(self, title: str) -> None:
        """Say where one is: a section's name."""
        from html import escape  # start-up: the first page has no title

        self._title.setText(title)
        self._title.setToolTip(f"<qt>{escape(title)}</qt>")  # else Qt would guess whether it is markup

    def allow(self, *, back: bool, pause: bool, leave: bool) -> None:
        """Show what can be done on this page."""
        if back:
            self._point_back()
        self._back.setVisible(back)
        self._acts.show_part(self._break, shown=pause)
        self._acts.show_part(self._leave, shown=leave)

    def offer_beside(self, chosen: str) -> None:
        """Offer to show a second language beside that of the window; "" for none is chosen now."""
        self._beside = chosen

    def _language_button(self, languages: Sequence[tuple[str, str]]) -> QPushButton:
        named = dict(languages)
        button = _button(named.get(self._words.language, self._words.language), "language")
        button.setAccessibleName(self._words.say("Language: {language}", language=button.text()))
        _give_menu(button, lambda menu: self._fill_languages(menu, languages))
        return button

    def _fill_languages(self, menu: QMenu, languages: Sequence[tuple[str, str]]) -> None:
        group = QActionGroup(menu)
        for code, name in languages:
            language = group.addAction(_choice(menu, name, chosen=code == self._words.language))
            language.triggered.connect(self._say_language(code))
        if self._beside is not None:
            self._fill_beside(menu, languages)

    def _fill_beside(self, menu: QMenu, languages: Sequence[tuple[str, str]]) -> None:
        menu.addSeparator()
        menu.addAction(self._words.say("Questions in a second language too:")).setEnabled(False)
        group = QActionGroup(menu)
        others = [(code, name) for code, name in languages if code != self._words.language]
        for code, name in [("", self._words.say("One language only")), *others]:
            beside = group.addAction(_choice(menu, name, chosen=code == self._beside))
            beside.triggered.connect(self._say_beside(code))

    def _look_button(self) -> QPushButton:
        button = _button(TEXT_SIZE, "look")
        button.setAccessibleName(self._words.say("Text size and colours"))
        button.setToolTip(button.accessibleName())
        _give_menu(button, self._fill_looks)
        return button

    def _fill_looks(self, menu: QMenu) -> None:
        sizes = QActionGroup(menu)
        for scale in SCALES:
            name = self._words.say("Text size {percent} %", percent=round(scale * 100))
            size = sizes.addAction(_choice(menu, name, chosen=scale == self._look.scale))
            size.triggered.connect(self._say_look(replace(self._look, scale=scale)))
        menu.addSeparator()
        themes = QActionGroup(menu)
        for theme, name in THEME_NAMES.items():
            colours = themes.addAction(_choice(menu, self._words.say(name), chosen=theme == self._look.theme))
            colours.triggered.connect(self._say_look(replace(self._look, theme=theme)))

    def _say_language(self, code: str) -> Callable[[], None]:
        return lambda: self.language_chosen.emit(code)

    def _say_beside(self, code: str) -> Callable[[], None]:
        return lambda: self.beside_chosen.emit(code)

    def _say_look(self, look: Look) -> Callable[[], None]:
        return lambda: self.look_chosen.emit(look)

    def _point_back(self) -> None:
        from PySide6.QtGui import QIcon  # start-up: nothing leads back from the first page

        side = "forward" if self.isRightToLeft() else "back"
        self._back.setIcon(QIcon(f"icons:{side}.svg"))
        self._back.setIconSize(QSize(scaled(18, self._look), scaled(18, self._look)))


class _ElidedLabel(QLabel):
    """A title that may be cut short, since what stands beside it may not; its tip says it whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)


def _button(text: str, name: str) -> QPushButton:
    button = QPushButton(unaccelerated(text))
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return button


def _give_menu(button: QPushButton, fill: Callable[[QMenu], None]) -> None:
    """Give a button a menu. It is filled when it is first opened: most bars go as they came."""
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: fill(menu) if menu.isEmpty() else None)
    button.setProperty("menu", "true")
    button.setMenu(menu)


def _choice(menu: QMenu, text: str, *, chosen: bool) -> QAction:
    action = menu.addAction(unaccelerated(text))
    action.setCheckable(True)
    action.setChecked(chosen)
    return action
