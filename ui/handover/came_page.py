"""A draft that came: from whom, which one, how it differs, and what a person has to decide first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.answers import Path
from intake.delivery.receiving import CameDraft
from intake.export.handover.cards import fingerprint
from intake.export.handover.merging import Side
from intake.moments import day_and_time
from intake.words import Words, mark
from ui.desk.grid import Grid
from ui.handover.differing import Differing, Told
from ui.models.grid import Cell, GridRow, Tone
from ui.pages import parts
from ui.pages.export_choice import group
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceRadio
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label

WHAT_HAPPENS: Mapping[Side, str] = {
    Side.OURS: mark("What is here stays"),
    Side.THEIRS: mark("What came is taken"),
}
_TABLE = 260
"""Px of the table at least."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the draft is called in the package, and here when it is here already."""

    came: str
    here: str = ""


class CamePage(Column):
    """Where both sides changed an answer, neither is chosen beforehand."""

    agreed = Signal(object)
    """With a Side for each conflict, by its Path."""
    given_up = Signal()

    def __init__(self, words: Words, came: CameDraft, names: Names, told: Told) -> None:
        super().__init__(wide=True)
        self._words = words
        self._radios: dict[Path, dict[Side, ChoiceRadio]] = {}
        self.told = parts.Told()
        self.take = PrimaryButton(words.say("Take it in"))
        self.take.setObjectName("act")
        self._back = QuietButton(words.say("Back"))
        self._waiting = label("", "soft")
        title = words.say("A draft has come") if not names.here else words.say("A newer version has come")
        self.add(label(title, "title"))
        self.add(self._sender(came))
        self.add(self._draft(came, names))
        self._add_conflicts(told.conflicts)
        if names.here:
            self._add_table(told)
        self.add(self.told)
        self.add(self._waiting)
        self.add(row(self.take, self._back), above=12)
        self.take.clicked.connect(self._agree)
        self._back.clicked.connect(self.given_up)

    def wait(self) -> None:
        """It is being taken in."""
        self.told.tell("")
        self._waiting.setText(self._words.say("Taking it in"))
        announce(self, self._waiting.text())
        self._allow(on=False)

    def tell(self, sentence: str) -> None:
        """It was not taken in, and why."""
        self._waiting.setText("")
        self._allow(on=True)
        self.told.tell(sentence)
        self.show_part(self.told)

    def draft(self) -> Mapping[Path, Side]:
        return self._decided()

    def restore(self, draft: Mapping[Path, Side]) -> None:
        for path, side in draft.items():
            self._radios[path][side].setChecked(True)

    def _allow(self, *, on: bool) -> None:
        self.take.setEnabled(on)
        self._back.setEnabled(on)

    def _sender(self, came: CameDraft) -> Card:
        words, card = self._words, Card("note" if came.stranger else "plain")
        card.setObjectName("sender")
        if came.stranger:
            card.add(label(words.say("The sender is not known yet"), "strong"))
            card.add(
                label(
                    words.say(
                        "Nothing that they signed was taken in here before. If you expect a draft, call the"
                        " applicant and ask whether it is theirs; their computer shows the same digits under"
                        " “The card of this vault”."
                    )
                )
            )
        else:
            card.add(label(words.say("From a sender whose packages were taken in here before"), "strong"))
        digits = fingerprint(came.sender.recipient, came.sender.verifier)
        card.add(label(words.say("Digits of the sender: {digits}", digits=digits), "caption"))
        return card

    def _draft(self, came: CameDraft, names: Names) -> Card:
        words, card, sheet = self._words, Card(), came.draft.sheet
        made = day_and_time(came.letterhead.made.astimezone(), words)
        card.add(label(names.came, "strong"))
        card.add(label(words.say("Sealed on {time}", time=made), "caption"))
        card.add(label(words.say_many("{count} answer", "{count} answers", len(sheet.given)), "caption"))
        files = len(sheet.originals)
        if files:
            card.add(label(words.say_many("{count} file", "{count} files", files), "caption"))
        kept = len(sheet.left_out)
        if kept:
            said = words.say_many(
                "The sender kept {count} answer back.", "The sender kept {count} answers back.", kept
            )
            card.add(label(said, "caption"))
        if came.untaken:
            said = words.say(
                "Questions or proposals of other helpers came along. They are not taken in, as they were not"
                " meant for this vault."
            )
            card.add(label(said, "caption"))
        card.add(label(self._becomes(names)))
        return card

    def _becomes(self, names: Names) -> str:
        words = self._words
        if not names.here:
            return words.say("It becomes a new draft in this vault. Nothing that is here changes.")
        return words.say(
            "It is the next version of “{title}”. What is here now is kept as a sealed version first.",
            title=names.here,
        )

    def _add_conflicts(self, conflicts: Sequence[Differing]) -> None:
        words = self._words
        if not conflicts:
            return
        said = words.say_many(
            "{count} answer was changed on both sides",
            "{count} answers were changed on both sides",
            len(conflicts),
        )
        self.add(label(said, "question"), above=12)
        self.add(label(words.say("Please choose for each which one stands."), "hint"))
        for one in conflicts:
            self.add(self._conflict(one))

    def _conflict(self, one: Differing) -> Card:
        words, nothing = self._words, self._words.say("no answer")
        here = ChoiceRadio(words.say("Here: {answer}", answer=one.here or nothing))
        came = ChoiceRadio(words.say("In the package: {answer}", answer=one.came or nothing))
        self._radios[one.path] = {Side.OURS: here, Side.THEIRS: came}
        named = f"{one.path.question}-{one.path.entry or ''}"
        card = Card()
        card.add(label(one.asked, "strong"))
        card.add(group(one.asked, {f"ours-{named}": here, f"theirs-{named}": came}))
        return card

    def _add_table(self, told: Told) -> None:
        words = self._words
        rows = [self._row(one) for one in told.answers if one.side is not None]
        rows += [self._gone(title) for title in told.gone]
        if not rows:
            return
        said = words.say_many("{count} other difference", "{count} other differences", len(rows))
        if not self._radios:
            said = words.say_many("{count} difference", "{count} differences", len(rows))
        heads = (
            words.say("What was asked"),
            words.say("Here"),
            words.say("In the package"),
            words.say("What happens"),
        )
        table = Grid(words.say("Differences"), heads, (30, 27, 27, 16))
        table.setObjectName("differences")
        table.setMinimumHeight(_TABLE)
        table.set_rows(rows)
        self.add(label(said, "question"), above=12)
        self.add(table, share=1)

    def _row(self, one: Differing) -> GridRow:
        happens = self._words.say(WHAT_HAPPENS[one.side or Side.OURS])
        cells = (Cell(one.asked, Tone.SOFT), Cell(one.here or "–"), Cell(one.came or "–"))
        return GridRow((*cells, Cell(happens, Tone.STRONG)), one.path)

    def _gone(self, title: str) -> GridRow:
        words = self._words
        happens = words.say("Goes, unless an answer in it stays")
        cells = (Cell(title, Tone.SOFT), Cell(words.say("There")), Cell(words.say("Removed")))
        return GridRow((*cells, Cell(happens, Tone.STRONG)), title)

    def _decided(self) -> dict[Path, Side]:
        """What is chosen so far."""
        chosen = (
            (path, side)
            for path, radios in self._radios.items()
            for side, radio in radios.items()
            if radio.isChecked()
        )
        return dict(chosen)

    def _agree(self) -> None:
        decided = self._decided()
        left = [path for path in self._radios if path not in decided]
        if not left:
            self.agreed.emit(decided)
            return
        self.tell(
            self._words.say_many(
                "Please decide {count} more answer first.",
                "Please decide {count} more answers first.",
                len(left),
            )
        )
        first: QWidget = self._radios[left[0]][Side.OURS]
        self.bring(first)
