"""What of a draft wants English beside it: texts in another language, paragraph for paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from intake.answers import Path
from intake.form.kinds.when import date_of, own_words
from intake.interview import Interview
from intake.record import Translation
from intake.review.reading import OWN_WORDS
from intake.words import SOURCE_LANGUAGE

FEWEST_WORDS = 3
"""A shorter answer in a field of one line is a name or a number, and is not counted among the passages."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many passages have all of their English, of how many."""

    done: int
    of: int


def own_text(interview: Interview, path: Path) -> str:
    """What the person wrote there in their own words; empty where they wrote nothing."""
    answer = interview.answers.get(path)
    if answer is None or answer.value is None or not interview.is_asked(path):
        return ""
    kind = interview.form.questions[path.question].kind
    if kind == "uncertain_date":
        return own_words(answer.value).strip()
    return str(answer.value).strip() if kind in OWN_WORDS else ""


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text; a line of its own is one."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def passages(interview: Interview) -> Iterator[Path]:
    """The answers that want a translation, in the order of the form."""
    for section in interview.form.sections:
        for spot in interview.spots(section.name):
            yield from (path for path in interview.paths(spot) if is_passage(interview, path))


def is_passage(interview: Interview, path: Path) -> bool:
    """Words for a date that is one beside them say it once more, and are no passage."""
    answer = interview.answers.get(path)
    if answer is None or answer.value is None or answer.language == SOURCE_LANGUAGE:
        return False
    text, kind = own_text(interview, path), interview.form.questions[path.question].kind
    if kind == "long_text":
        return bool(text)
    if kind == "uncertain_date" and date_of(answer.value) is not None:
        return False
    return len(text.split()) >= FEWEST_WORDS


def latest(translations: Iterable[Translation], path: Path) -> Translation | None:
    """The translation that stands beside an answer: the last of those made for it."""
    return max((it for it in translations if it.path == path), key=lambda it: it.at, default=None)


def aligned(made: Translation | None, text: str) -> tuple[str, ...]:
    """The English for each paragraph of the text as it stands now; "" for those that are new or changed."""
    now = paragraphs(text)
    if made is None:
        return ("",) * len(now)
    found = [""] * len(now)
    for block in SequenceMatcher(None, made.of, now, autojunk=False).get_matching_blocks():
        for offset in range(block.size):
            found[block.b + offset] = made.paragraphs[block.a + offset]
    return tuple(found)


def is_whole(made: Translation | None, text: str) -> bool:
    """Whether every paragraph of the text as it stands now has its English."""
    found = aligned(made, text)
    return bool(found) and all(found)


def progress(interview: Interview, translations: Iterable[Translation]) -> Progress:
    """How far the English of a draft has come."""
    made = tuple(translations)
    wanted = tuple(passages(interview))
    done = sum(is_whole(latest(made, path), own_text(interview, path)) for path in wanted)
    return Progress(done, len(wanted))
