"""Direction (UAX #9), on cases made by hand after its rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.export.text import bidi

MIXED = st.text(st.sampled_from("aбאבسم12٣٤ -.,:+%()[]«»\u2067\u2068\u2069\u0301\u200f\n"), max_size=40)


def shown(text: str, base: int | None = None) -> str:
    """A line in visual order, without what is not drawn, brackets mirrored where they run from the right."""
    level, found = bidi.levels(text, base)
    found = bidi.line_levels(text, found, level)
    mirrored = str.maketrans("()[]<>", ")(][><")
    order = bidi.visual_order(found)
    drawn = [text[i].translate(mirrored) if found[i] % 2 else text[i] for i in order]
    return "".join(character for character in drawn if character not in "\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "base", "line"),
    [
        ("plain words", None, "plain words"),
        ("אבג", None, "גבא"),
        ("car אבג 12", 0, "car 12 גבא"),  # W7: the number follows Hebrew, so it stands at its left
        ("אבג 12 דה", None, "הד 12 גבא"),
        ("سلام 12", None, "12 مالس"),  # W2: European digits after Arabic letters
        ("١٤ مارس ٢٠٢٢", None, "٢٠٢٢ سرام ١٤"),  # digits are never turned
        ("אב (גד) הו", None, "וה (דג) בא"),  # N0: both brackets follow the paragraph
        ("a (א) b", 0, "a (א) b"),
        ("א, ב", None, "ב ,א"),
        ("א...", None, "...א"),
        ("a א...", 0, "a א..."),
        ("12-13 אב", 1, "בא 12-13"),
        ("-5 אב", 1, "בא 5-"),
        ("אב $100", 1, "$100 בא"),  # W5: the sign goes with its number
        ("אב 100%", 1, "100% בא"),
    ],
)
def test_a_line_is_ordered_as_the_rules_say(text: str, base: int | None, line: str) -> None:
    assert shown(text, base) == line


def test_a_date_of_numbers_inside_arabic_is_turned_without_an_isolate_and_kept_with_one() -> None:
    assert "2023-05-14" not in shown("التاريخ 2023-05-14", 1)
    assert "2023-05-14" in shown("التاريخ \u20662023-05-14\u2069", 1)


def test_a_persian_date_inside_english_keeps_day_and_year_apart_only_when_isolated() -> None:
    day, month, year = "۲۲", "مهر", "۱۴۰۱"
    line = shown(f"on \u2068{day} {month} {year}\u2069 he left", 0)
    assert line == f"on {year} {month[::-1]} {day} he left"
    beside = shown(f"from \u2068{month}\u2069 to \u2068{month}\u2069, {12}", 0)
    assert beside == f"from {month[::-1]} to {month[::-1]}, 12"


def test_a_telephone_number_inside_arabic_is_kept_whole_by_an_isolate() -> None:
    assert "+1 (212) 555-0100" in shown("هاتف \u2066+1 (212) 555-0100\u2069", 1)


def test_what_is_isolated_does_not_decide_on_the_paragraph() -> None:
    assert bidi.levels("\u2067א\u2069 a")[0] == 0
    assert bidi.levels("\u2066a\u2069 א")[0] == 1


def test_spaces_at_the_end_of_a_line_go_to_the_paragraph() -> None:
    level, found = bidi.levels("אב ג", 0)
    assert bidi.line_levels("אב ", found[:3], level) == [1, 1, 0]


def test_embeddings_overrides_and_their_ends_are_taken_out() -> None:
    _, found = bidi.levels("a\u202eb\u202cc", None)
    assert found == [0, bidi.REMOVED, 1, bidi.REMOVED, 0]
    _, found = bidi.levels("א\u202eb\u202cc", None)
    assert found == [1, bidi.REMOVED, 3, bidi.REMOVED, 2]


def test_a_hundred_thousand_nested_isolates_neither_fail_nor_take_long() -> None:
    base, found = bidi.levels("\u2067" * 100_000 + "א" + "\u2069" * 100_000)
    assert base == 0
    assert max(found) <= 126


@given(MIXED, st.sampled_from([None, 0, 1]))
def test_every_character_is_drawn_once_or_taken_out(text: str, base: int | None) -> None:
    level, found = bidi.levels(text, base)
    order = bidi.visual_order(bidi.line_levels(text, found, level))
    assert sorted(order) == [i for i, depth in enumerate(found) if depth != bidi.REMOVED]


@given(MIXED, st.sampled_from([0, 1]))
def test_an_isolated_value_reads_the_same_in_every_surrounding(value: str, base: int) -> None:
    value = value.translate(dict.fromkeys(map(ord, "\u2067\u2068\u2069\n")))
    alone = shown(value, None)
    for before, after in (("a ", " b"), ("א ", " ב"), ("12 ", " 34"), ("سلام ", " ١٢")):
        assert alone in shown(f"{before}\u2068{value}\u2069{after}", base)
