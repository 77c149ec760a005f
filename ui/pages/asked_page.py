"""What helpers ask, and what they propose: gently, and nothing of it has to be answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from intake.answers import Path
from intake.words import Words
from ui.pages.parts import LineField
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import label, name_field

LINES = 4
"""Lines of a reply in sight at a time."""


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A question of a helper: about which answer, by whom, and what was replied so far."""

    id: str
    by: str
    text: str
    about: str
    path: Path | None
    reply: str


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """A change that a helper proposes: to which answer, what stands there now, and why."""

    id: str
    by: str
    about: str
    now: str
    proposed: str
    why: str


class AskedPage(Column):
    """Replies are kept as they are typed, when the page is left; a proposal only on a press."""

    answer_wanted = Signal(object)
    """With the Path of an answer to go to."""
    adopted = Signal(str, str)
    """With the id of a proposal, and the interpreter, if there was one."""
    declined = Signal(str)
    left = Signal()

    def __init__(
        self, words: Words, asked: Sequence[AskedLine], proposed: Sequence[ProposedLine], *, assisted: bool
    ) -> None:
        """`assisted`: someone types for the applicant, and may need an interpreter."""
        super().__init__()
        self._words = words
        self._replies: dict[str, QPlainTextEdit] = {}
        self.interpreter = LineField("interpreter", words.say("Interpreter, if there was one"))
        done = PrimaryButton(words.say("Back to my draft"))
        done.setObjectName("done")
        self.first: QWidget = done
        self.add(label(words.say("Your helpers ask"), "title"))
        soft = words.say("Answer what you can, in your own language. You may leave anything empty.")
        self.add(label(soft, "soft"))
        for line in asked:
            self.add(self._asked(line))
        if proposed:
            self.add(label(words.say("They propose"), "question"), above=12)
            soft = words.say("Your answer stays as it is unless you say yes.")
            self.add(label(soft, "soft"))
            if assisted:
                self.add(self.interpreter)
        for proposal in proposed:
            self.add(self._proposed(proposal))
        self.add(row(done), above=12)
        done.clicked.connect(self.left)

    def replies(self) -> Mapping[str, str]:
        """What stands in the fields now, by the id of the question."""
        return {asked: field.toPlainText().strip() for asked, field in self._replies.items()}

    def draft(self) -> Mapping[str, str]:
        return {asked: field.toPlainText() for asked, field in self._replies.items()}

    def restore(self, draft: Mapping[str, str]) -> None:
        for asked, text in draft.items():
            if asked in self._replies:
                self._replies[asked].setPlainText(text)

    def _asked(self, line: AskedLine) -> Card:
        words = self._words
        card = Card()
        if line.about:
            card.add(label(line.about, "caption"))
        asked = label(line.text, "strong")
        card.add(asked)
        card.add(label(words.say("Asked by {name}", name=line.by), "caption"))
        field = QPlainTextEdit(line.reply)
        field.setTabChangesFocus(True)
        field.setObjectName(f"reply-{line.id}")
        field.ensurePolished()
        field.setFixedHeight(field.fontMetrics().lineSpacing() * LINES + 24)
        name = label(words.say("Your reply"), "field")
        name_field(name, field)
        field.setAccessibleDescription(line.text)
        card.add(name)
        card.add(field)
        self._replies[line.id] = field
        if not isinstance(self.first, QPlainTextEdit):
            self.first = field
        if line.path is not None:
            link = LinkButton(words.say("Go to my answer"))
            link.setAccessibleName(words.say("Go to my answer: {what}", what=line.about))
            link.clicked.connect(lambda: self.answer_wanted.emit(line.path))
            card.add(row(link))
        return card

    def _proposed(self, line: ProposedLine) -> Card:
        words = self._words
        card = Card()
        card.add(label(line.about, "strong"))
        now = words.say("Your answer now: {answer}", answer=line.now or words.say("nothing yet"))
        card.add(label(now))
        card.add(label(words.say("{name} proposes: {answer}", name=line.by, answer=line.proposed)))
        if line.why:
            card.add(label(words.say("Why: {why}", why=line.why), "soft"))
        take, leave = (
            QuietButton(words.say("Yes, this is right")),
            QuietButton(words.say("No, keep my answer")),
        )
        take.setObjectName(f"take-{line.id}")
        leave.setObjectName(f"leave-{line.id}")
        take.clicked.connect(lambda: self.adopted.emit(line.id, self.interpreter.text().strip()))
        leave.clicked.connect(lambda: self.declined.emit(line.id))
        card.add(row(take, leave))
        return card
