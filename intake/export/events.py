"""The chronology as a drawing and a table: dates as they were told, how exact they are, and where from."""

from collections.abc import Iterator, Sequence

from intake.dates import say
from intake.export.answer import STATES
from intake.export.document import Block, Cell, Figure, Heading, Pair, Prose, Table
from intake.export.exhibits import Exhibit, exhibits_at
from intake.export.plain import Text
from intake.export.sections import BETWEEN, page_of
from intake.export.source import Source
from intake.export.text.clean import isolated
from intake.export.timeline import timeline_of
from intake.moments import day
from intake.review.between import between, with_between
from intake.review.chronology import Moment, Row, chronology
from intake.review.precision import both_ends, days_counted, precision
from intake.review.stretches import Gap, Overlap
from intake.words import Words

PLACE = "chronology"
_COUNTED = 36_500
"""Days beyond which a stretch has no end that was told."""


def place_of_row(number: int) -> str:
    """The name of the place where a row of the chronology is printed."""
    return f"{PLACE}/{number}"


def rows_of(source: Source) -> tuple[Row, ...]:
    """The rows that may be told of, in their order, last those of no time; they are numbered from 1."""
    rows = chronology(source.interview, source.reading.pack_words, source.reading.words)
    told = [row for row in rows if row.source.question not in source.silent]
    return tuple(sorted(told, key=lambda row: not is_timed(row)))


def chronology_blocks(source: Source, rows: Sequence[Row], exhibits: Sequence[Exhibit]) -> Iterator[Block]:
    """The drawing and the table under their heading; nothing when nothing happened."""
    words = source.reading.words
    if not rows:
        return
    yield Heading(1, Text(words.say("Chronology")), place=PLACE)
    note = words.say(
        "Each date is printed as it was told; none was completed. Where dates overlap, the order of the rows"
        " is not certain: they stand as they were told. A line marks the applicant's own words, and titles"
        " that hold some."
    )
    yield Prose(Text(note, soft=True), keep=True)
    counted = words.say(
        "Below a date stand the first and the last day that it is counted with, in gaps and deadlines too:"
        " “about” and “perhaps” leave room of a week beside a day, of a month beside a month or a season, of"
        " a year beside a year."
    )
    yield Prose(Text(counted, soft=True), keep=True)
    timed = [row for row in rows if is_timed(row)]
    yield from _drawn(source, timed)
    if timed:
        yield _table(source, timed, exhibits)
    yield from _untimed(rows, words)


def _drawn(source: Source, rows: Sequence[Row]) -> Iterator[Block]:
    """The drawing, how to read it, and what is not in it."""
    words = source.reading.words
    drawn = timeline_of(rows, source.imprint.today, words)
    if drawn is None:
        return
    legend = words.say(
        "The numbers are those of the rows below. What is full is certain; what is empty is possible, as far"
        " as the dates were told. A dot stands for what is too short for a bar. Two slanted lines: it goes on"
        " beyond the drawing, or nobody told how far."
    )
    yield Prose(Text(legend, soft=True), keep=True)
    yield Figure(drawn.drawing, words.say("The rows of the table below, drawn over the years."))
    if drawn.beyond:
        listed = ", ".join(map(str, drawn.beyond))
        yield Prose(Text(words.say("Outside the drawing: rows {rows}.", rows=listed), soft=True))
    if drawn.undated:
        listed = ", ".join(map(str, drawn.undated))
        yield Prose(Text(words.say("Without a date to draw: rows {rows}.", rows=listed), soft=True))


def is_timed(row: Row) -> bool:
    """Whether anything was said of when it was; what was not even answered says nothing in a table."""
    return any(
        moment.date or moment.words or moment.state or moment.remark
        for moment in (row.when, row.until)
        if moment is not None
    )


def _untimed(rows: Sequence[Row], words: Words) -> Iterator[Block]:
    """What was told of without a word on when it was, together under the table."""
    told = {(row.title, row.own_title, row.place): None for row in rows if not is_timed(row)}
    if told:
        texts = tuple(
            Text(f"{title}{BETWEEN}{place}" if place and place not in title else title, partly=own)
            for title, own, place in told
        )
        yield Pair(Text(words.say("No date was given yet for")), texts)


def _table(source: Source, rows: Sequence[Row], exhibits: Sequence[Exhibit]) -> Table:
    words = source.reading.words
    numbers = {id(row): number for number, row in enumerate(rows, 1)}
    lines, places = [], []
    for line in with_between(rows, between(source.interview, source.imprint.today)):
        if isinstance(line, Row):
            lines.append(_row(source, line, numbers[id(line)], exhibits))
            places.append(place_of_row(numbers[id(line)]))
        else:
            lines.append(_between(source, line))
            places.append("")
    when, where = words.say("When, as told"), words.say("Where")
    heads = ("", when, words.say("How exact"), words.say("What"), where, words.say("Told in"))
    return Table(
        tuple(Text(head) for head in heads),
        tuple(lines),
        (0.36, 1.84, 1.0, 1.2, 1.18, 0.68),
        headed=True,
        places=tuple(places),
    )


