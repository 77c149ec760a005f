"""The parts of a summary: words beside their English, the way, files as exhibits, the official form."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from intake.answers import Path
from intake.export.as_text import as_text
from intake.export.document import Block, Figure, Heading, Pair, Picture, Table, texts
from intake.export.drawing import COLUMN, Bar, Dot, Label, Stroke
from intake.export.events import rows_of
from intake.export.exhibits import exhibits
from intake.export.journey import journey_blocks, legs
from intake.export.narrative import narrative
from intake.export.pdf.render import Press, make_pdf
from intake.export.plain import Text
from intake.export.sections import Telling, page_of
from intake.export.source import Imprint, Source, shared
from intake.export.summary import sections_in_order, summarise
from intake.export.timeline import timeline_of
from intake.export.worksheet import worksheet_blocks
from intake.interview import Interview
from intake.record import How, Record, Translation
from intake.review.reading import Reading
from intake.words import Words
from tests.support.cases import little_case, told, when
from tests.support.documents import fonts, pages_of
from tests.support.packs import form
from tests.support.packs import interview as an_interview
from tests.support.samples import FilePath, sample_interview, sample_source

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ENGLISH = Words.load("en", FilePath())
ITEMS = """
- {type: text, name: full_name, label: What is your name?}
- {type: uncertain_date, name: born, label: When were you born?}
- {type: long_text, name: story, label: What happened?}
- {type: image, name: photo, label: Is there a photo?}
- type: repeat
  name: legs
  label: The parts of your journey
  entry: "From ${leg_from} to ${leg_to}"
  add: Add a part
  items:
    - {type: text, name: leg_from, label: Where did you leave?}
    - {type: text, name: leg_to, label: Where did you arrive?}
    - {type: uncertain_date, name: leg_left, label: When did you leave?}
    - {type: uncertain_date, name: leg_arrived, label: When did you arrive?}
"""
MORE = {
    "chronology.yaml": """
- {name: left, title: "Left ${leg_from}", when: leg_left, place: leg_from, lane: journey}
- {name: came, title: "Came to ${leg_to}", when: leg_arrived, place: leg_to, lane: journey}
""",
    "i589.yaml": """
edition: 01/20/25
items:
  - {item: A.I.4, title: Complete Last Name, answers: [full_name]}
  - {item: A.I.12, title: Date of birth, answers: [born]}
  - {item: B.1.A, title: What happened, answers: [story], story: "yes"}
