"""A draft travels from an applicant's vault to a firm's and back, in real vaults and real packages."""

import io
from collections.abc import Iterator
from pathlib import Path as FilePath

import pytest
from pyrage import decrypt_io, x25519

from intake.answers import Answer, Path
from intake.case import Role, Sitting, Status
from intake.delivery.acquaintances import compare_card, delete_key, keep_keys, own_keys, standing_of
from intake.delivery.receiving import look_at_questions, open_package, take_questions
from intake.delivery.sending import Addressee, Choice, Dispatch, draft_of, send_back, send_draft
from intake.delivery.talking import talk_of
from intake.delivery.telling import in_order, interviews, seen_in
from intake.errors import (
    CardNotCompared,
    ExportStopped,
    FingerprintDiffers,
    LastReceivingKey,
    NotFromPackage,
    PackageForAnother,
    PackageForNothing,
    PackageFromStranger,
    PackageOlder,
    PackageTaken,
    PackageWrongPassphrase,
)
from intake.export.handover.cards import Acquaintance
from intake.export.handover.contents import Talk, count_files, talk_files
from intake.export.handover.keys import rotated
from intake.export.handover.manifest import Letterhead, Purpose
from intake.export.handover.merging import Side
from intake.export.handover.sealing import seal
from intake.record import Note, Proposal, Query, Reply
from tests.support.travelling import (
    ENGLISH,
    PHOTO,
    Two,
    add_leg,
    card,
    compare,
    later,
    look,
    opened,
    say,
    seal_draft,
    take,
    two,
    vault,
)
from tests.support.vaults import ALONE, CHEAP, NOW, REVIEWER

ASSISTED = Sitting(Role.ASSISTED, "Typist (fictional)")


@pytest.fixture
def both(tmp_path: FilePath) -> Iterator[Two]:
    made = two(tmp_path)
    yield made
    made.home.abandon()
    made.firm.abandon()


def inside(firm: object, package: FilePath) -> bytes:
    """All that a package holds, as whoever has the firm's key reads it."""
    out = io.BytesIO()
    keys = own_keys(firm, NOW.date())  # type: ignore[arg-type]
    with package.open("rb") as file:
        decrypt_io(file, out, [x25519.Identity.from_str(keys.current.secret)])
    return out.getvalue()


def test_a_draft_arrives_whole_and_open_to_reviewers(both: Two) -> None:
    digest = both.home.keep_file(both.case.id, PHOTO)
    paper = {"sha256": digest, "name": "справка.pdf", "media": "application/pdf", "size": len(PHOTO)}
    say(both.home, both.case, "paper", paper)
    add_leg(both.home, both.case, "AAAAAAAAAA", "Тихуана")
    came = take(both.firm, both.seal("a.age"))
    assert (came.id, came.status, came.language, came.fictional) == (both.case.id, Status.SHARED, "ru", True)
    ours = both.home.answers(both.case.id, ALONE)
    theirs = both.firm.answers(came.id, REVIEWER)
    assert theirs.by_path == ours.by_path
    assert theirs.by_entry == ours.by_entry
    assert both.firm.file(came.id, digest) == PHOTO
    (row,) = both.firm.cases(REVIEWER)
    assert row.title == "Анна Вымышленная"


def test_nothing_is_sealed_to_a_card_that_was_not_compared(both: Two, tmp_path: FilePath) -> None:
    stranger = vault(tmp_path / "stranger.intake")
    theirs = card(stranger)
    target = tmp_path / "x.age"
    with pytest.raises(CardNotCompared):
        seal_draft(both.home, both.case, target, Addressee(theirs))
    with pytest.raises(FingerprintDiffers):
        compare_card(both.home, theirs, "00000 00000 00000 00000", NOW)
    assert standing_of(both.home, theirs) is Acquaintance.NEW
    assert not target.exists()
    stranger.abandon()


def test_nobody_but_the_firm_can_open_it(both: Two, tmp_path: FilePath) -> None:
    other = vault(tmp_path / "other.intake")
    with pytest.raises(PackageForAnother):
        look(other, both.seal("a.age"))
    other.abandon()


