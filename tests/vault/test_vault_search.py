"""Searching a vault: every word that may be seen is found, in either script; nothing else ever is."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.answers import Answer, Path
from intake.case import Role, Sitting, Status
from intake.record import (
    FindingState,
    FindingWord,
    Ground,
    GroundMark,
    Note,
    Proposal,
    Query,
    Reply,
    Translation,
)
from intake.searching import Passage
from intake.translit import fold
from intake.vault import search
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, NOW, PACK, PASSPHRASE, REVIEWER, said

STORY = Path("story")
BY = "A. Example (fictional)"


@pytest.fixture
def case(made: Vault) -> str:
    """A draft that is open to reviewers."""
    case_id = made.new_case(PACK, "ru").id
    made.set_case(case_id, status=Status.SHARED)
    return case_id


def tell(vault: Vault, case: str, words: str, question: str = "story", entry: str | None = None) -> None:
    change = said(question, words, entry)
    vault.submit(case, [change], [Passage(change.path, words)])


def kinds(vault: Vault, text: str, sitting: Sitting = REVIEWER) -> set[str]:
    return {hit.kind for hit in vault.search(text, sitting)}


@pytest.mark.parametrize(
    "wanted", ["Юлия", "юл", "YULIA", "Iuliia", "julia", "Хабаровска", "khabar", "Habarovsk"]
)
def test_a_name_is_found_in_either_script_and_by_its_start(made: Vault, case: str, wanted: str) -> None:
    tell(made, case, "Меня зовут Юлия, я из Хабаровска", entry="7FQ2ABCDEF")
    (hit,) = made.search(wanted, REVIEWER)
    assert (hit.case_id, hit.kind, hit.path, hit.item) == (case, "answers", Path("story", "7FQ2ABCDEF"), "")
    assert hit.text == "Меня зовут Юлия, я из Хабаровска"


def test_words_of_one_search_may_stand_in_different_answers_of_a_case(made: Vault, case: str) -> None:
    other = made.new_case(PACK, "ru").id
    tell(made, case, "Марина", "given_name")
    tell(made, case, "Образцова", "family_name")
    tell(made, other, "Марина", "given_name")
    assert {hit.case_id for hit in made.search("марина", ALONE)} == {case, other}
    found = made.search("marina obraz", ALONE)
    assert {(hit.case_id, hit.path and hit.path.question) for hit in found} == {
        (case, "given_name"),
        (case, "family_name"),
    }
    assert made.search("марина никто", ALONE) == ()


def test_an_answer_is_found_by_what_it_says_now(made: Vault, case: str) -> None:
    tell(made, case, "Стамбул")
    tell(made, case, "Канкун")
    assert made.search("Стамбул", REVIEWER) == ()
    assert len(made.search("Канкун", REVIEWER)) == 1
    tell(made, case, "")
    assert made.search("Канкун", REVIEWER) == ()


def test_everything_people_write_beside_answers_is_found_by_those_it_is_for(made: Vault, case: str) -> None:
    tell(made, case, "рассказ")
    made.put(
        case,
        Note("N1", NOW, BY, "kestrel note", STORY),
        Query("Q1", NOW, BY, "kestrel query", "en", STORY),
        Reply("R1", NOW, "", "Q1", "kestrel reply", "en"),
        Proposal("P1", NOW, BY, STORY, Answer({"a": ("kestrel",)}, at=NOW)),
        Translation("T1", NOW, BY, STORY, ("рассказ",), ("kestrel",)),
        FindingWord("F1", NOW, BY, "gap", FindingState.DISMISSED, "kestrel"),
        GroundMark("G1", NOW, BY, Ground.RACE, STORY, "kestrel"),
    )
    everything = {
        "notes", "queries", "replies", "proposals", "translations", "finding_words", "ground_marks"
    }  # fmt: skip
    assert kinds(made, "kestrel") == everything
    assert kinds(made, "kestrel", ALONE) == {"queries", "replies", "proposals"}
    assert kinds(made, "kestrel", Sitting(Role.ASSISTED, BY)) == {
        "queries",
        "replies",
        "proposals",
        "translations",
    }
    made.put(case, Note("N1", NOW, BY, "falcon", STORY))
    made.drop(case, "Q1")
    assert kinds(made, "kestrel") == everything - {"notes", "queries"}
    assert kinds(made, "falcon") == {"notes"}


def test_a_translation_of_a_hidden_answer_is_hidden_with_it(made: Vault, case: str) -> None:
    tell(made, case, "рассказ")
    made.put(case, Translation("T1", NOW, BY, STORY, ("рассказ",), ("kestrel",)))
    assert kinds(made, "kestrel") == {"translations"}
    made.submit(case, [said("other", "x")], [Passage(STORY, ""), Passage(Path("other"), "x")])
    assert kinds(made, "kestrel") == set()


def test_a_closed_draft_is_closed_to_a_reviewers_search_too(made: Vault, case: str) -> None:
    tell(made, case, "кречет")
    made.put(case, Note("N1", NOW, BY, "kestrel"))
    made.set_case(case, status=Status.IN_PROGRESS)
    assert made.search("кречет", REVIEWER) == made.search("kestrel", REVIEWER) == ()
    assert len(made.search("кречет", ALONE)) == 1


def test_what_was_written_without_its_words_is_found_once_the_case_is_indexed(made: Vault, case: str) -> None:
    tell(made, case, "прежнее")
    assert made.is_indexed(case)
    made.submit(case, [said("story", "новое"), said("more", "ещё")])
    assert not made.is_indexed(case)
    assert made.search("прежнее", REVIEWER) == ()
    made.index(case, [Passage(STORY, "новое"), Passage(Path("more"), "ещё")])
    assert made.is_indexed(case)
    assert len(made.search("новое", REVIEWER)) == len(made.search("еще", REVIEWER)) == 1
    made.note_case(case, language="es")
    assert not made.is_indexed(case)


def test_an_item_under_an_id_of_another_case_leaves_no_words(made: Vault, case: str) -> None:
    other = made.new_case(PACK, "ru").id
    made.put(case, Note("N1", NOW, BY, "kestrel"))
    made.put(other, Note("N1", NOW, BY, "falcon"))
    assert kinds(made, "falcon", REVIEWER) == kinds(made, "falcon", ALONE) == set()
    assert kinds(made, "kestrel") == {"notes"}


def test_no_more_hits_are_given_than_anyone_reads(made: Vault, case: str) -> None:
    changes = [said(f"q{number}", f"кречет {number}") for number in range(search.MOST_HITS + 50)]
    made.submit(case, changes, [Passage(it.path, "кречет") for it in changes])
    for wanted in ("к", "кречет"):
        assert len(made.search(wanted, REVIEWER)) == search.MOST_HITS


def test_the_best_hit_comes_first(made: Vault, case: str) -> None:
    tell(made, case, "кречет " + "дорога " * 300, "long")
    tell(made, case, "кречет", "short")
    assert [hit.path and hit.path.question for hit in made.search("кречет", REVIEWER)] == ["short", "long"]


HOSTILE = [
    '"',
    "' OR 1=1 --",
    "a* OR b*",
    "NEAR(",
    "-",
    "^",
    "column:",
    "\x00",
    "\ud800",
    "%",
    "_",
    ":any",
    "{}",
    "(",
]


@pytest.mark.parametrize("wanted", HOSTILE)
def test_signs_of_the_query_language_are_plain_text(made: Vault, case: str, wanted: str) -> None:
    tell(made, case, "кречет")
    made.search(wanted, REVIEWER)
    made.search(f"кречет {wanted}", REVIEWER)


def test_the_words_survive_a_new_key_and_a_new_window(
    made: Vault, case: str, reopened: Callable[[], Vault]
) -> None:
    tell(made, case, "кречет")
    made.ways.replace_key(PASSPHRASE, None)
    tell(made, case, "кречет и сокол", "more")
    assert len(made.search("кречет", REVIEWER)) == 2
    made.close()
    vault = reopened()
    assert len(vault.search("кречет", REVIEWER)) == 2
    vault.erase_case(case)
    assert vault.search("кречет", ALONE) == ()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20), st.data())
def test_every_word_of_every_answer_is_found_by_each_of_its_starts(
    made: Vault, case: str, words: str, data: st.DataObject
) -> None:
    tell(made, case, words)
    for word in fold(words).split():
        start = word[: data.draw(st.integers(1, len(word)))]
        if fold(start):
            assert [hit.path for hit in made.search(start, REVIEWER)] == [STORY]
