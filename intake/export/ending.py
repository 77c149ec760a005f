"""The last pages of a summary: what was read back, what is no longer asked, where all of it comes from."""

from collections.abc import Iterator

from intake.answers import Path
from intake.export.answer import in_stead
from intake.export.cover import clock, pair, withheld
from intake.export.document import Block, Cell, Heading, Pair, Table
from intake.export.plain import Text
from intake.export.source import Source
from intake.form.kinds.texts import plain
from intake.interview import Standing
from intake.moments import day
from intake.record import ReadBack
from intake.review.digests import section_digest
from intake.review.reading import Reading

_HASH_SHOWN = 12


def read_back_blocks(source: Source) -> Iterator[Block]:
    """Which sections were read back to the applicant; nothing when none was."""
    words, form = source.reading.words, source.interview.form
    last = {made.section: made for made in source.shared.read_backs}
    rows = [
        (
            (Text(source.reading.text(f"{section.name}:label", section.label), to=section.name),),
            *_read_back(source, last[section.name]),
        )
        for section in form.sections
        if section.name in last
    ]
    if not rows:
        return
    yield Heading(1, Text(words.say("Read back to the applicant")))
    heads = (words.say("Section"), words.say("Day"), words.say("How"), words.say("Since then"))
    yield Table(tuple(Text(head) for head in heads), tuple(rows), (1.4, 0.8, 1.5, 1.1), headed=True)


def _read_back(source: Source, made: ReadBack) -> tuple[Cell, ...]:
    words = source.reading.words
    language = words.languages.get(made.language, made.language)
    how = [Text(words.say("in {language}", language=language))]
    if made.interpreter:
        how.append(Text(words.say("interpreter: {name}", name=made.interpreter), partly=True))
    how.append(Text(words.say("by {name}", name=made.by), partly=True))
    same = made.digest == section_digest(source.interview, made.section)
    since = words.say("unchanged") if same else words.say("answers have changed")
    return ((Text(day(made.on, words)),), tuple(how), (Text(since, soft=same),))


def no_longer_asked(reading: Reading) -> Iterator[Block]:
    """Answers to questions that a newer questionnaire does not have: kept, and shown under their names."""
    form, answers = reading.interview.form, reading.interview.answers
    gone = [(path, a) for path, a in answers.by_path.items() if path.question not in form.questions]
    if not gone:
        return
    yield Heading(1, Text(reading.words.say("No longer asked")))
    for path, answer in gone:
        if answer.value is None:
            yield pair(path.question, Text(in_stead(answer, Standing.STATE, reading.words), soft=True))
        else:
            yield pair(path.question, Text(plain(answer.value), own=True))


def provenance(source: Source) -> Iterator[Block]:
    """Which questionnaire, program and sealed version this is, and what is not in it."""
    words, form, case = source.reading.words, source.interview.form, source.case
    yield Heading(1, Text(words.say("Where this comes from")))
    title = source.reading.text("form:title", form.title)
    named = words.say(
        "{title}, version {version}, {hash}",
        title=title,
        version=form.version,
        hash=case.pack_hash[:_HASH_SHOWN],
    )
    yield pair(words.say("Questionnaire"), Text(named))
    yield pair(words.say("Program"), Text(f"Intake {source.imprint.version}"))
    changed = case.changed.astimezone(source.imprint.exported.tzinfo)
    yield pair(words.say("Last change"), Text(clock(changed, words)))
    if source.shared.sealed:
        yield Pair(Text(words.say("Sealed version")), tuple(_sealed(source)))
    kept_back = [*_not_printed(source)]
    if kept_back:
        yield Pair(Text(words.say("Not printed")), tuple(kept_back))


def _sealed(source: Source) -> Iterator[Text]:
    """The last version that was sealed, with what proves it."""
    words, last = source.reading.words, source.shared.sealed[-1]
    at = clock(last.at.astimezone(source.imprint.exported.tzinfo), words)
    yield Text(words.say("Version {number}, sealed on {day}", number=last.number, day=at))
    if last.title:
        yield Text(last.title, own=True)
    yield Text(f"SHA-256 {last.digest}", soft=True)


def _not_printed(source: Source) -> Iterator[Text]:
    words, reading = source.reading.words, source.reading
    hidden = sum(1 for path in reading.interview.hidden_answers() if _is_kept_back(reading, path))
    if hidden:
        yield Text(
            words.say_many("{count} hidden answer not printed", "{count} hidden answers not printed", hidden)
        )
        why = words.say("They belong to questions that other answers have made irrelevant.")
        yield Text(why, soft=True)
    if source.silent:
        yield Text(withheld(source))


def _is_kept_back(reading: Reading, path: Path) -> bool:
    """Whether a hidden answer is one to tell of: not of a removed entry, nor printed elsewhere."""
    removed = any(entry.removed_at for entry in reading.interview.answers.ancestors(path.entry))
    return path.question in reading.interview.form.questions and not removed
