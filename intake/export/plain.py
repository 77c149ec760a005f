"""A run of plain words, of a person or of the program: what every part of a document is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain words. `own` marks words of a person, never changed but for stripped controls.

    `language` is BCP 47. Words of the program may hold isolates around values (`intake.export.text.clean`).
    """

    words: str
    own: bool = False
    language: str = ""
    soft: bool = False
    """Set in the softer ink: a state, a hint, a note of the program."""
    partly: bool = False
    """A sentence of the program that holds words of a person: marked as theirs, set as the program's."""
    to: str = ""
    """The place it leads to."""
    paged: bool = False
    """The number of the page it leads to is printed after it."""
