"""The chronology as a table: dates as they were told, and how exact they are."""

from collections.abc import Iterator

from intake.dates import say
from intake.export.answer import STATES
from intake.export.document import Block, Heading, Prose, Table
from intake.export.plain import Text
from intake.review.chronology import Moment, Row
from intake.review.precision import both_ends, precision
from intake.words import Words


def chronology_blocks(rows: tuple[Row, ...], words: Words) -> Iterator[Block]:
    """The table under its heading; nothing when nothing happened."""
    if not rows:
        return
    yield Heading(1, Text(words.say("Chronology")))
    note = words.say(
        "Each date is printed as it was told; none was completed. Where dates overlap, the order of the rows"
        " is not certain: they stand as they were told. A line marks the applicant's own words, and titles"
        " that hold some."
    )
    yield Prose(Text(note, soft=True))
    heads = (words.say("When, as told"), words.say("How exact"), words.say("What"), words.say("Where"))
    yield Table(
        tuple(Text(head) for head in heads),
        tuple(
            (
                (*_moment(row.when, words), *_until(row, words)),
                tuple(Text(how, soft=True) for how in _how_exact(row, words)),
                (Text(row.title, partly=row.own_title),),
                (Text(row.place, own=row.own_place),) if row.place else (),
            )
            for row in rows
        ),
        (1.75, 1.05, 1.3, 0.9),
    )


def _moment(moment: Moment, words: Words, said: str = "{date}") -> Iterator[Text]:
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
        yield from _moment(until, words, words.say("until: {date}"))
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


def _exactness(moment: Moment, words: Words) -> str:
    if moment.date:
        return precision(moment.date, words)
    if moment.remark:
        return words.say("no date")
    return words.say("own words only") if moment.words else ""
