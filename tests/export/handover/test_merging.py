"""Two versions of a draft: nothing is silently taken over anything; nothing that one side said is lost."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Answers, Entry, Path, State
from intake.case import Case, Status
from intake.changes import AnswerSet, Change, EntrySet
from intake.export.handover.contents import Sheet, sheet_of
from intake.export.handover.merging import Side, compare, merge

NOW = datetime(2026, 11, 24, tzinfo=UTC)
CASE = Case("ABCDEFGHJK", "asylum_us", "f" * 64, "ru", Status.SHARED, NOW, NOW)
PATHS = [Path(name) for name in "abcdef"]

answers = st.dictionaries(
    st.sampled_from(PATHS),
    st.sampled_from([Answer("1"), Answer("2"), Answer(state=State.DONT_KNOW)]),
    max_size=6,
).map(Answers)


def carried_out(ours: Answers, changes: tuple[Change, ...]) -> Answers:
    for change in changes:
        if isinstance(change, AnswerSet):
            ours = ours.with_answer(change.path, change.answer)
        elif isinstance(change, EntrySet):
            ours = ours.with_entry(change.entry)
    return ours


def sheet(given_answers: Answers, *left_out: Path) -> Sheet:
    return sheet_of(CASE, given_answers, frozenset(left_out))


@given(base=answers, theirs=answers)
def test_where_only_they_changed_something_ours_becomes_theirs(base: Answers, theirs: Answers) -> None:
    found = compare(base, sheet(theirs), sheet(base))
    assert found.conflicts == ()
    assert carried_out(base, merge(found, sheet(theirs), {}, NOW)).by_path == theirs.by_path


@given(base=answers, ours=answers)
def test_where_only_we_changed_something_ours_stays(base: Answers, ours: Answers) -> None:
    found = compare(ours, sheet(base), sheet(base))
    assert found.conflicts == ()
    assert carried_out(ours, merge(found, sheet(base), {}, NOW)).by_path == ours.by_path


@given(base=answers, ours=answers, theirs=answers, side=st.sampled_from(Side))
def test_every_answer_is_ours_or_theirs_and_conflicts_are_as_decided(
    base: Answers, ours: Answers, theirs: Answers, side: Side
) -> None:
    found = compare(ours, sheet(theirs), sheet(base))
    merged = carried_out(ours, merge(found, sheet(theirs), {it.path: side for it in found.conflicts}, NOW))
    for path in PATHS:
        assert merged.get(path) in (ours.get(path), theirs.get(path))
    for conflict in found.conflicts:
        assert merged.get(conflict.path) == (conflict.ours if side is Side.OURS else conflict.theirs)


@given(ours=answers, theirs=answers)
def test_without_a_common_draft_every_difference_between_two_answers_is_for_a_person(
    ours: Answers, theirs: Answers
) -> None:
    found = compare(ours, sheet(theirs), None)
    both = {it.path for it in found.differences if it.ours and it.theirs}
    assert both == {it.path for it in found.conflicts}


def test_an_undecided_conflict_stops_the_merge() -> None:
    ours, theirs = Answers({PATHS[0]: Answer("1")}), Answers({PATHS[0]: Answer("2")})
    with pytest.raises(KeyError):
        merge(compare(ours, sheet(theirs), None), sheet(theirs), {}, NOW)


def test_what_they_kept_back_is_not_taken_as_withdrawn() -> None:
    ours = Answers({PATHS[0]: Answer("told earlier")})
    found = compare(ours, sheet(ours, PATHS[0]), sheet(ours))
    assert found.differences == ()


def test_an_entry_they_removed_goes_unless_we_changed_something_in_it() -> None:
    entry = Entry("AAAAAAAAAA", "stops")
    where = Path("where", entry.id)
    base = Answers({where: Answer("Tijuana")}, {entry.id: entry})
    theirs = sheet(Answers())
    found = compare(base, theirs, sheet(base))
    gone = carried_out(base, merge(found, theirs, {}, NOW))
    assert gone.entries("stops") == ()
    ours = base.with_answer(where, Answer("Tijuana, then Matamoros"))
    found = compare(ours, theirs, sheet(base))
    kept = carried_out(ours, merge(found, theirs, {where: Side.OURS}, NOW))
    assert kept.entries("stops") == (entry,)


def test_an_entry_they_added_comes_with_its_answers() -> None:
    entry = Entry("AAAAAAAAAA", "stops")
    theirs = sheet(Answers({Path("where", entry.id): Answer("Tijuana")}, {entry.id: entry}))
    merged = carried_out(Answers(), merge(compare(Answers(), theirs, None), theirs, {}, NOW))
    assert merged.entries("stops") == (entry,)
    assert merged.get(Path("where", entry.id)) == Answer("Tijuana")
