"""A memo of two pages: who it is, where the case stands, what happened when, and what is open."""

from collections.abc import Iterator, Sequence

from intake.export.cover import cover_head, identity, pair
from intake.export.document import Block, Document, Heading, Pair, Prose, Table
from intake.export.events import is_timed, moment_texts, rows_of
from intake.export.outstanding import outstanding
from intake.export.plain import Text
from intake.export.source import Source
from intake.export.summary import document_of
from intake.review.chronology import Row
from intake.words import Words

PAGES = 2
_BACKGROUND = "life"


def memo(source: Source, most: int) -> Document:
    """The memo with at most so many rows of the chronology; those of daily life give way first."""
    words = source.reading.words
    return document_of(source, words.say("Memo"), tuple(_blocks(source, most)))


def rows_told(source: Source) -> int:
    """How many rows a memo could have."""
    return len(_rows(source))


def _blocks(source: Source, most: int) -> Iterator[Block]:
    words, found = source.reading.words, outstanding(source.interview, source.silent)
    yield from cover_head(source, words.say("Memo of an intake"))
    yield from identity(source)
    yield pair(words.say("Case"), Text(source.case.id))
    yield Pair(Text(words.say("What is open")), tuple(Text(line) for line in found.counts(words)))
    rows = _rows(source)
    chosen = _chosen(rows, most)
    if not chosen:
        return
    yield Heading(1, Text(words.say("Chronology")))
    heads = (words.say("When, as told"), words.say("What"), words.say("Where"))
    yield Table(
        tuple(Text(head) for head in heads), tuple(_row(source, row) for row in chosen), (1.6, 1.8, 1.0)
    )
    left_out = len(rows) - len(chosen)
    if left_out:
        note = words.say_many(
            "{count} more row is in the full summary.", "{count} more rows are in the full summary.", left_out
        )
        yield Prose(Text(note, soft=True))


def _rows(source: Source) -> list[Row]:
    """Those of which it was said when they were; the others are among what is open."""
    return [row for row in rows_of(source) if is_timed(row)]


def _chosen(rows: Sequence[Row], most: int) -> list[Row]:
    """As many as there is room for, in their order."""
    first = [row for row in rows if row.lane != _BACKGROUND and row.when.date]
    rest = [row for row in rows if row not in first]
    kept = {id(row) for row in (*first, *rest)[:most]}
    return [row for row in rows if id(row) in kept]


def _row(source: Source, row: Row) -> tuple[tuple[Text, ...], ...]:
    words = source.reading.words
    return (
        tuple(text for text in _when(row, words) if not text.own or not row.when.date),
        (Text(row.title, partly=row.own_title),),
        (Text(row.place, own=row.own_place),) if row.place else (),
    )


def _when(row: Row, words: Words) -> Iterator[Text]:
    """When it was, or began, and when it ended, as far as that was told."""
    yield from moment_texts(row.when, words)
    if row.until and row.until.date:
        yield from (
            text for text in moment_texts(row.until, words, words.say("until: {date}")) if not text.own
        )
    elif row.goes_on:
        yield Text(words.say("and goes on"))
