"""A section was read back to the applicant, and they confirmed it: in which language, through whom."""

from datetime import date

from intake.moments import day
from intake.review.digests import section_digest
from ui.desk.dossier import Dossier
from ui.desk.forms import Form, Said
from ui.editors.days import DayEditor
from ui.editors.searching import language_editor
from ui.pages.parts import LineField
from ui.pages.voice import Voice
from ui.widgets.labels import label


class ReadBackForm(Form):
    """Says what was confirmed before, and whether the answers are still the same. Today is proposed."""

    def __init__(self, voice: Voice, dossier: Dossier, section: str) -> None:
        words = voice.words
        heading = voice.heading(dossier.interview.form.section(section), "label", dossier.interview, None)
        title = words.say("Read back: {section}", section=heading)
        hint = words.say("Keep this once it was read to the applicant and they said that it is right.")
        super().__init__(words, Said(title, hint, words.say("They confirmed it")))
        digest = section_digest(dossier.interview, section)
        for before in dossier.record.read_backs:
            if before.section == section:
                told = words.say("Confirmed on {day}", day=day(before.on, words))
                if before.digest != digest:
                    told = words.say(
                        "Confirmed on {day}; the answers have changed since", day=day(before.on, words)
                    )
                self.add(label(told))
        on, name = label(words.say("On which day"), "field"), label(words.say("In which language"), "field")
        self._today = dossier.today
        self.on = DayEditor(words)
        self.on.name_after(on, "")
        self.on.show_value(self._today.isoformat())
        self._language = language_editor(words)
        self._language.name_after(name, "")
        self._language.show_value(dossier.session.case.language)
        self._default = dossier.session.case.language
        self._interpreter = LineField("interpreter", words.say("Interpreter, if there was one"))
        for part in (on, self.on, name, self._language, self._interpreter):
            self.add(part)
        self.first = self.on

    def day(self) -> date | None:
        """The day on which it was confirmed; asks for one when there is none, or when it is still to come."""
        try:
            on = date.fromisoformat(str(self.on.value()))
        except ValueError:
            on = None
        if on is not None and on <= self._today:
            return on
        self.told.tell(self._words.say("Please write the day on which they confirmed it, today or earlier."))
        self.on.setFocus()
        return None

    def language(self) -> str:
        """The code of the language it was read in."""
        return str(self._language.value() or self._default)

    def interpreter(self) -> str:
        return self._interpreter.text().strip()
