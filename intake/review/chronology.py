"""The chronology: what a person told of when things were, in the order of the bounds of what they said."""

from dataclasses import dataclass

from intake.answers import Path, State
from intake.dates import UncertainDate, chronological
from intake.form.kinds.when import date_of
from intake.form.model import Happening
from intake.interview import Interview, Standing
from intake.review.reading import Reading, says_nothing
from intake.words import Words


@dataclass(frozen=True, slots=True)
class Moment:
    """An answer to a question of when.

    `date` is None when it is a state, was only put in words that are no date (`words`), or is missing.
    """

    date: UncertainDate | None
    words: str = ""
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Something that happened. `source` is where its date was told; `until` is None where no end is asked."""

    title: str
    lane: str
    when: Moment
    until: Moment | None
    place: str
    source: Path


def chronology(interview: Interview, pack_words: Words, words: Words) -> tuple[Row, ...]:
    """Every happening that was asked about: the dated ones by their bounds, then those without a date.

    What was never on screen is left out, unless it belongs to an entry the person added.
    """
    reading = Reading(interview, words, pack_words)
    rows = [
        _row(reading, happening, path)
        for happening in interview.form.chronology
        for path in reading.places(interview.form.questions[happening.when])
        if _is_told(interview, path)
    ]
    dated = [row for row in rows if row.when.date]
    undated = [row for row in rows if not row.when.date]
    return (*sorted(dated, key=_bounds), *undated)


def _is_told(interview: Interview, path: Path) -> bool:
    standing = interview.standing(path)
    if standing is Standing.NOT_REACHED:
        return path.entry is not None
    return standing is not Standing.NOT_ASKED


def _bounds(row: Row) -> tuple[int, int, str, str]:
    return chronological(row.when.date) if row.when.date else (0, 0, "", "")


def _row(reading: Reading, happening: Happening, source: Path) -> Row:
    until = Path(happening.until, source.entry) if happening.until else None
    return Row(
        _title(reading, happening, source),
        happening.lane,
        _moment(reading, source),
        _moment(reading, until) if until and reading.interview.is_asked(until) else None,
        _place(reading, happening, source),
        source,
    )


def _title(reading: Reading, happening: Happening, source: Path) -> str:
    title = reading.text(f"chronology/{happening.name}:title", happening.title, source.entry)
    return reading.entry_title(source.entry) if source.entry and says_nothing(title) else title


def _place(reading: Reading, happening: Happening, source: Path) -> str:
    """Where it was: the answer to its question of place, in the same entry or outside repeats."""
    if not happening.place:
        return ""
    inside = reading.interview.form.questions[happening.place].repeats
    path = Path(happening.place, source.entry if inside else None)
    return ", ".join(reading.lines(path)) if reading.interview.is_asked(path) else ""


def _moment(reading: Reading, path: Path) -> Moment:
    answer = reading.interview.answers.get(path)
    if answer is None or answer.value is None:
        return Moment(None, state=answer.state if answer else None)
    date = date_of(answer.value)
    lines = reading.lines(path)
    return Moment(date, "\n".join(lines[1:] if date else lines))
