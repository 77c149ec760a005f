"""A person's longer words, numbered: the original beside its English, paragraph by paragraph."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.answers import Path
from intake.export.document import Block, Cell, Heading, Pair, Table
from intake.export.plain import Text
from intake.export.sections import BETWEEN
from intake.export.source import Source
from intake.export.text.clean import isolated
from intake.interview import Interview
from intake.moments import day
from intake.record import How, Translation
from intake.review.passages import aligned, latest, own_text, paragraphs, passages
from intake.words import SOURCE_LANGUAGE, Words, mark

_SHORT = 240
"""Letters up to which words without English stay where they were told."""
_HOW = {
    How.HUMAN: mark("translated by a person, not certified"),
    How.INTERPRETER: mark("put into English by an interpreter, not certified"),
    How.CERTIFIED: mark("certified translation"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """An answer that is printed beside its English, with the number by which it is cited."""

    number: int
    path: Path
    made: Translation | None

    @property
    def place(self) -> str:
        """Where it is printed."""
        return f"words/{self.number}"


def narrative(source: Source) -> tuple[Passage, ...]:
    """Long texts that have some English, and longer words that still want it."""
    interview, found = source.interview, []
    for path in passages(interview):
        made, text = latest(source.shared.translations, path), own_text(interview, path)
        if path.question not in source.silent and _is_long(interview, path) and (made or len(text) > _SHORT):
            found.append((path, made))
    return tuple(Passage(number, path, made) for number, (path, made) in enumerate(found, 1))


def english_there(source: Source) -> Mapping[Path, tuple[Text, ...]]:
    """The English of shorter answers, to stand under them, and by whom."""
    interview, found = source.interview, {}
    for path in passages(interview):
        made = latest(source.shared.translations, path)
        english = " ".join(aligned(made, own_text(interview, path))).strip()
        if made and english and not _is_long(interview, path):
            by = source.reading.words.say("English by {name}", name=isolated(made.translator or made.by))
            found[path] = (Text(english, own=True, language=SOURCE_LANGUAGE), Text(by, soft=True))
    return found


def _is_long(interview: Interview, path: Path) -> bool:
    return interview.form.questions[path.question].kind == "long_text"


def told_there(found: Sequence[Passage], words: Words) -> Mapping[Path, tuple[Text, ...]]:
    """The lines that lead to the passages from where they were asked."""
    return {
        one.path: (
            Text(words.say("In the applicant's own words, no. {number}", number=one.number), to=one.place),
        )
        for one in found
    }


def narrative_blocks(source: Source, found: Sequence[Passage]) -> Iterator[Block]:
    """The passages under their heading; nothing when there are none."""
    words, reading = source.reading.words, source.reading
    if not found:
        return
    yield Heading(1, Text(words.say("In the applicant's own words")))
    for one in found:
        around = f"{reading.numbered_title(one.path.entry)}{BETWEEN}" if one.path.entry else ""
        number = words.say("No. {number}", number=one.number)
        yield Heading(2, Text(f"{number}{BETWEEN}{around}{reading.label(one.path)}"), place=one.place)
        yield Pair(Text(words.say("English by")), tuple(_by(source, one.made)))
        yield _beside(source, one)


def _by(source: Source, made: Translation | None) -> Iterator[Text]:
    words = source.reading.words
    if made is None:
        yield Text(words.say("Not translated yet."), soft=True)
        return
    yield Text(made.translator or made.by, own=True)
    on = day(made.on or source.imprint.day_of(made.at), words)
    yield Text(words.say("{how}, {day}", how=words.say(_HOW[made.how]), day=on), soft=True)
    if made.competence:
        yield Text(made.competence, own=True, language=SOURCE_LANGUAGE)


def _beside(source: Source, one: Passage) -> Table:
    words, answer = source.reading.words, source.interview.answers.get(one.path)
    language = answer.language if answer else ""
    original = words.languages.get(language, words.say("As it was written"))
    text = own_text(source.interview, one.path)
    missing: Cell = (Text(words.say("no English yet"), soft=True),)
    rows = tuple(
        (
            (Text(said, own=True, language=language),),
            (Text(english, own=True, language=SOURCE_LANGUAGE),) if english else missing,
        )
        for said, english in zip(paragraphs(text), aligned(one.made, text), strict=True)
    )
    heads = (Text(original), Text(words.languages[SOURCE_LANGUAGE]))
    return Table(heads, rows, (1, 1))
