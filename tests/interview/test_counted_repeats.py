"""Repeats with a count: entries come by themselves, surplus ones are kept and hidden."""

import pytest

from intake.answers import Answer, Path
from intake.changes import AnswerSet, EntrySet
from intake.form.entries import MOST_COUNTED, MOST_OF_ALL
from intake.interview import Interview, Spot
from tests.support.packs import NOON, form, interview

FAMILY = form(
    """
    - {type: integer, name: children, label: How many children?}
    - {type: text, name: first_names, label: N, calculation: "join(' ', ${child})"}
    - type: repeat
      name: child_list
      label: Children
      entry: ${child}
      add: Add
      repeat_count: ${children}
      items:
        - {type: text, name: child, label: Name?}
        - {type: integer, name: schools, label: Schools?}
        - type: repeat
          name: school_list
          label: Schools
          entry: ${school}
          add: Add
          repeat_count: ${schools}
          items:
            - {type: text, name: school, label: Which?}
            - type: repeat
              name: years
              label: Years
              entry: ${year}
              add: Add
              items:
                - {type: integer, name: year, label: Year?}
    """
)


def say(at: Interview, question: str, value: str | int, entry: str | None = None) -> Interview:
    return at.answer(Path(question, entry), Answer(value))[0]


def test_a_count_makes_entries_in_the_same_step() -> None:
    at, delta = interview(FAMILY).answer(Path("children"), Answer(2))
    assert [type(change) for change in delta.changes] == [AnswerSet, EntrySet, EntrySet]
    entries = at.entries("child_list")
    assert len(entries) == len(set(entries)) == 2
    assert {Path("child", entry) for entry in entries} <= delta.shown


def test_fewer_hide_the_last_entries_and_keep_what_was_said_there() -> None:
    at = say(interview(FAMILY), "children", 2)
    one, two = at.entries("child_list")
    at = say(say(at, "child", "Ada", one), "child", "Boris", two)
    fewer, delta = at.answer(Path("children"), Answer(1))
    assert fewer.entries("child_list") == (one,)
    assert Path("child", two) in delta.hidden
    assert fewer.answers.get(Path("child", two)) == Answer("Boris")
    assert Path("child", two) in set(fewer.hidden_answers())
    assert fewer.given(Path("first_names")) == Answer("Ada", kind="text")
    again = say(fewer, "children", 2)
    assert again.entries("child_list") == (one, two)
    assert again.given(Path("first_names")) == Answer("Ada Boris", kind="text")


def test_counts_inside_counts_lead_three_deep() -> None:
    at = say(interview(FAMILY), "children", 1)
    (child,) = at.entries("child_list")
    at = say(at, "schools", 2, child)
    first, second = at.entries("school_list", child)
    at = at.add_entry("years", second, "Y")[0]
    assert at.entries("years", second) == ("Y",)
    at = say(at, "schools", 1, child)
    assert Spot("year", "Y") not in at.spots("main")
    assert not at.is_asked(Path("year", "Y"))
    assert at.entries("school_list", child) == (first,)
    assert at.entries("years", second) == ()


def test_an_entry_that_is_counted_is_neither_added_nor_removed_by_hand() -> None:
    at = say(interview(FAMILY), "children", 1)
    with pytest.raises(ValueError, match="count"):
        at.add_entry("child_list", None, "X")
    with pytest.raises(ValueError, match="count"):
        at.remove_entry(at.entries("child_list")[0], NOON)


@pytest.mark.parametrize(
    ("said", "there"), [(-3, 0), ("many", 0), (2.7, 2), (10**9, MOST_COUNTED), (float("nan"), 0)]
)
def test_a_strange_count_makes_no_more_entries_than_bear_looking_at(said: float | str, there: int) -> None:
    at = interview(FAMILY).answer(Path("children"), Answer(said))[0]
    assert len(at.entries("child_list")) == there


def test_a_case_is_never_flooded_by_counts_in_counts() -> None:
    at = say(interview(FAMILY), "children", 100)
    for child in at.entries("child_list"):
        at = say(at, "schools", 100, child)
        if len(at.answers.by_entry) == MOST_OF_ALL:
            break
    assert len(at.answers.by_entry) == MOST_OF_ALL


def test_entries_that_a_store_lacks_come_with_the_next_step() -> None:
    stored = say(interview(FAMILY), "children", 2).answers
    bare = interview(FAMILY, type(stored)(stored.by_path))
    assert bare.entries("child_list") == ()
    assert len(bare.answer(Path("first_names"), Answer("x"))[0].entries("child_list")) == 2


def test_a_count_that_is_no_number_is_a_problem_from_the_step_that_gave_it() -> None:
    at = say(interview(FAMILY), "children", 1)
    after, delta = at.answer(Path("children"), Answer("many"))
    assert delta.problems == {Path("children")}
    assert after.entries("child_list") == ()
