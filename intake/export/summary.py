"""The summary for counsel: the facts of a case as the person told them, as a document. Pure."""

from collections.abc import Iterator

from intake.answers import Path
from intake.case import Case
from intake.export.answer import in_stead
from intake.export.cover import Imprint, clock, cover, label, main_language, pair
from intake.export.document import Block, Document, Heading, Pair
from intake.export.events import chronology_blocks
from intake.export.outstanding import open_blocks, outstanding
from intake.export.plain import Text
from intake.export.sections import section_blocks
from intake.form.kinds.texts import plain
from intake.interview import Interview, Standing
from intake.review.chronology import chronology
from intake.review.reading import Reading
from intake.words import Words

_HASH_SHOWN = 12


def summarise(
    case: Case, interview: Interview, words: Words, pack_words: Words, imprint: Imprint
) -> Document:
    """What was asked and told, in the reader's language, own words untouched; hidden answers are counted."""
    reading = Reading(interview, words, pack_words)
    found, language = outstanding(interview), main_language(interview)
    blocks: list[Block] = [*cover(case, reading, imprint, found), *open_blocks(reading, found)]
    blocks += chronology_blocks(chronology(interview, pack_words, words), words)
    for section in interview.form.sections:
        blocks += section_blocks(reading, section, language)
    blocks += _no_longer_asked(reading)
    blocks += _provenance(case, reading, imprint)
    return Document(
        language=words.language,
        title=words.say("Intake summary"),
        label=label(case, words, imprint),
        foot=words.say("Case {case} · Intake {version}", case=case.id, version=imprint.version),
        page_of=words.say("Page {page} of {pages}"),
        continued=words.say("{title}, continued"),
        lacking=words.say("No font has these characters; they are printed as boxes: {characters}"),
        blocks=tuple(blocks),
    )


def _no_longer_asked(reading: Reading) -> Iterator[Block]:
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
    yield pair(words.say("Questionnaire"), Text(named))
    yield pair(words.say("Program"), Text(f"Intake {imprint.version}"))
    changed = case.changed.astimezone(imprint.exported.tzinfo)
    yield pair(words.say("Last change"), Text(clock(changed, words)))
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