""",
}
PHOTO = {"sha256": hashlib.sha256(b"photo").hexdigest(), "name": "я.jpg", "media": "image/jpeg", "size": 2345}


def told_case(outside: dict[str, object], *parts: dict[str, object], record: Record | None = None) -> Source:
    """A case with these answers, and one entry of the journey for each of `parts`."""
    at: Interview = an_interview(form(ITEMS, more=MORE))
    for name, answer in outside.items():
        at = at.answer(Path(name), answer)[0]  # type: ignore[arg-type]
    for number, part in enumerate(parts):
        entry = f"LEG{number}"
        at = at.add_entry("legs", None, entry)[0]
        for name, answer in part.items():
            at = at.answer(Path(name, entry), answer)[0]  # type: ignore[arg-type]
    reading = Reading(at, ENGLISH, ENGLISH)
    return Source(little_case(), reading, Imprint(NOW, "0.1.0"), shared(record or Record()))


def english(of: tuple[str, ...], paragraphs: tuple[str, ...], question: str = "story") -> Record:
    by, how = "T. Ranslator (fictional)", How.CERTIFIED
    made = Translation("T1", NOW, "R. Viewer", Path(question), of, paragraphs, by, how)
    return Record(translations=(made,))


def under(heading: str, source: Source) -> list[Block]:
    """The blocks of a part, up to the next heading of its level."""
    found: list[Block] = []
    inside = False
    for block in summarise(source).blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.text.words == heading
        elif inside:
            found.append(block)
    return found


def test_the_day_of_a_translation_is_that_of_the_clock_on_the_wall() -> None:
    """In the evening west of Greenwich it is the next day in Greenwich."""
    source = told_case({"story": told("Раз.", "long_text")}, record=english(("Раз.",), ("One.",)))
    evening = timezone(timedelta(hours=-10))
    there = replace(source, imprint=replace(source.imprint, exported=NOW.astimezone(evening)))
    words = [text.words for text in texts(tuple(under("In the applicant's own words", there)))]
    assert "certified translation, 23 November 2026" in words


def test_words_stand_beside_their_english_paragraph_by_paragraph() -> None:
    record = english(("Раз.", "Два."), ("One.", "Two."))
    source = told_case({"story": told("Раз.\n\nТри.\nДва.", "long_text")}, record=record)
    (table,) = [block for block in under("In the applicant's own words", source) if isinstance(block, Table)]
    assert [[text.words for cell in row for text in cell] for row in table.rows] == [
        ["Раз.", "One."],
        ["Три.", "no English yet"],
        ["Два.", "Two."],
    ]
    assert [[text.language for text in cell] for cell in table.rows[0]] == [["ru"], ["en"]]


def test_who_translated_and_how_is_said() -> None:
    source = told_case({"story": told("Раз.", "long_text")}, record=english(("Раз.",), ("One.",)))
    words = [text.words for text in texts(tuple(under("In the applicant's own words", source)))]
    assert "T. Ranslator (fictional)" in words
    assert "certified translation, 24 November 2026" in words


def test_long_words_stand_in_one_place_and_are_led_to_from_where_they_were_asked() -> None:
    story = "Слова. " * 80
    source = told_case({"story": told(story, "long_text")})
    assert as_text(summarise(source)).count(story.strip()) == 1
    (leads,) = [b.answer for b in under("Main", source) if isinstance(b, Pair) and b.place == "story/"]
    assert leads == (Text("In the applicant's own words, no. 1", to="words/1"),)


def test_short_words_in_another_language_stay_where_they_are() -> None:
    assert narrative(told_case({"story": told("Коротко.", "long_text")})) == ()


def test_the_english_of_a_short_answer_stands_under_it() -> None:
    record = english(("Мария по отцу Ли",), ("Maria, after her father Li",), "full_name")
    source = told_case({"full_name": told("Мария по отцу Ли")}, record=record)
    (pair,) = [b for b in under("Main", source) if isinstance(b, Pair) and b.place == "full_name/"]
    assert [text.words for text in pair.answer][:2] == ["Мария по отцу Ли", "Maria, after her father Li"]


def journey(*parts: dict[str, object]) -> list[Figure]:
    source = told_case({}, *parts)
    found = journey_blocks(source, legs(source, rows_of(source)))
    return [block for block in found if isinstance(block, Figure)]


KNOWN = {
    "leg_from": told("Шадринск"),
    "leg_to": told("Стамбул"),
    "leg_left": when("2022-12-14"),
    "leg_arrived": when("2022-12-15"),
}


def test_what_is_known_of_the_way_is_a_line_and_what_is_not_is_dashed() -> None:
    (known,) = journey(KNOWN)
    (unknown,) = journey({"leg_from": told("Шадринск"), "leg_to": told("Стамбул")})
    for figure, dashed in ((known, False), (unknown, True)):
        assert [s.dashed for s in figure.drawing.shapes if isinstance(s, Stroke)] == [dashed]
        assert len([s for s in figure.drawing.shapes if isinstance(s, Dot)]) == 2


def test_a_way_that_does_not_join_has_a_dashed_part_between() -> None:
    (figure,) = journey(KNOWN, {**KNOWN, "leg_from": told("Канкун"), "leg_to": told("Тихуана")})
    assert [s.dashed for s in figure.drawing.shapes if isinstance(s, Stroke)] == [False, True, False]
    names = [s.text.words for s in figure.drawing.shapes if isinstance(s, Label) and s.bold]
    assert names == ["Шадринск", "Стамбул", "Канкун", "Тихуана"]
    assert "left: 14 December 2022" in figure.told


def test_a_long_way_goes_on_in_another_drawing() -> None:
    assert len(journey(*[KNOWN] * 20)) == 3


@pytest.mark.parametrize("name", ["teacher_ru", "couple_es", "sparse_en"])
def test_the_years_are_drawn_with_the_numbers_of_the_rows(name: str) -> None:
    source = sample_source(name)
    rows = rows_of(source)
    drawn = timeline_of(rows, NOW.date(), ENGLISH)
    assert drawn
    drawing = drawn.drawing
    numbers = {int(s.text.words) for s in drawing.shapes if isinstance(s, Label) and s.text.words.isdigit()}
    drawn_rows = {number for number in numbers if number < 1900}
    assert sorted((*drawn_rows, *drawn.beyond, *drawn.undated)) == [*range(1, len(rows) + 1)]
    bars = [s for s in drawing.shapes if isinstance(s, Bar)]
    assert all(0 <= bar.x <= COLUMN - bar.width + 0.5 for bar in bars)
    assert all(0 <= bar.y <= drawing.height - bar.height for bar in bars)


def test_a_file_is_an_exhibit_with_its_digest_and_its_picture() -> None:
    source = replace(told_case({"photo": told(PHOTO, "image")}), previews={PHOTO["sha256"]: b"jpeg"})
    blocks = under("Files that were given", source)
    (pair,) = [block for block in blocks if isinstance(block, Pair)]
    shown = " ".join(text.words for text in pair.answer)
    assert "я.jpg" in shown
    assert "a photo or picture, 2 kB" in shown
    assert str(PHOTO["sha256"]) in shown.replace(" ", "")
    assert [block.data for block in blocks if isinstance(block, Picture)] == [b"jpeg"]
    assert [one.place for one in exhibits(source)] == [pair.place]


def test_the_worksheet_says_what_the_form_cannot_take() -> None:
    source = told_case({"full_name": told("Образцова"), "born": when("1987-05~")})
    (table,) = [b for b in worksheet_blocks(source, Telling(source.reading, "ru")) if isinstance(b, Table)]
    rows = {row[0][0].words: [[text.words for text in cell] for cell in row[1:]] for row in table.rows}
    assert rows["A.I.4 · Complete Last Name"][2] == ["to be put into English"]
    assert rows["A.I.12 · Date of birth"][2] == ["the form wants a day: month only, approximate"]
    assert rows["B.1.A · What happened"] == [["–"], [], ["no answer: not reached yet"]]


def test_the_worksheet_calls_items_as_the_form_does() -> None:
    source = sample_source("teacher_ru")
    (table,) = [b for b in worksheet_blocks(source, Telling(source.reading, "ru")) if isinstance(b, Table)]
    names = {row[0][0].words.partition(" \u00b7 ")[0] for row in table.rows}
    assert {"A.I.8", "A.I.19c", "A.II.3", "A.III.5", "B.1.A", "C.2", "D"} <= names
    assert [
        name for name in names if any(part.islower() and part.isalpha() for part in name.split("."))
    ] == []


def test_several_answers_of_an_item_stand_after_the_names_of_their_questions() -> None:
    source = sample_source("teacher_ru")
    (table,) = [b for b in worksheet_blocks(source, Telling(source.reading, "ru")) if isinstance(b, Table)]
    rows = {row[0][0].words: [text.words for text in row[1]] for row in table.rows}
    born = rows["A.I.13 \u00b7 City and country of birth"]
    assert born == ["City, town or village: \u2068Шадринск\u2069", "Country: \u2068Russia\u2069"]
    record = next((said for name, said in rows.items() if "I-94" in name and "Spouse" not in name), [])
    assert "Notice to Appear" not in " ".join(record)


def test_an_exact_day_in_latin_letters_leaves_nothing_to_settle() -> None:
    source = told_case({"full_name": told("Obraztsova"), "born": when("1987-05-03")})
    (table,) = [b for b in worksheet_blocks(source, Telling(source.reading, "ru")) if isinstance(b, Table)]
    assert [row[3] for row in table.rows[:2]] == [(), ()]


def test_counsel_reads_the_journey_and_the_harm_first() -> None:
    names = [section.name for section in sections_in_order(sample_interview("teacher_ru").form)]
    assert names.index("journey") < names.index("what_happened") < names.index("about_you")
    assert sorted(names) == sorted(section.name for section in sample_interview("teacher_ru").form.sections)


@pytest.mark.parametrize("open_date", ["[..2023-01]", "[2023-01..]", "XXXX-01-08"])
def test_a_date_without_an_end_or_a_year_does_not_stretch_the_years(open_date: str) -> None:
    source = told_case({}, KNOWN, {**KNOWN, "leg_left": when(open_date), "leg_arrived": when("2023-02-03")})
    drawn = timeline_of(rows_of(source), NOW.date(), ENGLISH)
    assert drawn
    bars = [shape for shape in drawn.drawing.shapes if isinstance(shape, Bar)]
    dots = [shape.x for shape in drawn.drawing.shapes if isinstance(shape, Dot)]
    starts, ends = [bar.x for bar in bars if bar.width < COLUMN / 4], [bar.x + bar.width for bar in bars]
    assert max((*ends, *dots)) - min((*starts, *dots)) > COLUMN / 2
    assert max((*starts, *dots)) - min((*starts, *dots)) > COLUMN / 2


def test_a_gap_without_an_end_is_told_without_one() -> None:
    assert "737" not in as_text(summarise(sample_source("couple_es")))


def test_each_row_of_the_chronology_has_the_number_of_the_page_on_which_it_was_told() -> None:
    source = sample_source("teacher_ru")
    made = summarise(source)
    (at,) = [at for at, row in enumerate(rows_of(source)) if row.source.question == "birth_date"]
    (table,) = [b for b in made.blocks if isinstance(b, Table) and b.head[-1].words == "Told in"]
    assert table.rows[at][-1] == (page_of(Path("birth_date"), ENGLISH),)
    pages = pages_of(make_pdf(made, Press(fonts())))
    (there,) = [n for n, page in enumerate(pages, 1) if f"chronology, {at + 1}\n" in page]
    listed = next(page for page in pages if "3 мая 1987 года" in page and "Told in" in page)
    _, _, numbers = listed.partition(f"of {len(pages)}")
    assert numbers.split()[at] == str(there), "numbers come last: they need all pages"
