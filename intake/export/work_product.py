"""Counsel's work product, a file of its own: days to keep, findings, grounds, notes, and what is asked.

It alone takes a whole `Record`; no other document can see what is for counsel alone.
"""

from collections.abc import Iterator, Sequence

from intake.answers import Path
from intake.export.answer import answer_texts
from intake.export.cover import clock, cover_head, main_language, pair
from intake.export.crossing import (
    Crossings,
    place_of_finding,
    place_of_ground,
    place_of_note,
    place_of_query,
)
from intake.export.differences import difference_blocks
from intake.export.document import Block, Cell, Document, Heading, Notice, Prose, Table
from intake.export.plain import Text
from intake.export.sections import BETWEEN
from intake.export.source import Earlier, Source
from intake.export.summary import document_of
from intake.export.text.clean import isolated
from intake.interview import Standing
from intake.moments import day
from intake.record import Query, Record
from intake.review.deadlines import KEPT, Deadline, by, deadlines, seen_from, title, what_changes_it
from intake.review.findings import Finding, findings, not_listed, question, quotes, told_apart
from intake.review.findings import standing as standing_of
from intake.review.findings.finding import STATES
from intake.review.grounds import GROUNDS, board
from intake.words import Words

_IN_BOX = 6


def work_product(source: Source, record: Record, earlier: Earlier | None) -> Document:
    """Everything that is counsel's own, each part only if it has something to say.

    `earlier` is the case as it was sealed last, if it was.
    """
    words = source.reading.words
    label = words.say("Counsel work product, do not file")
    blocks = (*_blocks(source, record), *difference_blocks(source, earlier))
    return document_of(source, words.say("Work product"), blocks, f"{label} · {_draft(source)}")


def _draft(source: Source) -> str:
    words = source.reading.words
    draft, fictional = words.say("draft, unsworn"), words.say("Fictional sample")
    return f"{fictional} · {draft}" if source.case.fictional else draft


def _blocks(source: Source, record: Record) -> Iterator[Block]:
    words = source.reading.words
    found = deadlines(source.interview)
    yield from cover_head(source, words.say("Work product"))
    yield pair(words.say("Case"), Text(source.case.id))
    yield pair(words.say("Exported"), Text(clock(source.imprint.exported, words)))
    yield from _box(source, found)
    yield from _days(source, found)
    asked, faint = told_apart(findings(source.interview, source.imprint.today), record.finding_words)
    crossings = Crossings(asked, record, words)
    yield from _findings(source, crossings, len(faint))
    yield from _grounds(source, crossings)
    yield from _notes(source, crossings)
    yield from _queries(source, crossings)
    yield from _proposals(source, record)


def _box(source: Source, found: Sequence[Deadline]) -> Iterator[Block]:
    """The days that govern, soonest first."""
    words = source.reading.words
    today = source.imprint.today
    ahead = [one for one in found if one.governs and one.is_ahead(today)]
    if not ahead:
        return
    lines = [
        Text(
            words.say("{when}: {title}", when=seen_from(one, today, words), title=title(one, source.reading))
        )
        for one in ahead[:_IN_BOX]
    ]
    yield Notice((Text(words.say("Days to keep, counted from the earliest day that was told")), *lines))


def _days(source: Source, found: Sequence[Deadline]) -> Iterator[Block]:
    words = source.reading.words
    if not found:
        return
    yield Heading(1, Text(words.say("Days to keep")))
    note = words.say(
        "Counted cautiously: an uncertain date counts from the earliest day it can mean, and a weekend or a"
        " federal holiday moves a day back. Counsel confirms each rule before relying on it."
    )
    yield Prose(Text(note, soft=True), keep=True)
    heads = (words.say("Day or fee"), words.say("What"), words.say("Counted from"), words.say("Rule"))
    rows = tuple(_deadline(source, one) for one in found)
    yield Table(tuple(Text(head) for head in heads), rows, (0.9, 1.5, 1.4, 1.4), headed=True)


