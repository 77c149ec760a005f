"""What is another now than in the version that was sealed last, answer by answer."""

from collections.abc import Iterator, Mapping

from intake.answers import Answer, Path
from intake.export.answer import STATES
from intake.export.document import Block, Cell, Heading, Prose, Table
from intake.export.plain import Text
from intake.export.sections import BETWEEN
from intake.export.source import Earlier, Source
from intake.export.text.clean import isolated
from intake.moments import day_and_time
from intake.record import Sealed
from intake.review.compare import Difference, Kind, compare
from intake.review.reading import Reading
from intake.words import mark

_KINDS: Mapping[Kind, str] = {
    Kind.ADDED: mark("new"),
    Kind.CHANGED: mark("changed"),
    Kind.WITHDRAWN: mark("withdrawn"),
}


def difference_blocks(source: Source, earlier: Earlier | None) -> Iterator[Block]:
    """Both wordings side by side; nothing when no version was sealed, or nothing has changed since."""
    words = source.reading.words
    found = compare(earlier.interview, source.interview) if earlier else ()
    if not earlier or not found:
        return
    yield Heading(1, Text(words.say("Changed since the last sealed version")))
    yield Prose(Text(_compared(source, earlier.sealed), partly=True), keep=True)
    yield Prose(Text(words.say("That an answer changed says nothing of why."), soft=True), keep=True)
    before = Reading(earlier.interview, words, source.reading.pack_words)
    heads = (words.say("Question"), words.say("Then"), words.say("Now"), "")
    rows = tuple(_row(before, source.reading, one) for one in found)
    yield Table(tuple(Text(head) for head in heads), rows, (1.5, 1.6, 1.6, 0.7), headed=True)


def _compared(source: Source, sealed: Sealed) -> str:
    """Which two states stand side by side."""
    words = source.reading.words
    return words.say(
        "Then: version {number}, sealed on {then} by {name}. Now: the draft as it was on {now}.",
        number=sealed.number,
        then=day_and_time(sealed.at.astimezone(source.imprint.exported.tzinfo), words),
        name=isolated(sealed.by),
        now=day_and_time(source.imprint.exported, words),
    )


def _row(before: Reading, now: Reading, one: Difference) -> tuple[Cell, ...]:
    holder = now if one.after is not None else before
    around = f"{holder.numbered_title(one.path.entry)}{BETWEEN}" if one.path.entry else ""
    return (
        (Text(f"{around}{holder.label(one.path)}", partly=bool(around)),),
        _said(before, one.path, one.before),
        _said(now, one.path, one.after),
        (Text(now.words.say(_KINDS[one.kind]), soft=True),),
    )


def _said(reading: Reading, path: Path, answer: Answer | None) -> Cell:
    if answer is None:
        return ()
    if answer.state is not None:
        return (Text(reading.words.say(STATES[answer.state]), soft=True),)
    return tuple(Text(line.words, line.own, answer.language) for line in reading.marked_lines(path))
