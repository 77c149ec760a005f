"""Paragraphs set into lines: nothing is lost, nothing is wider than its column."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.export.text.clean import own_words
from intake.export.text.fonts import Fonts
from intake.export.text.lines import Line, Typesetter
from tests.support.documents import FONTS, fonts

COLUMN = 30_000


def told(line: Line) -> str:
    """The characters of a line in visual order, from what its glyphs stand for."""
    out = []
    for piece in line.pieces:
        glyphs = "".join(re.findall("<([0-9A-F]+)>", "".join(body for _, body in piece.parts)))
        numbers = [int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4)]
        out.append(piece.actual or "".join(piece.face.glyphs[number] for number in numbers))
    return "".join(out)


def lines(text: str, width: float = COLUMN, *, bold: bool = False, base: int | None = None) -> list[Line]:
    return [*Typesetter(fonts()).lines(text, width, bold=bold, base=base)]


@pytest.mark.parametrize(
    "text",
    [
        "The office was affiliated; the file, officially, fine.",
        "Мы вышли из дома в пять утра, «не бойся», сказал он — и уехал.",
        "Ἀθῆναι, Ελλάδα: Γειά σου",
        "Ängström, naïve, Łódź, Đà Nẵng, İstanbul",
        "e\u0301 и\u0306 decomposed",
        "2022-03-14 / 555-0100 (№ 12)",
        "😀 \u0f00 has no glyph",
    ],
)
@pytest.mark.parametrize("bold", [False, True])
def test_the_glyphs_of_a_line_tell_its_characters(text: str, bold: bool) -> None:
    assert " ".join(told(line) for line in lines(text, bold=bold)) == text


@settings(max_examples=60)
@given(st.text(max_size=300), st.integers(500, 60_000))
def test_no_line_is_wider_than_its_column_unless_one_character_is(text: str, width: int) -> None:
    for line in lines(own_words(text), width):
        assert line.width == sum(piece.width for piece in line.pieces)
        assert line.width <= width or len(line.pieces) == 1 or len(told(line)) <= 2


@settings(max_examples=60)
@given(st.text(st.sampled_from("ab яΩ -,.(»\n"), max_size=300), st.integers(800, 40_000))
def test_no_character_but_space_is_lost(text: str, width: int) -> None:
    whole = "".join(told(line) for line in lines(text, width, base=0))
    assert "".join(whole.split()) == "".join(text.split())


def test_a_line_end_of_the_person_is_kept() -> None:
    assert [told(line) for line in lines("one\n\ntwo")] == ["one", "", "two"]


def test_spaces_inside_a_line_are_kept_and_those_at_its_end_are_not_drawn() -> None:
    assert [told(line) for line in lines("one   two " + " " * 500 + "three")] == ["one   two", "three"]


def test_a_paragraph_of_arabic_begins_at_the_right_and_its_digits_are_not_turned() -> None:
    (line,) = lines("١٤ مارس ٢٠٢٢")
    assert line.rtl
    assert told(line).startswith("٢٠٢٢")
    assert told(line).endswith("١٤")


def test_arabic_letters_are_joined() -> None:
    (joined,), (apart,) = lines("مم"), lines("م\u200cم")
    assert joined.pieces[0].parts != apart.pieces[0].parts
    assert lines("\u0645\u200d")[0].pieces[0].parts != lines("\u0645")[0].pieces[0].parts


def test_a_paragraph_of_the_program_keeps_its_own_direction() -> None:
    (line,) = lines("\u2068שלום\u2069 said", base=0)
    assert not line.rtl
    assert told(line) == "םולש said"


def test_two_hundred_thousand_characters_without_a_space_are_set() -> None:
    found = lines("я" * 200_000, 49_000)
    assert sum(len(told(line)) for line in found) == 200_000


def test_a_folder_without_the_first_family_is_no_folder_of_fonts(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Fonts.load(tmp_path)


def test_a_family_without_a_bold_face_stands_in_bold_text_as_it_is(tmp_path: Path) -> None:
    for name in ("NotoSans-Regular", "NotoSans-Bold", "NotoSansHebrew-Regular"):
        (tmp_path / f"{name}.ttf").write_bytes((FONTS / f"{name}.ttf").read_bytes())
    found = Fonts.load(tmp_path)
    assert [file.name for file in found.bold] == ["NotoSans-Bold", "NotoSansHebrew-Regular"]


def test_the_characters_that_no_font_has_are_counted() -> None:
    assert fonts().lacking({"a": 3, "😀": 2, "\u200d": 1, "漢": 1, "\n": 4}) == {"😀": 2, "漢": 1}