def _deadline(source: Source, one: Deadline) -> tuple[Cell, ...]:
    words, reading = source.reading.words, source.reading
    when = [Text(by(one, words))]
    if one.latest and one.uncertain:
        when.append(Text(words.say("at the latest {day}", day=day(one.latest, words)), soft=True))
    if one.moved and one.unmoved:
        when.append(Text(words.say("moved back from {day}", day=day(one.unmoved, words)), soft=True))
    if one.kept in KEPT:
        when.append(Text(words.say(KEPT[one.kept]), soft=True))
    if not one.plausible:
        when.append(Text(words.say("may not count"), soft=True))
    read = dict.fromkeys((rule.version, day(rule.checked_on, words)) for rule in one.rules)
    rules = [Text(words.say("{version}; read on {day}", version=v, day=on), soft=True) for v, on in read]
    stale = one.outdated_since(source.imprint.today)
    if stale:
        rules.append(Text(words.say("may be out of date since {day}", day=day(stale, words))))
    what = [Text(title(one, reading)), Text(what_changes_it(one, reading), soft=True)]
    basis = [path for path in one.basis if source.interview.standing(path) is not Standing.NOT_ASKED]
    return (tuple(when), tuple(what), tuple(_told(source, basis)), tuple(rules))


def _told(source: Source, paths: Sequence[Path]) -> Iterator[Text]:
    """Answers after their questions, side by side for whoever compares them."""
    reading = source.reading
    for path in paths:
        around = f"{reading.numbered_title(path.entry)}{BETWEEN}" if path.entry else ""
        yield Text(f"{around}{reading.label(path)}", soft=True, partly=bool(around))
        standing = source.interview.standing(path)
        if standing is Standing.NOT_ASKED:
            yield Text(reading.words.say("not asked now"), soft=True)
        else:
            yield from answer_texts(reading, path, standing, main_language(source.interview))


def _findings(source: Source, crossings: Crossings, faint: int) -> Iterator[Block]:
    words, found = source.reading.words, crossings.findings
    if not found and not faint:
        return
    yield Heading(1, Text(words.say("To ask about")))
    note = words.say("Answers that raise a question when they are read together, with what was told.")
    yield Prose(Text(note, soft=True), keep=True)
    heads = ("", words.say("Question"), words.say("Told"), words.say("Where it stands"))
    rows = tuple(_finding(source, crossings, number, one) for number, one in enumerate(found, 1))
    places = tuple(map(place_of_finding, range(1, len(found) + 1)))
    widths = (0.38, 1.7, 2.1, 1.0)
    if rows:
        yield Table(tuple(Text(head) for head in heads), rows, widths, headed=True, places=places)
    if faint:
        yield Prose(Text(not_listed(faint, words), soft=True))


def _finding(source: Source, crossings: Crossings, number: int, one: Finding) -> tuple[Cell, ...]:
    words = source.reading.words
    where = standing_of(one, crossings.record.finding_words)
    state = [Text(words.say(STATES[where.state]))]
    if where.reopened:
        state.append(Text(words.say("open again: answers have changed"), soft=True))
    if where.word and where.word.reason:
        state.append(Text(where.word.reason, own=True))
        state.append(Text(_by(where.word.by, words), soft=True))
    state += crossings.beside(one)
    asks = (Text(question(one, source.reading), partly=quotes(one, source.reading)),)
    return ((Text(f"{number}", soft=True),), asks, tuple(_told(source, one.sources)), tuple(state))


def _by(name: str, words: Words) -> str:
    return words.say("by {name}", name=isolated(name))


