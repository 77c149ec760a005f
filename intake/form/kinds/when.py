"""Questions answered with an uncertain date."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from intake import dates
from intake.answers import Stored
from intake.errors import DateError
from intake.form.cleaning import clean_text, shown_text
from intake.form.kinds import Reader
from intake.form.kinds.texts import plain
from intake.form.kinds.typed_date import TypedDate, kept, typed_of_date, unkept
from intake.words import Words

NOT_UNDERSTOOD = "unreadable"


def date_of(value: Stored) -> dates.UncertainDate | None:
    """The date that a stored value holds; None while it is only words (`edtf` is empty) or no date at all."""
    try:
        return dates.parse(_edtf(value))
    except DateError:
        return None


def own_words(value: Stored) -> str:
    """The person's own words for the date, as stored; empty when there are none."""
    return _text(value, "words")


def typed_of(value: Stored | None) -> TypedDate:
    """What stands in the fields for a stored value."""
    if value is None:
        return TypedDate()
    date, calendar = date_of(value), calendar_of(value)
    plain = date is not None and (calendar == dates.GREGORIAN or _fields(value) is None)
    typed = typed_of_date(date) if date is not None and plain else unkept(_fields(value))
    return replace(typed, words=own_words(value), calendar=dates.GREGORIAN if plain else calendar)


def stored_of(typed: TypedDate) -> Stored | None:
    """What is stored of the fields; None when they are empty. Fields that make no date yet are kept too."""
    words = clean_text(typed.words.strip())
    try:
        date = typed.date()
    except DateError:
        return {"edtf": "", "words": words, "calendar": typed.calendar, "typed": kept(typed)}
    if date is not None and typed.calendar != dates.GREGORIAN:
        return {**date.stored(), "typed": kept(typed)}
    if date is not None:
        return date.stored()
    return {"edtf": "", "words": words, "calendar": typed.calendar} if words else None


def calendar_of(value: Stored) -> str:
    """The calendar in which a stored date was told; ours where it names none that is known."""
    named = _text(value, "calendar")
    return named if named in set(dates.Calendar) else dates.GREGORIAN


def told_as(value: Stored, words: Words) -> str:
    """What was typed of a date in another calendar than ours, and in which; empty for all others."""
    if calendar_of(value) == dates.GREGORIAN or date_of(value) is None or _fields(value) is None:
        return ""
    return words.say("Told as: {date}", date=typed_of(value).said(words))


def undated(value: Stored, words: Words) -> str:
    """That the fields make no date, and what stands in them, as the program says it; empty when they do."""
    if date_of(value) is not None or _fields(value) is None:
        return ""
    said = typed_of(value).said(words)
    return words.say("Typed into the date fields, makes no date: {typed}", typed=said) if said else ""


@dataclass(frozen=True, slots=True)
class UncertainDateKind:
    """Stored: {"edtf", "words", "calendar"}. `edtf` is empty while there is no date: then `words` may say
    when it was, and "typed" keeps what stands in the fields and makes none. `words` is the person's alone.

    Of a date told in another calendar "typed" keeps what was typed, and `edtf` is the same in ours.

    Typed: a `TypedDate`. Shown: the date as said in the reader's language, or that the fields make none, and
    on a line of its own the person's own words. Expressions see the EDTF text.
    """

    name: str = "uncertain_date"

    def check(self, value: Stored) -> str | None:
        """Own words alone are an answer; there is nothing to look at in them."""
        try:
            if _fields(value) is not None and not _edtf(value):
                typed_of(value).date()
            elif _edtf(value) or not own_words(value):
                dates.parse(_edtf(value))
        except DateError as error:
            reason = str(error.facts["reason"])
            return NOT_UNDERSTOOD if reason == dates.Reason.EMPTY and _fields(value) is None else reason
        return None

    def xpath(self, value: Stored) -> str:
        return _edtf(value)

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        said, words = self._said(value, reader), shown_text(own_words(value))
        lines = (said, told_as(value, reader.words), words if words != said else "")
        return tuple(filter(None, lines)) or (shown_text(plain(value)),)

    def brief(self, value: Stored, reader: Reader) -> str:
        date = date_of(value)
        if date is not None:
            return dates.say(date, reader.words)
        return shown_text(own_words(value)) or typed_of(value).said(reader.words) or shown_text(plain(value))

    def from_text(self, text: str) -> Stored:
        """Of a date with a time, the date."""
        return {"edtf": text.partition("T")[0], "words": "", "calendar": dates.GREGORIAN}

    def _said(self, value: Stored, reader: Reader) -> str:
        date = date_of(value)
        return dates.say(date, reader.words) if date is not None else undated(value, reader.words)


def _edtf(value: Stored) -> str:
    edtf = value.get("edtf", "") if isinstance(value, Mapping) else value
    return edtf if isinstance(edtf, str) else ""


def _text(value: Stored, name: str) -> str:
    text = value.get(name, "") if isinstance(value, Mapping) else ""
    return text if isinstance(text, str) else ""


def _fields(value: Stored) -> Stored | None:
    return value.get("typed") if isinstance(value, Mapping) else None
