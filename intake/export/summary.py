"""The summary for counsel: the facts of a case as the person told them, as a document. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from intake.answers import Path
from intake.export.cover import cover, label, main_language
from intake.export.document import Block, Document
from intake.export.ending import no_longer_asked, provenance, read_back_blocks
from intake.export.events import chronology_blocks, place_of_row, rows_of
from intake.export.exhibits import exhibit_blocks, exhibits
from intake.export.journey import journey_blocks, legs
from intake.export.narrative import english_there, narrative, narrative_blocks, told_there
from intake.export.outstanding import open_blocks, outstanding
from intake.export.plain import Text
from intake.export.sections import Telling, section_blocks
from intake.export.source import Source
from intake.export.worksheet import worksheet_blocks
from intake.form.model import Form, Section
from intake.form.places import questions_in
from intake.review.chronology import Row

_FIRST = ("journey", "harm")
"""The lanes of the chronology whose sections counsel reads before all others."""


def summarise(source: Source) -> Document:
    """What was asked and told, in the reader's language, own words untouched; hidden answers are counted."""
    words = source.reading.words
    blocks = _blocks(source, words.say("Summary of an intake"), for_counsel=True)
    return document_of(source, words.say("Intake summary"), tuple(blocks))


def applicants_copy(source: Source) -> Document:
    """The same for the person who told it: nothing in it is counsel's, nor for counsel to do."""
    words = source.reading.words
    blocks = _blocks(source, words.say("Copy of your answers"), for_counsel=False)
    return document_of(source, words.say("Copy of answers"), tuple(blocks))


def document_of(source: Source, title: str, blocks: tuple[Block, ...], said: str = "") -> Document:
    """A document of a case: its label (`said`, else that of a draft), its foot, what each page says again."""
    words = source.reading.words
    return Document(
        language=words.language,
        title=title,
        label=said or label(source.case, words, source.imprint),
        foot=words.say("Case {case} · Intake {version}", case=source.case.id, version=source.imprint.version),
        page_of=words.say("Page {page} of {pages}"),
        continued=words.say("{title}, continued"),
        lacking=words.say("No font has these characters; they are printed as boxes: {characters}"),
        blocks=blocks,
    )


def _blocks(source: Source, title: str, *, for_counsel: bool) -> Iterator[Block]:
    words, interview = source.reading.words, source.interview
    found, rows = outstanding(interview, source.silent), rows_of(source)
    files, said = exhibits(source), narrative(source)
    telling = Telling(
        source.reading,
        main_language(interview),
        source.silent,
        gone_with=source.gone_with,
        elsewhere=told_there(said, words),
        beside=_beside(source, rows),
    )
    yield from cover(source, title, found)
    yield from open_blocks(source.reading, found)
    yield from chronology_blocks(source, rows, files)
    yield from journey_blocks(source, legs(source, rows))
    for section in sections_in_order(interview.form):
        yield from section_blocks(telling, section)
    yield from narrative_blocks(source, said)
    if for_counsel:
        yield from worksheet_blocks(source, telling)
    yield from exhibit_blocks(source, files)
    yield from read_back_blocks(source)
    yield from no_longer_asked(source.reading)
    yield from provenance(source)


def _beside(source: Source, rows: Sequence[Row]) -> Mapping[Path, tuple[Text, ...]]:
    """What stands under an answer: its English, and of a date the line that leads to its row."""
    words, found = source.reading.words, dict(english_there(source))
    for number, row in enumerate(rows, 1):
        leads = Text(words.say("chronology, {number}", number=number), to=place_of_row(number))
        found[row.source] = (*found.get(row.source, ()), leads)
    return found


def sections_in_order(form: Form) -> tuple[Section, ...]:
    """First those that tell mostly of the journey, then those of harm, then the rest as they are asked."""
    lanes = {happening.when: happening.lane for happening in form.chronology}

    def rank(section: Section) -> int:
        told = [lanes[q.name] for q in questions_in(section.items) if q.name in lanes]
        mostly = max(dict.fromkeys(told), key=told.count, default="")
        return _FIRST.index(mostly) if mostly in _FIRST else len(_FIRST)

    return tuple(sorted(form.sections, key=rank))
