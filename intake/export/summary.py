"""The summary for counsel: the facts of a case as the person told them, as a document. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from intake.answers import Path, State
from intake.case import Case, Status
from intake.dates import say
from intake.export.document import Block, Document, Heading, Pair, Prose, Table, Text
from intake.export.sections import STATES, in_stead, section_blocks
from intake.export.text.clean import isolated
from intake.form.kinds.texts import plain
from intake.interview import Interview, Standing
from intake.review.chronology import Moment, Row, chronology
from intake.review.precision import precision
from intake.review.reading import Reading, says_nothing
from intake.words import Words, mark

STATUSES = {
    Status.IN_PROGRESS: mark("still being written"),
    Status.HELP_WANTED: mark("the applicant has asked for help"),
    Status.SHARED: mark("shared by the applicant"),
}
_HASH_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Imprint:
    """When a summary is made (with its time zone), by which version, for which counsel (empty: for none)."""

    exported: datetime
    version: str
    prepared_for: str = ""


def summarise(
    case: Case, interview: Interview, words: Words, pack_words: Words, imprint: Imprint
) -> Document:
    """What was asked and told, in the reader's language, own words untouched; hidden answers are counted."""
    reading = Reading(interview, words, pack_words)
    blocks: list[Block] = [*_cover(case, reading, imprint)]
    blocks += _chronology(chronology(interview, pack_words, words), words)
    for section in interview.form.sections:
        blocks += section_blocks(reading, section, case.language)
    blocks += _no_longer_asked(reading)
    blocks += _provenance(case, reading, imprint)
    return Document(
        language=words.language,
        title=words.say("Intake summary"),
        label=_label(case, words, imprint),
        foot=words.say("Case {case} · Intake {version}", case=case.id, version=imprint.version),
        page_of=words.say("Page {page} of {pages}"),
        lacking=words.say("No font has these characters; they are printed as boxes: {characters}"),
        blocks=tuple(blocks),
    )


def _label(case: Case, words: Words, imprint: Imprint) -> str:
    if imprint.prepared_for:
        label = words.say("Prepared for {name}", name=isolated(imprint.prepared_for))
    else:
        label = words.say("Draft, unsworn, not filed; privilege not established")
    if case.fictional:
        fictional = words.say("Fictional sample")
        return f"{fictional} · {label}"
    return label


def _cover(case: Case, reading: Reading, imprint: Imprint) -> Iterator[Block]:
    words, form = reading.words, reading.interview.form
    yield Heading(0, Text(words.say("Summary of an intake")))
    if case.fictional:
        yield Prose(Text(words.say("This is a fictional sample. No real person is described.")))
    note = words.say(
        "Facts as the applicant told them, not checked. "
        "A line beside an answer marks the applicant's own words, printed as they were typed."
    )
    yield Prose(Text(note, soft=True))
    name = reading.text("form:case_title", form.case_title)
    if not says_nothing(name):
        yield _pair(words.say("Name as given"), Text(name, own=True))
    yield _pair(words.say("Case"), Text(case.id))
    yield _pair(words.say("Language of the interview"), Text(_language(case.language, words)))
    yield _pair(words.say("Status"), Text(words.say(STATUSES[case.status])))
    yield Pair(Text(words.say("Typed by")), tuple(Text(line) for line in _typists(reading)))
    yield _pair(words.say("Exported"), Text(_clock(imprint.exported, words)))
    yield Pair(Text(words.say("What is open")), tuple(Text(line) for line in _open(reading)))


def _pair(question: str, answer: Text) -> Pair:
    return Pair(Text(question), (answer,))


def _clock(moment: datetime, words: Words) -> str:
    """A moment with what its clock is ahead of UTC."""
    offset = moment.strftime("%z")
    return f"{words.day_and_time(moment)} (UTC{offset[:3]}:{offset[3:5]})"


def _language(code: str, words: Words) -> str:
    return words.languages.get(code, code)


def _typists(reading: Reading) -> Iterator[str]:
    """Who typed how many of the answers printed here."""
    interview, words = reading.interview, reading.words
    counted = Counter(
        answer.by for path, answer in interview.answers.by_path.items() if interview.is_asked(path)
    )
    for by, count in sorted(counted.items()):
        name = isolated(by) if by else words.say("the applicant")
        yield words.say_many("{name}: {count} answer", "{name}: {count} answers", count, name=name)
    if not counted:
        yield words.say("no answers yet")


