"""The answers of an interview by section, as blocks: values, own words, and what stands in their stead."""

from collections.abc import Iterator, Sequence

from intake.answers import Answer, Path, State
from intake.export.document import Block, Heading, Pair, Prose, Space, Text
from intake.form.kinds.named import OTHER
from intake.form.kinds.registry import ASKING_NOTHING
from intake.form.kinds.when import date_of
from intake.form.model import Item, Page, Repeat, Section
from intake.interview import Spot, Standing
from intake.review.reading import Reading
from intake.words import Words, mark

STATES = {
    State.DONT_KNOW: mark("does not know"),
    State.DONT_REMEMBER: mark("does not remember"),
    State.PREFER_NOT_TO_SAY: mark("prefers not to say"),
    State.TELL_IN_PERSON: mark("will tell a lawyer in person"),
    State.LATER: mark("will answer later"),
    State.NOT_APPLICABLE: mark("does not apply"),
}
MISSING = {
    Standing.UNANSWERED: mark("seen, not answered"),
    Standing.NOT_REACHED: mark("not reached yet"),
}
_OWN_WORDS = frozenset({"text", "long_text"})
_DEEPEST = 3


def in_stead(answer: Answer | None, standing: Standing, words: Words) -> str:
    """What is printed where there is no value: the state the person chose, or that they have not answered."""
    if answer is not None and answer.state is not None:
        return words.say(STATES[answer.state])
    return words.say(MISSING[standing])


def section_blocks(reading: Reading, section: Section, case_language: str) -> Iterator[Block]:
    """A section under its heading; nothing when none of it is asked."""
    spots = frozenset(reading.interview.spots(section.name))
    if not spots:
        return
    title = reading.text(f"{section.name}:label", section.label)
    yield Heading(1, Text(title))
    yield from _Telling(reading, title, spots, case_language).items(section.items, None, 2)
    left_out = sum(1 for path in _paths(reading, section.items, None) if not reading.interview.is_asked(path))
    if left_out:
        note = reading.words.say_many(
            "{count} question was not asked, since other answers show that it does not apply.",
            "{count} questions were not asked, since other answers show that they do not apply.",
            left_out,
        )
        yield Prose(Text(note, soft=True))


class _Telling:
    """Tells what stands at the spots of one section."""

    def __init__(self, reading: Reading, title: str, spots: frozenset[Spot], case_language: str) -> None:
        self._reading = reading
        self._title = title
        self._spots = spots
        self._case_language = case_language

    def items(self, items: Sequence[Item], entry: str | None, level: int) -> Iterator[Block]:
        before: Item | None = None
        for item in items:
            if Spot(item.name, entry) not in self._spots:
                continue
            if isinstance(item, Repeat):
                yield from self._repeat(item, entry, level)
            else:
                yield from self._parted(before, item, entry, level)
                yield from self._page(item, entry)
            before = item

    def _parted(self, before: Item | None, page: Page, entry: str | None, level: int) -> Iterator[Block]:
        """What keeps a page from being read as part of the list or the group above it."""
        if isinstance(before, Repeat):
            around = self._reading.entry_title(entry) if entry else self._title
            yield Heading(level, Text(self._reading.words.say("{title}, continued", title=around)))
        elif before and _is_headed(before, entry) and not _is_headed(page, entry):
            yield Space()

    def _repeat(self, repeat: Repeat, parent: str | None, level: int) -> Iterator[Block]:
        yield Heading(level, Text(self._reading.text(f"{repeat.name}:label", repeat.label, parent)))
        entries = self._reading.interview.entries(repeat.name, parent)
        for entry in entries:
            yield Heading(min(level + 1, _DEEPEST), Text(self._reading.entry_title(entry)))
            yield from self.items(repeat.items, entry, min(level + 1, _DEEPEST))
        if not entries:
            yield Prose(Text(self._reading.words.say("Nothing was added here."), soft=True))

    def _page(self, page: Page, entry: str | None) -> Iterator[Block]:
        if _is_headed(page, entry):
            yield Heading(_DEEPEST, Text(self._reading.text(f"{page.name}:label", page.label)))
        for question in page.questions:
            path = Path(question.name, entry)
            standing = self._reading.interview.standing(path)
            if standing is not Standing.NOT_ASKED:
                yield Pair(Text(self._reading.label(path)), self._answer(path, standing))

    def _answer(self, path: Path, standing: Standing) -> tuple[Text, ...]:
        answer = self._reading.interview.answers.get(path)
        if answer is None or answer.value is None:
            return (Text(in_stead(answer, standing, self._reading.words), soft=True),)
        lines = self._reading.lines(path)
        own = _own_from(answer, self._reading.interview.form.questions[path.question].kind)
        texts = [Text(line, own=number >= own, language=answer.language) for number, line in enumerate(lines)]
        if own < len(lines) and answer.language not in {"", self._case_language}:
            language = self._reading.words.languages.get(answer.language, answer.language)
            texts.append(Text(self._reading.words.say("Said in: {language}", language=language), soft=True))
        return tuple(texts)


def _is_headed(page: Page, entry: str | None) -> bool:
    """Whether a page stands under a heading of its own: in an entry its questions speak for themselves."""
    return entry is None and len(page.questions) > 1


def _own_from(answer: Answer, kind: str) -> float:
    """The number of the first line that is the person's own words; the lines before it are the program's."""
    value = answer.value
    if kind in _OWN_WORDS or (isinstance(value, str) and value.startswith(OTHER)):
        return 0
    if kind == "uncertain_date" and value is not None:
        return 1 if date_of(value) else 0
    return float("inf")


def _paths(reading: Reading, items: Sequence[Item], entry: str | None) -> Iterator[Path]:
    """Every question of these items that could be asked, in all entries that are there."""
    for item in items:
        if isinstance(item, Page):
            yield from (Path(q.name, entry) for q in item.questions if q.kind not in ASKING_NOTHING)
        else:
            for inner in reading.interview.entries(item.name, entry):
                yield from _paths(reading, item.items, inner)
