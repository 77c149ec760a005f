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
    """The days from today on as whole-day events, each with its neutral title and two reminders; an uncertain
    one at the earliest it can be, and its title says so.

    Names, places and what a day is about stay out of the file. What does not count or is done is left out,
    and of several that say the same one stands. `made` carries its time zone.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Intake//EN")
    calendar.add("version", "2.0")
    days = {(day, _title(one, reading)) for one in found if (day := one.ahead(today))}
    for day, title in sorted(days):
        calendar.add_component(_event(day, title, made))
    return bytes(calendar.to_ical())


def _title(one: Deadline, reading: Reading) -> str:
    title = neutral_title(one, reading)
    if one.due == one.latest:
        return title
    return reading.words.say("{title} (the earliest day it can be)", title=title)


def _event(day: date, title: str, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{_digest(day, title)}@intake.invalid")
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


def _digest(day: date, title: str) -> str:
    """The same for the same day and title, so that importing twice makes no second event."""
    return hashlib.sha256(f"{day.isoformat()} {title}".encode()).hexdigest()[:32]
