"""A small questionnaire with a journey, and answers to it, for tests of what reviewers and counsel read."""

from collections.abc import Mapping
from datetime import UTC, datetime

from intake.answers import Answer, Answers, Entry, Path, State, Stored
from intake.case import Case, Status
from intake.form.model import Form
from intake.interview import Interview
from tests.support.packs import form, interview

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

ITEMS = """
- {type: text, name: full_name, label: What is your name?}
- {type: uncertain_date, name: born, label: When were you born?}
- {type: yes_no, name: partner, label: Do you have a partner?}
- {type: text, name: partner_name, label: What is their name?, relevant: "${partner} = 'yes'"}
- type: repeat
  name: legs
  label: The parts of your journey
  entry: "From ${leg_from} to ${leg_to}"
  add: Add a part
  items:
    - {type: text, name: leg_from, label: Where did you leave?}
    - {type: text, name: leg_to, label: Where did you arrive?}
    - {type: uncertain_date, name: leg_left, label: "When did you leave ${leg_from}?"}
    - {type: uncertain_date, name: leg_until, label: Until when?}
    - {type: country, name: leg_country, label: In which country?}
- {type: note, name: thanks, label: Thank you.}
- {type: select_multiple ways, name: ways, label: How may we reach you?}
"""
CHOICES = """
ways:
  - {name: phone, label: By telephone}
  - {name: letter, label: By letter}
"""
CHRONOLOGY = """
- {name: birth, title: Born, when: born}
- {name: left, title: "Left ${leg_from}", when: leg_left, until: leg_until, place: leg_country, lane: journey}
"""
HEAD = """
name: little
version: "1"
title: A little form
case_title: ${full_name}
sections: [main]
"""


def little_form() -> Form:
    return form(ITEMS, choices=CHOICES, more={"chronology.yaml": CHRONOLOGY, "form.yaml": HEAD})


def told(value: Stored | State, kind: str = "text", *, by: str = "", language: str = "ru") -> Answer:
    """An answer: a value, or a state."""
    if isinstance(value, State):
        return Answer(state=value, kind=kind, language=language, by=by)
    return Answer(value, kind=kind, language=language, by=by)


def when(edtf: str, words: str = "") -> Answer:
    return told({"edtf": edtf, "words": words, "calendar": "gregorian"}, "uncertain_date")


def answered(
    outside: Mapping[str, Answer], *legs: Mapping[str, Answer], seen: tuple[str, ...] = ()
) -> Interview:
    """An interview with these answers; each of `legs` is one entry, LEG0, LEG1 and so on."""
    by_path = {Path(name): answer for name, answer in outside.items()}
    by_entry = {}
    for rank, leg in enumerate(legs):
        entry = Entry(f"LEG{rank}", "legs", rank=rank)
        by_entry[entry.id] = entry
        by_path |= {Path(name, entry.id): answer for name, answer in leg.items()}
    answers = Answers(by_path, by_entry, seen=frozenset(Path(name) for name in seen))
    return interview(little_form(), answers)


def little_case(*, fictional: bool = False) -> Case:
    return Case("7FQ2K3MN9X", "little", "ab" * 32, "ru", Status.SHARED, NOON, NOON, fictional=fictional)
