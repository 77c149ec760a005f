"""Questions answered with a file: what is kept of it, what it reads as, and how spreadsheets say it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers import Answer, Stored
from intake.answers import Path as At
from intake.form.kinds import Reader
from intake.form.kinds.files import LARGEST_FILE, LONGEST_NAME, MEDIA, GivenFile, file_of
from intake.form.kinds.registry import KINDS
from intake.sentences import sentence
from intake.words import Words
from tests.support.packs import form, interview

ENGLISH = Words.load("en", Path())
READER = Reader(ENGLISH, ENGLISH, {})
PHOTO = GivenFile("0f" * 32, "passport.jpg", "image/jpeg", 120_000)
SCAN = GivenFile("a1" * 32, "повестка.pdf", "application/pdf", 0)


def changed(**fields: Any) -> Stored:
    whole: dict[str, Stored] = {"sha256": "0f" * 32, "name": "a.png", "media": "image/png", "size": 1}
    return {**whole, **fields}


def test_a_file_is_stored_by_its_digest_name_media_and_size_and_read_back() -> None:
    assert PHOTO.stored() == {
        "sha256": "0f" * 32,
        "name": "passport.jpg",
        "media": "image/jpeg",
        "size": 120_000,
    }
    assert file_of(PHOTO.stored()) == PHOTO


@pytest.mark.parametrize(
    "value",
    [
        "photo of the summons",
        changed(sha256="0F" * 32),
        changed(sha256="0f" * 31),
        changed(sha256=7),
        changed(name=""),
        changed(name="n" * (LONGEST_NAME + 1)),
        changed(media="text/html"),
        changed(size=True),
        changed(size=-1),
        changed(size=LARGEST_FILE + 1),
        changed(size="1"),
        changed(path="/etc/passwd"),
        {"sha256": "0f" * 32},
        ("0f" * 32,),
    ],
)
@pytest.mark.parametrize("kind", ["image", "file"])
def test_anything_else_is_no_file(kind: str, value: Stored) -> None:
    assert file_of(value) is None
    assert KINDS[kind].check(value) == "not_a_file"


def test_a_picture_is_looked_for_where_a_picture_is_asked_for() -> None:
    assert KINDS["image"].check(PHOTO.stored()) is None
    assert KINDS["image"].check(SCAN.stored()) == "not_a_picture"
    assert KINDS["file"].check(SCAN.stored()) is None
    assert "kept" in sentence("not_a_picture", ENGLISH)


def test_a_file_reads_as_its_name_in_one_line_without_what_could_disguise_it() -> None:
    hidden = GivenFile("0f" * 32, "a\u202egpj.\nexe", "application/octet-stream", 5)
    assert KINDS["file"].show(hidden.stored(), READER) == ("agpj. exe",)
    assert KINDS["image"].xpath(SCAN.stored()) == "повестка.pdf"


def test_words_that_stood_in_for_a_file_before_are_still_shown() -> None:
    assert KINDS["image"].show("my passport, two pages", READER) == ("my passport, two pages",)


def test_expressions_and_texts_see_that_a_file_was_given() -> None:
    made = form("""
        - {type: file, name: paper, label: Paper?}
        - {type: text, name: about, label: "About ${paper}", relevant: "${paper} != ''"}
        """)
    at, path = interview(made), At("about")
    assert not at.is_asked(path)
    after, _ = at.answer(At("paper"), Answer(SCAN.stored(), kind="file"))
    assert after.is_asked(path)


@pytest.mark.parametrize("word", ["image", "file", "audio", "video"])
def test_a_recording_is_asked_for_as_a_file_that_is_there_already(word: str) -> None:
    question = form(f"- {{type: {word}, name: it, label: It?}}").questions["it"]
    assert question.kind == ("image" if word == "image" else "file")
    assert question.stands_in_for == (word if word in ("audio", "video") else "")


@given(
    st.text(min_size=1, max_size=LONGEST_NAME), st.sampled_from(sorted(MEDIA)), st.integers(0, LARGEST_FILE)
)
def test_every_file_that_can_be_kept_comes_back(name: str, media: str, size: int) -> None:
    kept = GivenFile("0" * 64, name, media, size)
    assert file_of(kept.stored()) == kept
    assert KINDS["file"].check(kept.stored()) is None