def _open(reading: Reading) -> Iterator[str]:
    """What counsel has to ask for, each kind counted apart."""
    interview, words = reading.interview, reading.words
    paths = [
        path
        for section in interview.form.sections
        for spot in interview.spots(section.name)
        for path in interview.paths(spot)
    ]
    standings = Counter(interview.standing(path) for path in paths)
    answers = (interview.answers.get(path) for path in paths)
    states = Counter(answer.state for answer in answers if answer is not None)
    counts = (
        (mark("Seen, not answered: {count}"), standings[Standing.UNANSWERED]),
        (mark("Not reached yet: {count}"), standings[Standing.NOT_REACHED]),
        (mark("To be told to a lawyer in person: {count}"), states[State.TELL_IN_PERSON]),
        (mark("To be answered later: {count}"), states[State.LATER]),
    )
    told = [words.say(text, count=count) for text, count in counts if count]
    yield from told or [words.say("Every question that was asked has an answer.")]


def _chronology(rows: tuple[Row, ...], words: Words) -> Iterator[Block]:
    if not rows:
        return
    yield Heading(1, Text(words.say("Chronology")))
    note = words.say(
        "In the order of what each date can mean, and printed as it was told. No date was completed."
    )
    yield Prose(Text(note, soft=True))
    heads = (words.say("When, as told"), words.say("How exact"), words.say("What"), words.say("Where"))
    yield Table(
        tuple(Text(head) for head in heads),
        tuple(
            (
                (*_moment(row.when, words), *_until(row, words)),
                (Text(precision(row.when.date, words) if row.when.date else "", soft=True),),
                (Text(row.title),),
                (Text(row.place, own=True),) if row.place else (),
            )
            for row in rows
        ),
        (1.8, 0.9, 1.4, 0.9),
    )


def _moment(moment: Moment, words: Words) -> Iterator[Text]:
    if moment.date:
        yield Text(say(moment.date, words))
    elif not moment.words:
        why = words.say(STATES[moment.state]) if moment.state else words.say("not answered")
        yield Text(words.say("date not known ({why})", why=why), soft=True)
    if moment.words:
        yield Text(moment.words, own=True)


def _until(row: Row, words: Words) -> Iterator[Text]:
    """When it ended, where that was asked; a date that is a stretch has told so already."""
    until = row.until
    if until is None:
        return
    if until.date:
        yield Text(words.say("until: {date}", date=say(until.date, words)))
    elif not until.words and (until.state or not (row.when.date and row.when.date.period)):
        why = words.say(STATES[until.state]) if until.state else words.say("not answered")
        yield Text(words.say("end not known ({why})", why=why), soft=True)
    if until.words:
        yield Text(until.words, own=True)


def _no_longer_asked(reading: Reading) -> Iterator[Block]:
    """Answers to questions that a newer questionnaire does not have: kept, and shown under their names."""
    form, answers = reading.interview.form, reading.interview.answers
    gone = [(path, a) for path, a in answers.by_path.items() if path.question not in form.questions]
    if not gone:
        return
    yield Heading(1, Text(reading.words.say("No longer asked")))
    for path, answer in gone:
        if answer.value is None:
            yield _pair(path.question, Text(in_stead(answer, Standing.STATE, reading.words), soft=True))
        else:
            yield _pair(path.question, Text(plain(answer.value), own=True))


def _provenance(case: Case, reading: Reading, imprint: Imprint) -> Iterator[Block]:
    words, form = reading.words, reading.interview.form
    yield Heading(1, Text(words.say("Where this comes from")))
    title = reading.text("form:title", form.title)
    named = words.say(
        "{title}, version {version}, {hash}",
        title=title,
        version=form.version,
        hash=case.pack_hash[:_HASH_SHOWN],
    )
    yield _pair(words.say("Questionnaire"), Text(named))
    yield _pair(words.say("Program"), Text(f"Intake {imprint.version}"))
    changed = case.changed.astimezone(imprint.exported.tzinfo)
    yield _pair(words.say("Last change"), Text(_clock(changed, words)))
    hidden = sum(1 for path in reading.interview.hidden_answers() if _is_kept_back(reading, path))
    if hidden:
        line = words.say_many(
            "{count} hidden answer not printed", "{count} hidden answers not printed", hidden
        )
        why = words.say("They belong to questions that other answers have made irrelevant.")
        yield Pair(Text(words.say("Not printed")), (Text(line), Text(why, soft=True)))


def _is_kept_back(reading: Reading, path: Path) -> bool:
    """Whether a hidden answer is one to tell of: not of a removed entry, nor printed elsewhere."""
    removed = any(entry.removed_at for entry in reading.interview.answers.ancestors(path.entry))
    return path.question in reading.interview.form.questions and not removed