def test_the_first_package_is_from_somebody_not_known_yet_and_the_second_is_not(both: Two) -> None:
    first = both.seal("a.age")
    assert look(both.firm, first).stranger
    take(both.firm, first)
    say(both.home, both.case, "full_name", "Анна")
    assert not look(both.firm, both.seal("b.age")).stranger


def test_hidden_sensitive_and_chosen_answers_stay_at_home(both: Two) -> None:
    say(both.home, both.case, "partner", "yes")
    say(both.home, both.case, "partner_name", "hidden-words")
    say(both.home, both.case, "partner", "no")
    say(both.home, both.case, "illness", "sensitive-words")
    package = both.seal("a.age", Choice(sensitive=False))
    plain = inside(both.firm, package)
    assert b"hidden-words" not in plain
    assert b"sensitive-words" not in plain
    came = take(both.firm, package)
    assert Path("illness") not in both.firm.answers(came.id, REVIEWER).by_path


def test_a_later_version_brings_what_the_applicant_changed_and_keeps_what_the_firm_did(both: Two) -> None:
    say(both.home, both.case, "illness", "head")
    take(both.firm, both.seal("a.age"))
    say(both.firm, both.case, "illness", "head and back")
    say(both.home, both.case, "full_name", "Анна Б.")
    take(both.firm, both.seal("b.age"))
    now = both.firm.answers(both.case.id, REVIEWER)
    assert now.by_path[Path("full_name")].value == "Анна Б."
    assert now.by_path[Path("illness")].value == "head and back"


@pytest.mark.parametrize(("side", "left"), [(Side.OURS, "firm's"), (Side.THEIRS, "hers")])
def test_what_both_changed_is_decided_by_a_person(both: Two, side: Side, left: str) -> None:
    say(both.home, both.case, "illness", "as it was")
    take(both.firm, both.seal("a.age"))
    say(both.firm, both.case, "illness", "firm's")
    say(both.home, both.case, "illness", "hers")
    package = both.seal("b.age")
    (conflict,) = look(both.firm, package).comparison.conflicts
    assert (conflict.ours.value, conflict.theirs.value) == ("firm's", "hers")  # type: ignore[union-attr]
    with pytest.raises(KeyError):
        take(both.firm, package)
    take(both.firm, package, illness=side)
    assert both.firm.answers(both.case.id, REVIEWER).by_path[Path("illness")].value == left


def test_the_same_package_is_taken_once_and_an_older_one_not_at_all(both: Two) -> None:
    first, second = both.seal("a.age"), both.seal("b.age")
    take(both.firm, second)
    with pytest.raises(PackageTaken):
        look(both.firm, second)
    with pytest.raises(PackageOlder):
        look(both.firm, first)


def test_a_made_up_package_with_a_known_case_id_never_touches_that_case(
    both: Two, tmp_path: FilePath
) -> None:
    add_leg(both.home, both.case, "AAAAAAAAAA", "Тихуана")
    take(both.firm, both.seal("a.age"))
    before = both.firm.answers(both.case.id, REVIEWER)
    forger = two(tmp_path / "forger")
    compare(forger.home, card(both.firm))
    say(forger.home, forger.case, "full_name", "Forged")
    add_leg(forger.home, forger.case, "AAAAAAAAAA", "Nowhere")
    package = seal_draft(forger.home, forger.case, tmp_path / "f.age", Addressee(card(both.firm)))
    came = take(both.firm, package)
    assert came.id != both.case.id
    assert both.firm.answers(both.case.id, REVIEWER) == before
    (leg,) = both.firm.answers(came.id, REVIEWER).entries("legs")
    assert both.firm.answers(came.id, REVIEWER).by_path[Path("leg_to", leg.id)].value == "Nowhere"
    say(forger.home, forger.case, "full_name", "Forged again")
    again = seal_draft(forger.home, forger.case, tmp_path / "g.age", Addressee(card(both.firm)))
    assert take(both.firm, again).id == came.id
    assert len(both.firm.answers(came.id, REVIEWER).entries("legs")) == 1
    forger.home.abandon()
    forger.firm.abandon()


