"""A document as PDF: what other programs read in it, and what must never be in it."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdf
import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_text

from intake.export.document import Block, Heading, Pair, Pointer, Prose, Space, Table, texts
from intake.export.pdf.render import A4, Press, make_pdf
from intake.export.plain import Text
from tests.support.documents import document, fonts, letters, pages_of, pdf_of, squeezed

HOSTILE = [
    '<img src="/etc/passwd">',
    '<img src="http://127.0.0.1:9/x.png">',
    "he said <b>stop",
    "</para></font>",
    '<a href="javascript:alert(1)">here</a>',
    "<foo>bar</foo> &amp; &lt; &#65;",
    ") Tj ET Q endstream endobj (",
    "/JavaScript (app.alert(1)) <</S /URI>>",
    "{page} {pages} {characters} %s %n ${name}",
    "\\050 \\ \\\\ \\n",
]

WORDS = st.text(st.sampled_from("abz яё Ωß1290.,:-()<>&/«»\n"), min_size=1, max_size=120).filter(str.strip)


def sample() -> tuple[Block, ...]:
    return (
        Heading(0, Text("Summary of an intake")),
        Heading(1, Text("About you")),
        Pair(Text("Family name"), (Text("Образцова", own=True),)),
        Pair(Text("Languages"), (Text("Russian"), Text("English"))),
        Space(),
        Heading(2, Text("Your journey")),
        Pair(Text("When did you leave?"), (Text("does not remember", soft=True),)),
        Heading(1, Text("Chronology")),
        Table(
            (Text("When"), Text("What")),
            tuple(
                ((Text(f"{day} March 2022"),), (Text("Left"), Text("уехали", own=True)))
                for day in range(1, 31)
            ),
            (1, 2),
        ),
        Prose(Text("The end.")),
    )


def test_every_text_is_read_by_pypdf_and_by_pdfminer() -> None:
    pdf = pdf_of(*sample())
    for whole in ("".join(pages_of(pdf)), extract_text(io.BytesIO(pdf))):
        missing = [text.words for text in texts(sample()) if squeezed(text.words) not in squeezed(whole)]
        assert missing == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8))
def test_any_answer_is_read_back(pairs: list[tuple[str, str]]) -> None:
    pdf = pdf_of(*(Pair(Text(question), (Text(answer, own=True),)) for question, answer in pairs))
    whole = squeezed(extract_text(io.BytesIO(pdf), laparams=None))
    assert all(squeezed(answer) in whole for _, answer in pairs)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_people_are_never_markup(words: str) -> None:
    blocks = [
        Heading(1, Text(words, own=True)),
        Prose(Text(words, own=True)),
        Pair(Text(words), (Text(words, own=True),)),
    ]
    table = Table((Text(words),), (((Text(words, own=True),),),), (1,))
    pdf = pdf_of(*blocks, table)
    assert "".join(pages_of(pdf)).count(words.split(maxsplit=1)[0]) >= 5
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            assert "/Annots" not in page
            assert "/XObject" not in page.resources
        assert "/AcroForm" not in document.Root
        assert "/OpenAction" not in document.Root
        assert "/Names" not in document.Root


def test_a_direction_override_is_not_drawn() -> None:
    (page,) = pages_of(pdf_of(Prose(Text("\u202e2202-11-21", own=True))))
    assert "2202-11-21" in page


def test_the_digits_of_an_arabic_date_stand_in_their_order() -> None:
    drawn = letters(pdf_of(Prose(Text("١٤ مارس ٢٠٢٢", own=True))))
    digits = [(x, sign) for sign, x, _ in drawn if sign in "٠١٢٤"]
    assert [sign for _, sign in sorted(digits)] == [*"٢٠٢٢", *"١٤"]


def test_an_isolated_date_of_numbers_is_not_turned_in_an_arabic_sentence() -> None:
    drawn = letters(pdf_of(Prose(Text("التاريخ \u20682023-05-14\u2069")), language="ar"))
    signs = sorted((x, sign) for sign, x, y in drawn if sign in "0123456789-" and y > 650)
    assert "".join(sign for _, sign in signs) == "2023-05-14"


def test_a_document_in_arabic_begins_at_the_right() -> None:
    drawn = {
        sign: x for sign, x, y in letters(pdf_of(Pair(Text("س"), (Text("ج"),)), language="ar")) if y > 650
    }
    question, answer = (next(x for sign, x in drawn.items() if wanted in sign) for wanted in "سج")
    assert question > answer


def test_a_short_answer_stays_at_its_question_and_a_long_one_begins_at_its_own_side() -> None:
    def last_line_begins(words: str) -> float:
        drawn = [
            (y, x)
            for sign, x, y in letters(pdf_of(Pair(Text(""), (Text(words, own=True),))))
            if sign in "שלום"
        ]
        return min(x for y, x in drawn if y < min(drawn)[0] + 1)

    column = 72 + 162
    assert last_line_begins("שלום") == pytest.approx(column, abs=3)
    assert last_line_begins("שלום " * 25) > column + 10


def test_a_character_that_no_font_has_is_a_box_told_in_a_note() -> None:
    (page,) = pages_of(pdf_of(Prose(Text("smile 😀😀 漢", own=True))))
    assert "No font has: U+6F22 ×1, U+1F600 ×2" in page.replace("\u00a0", " ")


def test_the_box_for_a_missing_character_has_an_outline() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(Prose(Text("😀", own=True))))) as document:
        (font,) = document.pages[0].resources.Font.values()
        program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    extents = hb.Font(hb.Face(hb.Blob(program))).get_glyph_extents(0)
    assert extents is not None
    assert extents.width > 200


def test_a_document_whose_characters_all_have_glyphs_has_no_such_note() -> None:
    assert "No font" not in "".join(pages_of(pdf_of(*sample())))


def test_every_font_is_embedded_and_there_is_no_helvetica() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(*sample(), Prose(Text("سلام שלום", own=True))))) as document:
        fonts = {name: font for page in document.pages for name, font in page.resources.Font.items()}
        names = {str(font.BaseFont) for font in fonts.values()}
        assert {name.partition("+")[2] for name in names} == {
            "NotoSans-Regular",
            "NotoSans-Bold",
            "NotoNaskhArabic-Regular",
            "NotoSansHebrew-Regular",
        }
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts.values())


def test_no_names_stand_in_the_metadata() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(*sample())))
    assert reader.metadata is not None
    assert reader.metadata.title == "Intake summary"
    assert "Образцова" not in str(dict(reader.metadata))
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_headings_are_bookmarks_on_their_pages() -> None:
    filler = [Prose(Text("word " * 900))]
    pdf = pdf_of(
        Heading(1, Text("One")),
        *filler,
        Heading(2, Text("Two \u2068דוד\u2069")),
        *filler,
        Heading(1, Text("Три")),
    )
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    found = [(entry.title, reader.get_destination_page_number(entry)) for entry in _flat(reader.outline)]
    assert [title for title, _ in found] == ["One", "Two דוד", "Три"]
    for title, page in found:
        assert page is not None
        assert title[:3] in reader.pages[page].extract_text()


@pytest.mark.parametrize("lines", range(36, 48))
def test_a_heading_stands_on_the_page_of_what_it_heads(lines: int) -> None:
    filler = Prose(Text("\n".join(["filler"] * lines)))
    pages = pages_of(pdf_of(filler, Heading(1, Text("Heading")), Pair(Text("Question"), (Text("Answer"),))))
    assert [("Heading" in page, "Question" in page) for page in pages[-1:]] == [(True, True)]
    assert not any("Heading" in page for page in pages[:-1])


def test_a_heading_that_skips_a_level_is_still_a_bookmark() -> None:
    reader = pypdf.PdfReader(
        io.BytesIO(pdf_of(Heading(3, Text("Deep")), Heading(1, Text("Top")), Heading(3, Text("In"))))
    )
    assert [entry.title for entry in _flat(reader.outline)] == ["Deep", "Top", "In"]


def test_each_page_says_its_number_of_how_many_and_carries_the_label() -> None:
    pages = pages_of(pdf_of(Prose(Text("word " * 4000))))
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Draft, unsworn, not filed" in page
        assert "Case 7FQ2K3MN9X" in page


def test_the_head_of_a_table_is_repeated_on_each_page_it_reaches() -> None:
    rows = tuple(((Text(f"row {number}"),),) for number in range(120))
    pages = pages_of(pdf_of(Table((Text("The head"),), rows, (1,))))
    assert len(pages) > 2
    assert all("The head" in page for page in pages)


def test_a_short_row_is_not_parted_by_the_end_of_a_page() -> None:
    lines = "\n".join(f"line {number}" for number in range(7))
    rows = tuple(((Text(f"{row}"),), (Text(lines, own=True),)) for row in range(20))
    pages = pages_of(pdf_of(Table((Text("A"), Text("B")), rows, (1, 2))))
    assert len(pages) > 2
    assert all(page.count("line 0") == page.count("line 6") for page in pages)


def test_a_row_higher_than_a_page_runs_over_several() -> None:
    long = " ".join(f"word{number}" for number in range(3000))
    pages = pages_of(
        pdf_of(Table((Text("A"), Text("B")), (((Text(long, own=True),), (Text("beside"),)),), (3, 1)))
    )
    assert len(pages) > 2
    assert "word2999" in pages[-1]


def test_an_answer_of_two_hundred_thousand_characters_is_printed_whole() -> None:
    pdf = pdf_of(Pair(Text("What happened?"), (Text("слово " * 33_333, own=True),)))
    assert "".join(pages_of(pdf)).count("слово") == 33_333


@pytest.mark.parametrize(
    "long", ["я" * 50_000, "\u0301" * 20_000, "(א" * 10_000, " " * 200_000, "\n" * 5_000]
)
def test_text_without_a_place_to_break_is_printed(long: str) -> None:
    assert "after" in pages_of(pdf_of(Prose(Text(f"{long}", own=True)), Prose(Text("after"))))[-1]


def test_the_same_document_makes_the_same_bytes() -> None:
    assert pdf_of(*sample()) == pdf_of(*sample())


def test_nothing_stands_outside_the_column() -> None:
    words = "Wort " * 40 + "W" * 300 + " שלום" * 60
    pdf = pdf_of(
        *sample(), Prose(Text(words, own=True)), Pair(Text(words), (Text(words, own=True),)), paper=A4
    )
    edge = (A4.width - 468) / 2
    for _, x, _ in letters(pdf):
        assert edge - 1 <= x <= A4.width - edge + 1


def _flat(outline: list[object]) -> Iterator[pypdf.generic.Destination]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        elif isinstance(entry, pypdf.generic.Destination):
            yield entry


def test_a_pointer_leads_to_its_place_and_names_its_page() -> None:
    pairs = [Pair(Text(f"Question {n}"), (Text("Answer"),), place=f"place-{n}") for n in range(80)]
    pdf = pdf_of(Pointer(Text("The last question"), "place-79"), Pointer(Text("Nowhere"), "gone"), *pairs)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    first = reader.pages[0]
    asked = next(y for sign, _, y in letters(pdf) if sign == "T")
    assert [sign for sign, x, y in letters(pdf) if y == asked and x > 400] == [str(len(reader.pages))]
    (link,) = (note.get_object() for note in first["/Annots"])  # type: ignore[attr-defined]
    assert link["/Subtype"] == "/Link"
    assert "/A" not in link
    assert link["/Dest"][0].get_object() == reader.pages[-1].get_object()


def test_a_list_of_pointers_begins_under_its_heading_and_runs_on_over_pages() -> None:
    pointers = [Pointer(Text(f"Question {n}"), "nowhere") for n in range(90)]
    filling = [Pair(Text("Question"), (Text("Answer"),)) for _ in range(20)]
    first, second, *_ = pages_of(pdf_of(*filling, Heading(1, Text("What is open")), *pointers))
    assert "Question 0" in first
    assert "Question 40" in second


def test_what_a_page_break_parts_from_its_heading_has_it_above_again() -> None:
    pairs = [Pair(Text(f"Question {n}"), (Text("Answer"),)) for n in range(60)]
    blocks = (Heading(1, Text("Your journey")), Heading(2, Text("2. From A to B")), *pairs)
    first, *others = pages_of(
        make_pdf(replace(document(*blocks), continued="{title}, continued"), Press(fonts()))
    )
    assert "continued" not in first
    assert others
    assert all("Your journey · 2. From A to B, continued" in " ".join(page.split()) for page in others)


def test_a_heading_at_the_top_of_a_page_has_no_other_above_it() -> None:
    blocks = [
        block
        for n in range(40)
        for block in (Heading(2, Text(f"Group {n}")), Pair(Text("Question"), (Text("Answer"),)))
    ]
    made = pages_of(make_pdf(replace(document(*blocks), continued="{title}, continued"), Press(fonts())))
    assert len(made) > 1
    assert not any("continued" in page for page in made)


def test_a_row_that_goes_on_over_a_page_says_its_number_again_there() -> None:
    many = tuple(Text(f"line {number}") for number in range(120))
    table = Table((Text(""), Text("Told")), (((Text("Row 7"),), many),), (0.5, 2))
    pages = pages_of(pdf_of(table))
    assert len(pages) > 1
    assert [page.count("Row 7") for page in pages] == [1] * len(pages)
