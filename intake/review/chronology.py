"""The chronology: what a person told of when things were, in the order that it certainly had.

Where dates overlap, nobody knows which came first: such rows stay in the order in which they were told, those
of different lists by their bounds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop

from intake.answers import Path, State
from intake.dates import UncertainDate, beginning, chronological
from intake.form.cleaning import shown_text
from intake.form.kinds.choosing import YES
from intake.form.kinds.when import date_of, own_words
from intake.form.model import Happening
from intake.interview import Interview, Standing
from intake.review.reading import Reading, says_nothing
from intake.review.told import choice_at
from intake.words import Words


@dataclass(frozen=True, slots=True)
class Moment:
    """An answer to a question of when.

    `date` is None when it is a state, was only put in words that are no date (`words`), was typed but makes
    none (`remark` says so), or is missing.
    """

    date: UncertainDate | None
    words: str = ""
    state: State | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Something that happened. `source` is where its date was told; `until` is None where no end is asked.

    `own_title`, `own_place`: there are words of the person in it. It `goes_on` where they say so.
    """

    title: str
    own_title: bool
    lane: str
    when: Moment
    until: Moment | None
    place: str
    own_place: bool
    source: Path
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A row that has no place yet, with the first and last day on which it can have begun, as ordinals, and
    its `bounds` as said.
    """

    row: Row
    bounds: tuple[int, int]
    first: int
    last: int
    thread: str


def chronology(interview: Interview, pack_words: Words, words: Words) -> tuple[Row, ...]:
    """Every happening that was asked about: the dated ones in their order, then those without a date.

    What was never on screen is left out, unless it belongs to an entry the person added.
    """
    reading = Reading(interview, words, pack_words)
    rows = [
        _row(reading, happening, path)
        for happening in interview.form.chronology
        for path in reading.places(interview.form.questions[happening.when])
        if _is_told(interview, path)
    ]
    told = {path: (place, section) for place, (path, section) in enumerate(_paths(interview))}
    never = (len(told), "")
    rows.sort(key=lambda row: told.get(row.source, never))
    waiting, rest = [], []
    for row in rows:
        date, section = row.when.date, told.get(row.source, never)[1]
        if date and (date.earliest or date.latest):
            bounds, thread = chronological(date)[:2], _thread(row, section, interview)
            waiting.append(_Waiting(row, bounds, *beginning(date), thread))
        else:  # whatever it says, it says nothing of the years it can lie in
            rest.append(row)
    return (*_in_order(waiting), *rest)


def _is_told(interview: Interview, path: Path) -> bool:
    standing = interview.standing(path)
    if standing is Standing.NOT_REACHED:
        return path.entry is not None
    return standing is not Standing.NOT_ASKED


def _paths(interview: Interview) -> Iterator[tuple[Path, str]]:
    """Everything that is asked, in the order in which it is asked, with its section."""
    for section in interview.form.sections:
        for spot in interview.spots(section.name):
            yield from ((path, section.name) for path in interview.paths(spot))


def _in_order(waiting: list[_Waiting]) -> Iterator[Row]:
    """Each time one of those that none of the rest certainly began before: of what was told in one go the
    first told, and of several such the one with the earliest bound.
    """
    threads: dict[str, list[_Waiting]] = {}
    for one in waiting:
        threads.setdefault(one.thread, []).append(one)
    ends = [(one.last, number) for number, one in enumerate(waiting)]
    heapify(ends)
    placed: set[Path] = set()
    while ends:
        soonest, number = ends[0]
        if waiting[number].row.source in placed:
            heappop(ends)
            continue
        heads = (next((one for one in told if one.first <= soonest), None) for told in threads.values())
        following = min((one for one in heads if one is not None), key=lambda one: one.bounds)
        threads[following.thread].remove(following)
        placed.add(following.row.source)
        yield following.row


def _thread(row: Row, section: str, interview: Interview) -> str:
    """What was told in one go: an outermost list, or what a section asks outside lists."""
    *_, outermost = (None, *interview.answers.ancestors(row.source.entry))
    return outermost.repeat if outermost else section


def _row(reading: Reading, happening: Happening, source: Path) -> Row:
    until = Path(happening.until, source.entry) if happening.until else None
    title, own_title = _title(reading, happening, source)
    place, own_place = _place(reading, happening, source)
    return Row(
        title=title,
        own_title=own_title,
        lane=happening.lane,
        when=_moment(reading, source),
        until=_moment(reading, until) if until and reading.interview.is_asked(until) else None,
        place=place,
        own_place=own_place,
        source=source,
        goes_on=bool(happening.still)
        and choice_at(reading.interview, Path(happening.still, source.entry)) == YES,
    )


def _title(reading: Reading, happening: Happening, source: Path) -> tuple[str, bool]:
    """What it is called, and whether there are words of the person in that."""
    text = (f"chronology/{happening.name}:title", happening.title, source.entry)
    title = reading.text(*text)
    if source.entry and says_nothing(title):
        return reading.entry_title(source.entry), False
    return title, reading.holds_own_words(*text)


def _place(reading: Reading, happening: Happening, source: Path) -> tuple[str, bool]:
    """Where it was, and whether in the person's own words: the answer to its question of place, in the same
    entry or outside repeats.
    """
    if not happening.place:
        return "", False
    inside = reading.interview.form.questions[happening.place].repeats
    path = Path(happening.place, source.entry if inside else None)
    lines = reading.marked_lines(path) if reading.interview.is_asked(path) else ()
    return ", ".join(line.words for line in lines), any(line.own for line in lines)


def _moment(reading: Reading, path: Path) -> Moment:
    answer = reading.interview.answers.get(path)
    if answer is None or answer.value is None:
        return Moment(None, state=answer.state if answer else None)
    date = date_of(answer.value)
    if date is not None:
        return Moment(date, shown_text(own_words(answer.value)))
    lines = reading.marked_lines(path)
    words = "\n".join(line.words for line in lines if line.own)
    return Moment(None, words, remark="\n".join(line.words for line in lines if line.remark))
