"""The answers of an interview by section, as blocks: values, own words, and what stands in their stead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.answers import Path
from intake.export.answer import answer_texts
from intake.export.document import Block, Heading, Pair, Prose, Space
from intake.export.plain import Text
from intake.form.kinds.registry import ASKING_NOTHING
from intake.form.model import Item, Page, Repeat, Section
from intake.interview import Spot, Standing
from intake.review.reading import Reading
from intake.words import Words

_DEEPEST = 3
BETWEEN = " · "


def place_of(path: Path) -> str:
    """The name of the place where an answer is printed."""
    return f"{path.question}/{path.entry or ''}"


def page_of(path: Path, words: Words) -> Text:
    """What leads to where an answer is printed, with the number of that page."""
    return Text(words.say_in("number of a page", "p."), to=place_of(path), paged=True)


@dataclass(frozen=True, slots=True)
class Telling:
    """What of a case is told how: most answers are in `language`, `silent` questions are passed over with the
    places that have `gone_with` them, and what is told `elsewhere` has a line that leads there.
    """

    reading: Reading
    language: str = ""
    silent: frozenset[str] = frozenset()
    elsewhere: Mapping[Path, tuple[Text, ...]] = field(default_factory=dict)
    gone_with: frozenset[Path] = frozenset()
    beside: Mapping[Path, tuple[Text, ...]] = field(default_factory=dict)
    """What else to say under an answer."""

    def texts(self, path: Path, standing: Standing) -> tuple[Text, ...]:
        """What stands where this answer is asked for."""
        told = self.elsewhere.get(path) or answer_texts(self.reading, path, standing, self.language)
        return (*told, *self.beside.get(path, ()))


def section_blocks(telling: Telling, section: Section) -> Iterator[Block]:
    """A section under its heading; nothing when none of it is asked."""
    reading = telling.reading
    spots = frozenset(reading.interview.spots(section.name))
    told = [*_InSection(telling, section, spots).items(section.items, None, 2)]
    if not told:
        return
    title = reading.text(f"{section.name}:label", section.label)
    yield Heading(1, Text(title), place=section.name)
    yield from told
    yield from _not_told(telling, section)


def _not_told(telling: Telling, section: Section) -> Iterator[Block]:
    """How many questions were not asked; and, of a copy that tells less, that some are left out.

    These are not counted here: their number would tell what was answered to them.
    """
    reading = telling.reading
    every = [*_paths(reading, section.items, None)]
    sensitive = [path for path in every if path.question in telling.silent or path in telling.gone_with]
    not_asked = sum(1 for path in {*every}.difference(sensitive) if not reading.interview.is_asked(path))
    if not_asked:
        note = reading.words.say_many(
            "{count} question was not asked, since other answers show that it does not apply.",
            "{count} questions were not asked, since other answers show that they do not apply.",
            not_asked,
        )
        yield Prose(Text(note, soft=True))
    if sensitive:
        left_out = reading.words.say(
            "Questions that are sensitive, or asked because of such an answer, are left out here, as chosen."
        )
        yield Prose(Text(left_out, soft=True))


@dataclass(slots=True)
class _Gaps:
    """Questions without an answer, kept back until they can be told together; by the group they lie in."""

    seen: dict[str, list[str]] = field(default_factory=dict)
    left_empty: dict[str, list[str]] = field(default_factory=dict)
    not_reached: int = 0

    def blocks(self, words: Words) -> Iterator[Pair]:
        """Those that were on screen by their names, the rest by their number."""
        for what, labels in (
            (words.say("Seen, not answered"), self.seen),
            (words.say("Left empty, as they may be"), self.left_empty),
        ):
            if labels:
                groups = (_told_together(group, names, words) for group, names in labels.items())
                yield Pair(Text(what, soft=True), tuple(Text(group, soft=True) for group in groups))
        if self.not_reached:
            count = words.say_many("{count} question", "{count} questions", self.not_reached)
            yield Pair(Text(words.say("Not reached yet"), soft=True), (Text(count, soft=True),))


def _told_together(group: str, names: Sequence[str], words: Words) -> str:
    """Questions side by side, after the name of their group."""
    questions = BETWEEN.join(names)
    return words.say("{group}: {questions}", group=group, questions=questions) if group else questions


class _InSection:
    """Tells what stands at the spots of one section."""

    def __init__(self, telling: Telling, section: Section, spots: frozenset[Spot]) -> None:
        self._telling = telling
        self._reading = telling.reading
        self._title = telling.reading.text(f"{section.name}:label", section.label)
        self._spots = spots

    def items(self, items: Sequence[Item], entry: str | None, level: int) -> Iterator[Block]:
        """Pages and lists in their order. What follows a list says again to what it belongs."""
        stretch: list[Item] = []
        after_list = False
        for item in items:
            if Spot(item.name, entry) not in self._spots:
                continue
            if isinstance(item, Repeat) and self._reading.interview.entries(item.name, entry):
                yield from self._stretch(stretch, entry, level if after_list else 0)
                yield from self._list(item, entry, level)
                stretch, after_list = [], True
            else:
                stretch.append(item)
        yield from self._stretch(stretch, entry, level if after_list else 0)

    def _stretch(self, items: Sequence[Item], entry: str | None, continued: int) -> Iterator[Block]:
        """Pages and empty lists up to the next list; first a heading of level `continued` unless it is 0."""
        told: list[Block] = []
        gaps, headed = _Gaps(), False
        for item in items:
            has_head = isinstance(item, Page) and _is_headed(item, entry)
            blocks = [*self._item(item, entry, gaps)]
            if blocks and headed and not has_head:
                told.append(Space())
            headed = has_head if blocks else headed
            told += blocks
        left = [*gaps.blocks(self._reading.words)]
        if left and headed:
            told.append(Space())
        told += left
        if told and continued:
            around = self._reading.numbered_title(entry) if entry else self._title
            said = self._reading.words.say("{title}, continued", title=around)
            yield Heading(continued, Text(said), again=around)
        yield from told

    def _item(self, item: Item, entry: str | None, gaps: _Gaps) -> Iterator[Block]:
        if isinstance(item, Repeat):
            label = self._reading.text(f"{item.name}:label", item.label, entry)
            yield Pair(Text(label), (Text(self._reading.words.say("Nothing was added here."), soft=True),))
            return
        if not _is_headed(item, entry):
            yield from self._pairs(item, entry, gaps, "")
            return
        title = self._reading.text(f"{item.name}:label", item.label)
        if self._is_told(item):
            here = _Gaps()
            yield Heading(_DEEPEST, Text(title))
            yield from self._pairs(item, entry, here, "")
            yield from here.blocks(self._reading.words)
        else:  # there is nothing to tell of it but that it is open
            yield from self._pairs(item, entry, gaps, title)

    def _is_told(self, page: Page) -> bool:
        """Whether there is an answer to anything on a page outside lists."""
        told = (Standing.ANSWERED, Standing.STATE)
        return any(self._reading.interview.standing(Path(q.name)) in told for q in page.questions)

    def _pairs(self, page: Page, entry: str | None, gaps: _Gaps, group: str) -> Iterator[Pair]:
        """What was answered on a page; the rest goes into `gaps`, under the name of its group."""
        for question in page.questions:
            if question.name in self._telling.silent:
                continue
            path = Path(question.name, entry)
            standing = self._reading.interview.standing(path)
            match standing:
                case Standing.NOT_ASKED:
                    pass
                case Standing.NOT_REACHED:
                    gaps.not_reached += 1
                case Standing.UNANSWERED:
                    labels = gaps.left_empty if question.optional else gaps.seen
                    labels.setdefault(group, []).append(self._reading.label(path))
                case _:
                    texts = self._telling.texts(path, standing)
                    yield Pair(Text(self._reading.label(path)), texts, place=place_of(path))

    def _list(self, repeat: Repeat, parent: str | None, level: int) -> Iterator[Block]:
        """A list with its entries, each under its number and title."""
        yield Heading(level, Text(self._reading.text(f"{repeat.name}:label", repeat.label, parent)))
        inner = min(level + 1, _DEEPEST)
        for entry in self._reading.interview.entries(repeat.name, parent):
            yield Heading(inner, Text(self._reading.numbered_title(entry)))
            yield from self.items(repeat.items, entry, inner)


def _is_headed(page: Page, entry: str | None) -> bool:
    """Whether a page stands under a heading of its own: in an entry its questions speak for themselves."""
    return entry is None and len(page.questions) > 1


def _paths(reading: Reading, items: Sequence[Item], entry: str | None) -> Iterator[Path]:
    """Every question of these items that could be asked, in all entries that are there."""
    for item in items:
        if isinstance(item, Page):
            yield from (Path(q.name, entry) for q in item.questions if q.kind not in ASKING_NOTHING)
        else:
            for inner in reading.interview.entries(item.name, entry):
                yield from _paths(reading, item.items, inner)
