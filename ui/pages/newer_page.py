"""A newer version of the questions: what it would change in a draft, and the button that does it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from intake.words import Words
from ui.pages.deed_page import DeedPage
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import label

MOST_LISTED = 20
"""Questions under one heading; of more only their number is said."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the newer version would do: how many answers stay just as they are, and the questions, as they are
    asked, that say it in other words now, take another kind of answer, are asked no more, or are new.
    """

    same: int
    reworded: tuple[str, ...]
    doubtful: tuple[str, ...]
    gone: tuple[str, ...]
    added: tuple[str, ...]


class NewerPage(DeedPage):
    """Nothing happens without the button."""

    agreed = Signal()
    put_off = Signal()

    def __init__(self, words: Words, difference: Difference) -> None:
        act = PrimaryButton(words.say("Use the newer questions"))
        later = QuietButton(words.say("Keep the questions as they are"))
        super().__init__(act, (later,), words.say("Your draft moves to the newer questions…"))
        self._words = words
        self.first = later
        self.add(label(words.say("A newer version of the questions"), "title"))
        self.add(
            label(
                words.say(
                    "Intake came with newer questions than those your draft began with. You can go on with"
                    " yours as long as you like. This is what the newer ones would change:"
                )
            )
        )
        self._add_same(difference.same)
        for heading, meaning, questions in self._parts(difference):
            if questions:
                self._add_list(heading, meaning, questions)
        self.add(
            label(
                words.say("A copy of the whole vault, as it is now, is kept in its folder first."),
                "soft",
            ),
            above=8,
        )
        act.clicked.connect(self.agreed)
        later.clicked.connect(self.put_off)

    def _parts(self, difference: Difference) -> tuple[tuple[str, str, Sequence[str]], ...]:
        say = self._words.say
        return (
            (
                say("Asked in other words"),
                say("Your answers stay with them. Please look whether they still fit."),
                difference.reworded,
            ),
            (
                say("Please answer again"),
                say(
                    "These questions take another kind of answer now. What you wrote stays there to be read."
                ),
                difference.doubtful,
            ),
            (
                say("No longer asked"),
                say("Your answers are kept in the vault. A PDF for a lawyer has them at its end."),
                difference.gone,
            ),
            (
                say("New questions"),
                say("Each is asked where it fits what you told."),
                difference.added,
            ),
        )

    def _add_same(self, count: int) -> None:
        if count:
            self.add(
                label(
                    self._words.say_many(
                        "{count} of your answers stays just as it is.",
                        "{count} of your answers stay just as they are.",
                        count,
                    ),
                    "strong",
                )
            )

    def _add_list(self, heading: str, meaning: str, questions: Sequence[str]) -> None:
        card = Card()
        card.add(label(heading, "strong"))
        card.add(label(meaning, "hint"))
        for question in questions[:MOST_LISTED]:
            card.add(label(question))
        more = len(questions) - MOST_LISTED
        if more > 0:
            card.add(label(self._words.say_many("and {count} more", "and {count} more", more), "soft"))
        self.add(card, above=4)
