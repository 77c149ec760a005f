"""The kinds of question: what each stores, what it means, and how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from intake.answers import Stored
from intake.form.model import Choice
from intake.words import Words


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a value is shown: the program's words, the pack's words, and the choices of the question's
    list.
    """

    words: Words
    pack_words: Words
    choices: Mapping[str, Choice]
    list_name: str = ""


class Kind(Protocol):
    """One kind. The docstring of each names its stored, typed and shown form.

    `check` gives the code of what is wrong with a stored value (None when nothing is), `xpath` the text that
    expressions see, `show` the lines that a person reads, `brief` the same in the middle of a sentence. None
    of them raises for a value of another shape: a pack may have changed a question's kind since it was
    answered. `from_text` is the way back from what expressions give, for defaults: it never raises either,
    and what makes no sense fails `check`.
    """

    @property
    def name(self) -> str: ...

    def check(self, value: Stored) -> str | None: ...

    def xpath(self, value: Stored) -> str: ...

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]: ...

    def brief(self, value: Stored, reader: Reader) -> str: ...

    def from_text(self, text: str) -> Stored: ...
