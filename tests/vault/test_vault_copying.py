"""A duplicate begins with what the first draft holds, whole or not at all."""

import pytest

from intake.answers import Answer, Entry, Path, State
from intake.case import Case, Role, Sitting, Status
from intake.changes import AnswerSet, EntrySet
from intake.errors import CaseClosed, FileMissing
from intake.record import Note
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, NOW, PACK, REVIEWER, said

HELPER = Sitting(Role.ASSISTED, "B. Example (fictional)")
DATA = b"a ticket that is fictional"


def first(vault: Vault) -> tuple[Case, str]:
    case = vault.new_case(PACK, "ru", fictional=True)
    sha256 = vault.keep_file(case.id, DATA)
    outer, inner = Entry("AAAAAAAAAA", "legs"), Entry("BBBBBBBBBB", "stops", "AAAAAAAAAA")
    paper = Answer({"sha256": sha256, "name": "t.pdf", "media": "application/pdf", "size": 26}, kind="file")
    aside = Answer(state=State.DONT_KNOW, kept="put aside", at=NOW)
    vault.submit(
        case.id,
        [
            EntrySet(outer),
            EntrySet(inner),
            said("place", "Стамбул", inner.id),
            AnswerSet(Path("paper"), paper),
            AnswerSet(Path("when"), aside),
        ],
    )
    vault.put(case.id, Note("N1", NOW, "B. Example (fictional)", "of the first alone"))
    vault.set_case(case.id, title="Образцова")
    return case, sha256


def test_it_has_the_answers_and_files_under_entries_of_its_own(made: Vault) -> None:
    case, sha256 = first(made)
    copy = made.duplicate(case.id, ALONE)
    one, other = made.answers(case.id, ALONE), made.answers(copy.id, ALONE)
    assert (copy.status, copy.language, copy.fictional) == (Status.IN_PROGRESS, "ru", True)
    assert made.file(copy.id, sha256) == DATA
    assert not set(one.by_entry) & set(other.by_entry)
    (leg,) = other.entries("legs")
    (stop,) = other.entries("stops", leg.id)
    assert other.by_path[Path("place", stop.id)].value == "Стамбул"
    assert other.by_path[Path("when")].kept == "put aside"
    made.set_case(copy.id, status=Status.SHARED)
    assert made.record(copy.id, REVIEWER).notes == ()
    assert {it.title for it in made.cases(ALONE)} == {"Образцова"}


def test_what_a_reviewer_duplicates_is_as_open_and_the_look_is_recorded(made: Vault) -> None:
    case, _ = first(made)
    made.set_case(case.id, status=Status.SHARED)
    copy = made.duplicate(case.id, REVIEWER)
    assert copy.status is Status.SHARED
    assert [it.by for it in made.openings(case.id)] == [REVIEWER.name]
    made.submit(copy.id, [AnswerSet(Path("when"), Answer("1999", at=NOW))])
    assert [it.before for it in made.past.history(copy.id, Path("when"), REVIEWER)]


def test_a_draft_in_progress_is_not_duplicated_by_a_reviewer(made: Vault) -> None:
    case, _ = first(made)
    with pytest.raises(CaseClosed):
        made.duplicate(case.id, REVIEWER)
    assert len(made.cases(ALONE)) == 1


def test_the_files_of_the_first_stay_when_the_second_is_erased(made: Vault) -> None:
    case, sha256 = first(made)
    copy = made.duplicate(case.id, HELPER)
    made.erase_case(copy.id)
    assert made.file(case.id, sha256) == DATA
    with pytest.raises(FileMissing):
        made.file(copy.id, sha256)
