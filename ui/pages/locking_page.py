"""When the window locks, and how pages look: what the owner of a vault can choose about it."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout

from intake.words import Words
from ui.locking.wish import MINUTES, LockWish
from ui.theme import SCALES, Look
from ui.typed import keep
from ui.widgets.choice import ChoiceCheck, ChoiceRadio
from ui.widgets.column import Column
from ui.widgets.labels import label
from ui.widgets.top_bar import THEME_NAMES

Chosen = TypeVar("Chosen", int, float, str)


class LockingPage(Column):
    """Each choice counts at once."""

    wished = Signal(LockWish)
    look_chosen = Signal(Look)

    def __init__(self, words: Words, wish: LockWish, look: Look, *, can_start_anew: bool) -> None:
        super().__init__()
        self._words = words
        minutes = {it: words.say_many("{count} minute", "{count} minutes", it) for it in MINUTES}
        self.minutes = _radios("minutes", minutes, wish.minutes)
        self.minimised = _tick("minimised", words.say("Lock also when the window is minimised"))
        self.anew = _tick("anew", words.say("Start Intake anew whenever it locks"))
        self.minimised.setChecked(wish.minimised)
        self.anew.setChecked(wish.anew)
        self._scales = _radios(
            "scale",
            {it: words.say("Text size {percent} %", percent=round(it * 100)) for it in SCALES},
            look.scale,
        )
        names = {theme: words.say(name) for theme, name in THEME_NAMES.items()}
        self._themes = _radios("theme", names, look.theme)
        self.first = next(iter(self.minutes.values()))
        self._lay_out(can_start_anew=can_start_anew)
        for radio in self.minutes.values():
            radio.clicked.connect(self._wish)
        for tick in (self.minimised, self.anew):
            tick.clicked.connect(self._wish)
        for radio in (*self._scales.values(), *self._themes.values()):
            radio.clicked.connect(self._look)

    def _lay_out(self, *, can_start_anew: bool) -> None:
        words = self._words
        self.add(label(words.say("Locking and looks"), "title"))
        self.add(_group(words.say("Lock when nobody has touched anything for"), self.minutes.values()))
        self.add(
            label(
                words.say(
                    "Intake says so before, and any key takes it back. It also locks when the screen is"
                    " locked or the computer goes to sleep, where the computer tells of it. What you typed is"
                    " saved first."
                ),
                "hint",
            )
        )
        self.add(self.minimised, above=8)
        self.add(self.anew)
        self.add(
            label(
                words.say(
                    "Then nothing that you typed or read stays in the memory of this program. It takes a"
                    " second."
                )
                if can_start_anew
                else words.say("It was not tried on this kind of computer, so it is not done here."),
                "hint",
            )
        )
        self.anew.setEnabled(can_start_anew)
        self.add(_group(words.say("Text size"), self._scales.values()), above=24)
        self.add(_group(words.say("Colours"), self._themes.values()), above=16)

    def _wish(self) -> None:
        wish = LockWish(_chosen(self.minutes), self.minimised.isChecked(), self.anew.isChecked())
        self.wished.emit(wish)

    def _look(self) -> None:
        self.look_chosen.emit(Look(_chosen(self._themes), _chosen(self._scales)))


def _radios(name: str, offered: Mapping[Chosen, str], chosen: Chosen) -> dict[Chosen, ChoiceRadio]:
    radios = {}
    for value, text in offered.items():
        radios[value] = radio = ChoiceRadio(text)
        keep(radio, f"{name}-{value}")
        radio.setChecked(value == chosen)
    return radios


def _chosen(radios: Mapping[Chosen, ChoiceRadio]) -> Chosen:
    return next(value for value, radio in radios.items() if radio.isChecked())


def _tick(name: str, text: str) -> ChoiceCheck:
    tick = ChoiceCheck(text)
    keep(tick, name)
    return tick


def _group(caption: str, radios: Iterable[ChoiceRadio]) -> QGroupBox:
    group = QGroupBox()
    group.setAccessibleName(caption)
    together = QButtonGroup(group)
    lines = QVBoxLayout(group)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(label(caption, "question"))
    for radio in radios:
        together.addButton(radio)
        lines.addWidget(radio)
    return group