def ask(both: Two, query: Query) -> FilePath:
    both.firm.put(both.case.id, query)
    back = both.folder / f"{query.id}.age"
    case = both.firm.case(both.case.id, REVIEWER)
    send_back(both.firm, back, case, talk_of(both.firm.record(case.id, REVIEWER)), later(3))
    return back


def receive(both: Two, back: FilePath) -> None:
    came = look_at_questions(both.home, open_package(both.home, back, None, NOW))
    take_questions(both.home, came, later(4))


QUERY = Query("Q000000001", NOW, "Paralegal (fictional)", "Когда это было?", "ru", Path("full_name"))


def test_questions_go_back_and_replies_join_their_thread(both: Two) -> None:
    take(both.firm, both.seal("a.age"))
    receive(both, ask(both, QUERY))
    assert both.home.record(both.case.id, ALONE).queries == (QUERY,)
    reply = Reply("R000000001", later(5), "", QUERY.id, "Весной.", "ru")
    both.home.put(both.case.id, reply)
    take(both.firm, both.seal("b.age"))
    record = both.firm.record(both.case.id, REVIEWER)
    assert (record.queries, record.replies) == ((QUERY,), (reply,))


def test_what_is_counsel_only_never_goes_back(both: Two) -> None:
    take(both.firm, both.seal("a.age"))
    both.firm.put(both.case.id, Note("N000000001", NOW, "Paralegal", "counsel-only-words", Path("full_name")))
    back = ask(both, QUERY)
    assert b"counsel-only-words" not in inside(both.home, back)
    receive(both, back)
    assert both.home.record(both.case.id, ALONE).notes == ()


def test_a_proposal_is_the_applicants_to_decide(both: Two) -> None:
    take(both.firm, both.seal("a.age"))
    proposal = Proposal("P000000001", NOW, "Paralegal", Path("full_name"), Answer("Анна Б."), declined=True)
    both.firm.put(both.case.id, proposal)
    receive(both, ask(both, QUERY))
    (came,) = both.home.record(both.case.id, ALONE).proposals
    assert (came.adopted, came.declined) == (None, False)


def test_an_applicants_package_cannot_change_what_the_firm_asked(both: Two) -> None:
    take(both.firm, both.seal("a.age"))
    receive(both, ask(both, QUERY))
    both.home.put(both.case.id, Query(QUERY.id, NOW, "Forger", "Other words", "ru", closed=True))
    take(both.firm, both.seal("b.age"))
    assert both.firm.record(both.case.id, REVIEWER).queries == (QUERY,)


def test_questions_from_somebody_whose_card_was_never_compared_are_refused(
    both: Two, tmp_path: FilePath
) -> None:
    forger = vault(tmp_path / "forger.intake")
    head = Letterhead("f" * 32, Purpose.BACK, both.case.id, 1, NOW, "ru")
    back = tmp_path / "back.age"
    seal(back, head, talk_files(Talk(queries=(QUERY,))), card(both.home), own_keys(forger, NOW.date()))
    with pytest.raises(PackageFromStranger):
        receive(both, back)
    assert both.home.record(both.case.id, ALONE).queries == ()
    forger.abandon()


def test_questions_about_a_case_that_was_erased_are_told_so(both: Two) -> None:
    take(both.firm, both.seal("a.age"))
    back = ask(both, QUERY)
    both.home.erase_case(both.case.id)
    with pytest.raises(PackageForNothing):
        receive(both, back)


def test_nothing_goes_back_for_a_draft_that_came_from_nobody(both: Two) -> None:
    with pytest.raises(NotFromPackage):
        ask(Two(both.home, both.home, both.case, both.folder), QUERY)


def test_a_passphrase_does_where_there_is_no_card(both: Two, tmp_path: FilePath) -> None:
    to = Addressee(passphrase="шесть слов на бумаге", cost=CHEAP)
    package = seal_draft(both.home, both.case, tmp_path / "p.bin", to)
    with pytest.raises(PackageWrongPassphrase):
        look(both.firm, package, "шесть слов")
    with pytest.raises(PackageForAnother):
        look(both.firm, package)
    came = look(both.firm, package, "шесть слов на бумаге")
    assert came.draft.sheet.answers.by_path == opened(both.home, both.case.id).interview.answers.by_path


