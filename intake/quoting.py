"""Whether a text says again what stood in an answer, pure: for removing an answer with all that quotes it."""

from collections.abc import Iterable, Sequence

from intake.answers import Answer
from intake.form.kinds.choosing import is_other
from intake.form.kinds.named import OTHER
from intake.record import Item
from intake.searching import texts_in
from intake.translit import fold
from intake.written import stored, text_of

RUN = 4
"""So many words of an answer in a row are a quotation; a shorter answer is quoted whole."""
SHORTEST = 4
"""Letters. A shorter text is in many others by chance."""
CHOSEN = frozenset(
    {"select_one", "select_multiple", "rank", "yes_no", "acknowledge", "country", "language", "range"}
)
"""Kinds whose values are names of choices: no words of a person's own, but for what is not on the list."""


def own_words(answers: Iterable[Answer]) -> tuple[str, ...]:
    """The texts in these answers that are a person's own words, put aside or not."""
    found: dict[str, None] = {}
    for answer in answers:
        texts = (*texts_in(answer.value), *texts_in(answer.kept))
        if answer.kind in CHOSEN:
            texts = tuple(text.removeprefix(OTHER) for text in texts if is_other(text))
        found |= dict.fromkeys(texts)
    return tuple(found)


def quotes(text: str, sources: Iterable[str]) -> bool:
    """Whether the text holds four words of a source in a row, or the whole of a shorter one."""
    said = f" {fold(text)} "
    return any(f" {run} " in said for source in sources for run in _runs(source))


def says_again(item: Item, sources: Sequence[str]) -> bool:
    """Whether anything that a person wrote in an item quotes a source."""
    return any(quotes(text, sources) for text in texts_in(stored(text_of(item))))


def _runs(source: str) -> Iterable[str]:
    words = fold(source).split()
    whole = " ".join(words)
    if len(whole) < SHORTEST:
        return ()
    return (" ".join(words[start : start + RUN]) for start in range(max(1, len(words) - RUN + 1)))