def _grounds(source: Source, crossings: Crossings) -> Iterator[Block]:
    """What reviewers read as bearing on a ground: marked by people, never by the program."""
    words, record = source.reading.words, crossings.record
    if not record.ground_marks:
        return
    yield Heading(1, Text(words.say("Grounds")))
    note = words.say("A person made each mark. The program makes none, and does not say that one is missing.")
    yield Prose(Text(note, soft=True), keep=True)
    found = board(source.interview, record.ground_marks)
    heads = (words.say("Told"), words.say("Remark"), words.say("By"))
    for ground, name in GROUNDS.items():
        rows = tuple(
            (
                (*_told(source, (card.path,)), *crossings.on(card.path)) if at == 0 else (),
                (Text(made.remark, own=True),) if made.remark else (),
                (Text(made.by, own=True),),
            )
            for card in found.cards
            for at, made in enumerate(card.marked(ground))
        )
        if rows:
            yield Heading(2, Text(words.say(name)), place=place_of_ground(ground))
            yield Table(tuple(Text(head) for head in heads), rows, (2.4, 1.8, 0.9))


def _notes(source: Source, crossings: Crossings) -> Iterator[Block]:
    words, record = source.reading.words, crossings.record
    if not record.notes:
        return
    yield Heading(1, Text(words.say("Notes")))
    rows = tuple(
        (
            (Text(f"{number}", soft=True),),
            (Text(made.text, own=True),),
            (*_about(source, made.path), *crossings.on(made.path)),
            (Text(made.by, own=True), Text(day(source.imprint.day_of(made.at), words), soft=True)),
            (Text(words.say("done") if made.done else words.say("open"), soft=made.done),),
        )
        for number, made in enumerate(record.notes, 1)
    )
    places = tuple(map(place_of_note, range(1, len(rows) + 1)))
    heads = ("", words.say("Note"), words.say("About"), words.say("By"), words.say("Where it stands"))
    yield Table(tuple(Text(head) for head in heads), rows, (0.38, 1.9, 1.4, 1.2, 0.8), places=places)


def _about(source: Source, path: Path | None) -> Cell:
    """The question that something is pinned to; the whole case when there is none."""
    reading = source.reading
    if path is None or path.question not in source.interview.form.questions:
        return (Text(reading.words.say("the case"), soft=True),)
    around = f"{reading.numbered_title(path.entry)}{BETWEEN}" if path.entry else ""
    return (Text(f"{around}{reading.label(path)}", partly=bool(around)),)


def _queries(source: Source, crossings: Crossings) -> Iterator[Block]:
    words, record = source.reading.words, crossings.record
    if not record.queries:
        return
    yield Heading(1, Text(words.say("Asked of the applicant")))
    rows = tuple(
        (
            (Text(f"{number}", soft=True),),
            (Text(asked.text, own=True, language=asked.language), Text(_by(asked.by, words), soft=True)),
            (*_about(source, asked.path), *_raised(crossings, asked)),
            tuple(
                Text(reply.text, own=True, language=reply.language)
                for reply in record.replies
                if reply.query == asked.id
            )
            or (Text(words.say("no reply yet"), soft=True),),
        )
        for number, asked in enumerate(record.queries, 1)
    )
    places = tuple(map(place_of_query, range(1, len(rows) + 1)))
    heads = ("", words.say("Question"), words.say("About"), words.say("Reply"))
    yield Table(tuple(Text(head) for head in heads), rows, (0.38, 1.7, 1.4, 1.7), places=places)


def _raised(crossings: Crossings, asked: Query) -> Iterator[Text]:
    """Lines that lead to the finding that a question was made from, else to those on the same answer."""
    made = (*crossings.made_from(asked.finding),)
    yield from made or crossings.on(asked.path)


def _proposals(source: Source, record: Record) -> Iterator[Block]:
    """Changes that reviewers propose, with what became of them."""
    words = source.reading.words
    if not record.proposals:
        return
    yield Heading(1, Text(words.say("Proposed changes")))
    rows = []
    for made in record.proposals:
        state = words.say("taken as their own") if made.adopted else words.say("waiting")
        state = words.say("declined") if made.declined else state
        why = (Text(made.why, own=True),) if made.why else ()
        rows.append((_about(source, made.path), why, (Text(made.by, own=True),), (Text(state),)))
    heads = (words.say("About"), words.say("Why"), words.say("By"), words.say("Where it stands"))
    yield Table(tuple(Text(head) for head in heads), tuple(rows), (1.8, 1.8, 0.9, 0.9))
