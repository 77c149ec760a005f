"""The thin bar above the pages: back, where one is, language, text size and colours, a break, leaving now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from intake.words import Words, mark
from ui.theme import SCALES, Look, scaled
from ui.widgets.labels import unaccelerated
from ui.widgets.mirror import mirrored

TEXT_SIZE = "\N{LEFT-TO-RIGHT MARK}A+\N{LEFT-TO-RIGHT MARK}"
EDGE, AIR, GAP = 16, 6, 4
"""Px beside the parts, above and below them, and between two."""
FEWEST = 12
"""Letters of a title that are worth showing on one line with the rest."""
Placed: TypeAlias = tuple[QWidget, int, str]
"""A part, its width in px, and for a button what stands on it."""
Line: TypeAlias = tuple[int, list[Placed]]
"""Parts side by side, and the height of the tallest in px."""

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
        self._air = QWidget(self)
        self._known: dict[int, list[Line]] = {}
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
        self._language = self._language_button(languages)
        self._looks = self._look_button()
        for part in (self._back, self._title, *self._acts()):
            part.setParent(self)
        self._texts = {part: part.text() for part in (self._back, *self._acts())}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._back.clicked.connect(self.went_back)
        self._break.clicked.connect(self.break_taken)
        self._leave.clicked.connect(self.left_now)

    def show_title(self, title: str) -> None:
        """Say where one is: a section's name."""
        from html import escape  # start-up: the first page has no title

        self._title.setText(title)
        self._title.setToolTip(f"<qt>{escape(title)}</qt>")  # else Qt would guess whether it is markup
        self._title.setAccessibleDescription(title)  # else the tool tip is read, markup and all
        self._arrange_anew()

    def allow(self, *, back: bool, pause: bool, leave: bool) -> None:
        """Show what can be done on this page."""
        if back:
            self._point_back()
        for part, allowed in ((self._back, back), (self._break, pause), (self._leave, leave)):
            part.setVisible(allowed)
        self._arrange_anew()

    def offer_beside(self, chosen: str) -> None:
        """Offer to show a second language beside that of the window; "" for none is chosen now."""
        self._beside = chosen

    def _acts(self) -> tuple[QPushButton, ...]:
        """In the order that Tab goes."""
        return (self._language, self._looks, self._break, self._leave)

    def _arrange_anew(self) -> None:
        """A part has got another text or size, or went."""
        self._known.clear()
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        y = AIR
        for height, line in self._lines(self.width() - 2 * EDGE):
            x = EDGE
            for part, width, text in line:
                if isinstance(part, QPushButton):
                    part.setText(text)
                part.setGeometry(mirrored(QRect(x, y, width, height), self))
                x += width + GAP
            y += height

    def _lines(self, room: int) -> list[Line]:
        """The parts, line by line. Layouts ask for them many times."""
        if room not in self._known:
            lines = self._divided(room)
            self._known[room] = [(max(it.sizeHint().height() for it, _, _ in line), line) for line in lines]
        return self._known[room]

    def _divided(self, room: int) -> list[list[Placed]]:
        """Leaving now is at the end of the first line, whatever is left of others.

        With large letters in a narrow window the rest has a line of its own, and what is too long for that is
        cut short: the language to its code, then the break.
        """
        acts = [_called(part, self._texts[part]) for part in self._acts() if not part.isHidden()]
        lead = [] if self._back.isHidden() else [_called(self._back, self._texts[self._back])]
        title = room - _width([*lead, *acts]) - GAP
        if title >= (self._title.least_width() if self._title.text() else 0):
            return [[*lead, (self._title, title, ""), *acts]]
        leave = [it for it in acts if it[0] is self._leave]
        others = [it for it in acts if it[0] is not self._leave]
        title = max(room - _width([*lead, *leave]) - GAP, 0)
        indent = room - _width(others)
        if indent < 0:
            others[0] = _called(self._language, self._words.language.upper())
            indent = room - _width(others)
        if indent < 0:
            last = [part for part in self._acts() if part is not self._leave and not part.isHidden()][-1]
            others[-1] = _narrowed(last, self._texts[last], -indent)
        air: list[Placed] = [(self._air, indent - GAP, "")] if indent > GAP else []
        return [[*lead, (self._title, title, ""), *leave], [*air, *others]]

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
        mine = dict(languages).get(self._words.language, self._words.language)
        others = [(code, f"{mine} + {name}") for code, name in languages if code != self._words.language]
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

        from ui.widgets.buttons import BACK, give_key

        give_key(self._back, BACK)
        side = "forward" if self.isRightToLeft() else "back"
        self._back.setIcon(QIcon(f"icons:{side}.svg"))
        self._back.setIconSize(QSize(scaled(18, self._look), scaled(18, self._look)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width - 2 * EDGE)
        return 2 * AIR + sum(height for height, _ in lines)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._leave.sizeHint().height() + 2 * AIR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._arrange_anew()
        return super().event(event)


class _ElidedLabel(QLabel):
    """A title that may be cut short, since what stands beside it may not; its tip says it whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def least_width(self) -> int:
        """Under this a title says nothing."""
        return min(self.fontMetrics().averageCharWidth() * FEWEST, super().sizeHint().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignLeading  # the painter knows the direction of the window
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)


def _width(parts: Sequence[Placed]) -> int:
    """What they take side by side."""
    return sum(width for _, width, _ in parts) + GAP * (len(parts) - 1)


def _called(button: QPushButton, text: str) -> Placed:
    """A button as wide as this text asks for; what stands on it now does not matter."""
    letters = button.fontMetrics()
    edges = button.sizeHint().width() - letters.horizontalAdvance(button.text())
    return button, edges + letters.horizontalAdvance(text), text


def _narrowed(button: QPushButton, text: str, by: int) -> Placed:
    """A button that is so many px narrower than its text asks for."""
    _, width, _ = _called(button, text)
    letters = button.fontMetrics()
    short = letters.elidedText(text, Qt.TextElideMode.ElideRight, letters.horizontalAdvance(text) - by)
    return button, width - by, short


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
