"""Texts in two languages side by side, for an applicant and an interpreter at one screen."""

from collections.abc import Iterable

from intake.words import Words


def side_by_side(texts: Iterable[str]) -> str:
    """One text; a language that says it like another is not told twice."""
    return " / ".join(dict.fromkeys(texts))


def in_both(message: str, words: Words, second: Words | None) -> str:
    """A text of the program in the reader's language and, where there is one, a second."""
    return side_by_side(one.say(message) for one in (words, second) if one is not None)
