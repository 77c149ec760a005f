"""English beside a person's own words, paragraph for paragraph, with who made it and how."""

from collections.abc import Mapping
from datetime import date
from itertools import zip_longest

from PySide6.QtWidgets import QPlainTextEdit

from intake.answers import Path
from intake.interview import Interview
from intake.record import How, Translation
from intake.review.passages import aligned, own_text, paragraphs
from intake.translit import to_latin
from intake.words import Words, mark
from ui.desk.dossier import Stamp
from ui.desk.forms import Form, Said
from ui.pages.parts import LineField
from ui.widgets.combo import Combo
from ui.widgets.labels import label, name_field

HOW: Mapping[How, str] = {
    How.HUMAN: mark("By a person"),
    How.INTERPRETER: mark("By an interpreter, aloud"),
    How.CERTIFIED: mark("Certified by the translator"),
}

LONGEST_NAME = 4
"""Words up to which a text may be a name, and is offered in Latin letters."""


class TranslationForm(Form):
    """The original stands above each field and is never changed here."""

    def __init__(
        self, words: Words, interview: Interview, path: Path, made: Translation | None, today: date
    ) -> None:
        text = own_text(interview, path)
        hint = words.say("The person’s own words stay as they are. Leave a paragraph empty to do it later.")
        super().__init__(
            words, Said(words.say("English for this answer"), hint, words.say("Keep the English"))
        )
        self._path = path
        self._made = made
        self._id = made.id if made else ""
        self._today = today
        self._of = paragraphs(text)
        self._unsigned = words.say("Please write who translated this. Then it can be kept.")
        self._fields: list[QPlainTextEdit] = []
        for number, (own, english) in enumerate(zip_longest(self._of, aligned(made, text)), start=1):
            self.add(label(own))
            caption = words.say("English of paragraph {number}", number=number)
            self._fields.append(self.add_text(caption, english, lines=2))
        answer = interview.answers.get(path)
        self._add_latin(words, text, answer.language if answer else "")
        self._add_maker(words)
        if self._fields:
            self.first = self._fields[0]

    def is_signed(self) -> bool:
        """Whether it says who made it; asks for the name otherwise."""
        signed = bool(self._by.text().strip())
        self.told.tell("" if signed else self._unsigned)
        if not signed:
            self._by.setFocus()
            self.ensureWidgetVisible(self._by)
        return signed

    def translation(self, stamp: Stamp) -> Translation:
        """What stands in the fields, in the place of what was made before."""
        how = list(HOW)[self._how.currentIndex()]
        self._id = self._id or stamp.id
        return Translation(
            self._id,
            stamp.at,
            stamp.by,
            self._path,
            self._of,
            tuple(" ".join(field.toPlainText().split()) for field in self._fields),
            self._by.text().strip(),
            how,
            self._competence.text().strip() if how is How.CERTIFIED else "",
            self._today,
        )

    def _add_latin(self, words: Words, text: str, language: str) -> None:
        """For names: how a passport would spell them. It is a guess, and is only offered."""
        latin = to_latin(text, language)
        if latin != text and len(text.split()) <= LONGEST_NAME:
            self.add(
                label(
                    words.say("In Latin letters, as passports spell it (a guess): {text}", text=latin),
                    "caption",
                )
            )

    def _add_maker(self, words: Words) -> None:
        self._by = LineField("translator", words.say("Translated by"))
        self._how = Combo([words.say(text) for text in HOW.values()])
        self._competence = LineField(
            "competence",
            words.say("Statement of competence"),
            words.say("For a certified translation: “I am competent to translate from … into English.”"),
        )
        caption = label(words.say("How it was made"), "field")
        name_field(caption, self._how)
        self._how.currentIndexChanged.connect(
            lambda at: self._competence.setVisible(list(HOW)[at] is How.CERTIFIED)
        )
        self._competence.hide()
        for part in (self._by, caption, self._how, self._competence):
            self.add(part)
        if self._made is not None:
            self._by.line.setText(self._made.translator)
            self._competence.line.setText(self._made.competence)
            self._how.setCurrentIndex(list(HOW).index(self._made.how))
