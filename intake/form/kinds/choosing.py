"""Questions answered by choosing: one of a list, several of a list, yes or no."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake.answers import Stored
from intake.form.cleaning import shown_text
from intake.form.kinds import Reader
from intake.form.kinds.texts import plain

YES, NO = "yes", "no"


def names_of(value: Stored) -> tuple[str, ...]:
    """The names of what was chosen, whether one or several."""
    if isinstance(value, tuple | list):
        return tuple(plain(part) for part in value)
    if isinstance(value, Mapping):
        return ()
    return (plain(value),) if value != "" else ()


def _label(name: str, reader: Reader) -> str:
    choice = reader.choices.get(name)
    if choice is None:
        return shown_text(name)  # chosen from an older list: its name is better than nothing
    return reader.pack_words.say_in(f"{reader.list_name}/{name}:label", choice.label)


@dataclass(frozen=True, slots=True)
class SelectOne:
    """Stored: the choice's name. Typed: one click. Shown: its label in the reader's language."""

    name: str = "select_one"

    def check(self, value: Stored) -> str | None:
        return None if isinstance(value, str) and value else "no_such_choice"

    def xpath(self, value: Stored) -> str:
        return plain(value)

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        return tuple(_label(name, reader) for name in names_of(value))

    def brief(self, value: Stored, reader: Reader) -> str:
        return ", ".join(self.show(value, reader))


@dataclass(frozen=True, slots=True)
class SelectMultiple:
    """Stored: a tuple of names, in the order of the list. Typed: a click each. Shown: a label a line."""

    name: str = "select_multiple"

    def check(self, value: Stored) -> str | None:
        names = value if isinstance(value, tuple | list) else ()
        well = (
            bool(names)
            and all(isinstance(name, str) and name for name in names)
            and len({*names}) == len(names)
        )
        return None if well else "no_such_choice"

    def xpath(self, value: Stored) -> str:
        return " ".join(names_of(value))

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        return tuple(_label(name, reader) for name in names_of(value))

    def brief(self, value: Stored, reader: Reader) -> str:
        return ", ".join(self.show(value, reader))


@dataclass(frozen=True, slots=True)
class YesNo:
    """Stored: "yes" or "no". Typed: one click. Shown: the program's own words for them."""

    name: str = "yes_no"

    def check(self, value: Stored) -> str | None:
        return None if value in (YES, NO) else "no_such_choice"

    def xpath(self, value: Stored) -> str:
        return plain(value)

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        return (self.brief(value, reader),)

    def brief(self, value: Stored, reader: Reader) -> str:
        if value == YES:
            return reader.words.say("Yes")
        return reader.words.say("No") if value == NO else shown_text(plain(value))
