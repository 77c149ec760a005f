"""An interview as a reader sees it: texts of the pack in their language, with answers filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from intake.answers import Answer, Path
from intake.form.kinds.registry import KINDS
from intake.form.model import Question
from intake.form.texts import GAP, fill, pack_text, reader_of
from intake.interview import Interview
from intake.words import Words


@dataclass(frozen=True)
class Reading:
    """An interview with the words it is read in. What it looks up once, it keeps."""

    interview: Interview
    words: Words
    pack_words: Words
    _named: dict[str | None, Mapping[str, Answer]] = field(default_factory=dict, compare=False, repr=False)

    def text(self, context: str, english: str, entry: str | None = None) -> str:
        """A text of the pack that stands in `entry`, filled."""
        if entry not in self._named:
            self._named[entry] = self.interview.texts_for(entry)
        text = pack_text(self.pack_words, context, english)
        return fill(text, self._named[entry], self.interview.form, self.words, self.pack_words)

    def label(self, path: Path) -> str:
        """What the question at this path asks."""
        question = self.interview.form.questions[path.question]
        return self.text(f"{question.name}:label", question.label, path.entry)

    def lines(self, path: Path) -> tuple[str, ...]:
        """The value at this path as a person reads it; nothing when there is none."""
        question, answer = self.interview.form.questions[path.question], self.interview.answers.get(path)
        if answer is None or answer.value is None:
            return ()
        reader = reader_of(self.interview.form, question, self.words, self.pack_words)
        return KINDS[question.kind].show(answer.value, reader)

    def entry_title(self, entry: str) -> str:
        """What an entry is called: by its answers, or by its place in the list while they say nothing."""
        found = self.interview.answers.by_entry[entry]
        repeat = self.interview.form.repeats[found.repeat]
        title = self.text(f"{repeat.name}:entry", repeat.entry, entry)
        if not says_nothing(title) and title != self.text(f"{repeat.name}:entry", repeat.entry):
            return title
        beside = self.interview.entries(found.repeat, found.parent)
        number = next((place for place, other in enumerate(beside, 1) if other == entry), 0)
        return self.words.say("Entry {number}", number=number)

    def places(self, question: Question) -> Iterator[Path]:
        """Every path at which a question stands: one, or one in each entry of the repeats it lies in."""
        entries: list[str | None] = [None]
        for repeat in question.repeats:
            entries = [e for parent in entries for e in self.interview.entries(repeat, parent)]
        return (Path(question.name, entry) for entry in entries)


def says_nothing(title: str) -> bool:
    """Whether a filled text is only gaps."""
    return not any(letter.isalnum() for letter in title.replace(GAP, ""))
