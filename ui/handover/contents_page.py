"""What goes along when a draft is sealed: in plain words, with counts, chosen section by section."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from intake.delivery.inventory import Inventory
from intake.delivery.sending import Choice
from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceCheck
from ui.widgets.labels import label

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cargo:
    """What a draft holds: names of sections by their code, all of it counted, and how a choice counts."""

    sections: Mapping[str, str]
    whole: Inventory
    count: Callable[[Choice], Inventory]


class ContentsPage(DeedPage):
    """All goes along unless it is taken out, what is sensitive only when it is ticked. What never does is
    said, too.
    """

    agreed = Signal(object)
    """With a Choice."""
    place_asked = Signal()
    stopped = Signal()
    given_up = Signal()

    def __init__(self, words: Words, cargo: Cargo, to: Sequence[str], target: Path) -> None:
        """`to` says for whom it is, and what is known of them, a line each."""
        act, back = PrimaryButton(words.say("Seal it")), QuietButton(words.say("Back"))
        self._stop = LinkButton(words.say("Stop"))
        act.setObjectName("act")
        self._stop.setObjectName("stop")
        super().__init__(act, (back, self._stop), words.say("Sealing the draft"))
        self._words, self._cargo = words, cargo
        self._sections: dict[str, ChoiceCheck] = {}
        self._sensitive = self._check(
            "sensitive",
            words.say_many(
                "{count} answer to a sensitive question",
                "{count} answers to sensitive questions",
                cargo.whole.sensitive,
            ),
        )
        self._evidence = self._check("evidence", _files(words, cargo.whole))
        self._sum = label("", "strong")
        self._sum.setObjectName("sum")
        self.add(label(words.say("What goes along"), "title"))
        self.add(_addressee(to))
        self._add_choices()
        self._add_never()
        self._add_place(target)
        self._stop.hide()
        self._sensitive.setChecked(False)  # as on the command line: they go along when somebody says so
        self._count()
        act.clicked.connect(lambda: self.agreed.emit(self.choice()))
        back.clicked.connect(self.given_up)
        self._stop.clicked.connect(self.stopped)

    def choice(self) -> Choice:
        """What is ticked now."""
        without = frozenset(name for name, check in self._sections.items() if not check.isChecked())
        return Choice(self._sensitive.isChecked(), self._evidence.isChecked(), without)

    def draft(self) -> Choice:
        return self.choice()

    def restore(self, draft: Choice) -> None:
        self._sensitive.setChecked(draft.sensitive)
        self._evidence.setChecked(draft.evidence)
        for name, check in self._sections.items():
            check.setChecked(name not in draft.without)

    def wait(self) -> None:
        super().wait()
        self._stop.show()
        self._stop.setEnabled(True)

    def rest(self) -> None:
        """It is not being sealed any more."""
        self.tell("")

    def tell(self, sentence: str) -> None:
        super().tell(sentence)
        self._stop.hide()

    def progress(self, percent: int) -> None:
        self.say_how_far(self._words.say("Sealing the draft: {percent} of 100", percent=percent))

    def show_place(self, target: Path) -> None:
        self._place.setText(str(target))

    def _check(self, name: str, text: str) -> ChoiceCheck:
        check = ChoiceCheck(text)
        check.setObjectName(name)
        check.setChecked(True)
        check.toggled.connect(lambda: self._count())
        return check

    def _add_choices(self) -> None:
        words, cargo = self._words, self._cargo
        self.add(label(words.say("Sections"), "question"), above=8)
        for name, count in cargo.whole.sections:
            if count:
                called = cargo.sections[name]
                said = words.say_many(
                    "{section}: {count} answer", "{section}: {count} answers", count, section=called
                )
                check = self._check(f"section-{name}", said)
                self._sections[name] = check
                self.add(check)
        special = ((self._sensitive, cargo.whole.sensitive), (self._evidence, cargo.whole.files))
        there = [check for check, count in special if count]
        if there:
            self.add(label(words.say("Of these"), "question"), above=8)
        for check in there:
            self.add(check)
            if check is self._sensitive:
                self.add(label(self._where_sensitive(), "hint"))

    def _where_sensitive(self) -> str:
        """The sections that ask them, with counts."""
        named = (
            (self._cargo.sections[name], count) for name, count in self._cargo.whole.sensitive_in if count
        )
        return "\n".join(f"{section}: {count}" for section, count in named)

    def _add_never(self) -> None:
        words, card = self._words, Card("calm")
        card.add(self._sum)
        card.add(
            label(
                words.say(
                    "Never along: what you removed, what you wrote before you changed it, what is hidden now,"
                    " and notes that others made about you."
                )
            )
        )
        self.add(card, above=8)

    def _add_place(self, target: Path) -> None:
        words = self._words
        self._place = label(str(target))
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        change = LinkButton(words.say("Choose another place"))
        change.setObjectName("place")
        change.clicked.connect(self.place_asked)
        self.add(label(words.say("It will be saved as"), "strong"), above=8)
        self.add(self._place)
        self.add(label(words.say("The name is made by chance and tells nothing."), "hint"))
        self.add(change)

    def _count(self) -> None:
        """Say what the ticks come to."""
        words, goes = self._words, self._cargo.count(self.choice())
        said = [words.say_many("{count} answer goes along.", "{count} answers go along.", goes.answers)]
        if goes.files:
            said.append(words.say_many("{count} file goes along.", "{count} files go along.", goes.files))
        if goes.stays:
            said.append(
                words.say_many("{count} answer stays here.", "{count} answers stay here.", goes.stays)
            )
        self._sum.setText(" ".join(said))
        self.act.setEnabled(bool(goes.answers))


def _files(words: Words, whole: Inventory) -> str:
    size = f"{whole.size / _MB:.1f}"
    return words.say_many("{count} file, {size} MB", "{count} files, {size} MB", whole.files, size=size)


def _addressee(to: Sequence[str]) -> Card:
    card = Card()
    card.add(label(to[0], "strong"))
    for line in to[1:]:
        card.add(label(line, "caption"))
    return card
