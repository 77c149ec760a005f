"""Days to keep as a calendar file (RFC 5545). Its titles are neutral: others see calendars."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from intake.review.deadlines import Deadline, neutral_title
from intake.review.reading import Reading

REMINDERS = (timedelta(days=-14), timedelta(days=-2))
"""How long before a day a calendar reminds of it."""


def calendar_of(found: Iterable[Deadline], reading: Reading, today: date, made: datetime) -> bytes:
    """The days that are not over as whole-day events, each with its neutral title and two reminders; an
    uncertain one at the earliest it can be, or, when that is over, at the last, and its title says so.

    Names, places and what a day is about stay out of the file. What does not count or is done is left out,
    and of several that say the same one stands. `made` carries its time zone.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Intake//EN")
    calendar.add("version", "2.0")
    ahead = [(day, one) for one in found if (day := one.ahead(today))]
    events = {(day, _title(one, day, reading)): _uid(one, reading) for day, one in ahead}
    for (day, title), uid in sorted(events.items()):
        calendar.add_component(_event(day, title, uid, made))
    return bytes(calendar.to_ical())


def _title(one: Deadline, at: date, reading: Reading) -> str:
    """Its neutral title, and of an uncertain day which bound of it this one is."""
    words, title = reading.words, neutral_title(one, reading)
    if not one.uncertain:
        return title
    if at == one.due:
        return words.say("{title} (the earliest day it can be)", title=title)
    return words.say("{title} (the last day it can be)", title=title)


def _event(day: date, title: str, uid: str, made: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", made)
    event.add("dtstart", day)
    event.add("summary", title)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    for before in REMINDERS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", before)
        alarm.add("description", title)
        event.add_component(alarm)
    return event


def _uid(one: Deadline, reading: Reading) -> str:
    """The same for the same range of days and title, whenever it is exported: importing it again moves the
    event instead of making a second one.
    """
    said = f"{one.due} {one.latest} {neutral_title(one, reading)}"
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@intake.invalid"
