"""Names of months in the Persian and the Islamic calendar, as they are known in the reader's language."""

from collections.abc import Mapping

from intake.dates import Calendar
from intake.words import Words, mark

_PERSIAN = (
    mark("Farvardin (Hamal)"),
    mark("Ordibehesht (Sawr)"),
    mark("Khordad (Jawza)"),
    mark("Tir (Saratan)"),
    mark("Mordad (Asad)"),
    mark("Shahrivar (Sonbola)"),
    mark("Mehr (Mizan)"),
    mark("Aban (Aqrab)"),
    mark("Azar (Qaws)"),
    mark("Dey (Jadi)"),
    mark("Bahman (Dalw)"),
    mark("Esfand (Hut)"),
)
_ISLAMIC = (
    mark("Muharram"),
    mark("Safar"),
    mark("Rabi al-awwal"),
    mark("Rabi al-thani"),
    mark("Jumada al-awwal"),
    mark("Jumada al-thani"),
    mark("Rajab"),
    mark("Shaban"),
    mark("Ramadan"),
    mark("Shawwal"),
    mark("Dhu al-Qadah"),
    mark("Dhu al-Hijjah"),
)
CALENDARS: Mapping[Calendar, str] = {
    Calendar.GREGORIAN: mark("The usual calendar (January, February…)"),
    Calendar.PERSIAN: mark("The Persian or Afghan calendar (Farvardin, Hamal…)"),
    Calendar.ISLAMIC: mark("The Islamic calendar (Muharram, Safar…)"),
}
"""How each calendar is offered."""


def months_of(calendar: Calendar, words: Words) -> tuple[str, ...]:
    """The twelve months of one of the two, first things first. Those of the Persian calendar go by their
    Iranian names and, in brackets, by their Afghan ones.
    """
    return tuple(words.say(name) for name in (_PERSIAN if calendar is Calendar.PERSIAN else _ISLAMIC))


def in_calendar(said: str, calendar: Calendar, words: Words) -> str:
    """A date with the calendar in which it was told; ours needs no naming."""
    if calendar is Calendar.PERSIAN:
        return words.say("{date} (Persian calendar)", date=said)
    if calendar is Calendar.ISLAMIC:
        return words.say("{date} (Islamic calendar)", date=said)
    return said
