"""The official form, item by item: what was answered to it, where, and what counsel has to settle first."""

import re
from collections.abc import Iterator, Sequence

from intake.answers import Answer, Path
from intake.dates import Shape, UncertainDate
from intake.export.answer import in_stead
from intake.export.document import Block, Cell, Heading, Prose, Table
from intake.export.plain import Text
from intake.export.sections import Telling, page_of, place_of
from intake.export.source import Source
from intake.export.text.clean import isolated
from intake.form.kinds.when import date_of
from intake.form.packdata import I589Item
from intake.interview import Standing
from intake.review.places import places
from intake.review.precision import precision
from intake.review.reading import OWN_WORDS, Reading
from intake.words import SOURCE_LANGUAGE

_PRINTED = re.compile(r"[A-Z]+|[1-9][0-9]*[a-z]?")
"""The parts of an item's name that are printed on the form."""
_ENDS = ("?", "\u061f", ":", ".")
_LATIN = 0x24F
"""The last code point of Latin letters and marks that the form takes without a second thought."""


def worksheet_blocks(source: Source, telling: Telling) -> Iterator[Block]:
    """The table under its heading; nothing when the pack names no official form."""
    words, data = source.reading.words, source.interview.form.data
    rows = [row for item in data.items for row in _rows(source, telling, item)]
    if not rows:
        return
    yield Heading(1, Text(words.say("Worksheet for Form I-589")))
    note = words.say(
        "The items of the form in its order (edition {edition}), with what was answered to them. The form is"
        " counsel's to fill in: nothing here was adapted to it.",
        edition=data.edition,
    )
    yield Prose(Text(note, soft=True), keep=True)
    heads = (
        words.say("Item"),
        words.say("Answer"),
        words.say("Told in"),
        words.say("To settle before filing"),
    )
    yield Table(tuple(Text(head) for head in heads), tuple(rows), (1.7, 2.0, 0.55, 1.2), headed=True)


def _rows(source: Source, telling: Telling, item: I589Item) -> Iterator[tuple[Cell, ...]]:
    """The item with its answers, of each entry on a line; nothing where none of its questions is asked."""
    words, paths = source.reading.words, [*_asked(source, item)]
    if not paths:
        return
    entries = dict.fromkeys(path.entry for path in paths)
    answered = [path for path in paths if source.interview.answers.get(path)]
    values = [
        text
        for entry in entries
        for text in _value(telling, entry, [path for path in paths if path.entry == entry])
    ]
    settle = dict.fromkeys(what for path in paths for what in _to_settle(source, path))
    yield (
        (Text(f"{_official(item.item)} \u00b7 {item.title}", language=SOURCE_LANGUAGE),),
        tuple(values) or (Text("\u2013", soft=True),),
        tuple(page_of(path, words) for path in answered[:1]),
        tuple(Text(what, soft=True) for what in settle),
    )


def _asked(source: Source, item: I589Item) -> Iterator[Path]:
    """The places of its questions that are asked now, entry by entry."""
    interview = source.interview
    for name in item.answers:
        if name not in source.silent:
            found = places(interview, interview.form.questions[name])
            yield from (path for path in found if interview.standing(path) is not Standing.NOT_ASKED)


def _official(item: str) -> str:
    """The item as the form itself calls it: without what only the pack tells its parts by."""
    part, *rest = item.split(".")
    return ".".join((part, *(name for name in rest if _PRINTED.fullmatch(name))))


def _value(telling: Telling, entry: str | None, paths: Sequence[Path]) -> Iterator[Text]:
    """What was answered in an entry, after its number; several answers each after the name of their question;
    longer words stand elsewhere.
    """
    reading, interview = telling.reading, telling.reading.interview
    answered = [path for path in paths if interview.answers.get(path)]
    number = f"{reading.entry_number(entry)}. " if entry else ""
    for path in answered:
        answer = interview.answers.get(path)
        if path in telling.elsewhere:
            yield from telling.elsewhere[path]
            continue
        if interview.form.questions[path.question].kind == "long_text" and answer and answer.value:
            yield Text(reading.words.say("in their own words"), to=place_of(path))
            continue
        said = _said(reading, path)
        if len(answered) > 1:
            said = f"{_short(reading, path)} {said}"
        yield Text(f"{number}{said}", partly=True)


def _said(reading: Reading, path: Path) -> str:
    answer = reading.interview.answers.get(path)
    if answer and answer.value is None:
        return in_stead(answer, Standing.STATE, reading.words)
    return isolated(" / ".join(reading.lines(path)))


def _short(reading: Reading, path: Path) -> str:
    """The short name of a question where it has one, else what it asks."""
    question = reading.interview.form.questions[path.question]
    if question.summary:
        return f"{reading.text(f'{question.name}:summary', question.summary)}:"
    label = reading.label(path)
    return label if label.endswith(_ENDS) else f"{label}:"


def _to_settle(source: Source, path: Path) -> Iterator[str]:
    """Why an answer cannot go into the form as it is."""
    words = source.reading.words
    answer, standing = source.interview.answers.get(path), source.interview.standing(path)
    if answer is None or answer.value is None:
        yield words.say("no answer: {why}", why=in_stead(answer, standing, words))
        return
    when = date_of(answer.value) if answer.kind == "uncertain_date" else None
    if answer.kind == "uncertain_date" and when is None:
        yield words.say("the form wants a date")
    elif when and not _is_a_day(when):
        yield words.say("the form wants a day: {how}", how=precision(when, words))
    if _wants_english(source, path, answer):
        yield words.say("to be put into English")


def _is_a_day(when: UncertainDate) -> bool:
    exact = when.parts.shape is Shape.DATE and when.earliest == when.latest is not None
    return exact and not when.approximate and not when.uncertain


def _wants_english(source: Source, path: Path, answer: Answer) -> bool:
    """Whether there are letters of another script in it, and no English beside it yet."""
    own = source.interview.form.questions[path.question].kind in OWN_WORDS
    foreign = any(letter.isalpha() and ord(letter) > _LATIN for letter in str(answer.value))
    translated = any(made.path == path for made in source.shared.translations)
    return own and foreign and not translated
