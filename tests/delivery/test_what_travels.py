"""What of a draft travels, and what becomes of it where a draft is here already."""

from collections.abc import Iterator
from pathlib import Path as FilePath

import pytest

from intake.answers import Answer, Entry, Path
from intake.case import Role, Sitting, Status
from intake.changes import EntrySet, Seen
from intake.delivery.receiving import Taker, take_draft
from intake.delivery.sending import Choice, draft_of
from intake.errors import CaseClosed
from intake.export.handover.contents import Talk
from intake.export.handover.merging import Side
from intake.record import Proposal, Query, ReadBack, Reply
from tests.support.travelling import ENGLISH, Two, add_leg, later, look, opened, say, take, two
from tests.support.vaults import NOW, REVIEWER

ASSISTED = Sitting(Role.ASSISTED, "Typist (fictional)")


@pytest.fixture
def both(tmp_path: FilePath) -> Iterator[Two]:
    made = two(tmp_path)
    yield made
    made.home.abandon()
    made.firm.abandon()


def talk(both: Two, choice: Choice) -> Talk:
    return draft_of(both.home, opened(both.home, both.case.id), choice, ENGLISH, NOW).talk


def query(number: int, path: Path | None, text: str = "What was it?") -> Query:
    return Query(f"Q00000000{number}", NOW, "Paralegal (fictional)", text, "en", path)


def proposal(number: int, path: Path, text: str) -> Proposal:
    return Proposal(f"P00000000{number}", NOW, "Paralegal (fictional)", path, Answer(text))


def test_what_is_said_of_answers_that_stay_does_not_travel(both: Two) -> None:
    illness, hidden, plain = Path("illness"), Path("partner_name"), Path("full_name")
    say(both.home, both.case, "illness", "a tumour of the left lung")
    say(both.home, both.case, "partner", "no")
    quoting = Reply("R000000002", NOW, "", "Q000000003", "I wrote: tumour of the left lung.", "en")
    both.home.put(
        both.case.id,
        query(1, illness),
        Reply("R000000001", NOW, "", "Q000000001", "It began in spring.", "en"),
        query(2, hidden),
        query(3, plain),
        quoting,
        query(4, None, "Tell us of the tumour of the left lung."),
        query(5, plain),
        Reply("R000000003", NOW, "", "Q000000005", "Yes, since birth.", "en"),
        proposal(1, illness, "a growth"),
        proposal(2, hidden, "Olga"),
        proposal(3, plain, "Anna"),
    )
    told = talk(both, Choice(sensitive=False))
    assert [it.id for it in told.queries] == ["Q000000005"]
    assert [it.id for it in told.replies] == ["R000000003"]
    assert [it.id for it in told.proposals] == ["P000000003"]
    whole = talk(both, Choice())
    assert [it.id for it in whole.queries] == [f"Q00000000{n}" for n in (1, 3, 4, 5)]
    assert len(whole.replies) == 3


def test_of_a_section_that_stays_nothing_that_is_said_travels(both: Two) -> None:
    both.home.put(both.case.id, query(1, Path("full_name")), proposal(1, Path("illness"), "none"))
    assert talk(both, Choice(without=frozenset({"main"}))) == Talk()


def test_a_question_about_a_part_that_was_removed_stays(both: Two) -> None:
    add_leg(both.home, both.case, "AAAAAAAAAA", "Тихуана")
    both.home.submit(both.case.id, [EntrySet(Entry("AAAAAAAAAA", "legs", removed_at=NOW))])
    both.home.put(both.case.id, query(1, Path("leg_to", "AAAAAAAAAA")))
    assert talk(both, Choice()) == Talk()


def test_that_something_was_read_back_stays_where_it_was(both: Two) -> None:
    both.home.put(both.case.id, ReadBack("B000000001", NOW, "Paralegal", "main", NOW.date(), "ru"))
    assert talk(both, Choice()) == Talk()


