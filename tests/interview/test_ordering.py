"""Entries in the order of time, as far as their dates tell one."""

from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Path
from intake.interview import Interview
from intake.ordering import dated_by, in_time
from tests.support.packs import form, interview

TRIPS = form("""
- type: repeat
  name: trips
  label: Trips
  entry: ${where}
  add: Add a trip
  items:
    - {type: text, name: where, label: Where?}
    - {type: uncertain_date, name: left, label: When did you leave?}
    - {type: uncertain_date, name: came, label: When did you come?}
- type: repeat
  name: things
  label: Things
  entry: ${thing}
  add: Add a thing
  items:
    - {type: text, name: thing, label: What?}
""")


def trips(*dates: str) -> Interview:
    """A trip for each date, "" for one without, named by its place among them."""
    made = interview(TRIPS)
    for at, edtf in enumerate(dates):
        entry = f"{at:010d}"
        made, _ = made.add_entry("trips", None, entry)
        if edtf:
            stored = {"edtf": edtf, "words": "", "calendar": "gregorian"}
            made, _ = made.answer(Path("left", entry), Answer(stored, kind="uncertain_date"))
    return made


def order(made: Interview) -> list[int]:
    return [int(entry) for entry in in_time(made, "trips", made.entries("trips"))]


def test_entries_go_by_the_first_date_that_is_asked_in_them() -> None:
    assert dated_by(TRIPS, "trips") == "left"
    assert order(trips("2022-12", "2021", "2022-03-14")) == [1, 2, 0]


def test_entries_without_a_date_come_last_in_the_order_they_had() -> None:
    assert order(trips("", "2022", "", "2021", "XXXX-03-14")) == [3, 1, 4, 0, 2]


def test_a_list_without_dates_stays_as_it_is() -> None:
    made = interview(TRIPS)
    for entry in ("0000000002", "0000000001"):
        made, _ = made.add_entry("things", None, entry)
    assert dated_by(TRIPS, "things") == ""
    assert in_time(made, "things", made.entries("things")) == ("0000000002", "0000000001")


@given(st.lists(st.sampled_from(["", "2019", "2020-05", "2020-05-03", "[..2020]", "2021~"]), max_size=6))
def test_arranging_moves_every_entry_and_loses_none_and_twice_is_once(dates: list[str]) -> None:
    made = trips(*dates)
    sought = in_time(made, "trips", made.entries("trips"))
    arranged, delta = made.arrange(sought)
    assert arranged.entries("trips") == sought
    assert in_time(arranged, "trips", sought) == sought
    assert arranged.answers.by_path == made.answers.by_path
    assert (delta.changes == ()) == (sought == made.entries("trips"))
    back, _ = arranged.arrange(made.entries("trips"))
    assert back.entries("trips") == made.entries("trips")
