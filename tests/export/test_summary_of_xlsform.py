"""The summary of a form that uses all of XLSForm: every kind is printed, surplus entries are not."""

from datetime import UTC, datetime
from pathlib import Path as FilePath

from intake.answers import Answer, Path, Stored
from intake.export.document import Pair, texts
from intake.export.source import Imprint, Source
from intake.export.summary import summarise
from intake.interview import Interview, Spot
from intake.review.reading import Reading
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.cases import little_case, told
from tests.support.packs import form, interview

ENGLISH = Words.load(SOURCE_LANGUAGE, FilePath())
IMPRINT = Imprint(datetime(2026, 11, 24, 9, 30, tzinfo=UTC), "0.1.0")
EVERYTHING = form(
    """
    - {type: date, name: date, label: Day?}
    - {type: time, name: time, label: Time?}
    - {type: datetime, name: moment, label: Moment?}
    - {type: range, name: scale, label: Scale?}
    - {type: rank ways, name: order, label: Order?}
    - {type: acknowledge, name: read, label: Read?}
    - {type: select_one ways, name: way, label: Way?, or_other: "yes"}
    - {type: select_one_from_file towns.csv, name: town, label: Town?}
    - {type: text, name: office, label: Office?, default: Tijuana}
    - {type: hidden, name: origin, default: window}
    - {type: calculate, name: sum, calculation: "1 + 1"}
    - {type: integer, name: worked, label: Worked?, calculation: "1 + 1"}
    - {type: integer, name: count, label: Count?}
    - type: repeat
      name: list
      label: List
      entry: ${inside}
      add: Add
      repeat_count: ${count}
      items:
        - {type: text, name: inside, label: Inside?}
    """,
    choices="ways: [{name: bus, label: By bus}, {name: foot, label: On foot}]",
    more={"towns.csv": "name,label\ntj,Tijuana\nmx,Mexicali\n"},
)
GIVEN: dict[str, tuple[Stored, str]] = {
    "date": ("2022-03-14", "14 March 2022"),
    "time": ("14:30", "2:30\u202fPM"),
    "moment": ("2022-03-14T14:30", "14 March 2022, 2:30\u202fPM"),
    "scale": (7, "7"),
    "order": (("foot", "bus"), "1. On foot\n2. By bus"),
    "read": ("OK", "Confirmed"),
    "way": ("other:Верхом", "Верхом"),
    "town": ("mx", "Mexicali"),
}


def printed(at: Interview) -> dict[str, str]:
    document = summarise(Source(little_case(), Reading(at, ENGLISH, ENGLISH), IMPRINT))
    pairs = (block for block in document.blocks if isinstance(block, Pair))
    return {pair.question.words: "\n".join(text.words for text in pair.answer) for pair in pairs}


def test_every_kind_is_printed_as_a_person_reads_it() -> None:
    at = interview(EVERYTHING)
    for question, (value, _) in GIVEN.items():
        at = at.answer(Path(question), told(value))[0]
    shown = printed(at)
    labels = {question: EVERYTHING.questions[question].label for question in GIVEN}
    assert {question: shown[label] for question, label in labels.items()} == {
        question: text for question, (_, text) in GIVEN.items()
    }
    assert "Worked?" not in shown


def test_what_is_beyond_the_count_is_not_printed_and_is_counted_as_kept_back() -> None:
    at = interview(EVERYTHING).answer(Path("count"), Answer(2))[0]
    first, second = at.entries("list")
    at = at.answer(Path("inside", first), Answer("kept in sight"))[0]
    at = at.answer(Path("inside", second), Answer("kept back"))[0]
    at = at.answer(Path("count"), Answer(1))[0]
    words = [
        text.words
        for text in texts(summarise(Source(little_case(), Reading(at, ENGLISH, ENGLISH), IMPRINT)).blocks)
    ]
    assert "kept in sight" in words
    assert "kept back" not in words
    assert "1 hidden answer not printed" in words


def test_what_nobody_typed_is_told_from_what_somebody_did() -> None:
    at = interview(EVERYTHING).see(Spot("office"))[0]
    at = at.answer(Path("town"), told("mx"))[0]
    shown = printed(at)
    assert shown["Office?"] == "Tijuana\nfilled in by the questionnaire, not typed"
    assert shown["Town?"] == "Mexicali"
    assert shown["Typed by"] == (
        "the applicant: 1 answer\nfilled in by the questionnaire, not typed: 1 answer"
    )
    kept = at.answer(Path("office"), told("Tijuana"))[0]
    assert printed(kept)["Office?"] == "Tijuana"
