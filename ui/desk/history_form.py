"""What an answer was before: each wording since the draft was first shared, with who changed it and when."""

from collections.abc import Sequence

from intake.answers import Path
from intake.interview import Interview
from intake.moments import day_and_time
from intake.spells import Edit
from ui.desk.forms import Form, Said
from ui.pages.voice import Voice
from ui.widgets.card import Divider
from ui.widgets.labels import label


class HistoryForm(Form):
    """Only to read."""

    def __init__(self, voice: Voice, interview: Interview, path: Path, edits: Sequence[Edit]) -> None:
        words = voice.words
        hint = words.say("Each wording since the draft was first shared, the last one first.")
        super().__init__(words, Said(words.say("History of this answer"), hint, ""))
        asked = interview.form.questions[path.question]
        self.add(label(voice.question(asked, "label", interview, path.entry), "strong"))
        now = interview.answers.get(path)
        told = "\n".join(voice.answer(asked, now, interview)) if now is not None else words.say("No answer")
        self.add(label(words.say("Now: {answer}", answer=told)))
        if not edits:
            self.add(label(words.say("It was not changed since then."), "soft"))
        for edit in reversed(edits):
            before = edit.before
            told = words.say("No answer")
            if before is not None:
                told = "\n".join(voice.answer(asked, before, interview))
            who = edit.by or words.say("the applicant")
            changed = words.say(
                "Until {moment}, changed by {name}:",
                moment=day_and_time(edit.at.astimezone(), words),
                name=who,
            )
            self.add(Divider())
            self.add(label(changed, "caption"))
            self.add(label(told))
