"""A reviewer's change to an answer: it stands beside the answer until the applicant adopts it."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from intake.answers import Answer, Path
from intake.interview import Interview
from intake.record import Proposal
from ui.desk.dossier import Stamp
from ui.desk.forms import Form, Said
from ui.editors import editor_for
from ui.pages.voice import Voice
from ui.widgets.labels import label


class ProposalForm(Form):
    """The question's own editor, filled with what the applicant said, and why it should change."""

    def __init__(self, voice: Voice, interview: Interview, path: Path) -> None:
        words = voice.words
        hint = words.say("The applicant’s answer stays as it is until they adopt this.")
        super().__init__(words, Said(words.say("Propose a change"), hint, words.say("Keep the proposal")))
        self._voice = voice
        self._interview = interview
        self._path = path
        self._asked = interview.form.questions[path.question]
        self._now = interview.answers.get(path)
        self._editor = editor_for(self._asked, interview.choices(path), words, voice.pack)
        asked = voice.question(self._asked, "label", interview, path.entry)
        name = label(asked, "strong")
        self.add(name)
        if self._editor is not None:
            self._editor.name_after(name, "")
            self._editor.show_value(self._now.value if self._now else None)
            self.add(self._editor)
            _name_fields(self._editor, asked)
        self._why = self.add_text(words.say("Why, in the applicant’s language"), lines=2)
        self.first = self._editor or self._why

    def half_written(self) -> str:
        """What is proposed so far, as it would be said, and why; what is no answer yet as it was typed."""
        value = self._editor.value() if self._editor is not None else None
        if value is None or (self._editor is not None and self._editor.unfinished):
            told = super().half_written()
        else:
            said = self._voice.answer(self._asked, Answer(value, kind=self._asked.kind), self._interview)
            told = "\n".join((*said, self._why.toPlainText().strip())).strip()
        return self._words.say("Half a proposal: {text}", text=told)

    def proposal(self, stamp: Stamp, language: str) -> Proposal | None:
        """The proposal; None while it says the same as the answer, or nothing."""
        value = self._editor.value() if self._editor is not None else None
        if value is None or (self._now is not None and self._now.value == value):
            return None
        answer = Answer(value, kind=self._asked.kind, language=language, by=stamp.by, at=stamp.at)
        return Proposal(*stamp, self._path, answer, self._now, self._why.toPlainText().strip())


def _name_fields(editor: QWidget, name: str) -> None:
    """Fields without a name of their own are heard by that of the question: their label stands far off."""
    for field in editor.findChildren(QWidget):
        known = QAccessible.queryAccessibleInterface(field)
        is_field = isinstance(field, QLineEdit | QComboBox | QPlainTextEdit)
        if is_field and not (known and known.text(QAccessible.Text.Name)):
            field.setAccessibleName(name)