def test_what_was_seen_of_hidden_questions_and_removed_parts_does_not_travel(both: Two) -> None:
    add_leg(both.home, both.case, "AAAAAAAAAA", "Тихуана")
    seen = {Path("full_name"), Path("partner_name"), Path("leg_to", "AAAAAAAAAA")}
    gone = EntrySet(Entry("AAAAAAAAAA", "legs", removed_at=NOW))
    both.home.submit(both.case.id, [Seen(frozenset(seen)), gone])
    sheet = draft_of(both.home, opened(both.home, both.case.id), Choice(), ENGLISH, NOW).sheet
    assert sheet.seen == (Path("full_name"),)


def test_an_answer_removed_for_good_comes_again_by_a_persons_word_alone(both: Two) -> None:
    say(both.home, both.case, "illness", "a tumour")
    came = take(both.firm, both.seal("a.age"))
    both.firm.past.forget(came.id, Path("illness"))
    second = look(both.firm, both.seal("b.age"))
    (asked,) = second.comparison.conflicts
    assert (asked.path, asked.ours) == (Path("illness"), None)
    say(both.home, both.case, "illness", "no words of it")
    kept = take(both.firm, both.seal("c.age"), illness=Side.OURS)
    assert Path("illness") not in both.firm.answers(kept.id, REVIEWER).by_path


def test_a_draft_that_its_applicant_closed_here_is_not_shown_to_a_reviewer_by_a_package(both: Two) -> None:
    came = take(both.firm, both.seal("a.age"))
    say(both.firm, both.case, "illness", "closed words")
    say(both.home, both.case, "illness", "other words")
    package = both.seal("b.age")
    open_still = look(both.firm, package)
    both.firm.set_case(came.id, status=Status.IN_PROGRESS)
    with pytest.raises(CaseClosed):
        look(both.firm, package)
    with pytest.raises(CaseClosed):
        take_draft(both.firm, open_still, {Path("illness"): Side.OURS}, Taker(REVIEWER, ENGLISH, later(3)))
    theirs = look(both.firm, package, who=ASSISTED)
    taker = Taker(ASSISTED, ENGLISH, later(3))
    assert take_draft(both.firm, theirs, {Path("illness"): Side.OURS}, taker).status is Status.IN_PROGRESS


def test_what_later_packages_change_is_history(both: Two) -> None:
    came = take(both.firm, both.seal("a.age"))
    assert both.firm.past.history(came.id, Path("full_name"), REVIEWER) == ()
    say(both.home, both.case, "full_name", "Анна Петровна")
    take(both.firm, both.seal("b.age"))
    (edit,) = both.firm.past.history(came.id, Path("full_name"), REVIEWER)
    assert edit.before is not None
    assert edit.before.value == "Анна Вымышленная"


@pytest.mark.parametrize(
    ("left", "then"),
    [
        (Status.SHARED, Status.SHARED),
        (Status.IN_REVIEW, Status.IN_REVIEW),
        (Status.QUESTIONS, Status.SHARED),
        (Status.READY_FOR_COUNSEL, Status.READY_FOR_COUNSEL),
        (Status.CLOSED, Status.CLOSED),
    ],
)
def test_a_package_leaves_a_draft_where_its_reviewer_left_it_but_for_questions(
    both: Two, left: Status, then: Status
) -> None:
    came = take(both.firm, both.seal("a.age"))
    both.firm.set_case(came.id, status=left)
    assert take(both.firm, both.seal("b.age")).status is then


def test_what_was_said_to_other_helpers_is_counted_and_stays_out(both: Two) -> None:
    plain = Path("full_name")
    both.home.put(both.case.id, query(1, plain), proposal(1, plain, "Anna"))
    both.home.put(both.case.id, Reply("R000000001", NOW, "", "Q000000001", "Spring.", "en"))
    package = both.seal("a.age")
    assert look(both.firm, package).untaken == 3
    record = both.firm.record(take(both.firm, package).id, REVIEWER)
    assert (record.queries, record.replies, record.proposals) == ((), (), ())