def _row(source: Source, row: Row, number: int, exhibits: Sequence[Exhibit]) -> tuple[Cell, ...]:
    words = source.reading.words
    return (
        (Text(f"{number}", soft=True),),
        (*moment_texts(row.when, words), *_bounds(row.when, words), *_until(row, words)),
        tuple(Text(how, soft=True) for how in _how_exact(row, words)),
        (Text(row.title, partly=row.own_title),),
        (Text(row.place, own=row.own_place),) if row.place else (),
        tuple(_told_in(source, row, exhibits)),
    )


def _told_in(source: Source, row: Row, exhibits: Sequence[Exhibit]) -> Iterator[Text]:
    """Where the date was told, and the files that were given with it."""
    words, entry = source.reading.words, row.source.entry
    if source.interview.answers.get(row.source):
        yield page_of(row.source, words)
    for one in exhibits_at(source.interview, exhibits, entry) if entry else ():
        yield Text(words.say("exhibit {number}", number=one.number), to=one.place)


def _between(source: Source, found: Gap | Overlap) -> tuple[Cell, ...]:
    """A gap or an overlap as a row of its own: what lies between two rows, and never why."""
    words = source.reading.words
    least, most = (max(0, days) for days in found.days)
    is_gap = isinstance(found, Gap)
    sure = words.say("gap") if is_gap else words.say("overlap")
    perhaps = words.say("perhaps a gap") if is_gap else words.say("perhaps an overlap")
    what = sure if found.certain else perhaps
    titles = [source.reading.entry_title(one.entry) for one in (found.earlier, found.later)]
    said = words.say("between “{earlier}” and “{later}”", earlier=titles[0], later=titles[1])
    return (
        (Text("–", soft=True),),
        (Text(what, soft=True),),
        (Text(_days(least, most, words), soft=True),),
        (Text(said, soft=True, partly=True),),
        (),
        tuple(page_of(one.sources[0], words) for one in (found.earlier, found.later)),
    )


def _days(least: int, most: int, words: Words) -> str:
    if most > _COUNTED:
        return words.say_many("{count} day or more", "{count} days or more", least)
    if least == most:
        return words.say_many("{count} day", "{count} days", least)
    return words.say("{least} to {most} days", least=least, most=most)


def moment_texts(moment: Moment, words: Words, said: str = "{date}") -> Iterator[Text]:
    """A date and the person's words for it; once, where both are the same."""
    read = say(moment.date, words) if moment.date else ""
    if read:
        yield Text(said.format(date=read), partly=read == moment.words)
    elif moment.remark:
        yield Text(moment.remark, soft=True)
    elif not moment.words:
        yield Text(words.say("date not known ({why})", why=_why(moment, words)), soft=True)
    if moment.words and moment.words != read:
        yield Text(moment.words, own=True)


def _until(row: Row, words: Words) -> Iterator[Text]:
    """When it ended, where that was asked; a date that is a stretch has told so already."""
    until = row.until
    if until is None:
        return
    if until.date or until.words or until.remark:
        yield from moment_texts(until, words, words.say("until: {date}"))
        yield from _bounds(until, words)
    elif until.state or not (row.when.date and row.when.date.period):
        yield Text(words.say("end not known ({why})", why=_why(until, words)), soft=True)


def _why(moment: Moment, words: Words) -> str:
    return words.say(STATES[moment.state]) if moment.state else words.say("not answered")


def _how_exact(row: Row, words: Words) -> tuple[str, ...]:
    """How exact the date is; of a stretch, how exact its beginning and how exact its end."""
    begun = _exactness(row.when, words)
    ended = _exactness(row.until, words) if row.until else ""
    if begun and ended:
        return both_ends(begun, ended, words)
    return tuple(filter(None, (begun, ended)))


def _bounds(moment: Moment, words: Words) -> Iterator[Text]:
    """The first and the last day that a date is counted with, where that is more than one."""
    days = days_counted(moment.date) if moment.date else None
    if days and days[0] != days[1]:
        first, last = (isolated(day(bound, words)) for bound in days)
        yield Text(f"{first} – {last}", soft=True)


def _exactness(moment: Moment, words: Words) -> str:
    if moment.date:
        return precision(moment.date, words)
    if moment.remark:
        return words.say("no date")
    return words.say("own words only") if moment.words else ""
