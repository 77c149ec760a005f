"""What is open in an interview, and where: what counsel has to ask for, with the pages to look at."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from intake.answers import Path, State
from intake.export.document import Block, Heading, Pointer
from intake.export.plain import Text
from intake.export.sections import BETWEEN, place_of
from intake.form.model import Section
from intake.interview import Interview, Standing
from intake.review.places import asked_in
from intake.review.reading import Reading
from intake.words import Words, mark

_ASKED_FOR = {
    State.TELL_IN_PERSON: mark("To be told to a lawyer in person: {count}"),
    State.LATER: mark("To be answered later: {count}"),
}
_MISSING = {
    Standing.UNANSWERED: mark("Seen, not answered: {count}"),
    Standing.NOT_REACHED: mark("Not reached yet: {count}"),
}


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What is open: answers put off, in the order asked, and how much is missing in each section."""

    put_off: tuple[tuple[State, Path], ...]
    missing: tuple[tuple[Section, Counter[Standing]], ...]

    def counts(self, words: Words) -> Iterator[str]:
        """Each kind counted apart; one line that says so when nothing is open."""
        states = Counter(state for state, _ in self.put_off)
        standings = sum((counted for _, counted in self.missing), Counter[Standing]())
        told = [words.say(text, count=states[state]) for state, text in _ASKED_FOR.items() if states[state]]
        told += [words.say(t, count=standings[s]) for s, t in _MISSING.items() if standings[s]]
        yield from told or [words.say("Every question that was asked has an answer.")]


def outstanding(interview: Interview, silent: frozenset[str] = frozenset()) -> Outstanding:
    """Everything that is open, `silent` questions apart.

    A question that may be left empty is not, once it was on screen.
    """
    put_off: list[tuple[State, Path]] = []
    missing = []
    for section in interview.form.sections:
        counted = Counter[Standing]()
        for path in (path for path in asked_in(interview, section.name) if path.question not in silent):
            standing, answer = interview.standing(path), interview.answers.get(path)
            optional = interview.form.questions[path.question].optional
            if standing in _MISSING and not (optional and standing is Standing.UNANSWERED):
                counted[standing] += 1
            elif standing is Standing.STATE and answer and answer.state in _ASKED_FOR:
                put_off.append((answer.state, path))
        if counted:
            missing.append((section, counted))
    return Outstanding(tuple(put_off), tuple(missing))


def open_blocks(reading: Reading, found: Outstanding) -> Iterator[Block]:
    """The list of what is open with page numbers: what was put off one by one, the rest by section."""
    if not (found.put_off or found.missing):
        return
    words = reading.words
    yield Heading(1, Text(words.say("Where to look for what is open")))
    for state, text in _ASKED_FOR.items():
        paths = [path for chosen, path in found.put_off if chosen is state]
        if paths:
            yield Heading(3, Text(words.say(text, count=len(paths))))
            yield from (Pointer(Text(_named(reading, path)), place_of(path)) for path in paths)
    for standing, text in _MISSING.items():
        sections = [(section, counted[standing]) for section, counted in found.missing if counted[standing]]
        if sections:
            total = sum(count for _, count in sections)
            yield Heading(3, Text(words.say(text, count=total)))
            for section, count in sections:
                title = reading.text(f"{section.name}:label", section.label)
                counted_words = words.say_many("{count} question", "{count} questions", count)
                yield Pointer(Text(f"{title}{BETWEEN}{counted_words}"), section.name)


def _named(reading: Reading, path: Path) -> str:
    """A question, after the entry it is asked in."""
    label = reading.label(path)
    return f"{reading.numbered_title(path.entry)}{BETWEEN}{label}" if path.entry else label
