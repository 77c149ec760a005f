"""A page of questions: the interview's one thing at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from intake.answers import Path, Stored
from intake.changes import AnswerSet
from intake.interview import Delta, Interview, Spot
from ui.editors.filing import Shelf
from ui.pages.breadcrumb import Breadcrumb
from ui.pages.question_block import Asked, QuestionBlock
from ui.pages.stop_page import stop_link
from ui.pages.voice import Voice, page_of
from ui.widgets.buttons import ONWARD, LinkButton, PrimaryButton, give_key
from ui.widgets.card import ErrorSummary
from ui.widgets.column import Column
from ui.widgets.flow import Flow
from ui.widgets.labels import label, show_or_hide
from ui.widgets.saved_sign import SavedSign


@dataclass(frozen=True, slots=True)
class PageDraft:
    """What stands in the fields of a page, and which question has the focus."""

    drafts: Mapping[Path, object] = field(default_factory=dict)
    focus: Path | None = None


class QuestionPage(QWidget):
    """The questions of one page. What is typed is told of at once, and read when it is asked for."""

    edited = Signal(object)
    """With the Path of a question whose field was changed; the value is taken later, with `take`."""
    answered = Signal(object, object)
    """With a Path and the State chosen for it, or None: the answer is taken back."""
    moved_on = Signal()
    check_wanted = Signal()
    stop_wanted = Signal()
    list_wanted = Signal(object)
    """With the Spot of a list of entries that the page lies in."""

    def __init__(
        self, spot: Spot, voice: Voice, current: Callable[[], Interview], shelf: Shelf | None = None
    ) -> None:
        """`current` gives the interview as it stands when it is called; files are kept on the `shelf`."""
        super().__init__()
        self._shelf = shelf
        self.spot = spot
        self._voice = voice
        self._current = current
        self._page = page_of(current().form, spot.item)
        self._blocks: dict[Path, QuestionBlock] = {}
        self._edited: set[Path] = set()
        self._warned = False
        self._summary = ErrorSummary(voice.words)
        self._summary.chosen.connect(self._go_to)
        self._column = Column()
        self._questions = QVBoxLayout()
        self._questions.setSpacing(32)
        self._continue = PrimaryButton(voice.say("Continue"))
        give_key(self._continue, ONWARD)
        self.saved = SavedSign(voice.words)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._column)
        self._lay_out()

    def pending(self) -> Sequence[Path]:
        """The questions in whose fields something stands that was not taken yet, or is not finished."""
        return sorted(self._edited, key=self._order)

    def take(self, path: Path) -> Stored | None:
        """The stored value of what was typed, or None when the field was emptied."""
        block = self._blocks[path]
        value = block.value()
        if block.editor is None or not block.editor.unfinished:
            self._edited.discard(path)
        return value

    def apply(self, delta: Delta) -> None:
        """Show what one step did, in one repaint."""
        interview = self._current()
        self.setUpdatesEnabled(False)
        for path in (delta.shown | delta.hidden) & set(self._paths()):
            self._show_if_asked(path, interview)
        if any(isinstance(change, AnswerSet) for change in delta.changes):
            self._follow(interview)
        for path in delta.problems & self._blocks.keys():
            self._blocks[path].show_problem(interview)
        self._column.settle()
        self.setUpdatesEnabled(True)

    def hold_for_problems(self) -> bool:
        """Before turning the page: when there is something to look at, say so, once, and ask to stay."""
        interview = self._current()
        matters = [(path, block.problem(interview)) for path, block in self._asked_blocks(interview)]
        matters = [(path, said) for path, said in matters if said]
        self._summary.show_matters(matters, listed=len(self._page.questions) > 1)
        if not matters or self._warned:
            return False
        self._warned = True
        for path, _ in matters:
            self._blocks[path].explain()
        self._column.bring(self._summary)
        return True

    def first_field(self) -> QWidget:
        """What gets the focus when the page is turned to."""
        blocks = (block for _, block in self._asked_blocks(self._current()))
        fields = (block for block in blocks if block.editor is not None and block.editor.isEnabled())
        return next(fields, None) or self._continue

    def place(self, focused: QWidget | None) -> tuple[str, int]:
        """The question that holds this field, and where its cursor is; no name for none of them."""
        for path, block in self._blocks.items():
            if focused is not None and block.isAncestorOf(focused):
                return path.question, block.editor.writes_at() if block.editor is not None else 0
        return "", 0

    def field_at(self, question: str, cursor: int) -> QWidget:
        """The field of a question, with its cursor there, in view once the page is on screen."""
        block = self._blocks.get(Path(question, self.spot.entry))
        if block is None or block.editor is None:
            return self.first_field()
        block.editor.write_at(cursor)
        self._column.open_at(block)
        return block

    def draft(self) -> PageDraft:
        """All that stands in the fields, to be brought back to the same page built anew."""
        drafts = {path: block.editor.draft() for path, block in self._blocks.items() if block.editor}
        focused = QApplication.focusWidget()
        inside = (path for path, block in self._blocks.items() if focused and block.isAncestorOf(focused))
        return PageDraft(drafts, next(inside, None))

    def restore(self, draft: PageDraft) -> None:
        """Bring back a draft of the same page."""
        for path, typed in draft.drafts.items():
            block = self._blocks.get(path)
            if block is not None and block.editor is not None:
                block.editor.restore(typed)
                if block.editor.unfinished:
                    self._edited.add(path)
        if draft.focus in self._blocks:
            self._go_to(draft.focus)

    def _lay_out(self) -> None:
        interview, page, voice = self._current(), self._page, self._voice
        if self.spot.entry is not None:
            crumbs = Breadcrumb(self.spot.entry, voice, interview)
            crumbs.chosen.connect(self.list_wanted)
            self._column.add(crumbs)
        self._column.add(self._summary)
        if len(page.questions) > 1:
            self._column.add(label(voice.heading(page, "label", interview, self.spot.entry), "title"))
            beside = voice.beside()
            if beside is not None:
                second = beside.heading(page, "label", interview, self.spot.entry)
                self._column.add(label(second, "second"))
            hint = voice.heading(page, "hint", interview, self.spot.entry)
            if hint:
                self._column.add(label(hint, "hint"))
        self._column.add(self._questions, above=8)
        for path in self._paths():
            self._show_if_asked(path, interview)
        check = LinkButton(voice.say("Check this section"))
        check.clicked.connect(self.check_wanted)
        self._continue.clicked.connect(self.moved_on)
        onward = Flow(gap=24)
        onward.add(self._continue)
        onward.add(check)
        if interview.form.section(interview.section_of(self.spot)).heavy:
            onward.add(stop_link(voice, self.stop_wanted.emit))
        self._column.add(onward, above=20)
        self._column.add(self.saved)

    def _paths(self) -> list[Path]:
        return [Path(question.name, self.spot.entry) for question in self._page.questions]

    def _order(self, path: Path) -> int:
        return self._paths().index(path)

    def _asked_blocks(self, interview: Interview) -> list[tuple[Path, QuestionBlock]]:
        found = ((path, self._blocks.get(path)) for path in self._paths() if interview.is_asked(path))
        return [(path, block) for path, block in found if block is not None]

    def _show_if_asked(self, path: Path, interview: Interview) -> None:
        """Show or hide a question; it is built when it is first asked."""
        asked = interview.is_asked(path)
        if asked and path not in self._blocks:
            self._build(path, interview)
        if path in self._blocks:
            show_or_hide(self._blocks[path], shown=asked)

    def _build(self, path: Path, interview: Interview) -> None:
        question = interview.form.questions[path.question]
        alone = len(self._page.questions) == 1
        block = QuestionBlock(Asked(question, path, alone), self._voice, interview, self._shelf)
        block.edited.connect(lambda: self._note_edit(path))
        block.stated.connect(lambda state: self._note_state(path, state))
        block.entered.connect(lambda: self._go_past(path))
        before = sum(other in self._blocks for other in self._paths()[: self._order(path)])
        self._questions.insertWidget(before, block)
        self._blocks[path] = block

    def _follow(self, interview: Interview) -> None:
        """Answers have changed elsewhere: follow them, but never over what is still being typed."""
        for path, block in self._blocks.items():
            if path not in self._edited:
                block.follow(interview)

    def _note_edit(self, path: Path) -> None:
        self._edited.add(path)
        self.edited.emit(path)

    def _note_state(self, path: Path, state: object) -> None:
        """What was typed before a state was chosen is still pending when it is told: it is kept beside it."""
        if state is None:
            self._edited.discard(path)
        self.answered.emit(path, state)
        self._edited.discard(path)

    def _go_past(self, path: Path) -> None:
        """After Enter in a field: to the next question's, or to the button that goes on."""
        blocks = self._asked_blocks(self._current())
        after = [block for other, block in blocks if self._order(other) > self._order(path) and block.editor]
        self._column.bring(after[0] if after else self._continue)

    def _go_to(self, path: object) -> None:
        for other, block in self._blocks.items():
            if other == path:
                self._column.bring(block)