def test_closed_drafts_of_a_firm_are_merged_without_opening_them(both: Two) -> None:
    take(both.firm, both.seal("a.age"))
    say(both.home, both.case, "full_name", "Анна Б.")
    take(both.firm, both.seal("b.age"))
    assert both.firm.openings(both.case.id) == ()
    assert both.firm.answers(both.case.id, ASSISTED).by_path[Path("full_name")].value == "Анна Б."


def test_what_the_firm_had_before_stays_as_a_sealed_version(both: Two) -> None:
    came = take(both.firm, both.seal("a.age"))
    say(both.home, both.case, "full_name", "Анна Петровна")
    second = both.seal("b.age")
    assert not both.firm.record(came.id, REVIEWER).sealed
    take(both.firm, second)
    (sealed,) = both.firm.record(came.id, REVIEWER).sealed
    version = both.firm.past.sealed(came.id, sealed.number, REVIEWER)
    assert version.answers.by_path[Path("full_name")].value == "Анна Вымышленная"
    assert both.firm.answers(came.id, REVIEWER).by_path[Path("full_name")].value == "Анна Петровна"


def test_a_package_that_says_nothing_new_seals_no_version(both: Two) -> None:
    came = take(both.firm, both.seal("a.age"))
    take(both.firm, both.seal("b.age"))
    assert not both.firm.record(came.id, REVIEWER).sealed


def test_sealing_tells_how_far_it_is_and_stops_when_nobody_waits(both: Two, tmp_path: FilePath) -> None:
    seen: list[tuple[int, int]] = []
    draft = draft_of(both.home, opened(both.home, both.case.id), Choice(), ENGLISH, NOW)

    def first_alone(done: int, of: int) -> bool:
        seen.append((done, of))
        return done < 2

    target = tmp_path / "stopped.age"
    with pytest.raises(ExportStopped):
        send_draft(both.home, draft, Dispatch(target, Addressee(card(both.firm)), NOW, first_alone))
    assert [done for done, _ in seen] == [1, 2]
    assert not target.exists()
    assert not [*tmp_path.glob(".*.part")]

    def on(done: int, of: int) -> bool:
        seen.append((done, of))
        return True

    send_draft(both.home, draft, Dispatch(target, Addressee(card(both.firm)), NOW, on))
    assert seen[-1] == (count_files(draft), count_files(draft))


def test_what_was_sealed_to_a_deleted_key_can_never_be_opened(both: Two) -> None:
    package = both.seal("a.age")
    keys = own_keys(both.firm, NOW.date())
    changed = rotated(keys, NOW.date())
    keep_keys(both.firm, changed)
    assert look(both.firm, package).stranger
    with pytest.raises(LastReceivingKey):
        delete_key(both.firm, changed, changed.current)
    delete_key(both.firm, changed, changed.receiving[0])
    with pytest.raises(PackageForAnother):
        look(both.firm, package)


def test_differences_are_told_in_the_order_of_the_form(both: Two) -> None:
    add_leg(both.home, both.case, "AAAAAAAAAA", "Cancún")
    came = take(both.firm, both.seal("a.age"))
    say(both.home, both.case, "leg_to", "Tijuana", "AAAAAAAAAA")
    say(both.home, both.case, "illness", "a knee")
    say(both.home, both.case, "full_name", "Анна")
    second = look(both.firm, both.seal("b.age"))
    ours, theirs = interviews(second, NOW)
    found = in_order(second, ours, theirs)
    assert [it.path.question for it in found] == ["full_name", "illness", "leg_to"]
    assert (found[2].ours and found[2].ours.value, found[2].theirs and found[2].theirs.value) == (
        "Cancún",
        "Tijuana",
    )
    assert seen_in(found[2].path, ours, theirs) is theirs
    assert second.into == came.id
