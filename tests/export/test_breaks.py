"""Where lines may break (UAX #14): our fast ways give what the rules give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from intake.export.text.breaks import LONGEST, is_boundary, words

SIGNS = " ،؛؟.,:;!?()[]«»“”„\"'’-–—…%$€№/+#•0123456789"
LETTERS = "abzéñßЖяёґאשםسلامیکگچپژ۱۴٣ΑωІ漢字あぁ한क\u200c"


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Words with spaces and signs between them, none longer than what is cut by force."""
    alphabet = st.sampled_from(SIGNS + LETTERS + "\u00a0\u200b\u0301\u00ad")
    return " ".join(draw(st.lists(st.text(alphabet, max_size=12), max_size=12)))


def breaks(text: str) -> list[int]:
    return [after for _, _, after in words(text)]


@given(prose())
def test_lines_break_where_the_rules_let_them(text: str) -> None:
    ours = breaks(text)
    theirs = [at for at in line_break_boundaries(text) if at > 0]
    leading = len(text) - len(text.lstrip(" "))
    assert [at for at in ours if at != leading] == [at for at in theirs if at != leading]


@given(st.text(st.sampled_from(SIGNS + LETTERS), max_size=400))
def test_nothing_is_lost_between_the_words(text: str) -> None:
    found = [*words(text)]
    assert "".join(text[start:after] for start, _, after in found) == text
    assert all(set(text[end:after]) <= {" "} for _, end, after in found)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one two", ["one ", "two"]),
        ("co-operate", ["co-", "operate"]),
        ("2022-03-14", ["2022-03-14"]),
        ("сказал: «Не бойся».", ["сказал: ", "«Не ", "бойся»."]),
        ("см. (там) же", ["см. ", "(там) ", "же"]),
        ("дом — море", ["дом ", "— ", "море"]),
        ("10\u00a0000 долларов", ["10\u00a0000 ", "долларов"]),
        ("漢字。", ["漢", "字。"]),
        ("ждали ( дома )", ["ждали ", "( дома )"]),
        ("", []),
        ("   ", ["   "]),
    ],
)
def test_words_are_parted_as_a_typesetter_would(text: str, parts: list[str]) -> None:
    assert [text[start:after] for start, _, after in words(text)] == parts


def test_a_word_that_fits_no_line_is_cut_between_letters() -> None:
    found = [*words("a" * 200_000)]
    assert max(end - start for start, end, _ in found) <= LONGEST
    assert len(found) == 200_000 // LONGEST


def test_unbreakable_spaces_do_not_make_a_word_without_end() -> None:
    assert max(after - start for start, _, after in words("( " * 100_000)) <= LONGEST + 2


def test_a_cut_leaves_marks_and_joiners_with_their_letter() -> None:
    assert not is_boundary("e\u0301a", 1)
    assert is_boundary("e\u0301a", 2)
    assert not is_boundary("क्\u200dष", 3)
