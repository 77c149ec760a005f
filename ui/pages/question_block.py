"""One question on a page: its texts, its editor, the states, and what there is to look at in the answer."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from intake.answers import Answer, Path, State, Stored
from intake.form.model import Question
from intake.interview import Interview
from ui.editors import Means, editor_for
from ui.editors.editor import Editor
from ui.editors.filing import Shelf
from ui.pages.latin_guess import LatinGuess
from ui.pages.state_row import WITHOUT, StateRow, offered_states
from ui.pages.voice import Column, Voice
from ui.widgets.labels import Role, announce, change_label, label, show_or_hide

LATIN_OF = "latin_of"
"""The parameter that names the question whose answer this one asks for in Latin letters."""
COLUMNS: tuple[Column, ...] = ("label", "hint", "example", "why")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question where it is asked; `alone` when it is the only one on its page."""

    question: Question
    path: Path
    alone: bool

    @property
    def names_answers(self) -> bool:
        """Whether one of its texts has to be filled with answers."""
        return any("${" in getattr(self.question, column) for column in COLUMNS)

    @property
    def is_read(self) -> bool:
        """Whether its value is shown but not changed."""
        return self.question.read_only or self.question.calculation is not None


class QuestionBlock(QWidget):
    """A question. A state hides the editor and what is typed in it; changing one's mind brings both back."""

    edited = Signal()
    stated = Signal(object)
    """A State was chosen, or None: the answer is taken back."""
    entered = Signal()

    def __init__(self, asked: Asked, voice: Voice, interview: Interview, shelf: Shelf | None = None) -> None:
        super().__init__()
        self._shelf = shelf
        self.asked = asked
        self._voice = voice
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._label = self._add_text("question" if asked.alone else "asked")
        self._second = self._add_text("second")
        self._hint = self._add_text("hint")
        self._why = self._add_text("why")
        self._choices = interview.choices(asked.path)
        self.editor = self._make_editor()
        self._read = self._add_text("body") if asked.is_read else None
        self._problem = label("", "problem")
        self._guess = LatinGuess(voice, self._take_guess) if LATIN_OF in asked.question.parameters else None
        self._states = self._add_editor(self.editor) if self.editor is not None else None
        self._retell(interview)
        self.show_answer(interview.answers.get(asked.path))
        self._show_read(interview)
        self.show_problem(interview)

    def value(self) -> Stored | None:
        """What the editor holds now."""
        return self.editor.value() if self.editor is not None else None

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer that was not given in this very field."""
        if self.editor is None:
            return
        if answer is None or answer.state is None:
            self.editor.show_value(answer.value if answer is not None else None)
        elif answer.kept is not None and self.editor.value() is None:
            self.editor.show_value(answer.kept)
        self._show_state(answer.state if answer is not None else None)

    def follow(self, interview: Interview) -> None:
        """Answers have changed: fill the texts anew, and show an answer that is not what this field says."""
        if self.asked.question.choice_filter is not None:
            self._offer_anew(interview)
        if self.asked.names_answers:
            self._retell(interview)
        self._show_read(interview)
        if self.editor is None:
            return
        answer = interview.answers.get(self.asked.path)
        state, value = (answer.state, answer.value) if answer is not None else (None, None)
        if state != self._state or (state is None and value != self.value()):
            self.show_answer(answer)

    def show_problem(self, interview: Interview) -> None:
        """Say what there is to look at in the answer, if there is anything; a gap is not told of here.

        Nor is what the editor says by itself.
        """
        said = self.problem(interview)
        if self.editor is not None and self.editor.explains_itself:
            problem = interview.problem(self.asked.path)
            said = said if problem is not None and problem.code == "constraint" else ""
        if said and said != self._problem.text() and self.isVisible():
            announce(self, said)
        change_label(self._problem, "problem", said)

    def problem(self, interview: Interview) -> str:
        """The sentence for what there is to look at; empty when there is nothing."""
        problem = interview.problem(self.asked.path)
        if problem is None or problem.code == "required" or self.editor is None:
            return ""
        return self._voice.problem(problem, interview)

    def explain(self) -> None:
        """Say also what the editor says by itself, whether its field was left or not."""
        if self.editor is not None:
            self.editor.explain()

    def _add_text(self, role: Role) -> QLabel:
        text = label("", role)
        self._rows.addWidget(text)
        return text

    def _make_editor(self) -> Editor | None:
        voice = self._voice
        means = Means(self._shelf, voice.second, voice.second_words)
        editor = editor_for(self.asked.question, self._choices, voice.words, voice.pack, means)
        if editor is not None:
            editor.changed.connect(self._note_edit)
            editor.entered.connect(self.entered)
            self.setFocusProxy(editor)
        return editor

    def _offer_anew(self, interview: Interview) -> None:
        """Other choices are offered now: put an editor with those in the place of the former one."""
        choices = interview.choices(self.asked.path)
        if choices == self._choices or self.editor is None:
            return
        self._choices, former = choices, self.editor
        self.editor = self._make_editor()
        if self.editor is not None:
            self._rows.replaceWidget(former, self.editor)
        former.hide()
        former.deleteLater()
        self._retell(interview)
        self.show_answer(interview.answers.get(self.asked.path))

    def _add_editor(self, editor: Editor) -> StateRow:
        offered = offered_states(self.asked.question.parameters.get(WITHOUT, ""))
        states = StateRow(self._voice, offered, folded=not self.asked.alone)
        states.chosen.connect(self._state_chosen)
        states.taken_back.connect(self._take_back)
        states.cleared.connect(self._clear)
        for part in (editor, self._guess, self._problem, states):
            if part is not None:
                self._rows.addWidget(part)
        return states

    def _take_guess(self, name: str) -> None:
        if self.editor is not None:
            self.editor.show_value(name)
            self.setFocus()
            self._note_edit()

    def _offer_guess(self, interview: Interview) -> None:
        """Latin letters where this question asks for them: for what stands here, else for the name of the
        other question.
        """
        if self._guess is None:
            return
        source, here = self.asked.question.parameters.get(LATIN_OF, ""), self.value()
        given = interview.answers.get(Path(source, self.asked.path.entry))
        name = here or (given.value if given is not None else None)
        self._guess.offer(name if isinstance(name, str) else "", given.language if given else "")

    def _retell(self, interview: Interview) -> None:
        asked, voice = self.asked, self._voice
        said = [voice.question(asked.question, column, interview, asked.path.entry) for column in COLUMNS]
        text, hint, example, why = said
        self._label.setText(text)
        if example:
            shown = voice.say("For example: {example}", example=example)
            hint = f"{hint}\n{shown}" if hint else shown
        if asked.question.stands_in_for and asked.question.kind != "file":
            instead = voice.say("This computer cannot take it in. Please describe it in your own words.")
            hint = f"{hint}\n{instead}" if hint else instead
        change_label(self._second, "second", self._said_beside(interview))
        change_label(self._hint, "hint", hint)
        why = voice.say("Why we ask: {reason}", reason=why) if why else ""
        change_label(self._why, "why", why)
        if self.editor is not None:
            self.editor.name_after(self._label, " ".join(filter(None, (hint, why))))

    def _said_beside(self, interview: Interview) -> str:
        """The question and its hint in the second language."""
        beside, asked = self._voice.beside(), self.asked
        if beside is None:
            return ""
        said = (beside.question(asked.question, it, interview, asked.path.entry) for it in ("label", "hint"))
        return "\n".join(filter(None, said))

    def _show_read(self, interview: Interview) -> None:
        self._offer_guess(interview)
        given = interview.given(self.asked.path)
        if self._read is not None:
            lines = self._voice.answer(self.asked.question, given, interview) if given is not None else ()
            change_label(self._read, "body", "\n".join(lines))

    def _note_edit(self) -> None:
        self._offer_clearing()
        self.edited.emit()

    def _offer_clearing(self) -> None:
        if self._states is not None and self.editor is not None and self.editor.clearable:
            self._states.offer_clearing(offered=self.editor.value() is not None)

    def _show_state(self, state: State | None) -> None:
        self._state = state
        if self.editor is not None and self._states is not None:
            show_or_hide(self.editor, shown=state is None)
            self._states.show_state(state)
            self._offer_clearing()

    def _state_chosen(self, state: State) -> None:
        self.stated.emit(state)  # before the editor is hidden: what is typed in it is read first
        self._show_state(state)
        if self._states is not None:
            self._states.setFocus()

    def _take_back(self) -> None:
        self._show_state(None)
        self.setFocus()
        if self.value() is None:
            self.stated.emit(None)
        else:
            self.edited.emit()

    def _clear(self) -> None:
        if self.editor is not None:
            self.editor.show_value(None)
        self._offer_clearing()
        self.setFocus()
        self.stated.emit(None)
