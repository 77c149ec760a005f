"""Questions answered with an uncertain date."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake import dates
from intake.answers import Stored
from intake.errors import DateError
from intake.form.cleaning import shown_text
from intake.form.kinds import Reader
from intake.form.kinds.texts import plain

NOT_UNDERSTOOD = "unreadable"


def date_of(value: Stored) -> dates.UncertainDate | None:
    """The date that a stored value holds; None while it is only words (`edtf` is empty) or no date at all."""
    try:
        return dates.parse(_edtf(value))
    except DateError:
        return None


def own_words(value: Stored) -> str:
    """The person's own words for the date, as stored; empty when there are none."""
    words = value.get("words", "") if isinstance(value, Mapping) else ""
    return words if isinstance(words, str) else ""


@dataclass(frozen=True, slots=True)
class UncertainDateKind:
    """Stored: {"edtf", "words", "calendar"}; `edtf` is empty while what was typed is no date yet, which
    `words` keeps.

    Typed: parts of a date, see `intake.dates.parts`. Shown: the date as said in the reader's language, and on
    a line of its own the person's own words. Expressions see the EDTF text.
    """

    name: str = "uncertain_date"

    def check(self, value: Stored) -> str | None:
        try:
            dates.parse(_edtf(value))
        except DateError as error:
            reason = str(error.facts["reason"])
            return NOT_UNDERSTOOD if reason == dates.Reason.EMPTY else reason
        return None

    def xpath(self, value: Stored) -> str:
        return _edtf(value)

    def show(self, value: Stored, reader: Reader) -> tuple[str, ...]:
        said, words = self.brief(value, reader), shown_text(own_words(value))
        return (said, words) if words and words != said else (said,)

    def brief(self, value: Stored, reader: Reader) -> str:
        date = date_of(value)
        if date is None:
            return shown_text(own_words(value) or plain(value))
        return dates.say(date, reader.words)

    def from_text(self, text: str) -> Stored:
        """Of a date with a time, the date."""
        return {"edtf": text.partition("T")[0], "words": "", "calendar": dates.GREGORIAN}


def _edtf(value: Stored) -> str:
    edtf = value.get("edtf", "") if isinstance(value, Mapping) else value
    return edtf if isinstance(edtf, str) else ""
