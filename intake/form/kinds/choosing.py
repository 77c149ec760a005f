"""Questions answered by choosing: one of a list, several or all in an order, yes or no, agreement."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake.answers import Stored
from intake.form.cleaning import shown_text
from intake.form.kinds import Reader
from intake.form.kinds.named import OTHER
from intake.form.kinds.texts import OneLine, plain
from intake.form.model import Choice
from intake.words import Words

YES, NO = "yes", "no"
OTHER_CHOICE = "other"
"""What expressions see where a person chose none of the list and said what instead."""

AGREED = "OK"
"""What XLSForm stores when something shown was acknowledged."""


def names_of(value: Stored) -> tuple[str, ...]:
    """The names of what was chosen, whether one or several."""
    if isinstance(value, tuple | list):
        return tuple(plain(part) for part in value)
    if isinstance(value, Mapping):
        return ()
    return (plain(value),) if value != "" else ()


def is_other(name: str) -> bool:
    """Whether it stands for something that is not on the list, in the person's own words or in none yet."""
    return name.startswith(OTHER)


def label_of(choice: Choice, list_name: str, pack_words: Words) -> str:
    """The label of a choice in the reader's language; one from a file is the same in all."""
    return (
        choice.label
        if choice.as_it_is
        else pack_words.say_in(f"{list_name}/{choice.name}:label", choice.label)
    )


def _label(name: str, reader: Reader) -> str:
    choice = reader.choices.get(name)
    if choice is not None:
        return label_of(choice, reader.list_name, reader.pack_words)
    if is_other(name):
        return shown_text(name.removeprefix(OTHER)).strip() or reader.words.say("Other")
    return shown_text(name)  # chosen from an older list: its name is better than nothing


def _seen(name: str) -> str:
    return OTHER_CHOICE if is_other(name) else name


def _are_names(value: Stored) -> bool:
    names = value if isinstance(value, tuple | list) else ()
    return (
        bool(names) and all(isinstance(name, str) and name for name in names) and len({*names}) == len(names)
    )


@dataclass(frozen=True, slots=True)
class SelectOne(OneLine):
    """Stored: the choice's name, or "other:" and what is not on the list. Typed: one click.

    Shown: its label in the reader's language, or the person's own words.
    """

    name: str = "select_one"

    def check(self, value: Stored) -> str | None:
        return None if isinstance(value, str) and value else "no_such_choice"

    def xpath(self, value: Stored) -> str:
        return _seen(plain(value))

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        return tuple(_label(name, reader) for name in names_of(value))

    def brief(self, value: Stored, reader: Reader) -> str:
        return ", ".join(self.show(value, reader))


@dataclass(frozen=True, slots=True)
class SelectMultiple:
    """Stored: a tuple of names, in the order of the list. Typed: a click each. Shown: a label a line."""

    name: str = "select_multiple"

    def check(self, value: Stored) -> str | None:
        return None if _are_names(value) else "no_such_choice"

    def xpath(self, value: Stored) -> str:
        return " ".join(_seen(name) for name in names_of(value))

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        return tuple(_label(name, reader) for name in names_of(value))

    def brief(self, value: Stored, reader: Reader) -> str:
        return ", ".join(self.show(value, reader))

    def from_text(self, text: str) -> Stored:
        return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Rank:
    """Stored: a tuple of names, best first. Typed: moved up and down. Shown: a numbered label a line."""

    name: str = "rank"

    def check(self, value: Stored) -> str | None:
        return None if _are_names(value) else "no_such_choice"

    def xpath(self, value: Stored) -> str:
        return " ".join(names_of(value))

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        return tuple(f"{place}. {_label(name, reader)}" for place, name in enumerate(names_of(value), 1))

    def brief(self, value: Stored, reader: Reader) -> str:
        return ", ".join(_label(name, reader) for name in names_of(value))

    def from_text(self, text: str) -> Stored:
        return tuple(text.split())


@dataclass(frozen=True, slots=True)
class YesNo(OneLine):
    """Stored: "yes" or "no". Typed: one click. Shown: the program's own words for them."""

    name: str = "yes_no"

    def check(self, value: Stored) -> str | None:
        return None if value in (YES, NO) else "no_such_choice"

    def brief(self, value: Stored, reader: Reader) -> str:
        if value == YES:
            return reader.words.say("Yes")
        return reader.words.say("No") if value == NO else shown_text(plain(value))


@dataclass(frozen=True, slots=True)
class Acknowledge(OneLine):
    """Stored: "OK", as XLSForm has it. Typed: one click. Shown: that it was confirmed."""

    name: str = "acknowledge"

    def check(self, value: Stored) -> str | None:
        return None if value == AGREED else "no_such_choice"

    def brief(self, value: Stored, reader: Reader) -> str:
        return reader.words.say("Confirmed") if value == AGREED else shown_text(plain(value))
