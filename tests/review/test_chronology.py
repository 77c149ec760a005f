"""The chronology: everything that was told of when, in the order that it certainly had, as it was told."""

from datetime import date
from pathlib import Path as FilePath

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Path, State
from intake.dates import Certainty, UncertainDate, before
from intake.interview import Interview
from intake.review.chronology import Row, chronology
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.cases import CHOICES, ITEMS, answered, told, when
from tests.support.packs import NOON, form, interview
from tests.support.uncertain_dates import uncertain_dates

ENGLISH = Words.load(SOURCE_LANGUAGE, FilePath())


def rows(told_in: Interview) -> tuple[Row, ...]:
    return chronology(told_in, ENGLISH, ENGLISH)


def test_happenings_stand_in_the_order_that_they_certainly_had() -> None:
    found = rows(
        answered(
            {"born": when("1988-03")},
            {"leg_from": told("Канкун"), "leg_left": when("2023-01?")},
            {"leg_from": told("Стамбул"), "leg_left": when("[2022-12-30..2023-01-12]")},
            {"leg_from": told("Тихуана"), "leg_left": when("2023-03-14")},
            {"leg_from": told("Шадринск"), "leg_left": when("2022-10")},
        )
    )
    titles = ["Born", "Left Шадринск", "Left Канкун", "Left Стамбул", "Left Тихуана"]
    assert [row.title for row in found] == titles


def test_where_dates_of_a_list_overlap_the_order_told_stays() -> None:
    found = rows(
        answered(
            {},
            {"leg_from": told("Стамбул"), "leg_left": when("[2023-01-08..2023-01-12]")},
            {"leg_from": told("Канкун"), "leg_left": when("2023-01")},
        )
    )
    assert [row.title for row in found] == ["Left Стамбул", "Left Канкун"]


def test_where_dates_of_different_lists_overlap_the_earlier_bound_comes_first() -> None:
    here = answered({"born": when("2023-01-10~")}, {"leg_from": told("Канкун"), "leg_left": when("2023-01")})
    assert [row.title for row in rows(here)] == ["Left Канкун", "Born"]


def test_a_date_is_kept_as_uncertain_as_it_was_told_with_the_words_for_it() -> None:
    (row,) = rows(answered({"born": when("1988-03~", "в марте, кажется")}))
    assert row.when.date is not None
    assert (str(row.when.date), row.when.words) == ("1988-03~", "в марте, кажется")
    assert row.when.date.earliest == date(1988, 3, 1)
    assert row.source == Path("born")


def test_what_has_no_date_comes_last_with_the_reason() -> None:
    found = rows(
        answered(
            {"born": told(State.DONT_REMEMBER, "uncertain_date")},
            {"leg_from": told("Канкун"), "leg_left": when("2023-01")},
            {"leg_from": told("Тихуана")},
        )
    )
    assert [row.title for row in found] == ["Left Канкун", "Born", "Left Тихуана"]
    assert [row.when.state for row in found] == [None, State.DONT_REMEMBER, None]
    assert found[2].when.date is None


def test_a_date_that_is_only_words_is_no_date_but_keeps_them() -> None:
    (row,) = rows(answered({"born": when("", "зимой, когда выпал снег")}))
    assert (row.when.date, row.when.words) == (None, "зимой, когда выпал снег")


def test_what_was_never_on_screen_is_left_out_unless_it_belongs_to_an_entry() -> None:
    assert rows(answered({})) == ()
    assert [row.title for row in rows(answered({}, seen=("born",)))] == ["Born"]
    assert [row.source for row in rows(answered({}, {}))] == [Path("leg_left", "LEG0")]


def test_a_gap_in_a_title_is_shown_as_one() -> None:
    assert [row.title for row in rows(answered({}, {"leg_left": when("2022")}))] == ["Left …"]


def test_a_happening_without_any_name_is_called_by_its_place_in_the_list() -> None:
    nameless = """
    - {name: left, title: "${leg_from}", when: leg_left}
    """
    answers = answered({}, {"leg_left": when("2022")}, {"leg_left": when("2023")}).answers
    found = rows(interview(form(ITEMS, choices=CHOICES, more={"chronology.yaml": nameless}), answers))
    assert [row.title for row in found] == ["Entry 1", "Entry 2"]


def test_a_removed_entry_is_not_in_the_chronology() -> None:
    here = answered({}, {"leg_from": told("Канкун"), "leg_left": when("2023-01")})
    removed, _ = here.remove_entry("LEG0", NOON)
    assert rows(removed) == ()


def test_the_end_and_the_place_come_from_the_same_entry() -> None:
    (row,) = rows(
        answered(
            {},
            {
                "leg_from": told("Стамбул"),
                "leg_left": when("2022-12"),
                "leg_until": when("2023-01~"),
                "leg_country": told("TR", "country"),
            },
        )
    )
    assert row.until is not None
    assert (str(row.until.date), row.place, row.lane) == ("2023-01~", "Türkiye", "journey")


@settings(max_examples=50, deadline=None)
@given(st.lists(uncertain_dates(), max_size=8))
def test_every_date_told_is_there_once_and_none_stands_after_what_it_certainly_preceded(
    told_dates: list[UncertainDate],
) -> None:
    legs = [{"leg_from": told(f"{n}"), "leg_left": when(str(d))} for n, d in enumerate(told_dates)]
    found = [row.when.date for row in rows(answered({}, *legs))]
    dates = [moment for moment in found if moment]
    assert sorted(map(str, dates)) == sorted(map(str, told_dates))
    assert not [
        (str(earlier), str(later))
        for place, earlier in enumerate(dates)
        for later in dates[place + 1 :]
        if before(later, earlier) is Certainty.YES
    ]
    assert found == [row.when.date for row in rows(answered({}, *legs))]
