"""The summary for counsel: complete, sourced, and honest about what is open."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path as FilePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.answers import Answer, Answers, Path, State
from intake.case import Case, Status
from intake.dates import UncertainDate, beginning, ending
from intake.export.document import Document, Heading, Pair, Pointer, Table, texts
from intake.export.pdf.render import Press, make_pdf
from intake.export.plain import Text
from intake.export.source import Imprint, Source
from intake.export.summary import summarise
from intake.interview import Interview
from intake.review.precision import days_counted
from intake.review.reading import Reading
from intake.words import SOURCE_LANGUAGE, Words
from tests.support.cases import answered, little_case, told, when
from tests.support.documents import fonts, pages_of, squeezed
from tests.support.packs import NOON, form
from tests.support.packs import interview as an_interview
from tests.support.uncertain_dates import uncertain_dates

ENGLISH = Words.load(SOURCE_LANGUAGE, FilePath())
IMPRINT = Imprint(datetime(2026, 11, 24, 9, 30, tzinfo=UTC), "0.1.0")


def source(interview: Interview, case: Case, imprint: Imprint = IMPRINT) -> Source:
    return Source(case, Reading(interview, ENGLISH, ENGLISH), imprint)


def summary(interview: Interview, imprint: Imprint = IMPRINT, *, fictional: bool = False) -> Document:
    return summarise(source(interview, little_case(fictional=fictional), imprint))


def answer_to(question: str, document: Document) -> tuple[Text, ...]:
    (found,) = [b.answer for b in document.blocks if isinstance(b, Pair) and b.question.words == question]
    return found


def words_of(document: Document) -> list[str]:
    return [text.words for text in texts(document.blocks)]


def chronology_of(document: Document) -> list[tuple[tuple[Text, ...], ...]]:
    """When, how exact, what and where of each row, without the days that a date can mean."""
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return [
        (tuple(text for text in when if not text.words.startswith("\u2068")), *others)
        for _number, when, *others, _source in table.rows
    ]


def said(document: Document, question: str) -> tuple[Text, ...]:
    """An answer without the line that leads to the chronology."""
    return tuple(text for text in answer_to(question, document) if not text.to)


def test_it_is_a_draft_for_whomever_it_is_prepared() -> None:
    assert summary(answered({})).label == "Draft, unsworn, not filed; privilege not established"
    named = summary(answered({}), replace(IMPRINT, prepared_for="R. Advocate (fictional)"))
    assert named.label == "Prepared for \u2068R. Advocate (fictional)\u2069 · draft, unsworn, not filed"


def test_a_fictional_case_says_so_on_every_page_and_on_the_cover() -> None:
    made = summary(answered({}), fictional=True)
    assert made.label.startswith("Fictional sample · ")
    assert "This is a fictional sample. No real person is described." in words_of(made)
    assert "fictional" not in " ".join([summary(answered({})).label, *words_of(summary(answered({})))])


def test_title_and_foot_hold_no_name() -> None:
    made = summary(answered({"full_name": told("Образцова Марина")}))
    assert answer_to("Name as given", made) == (Text("Образцова Марина", own=True),)
    assert (made.title, made.foot) == ("Intake summary", "Case 7FQ2K3MN9X · Intake 0.1.0")


def test_a_persons_own_words_are_untouched_and_marked() -> None:
    words = "<b>Марина</b>\n  «так и зовут» "
    assert answer_to("What is your name?", summary(answered({"full_name": told(words)}))) == (
        Text(words, own=True, language="ru"),
    )


def test_a_date_is_said_and_the_words_for_it_stand_below() -> None:
    made = summary(answered({"born": when("1988-03~", "в марте, кажется")}))
    assert said(made, "When were you born?") == (
        Text("about March 1988", language="ru"),
        Text("в марте, кажется", own=True, language="ru"),
    )


def test_own_words_in_another_language_than_most_answers_say_which() -> None:
    legs = ({"leg_from": told("Стамбул")}, {"leg_from": told("Канкун")})
    made = summary(answered({"full_name": told("Marina", language="es")}, *legs))
    assert [text.words for text in answer_to("What is your name?", made)] == ["Marina", "Said in: Spanish"]
    assert answer_to("Languages of the answers", made) == (
        Text("Russian: 2 answers"),
        Text("Spanish: 1 answer"),
    )


def test_the_language_of_the_window_is_not_taken_for_that_of_the_answers() -> None:
    case = replace(little_case(), language="en")
    made = summarise(source(answered({"full_name": told("Марина")}), case))
    assert answer_to("Languages of the answers", made) == (Text("Russian: 1 answer"),)


def test_words_that_are_the_same_as_the_date_reads_are_the_persons_all_the_same() -> None:
    made = summary(answered({"born": when("1988-03", "March 1988")}))
    assert said(made, "When were you born?") == (Text("March 1988", own=True, language="ru"),)
    ((cell, *_),) = chronology_of(made)
    assert cell == (Text("March 1988", partly=True),)


def test_what_was_typed_and_makes_no_date_is_told_by_the_program_beside_the_persons_words() -> None:
    fields = {"way": "date", "first": {"day": "31", "month": "2", "year": "1990"}}
    value = {"edtf": "", "words": "зимой", "calendar": "gregorian", "typed": fields}
    made = summary(answered({"born": told(value, "uncertain_date")}))
    typed = "Typed into the date fields, makes no date: 31 / February / 1990"
    assert said(made, "When were you born?") == (
        Text(typed, language="ru", soft=True),
        Text("зимой", own=True, language="ru"),
    )
    ((cell, exact, *_),) = chronology_of(made)
    assert cell == (Text(typed, soft=True), Text("зимой", own=True))
    assert exact == (Text("no date", soft=True),)


def test_a_country_in_the_persons_own_words_is_marked_as_theirs() -> None:
    made = summary(
        answered({}, {"leg_country": told("other:СССР", "country")}, {"leg_country": told("TR", "country")})
    )
    found = [
        b.answer[0] for b in made.blocks if isinstance(b, Pair) and b.question.words == "In which country?"
    ]
    assert [(text.words, text.own) for text in found] == [("СССР", True), ("Türkiye", False)]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.DONT_KNOW, "does not know"),
        (State.DONT_REMEMBER, "does not remember"),
        (State.PREFER_NOT_TO_SAY, "prefers not to say"),
        (State.TELL_IN_PERSON, "will tell a lawyer in person"),
        (State.LATER, "will answer later"),
        (State.NOT_APPLICABLE, "does not apply"),
    ],
)
def test_every_state_is_said_in_words(state: State, words: str) -> None:
    made = summary(answered({"full_name": told(state)}))
    assert answer_to("What is your name?", made) == (Text(words, soft=True),)


def test_unanswered_not_reached_and_not_asked_are_told_apart() -> None:
    made = summary(answered({"partner": told("no", "yes_no")}, seen=("full_name",)))
    assert answer_to("Seen, not answered", made) == (Text("What is your name?", soft=True),)
    assert answer_to("Not reached yet", made) == (Text("2 questions", soft=True),)
    assert "When were you born?" not in words_of(made)
    assert "What is their name?" not in words_of(made)
    assert "1 question was not asked, since other answers show that it does not apply." in words_of(made)


def test_the_cover_counts_what_is_open() -> None:
    outside = {"full_name": told(State.TELL_IN_PERSON), "born": told(State.LATER, "uncertain_date")}
    made = summary(answered(outside, seen=("partner",)))
    assert [text.words for text in answer_to("What is open", made)] == [
        "To be told to a lawyer in person: 1",
        "To be answered later: 1",
        "Seen, not answered: 1",
        "Not reached yet: 1",
    ]


def test_what_is_open_is_listed_with_the_page_to_look_at() -> None:
    outside = {"full_name": told(State.TELL_IN_PERSON)}
    leg = {"leg_from": told("Стамбул"), "leg_left": told(State.LATER, "uncertain_date")}
    made = summary(answered(outside, leg, seen=("partner",)))
    pointers = [block for block in made.blocks if isinstance(block, Pointer)]
    assert [pointer.text.words for pointer in pointers] == [
        "What is your name?",
        "1. From Стамбул to … · When did you leave Стамбул?",
        "Main · 1 question",
        "Main · 5 questions",
    ]
    places = {block.place for block in made.blocks if isinstance(block, Heading | Pair)}
    assert {pointer.place for pointer in pointers} <= places


def test_what_may_be_left_empty_is_not_open_once_it_was_on_screen() -> None:
    items = """
    - {type: text, name: middle, label: Middle name, optional: "yes"}
    - {type: text, name: family, label: Family name}
    """
    seen = Answers(seen=frozenset({Path("middle"), Path("family")}))
    made = summary(an_interview(form(items), seen))
    assert answer_to("What is open", made) == (Text("Seen, not answered: 1"),)
    assert answer_to("Left empty, as they may be", made) == (Text("Middle name", soft=True),)
    assert answer_to("What is open", summary(an_interview(form(items)))) == (Text("Not reached yet: 2"),)


def test_the_first_page_holds_the_answers_that_have_a_name_for_it() -> None:
    items = """
    - {type: uncertain_date, name: born, label: When were you born?, summary: Date of birth}
    - {type: yes_no, name: has, label: Have you a number?}
    - {type: text, name: number, label: Which?, summary: A-number, relevant: "${has} = 'yes'"}
    - {type: text, name: reach, label: How do we reach you?, summary: Safe contact}
    """
    born = Answers({Path("born"): when("1987-05-03"), Path("has"): told("no", "yes_no")})
    made = summary(an_interview(form(items), born))
    first = made.blocks[: next(n for n, b in enumerate(made.blocks) if b == Heading(1, Text("Main"), "main"))]
    asked = {block.question.words: block.answer for block in first if isinstance(block, Pair)}
    assert asked["Date of birth"] == (Text("3 May 1987", language="ru"),)
    assert asked["Safe contact"] == (Text("not reached yet", soft=True),)
    assert "A-number" not in asked


def test_a_group_without_answers_is_one_line() -> None:
    items = """
    - type: group
      name: father
      label: Your father
      items:
        - {type: text, name: father_name, label: His name}
        - {type: text, name: father_city, label: His town}
    - {type: text, name: family, label: Family name}
    """
    seen = Answers({Path("family"): told("Образцова")}, seen=frozenset({Path("father_name")}))
    made = summary(an_interview(form(items), seen))
    assert answer_to("Seen, not answered", made) == (Text("Your father: His name", soft=True),)
    assert Heading(3, Text("Your father")) not in made.blocks


def test_the_cover_says_who_typed_how_much() -> None:
    made = summary(
        answered({"full_name": told("Марина"), "partner": told("no", "yes_no", by="A. Helper (fictional)")})
    )
    assert [text.words for text in answer_to("Typed by", made)] == [
        "the applicant: 1 answer",
        "\u2068A. Helper (fictional)\u2069: 1 answer",
    ]


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_words(status: Status) -> None:
    made = summarise(source(answered({}), replace(little_case(), status=status)))
    assert answer_to("Status", made)[0].words


def test_the_moment_of_export_is_told_as_the_clock_showed_it() -> None:
    here = IMPRINT.exported.astimezone(timezone(timedelta(hours=-8)))
    made = summary(answered({}), replace(IMPRINT, exported=here))
    for question, time in (("Exported", "1:30"), ("Last change", "4:00")):
        (told_as,) = answer_to(question, made)
        assert time in told_as.words
        assert told_as.words.endswith("(UTC-08:00)")


def test_entries_stand_under_their_titles_in_their_order() -> None:
    legs = ({"leg_from": told("Екатеринбург"), "leg_to": told("Стамбул")}, {"leg_from": told("Стамбул")})
    made = summary(answered({}, *legs))
    headings = [(block.level, block.text.words) for block in made.blocks if isinstance(block, Heading)]
    assert headings[-6:-1] == [
        (1, "Main"),
        (2, "The parts of your journey"),
        (3, "1. From Екатеринбург to Стамбул"),
        (3, "2. From Стамбул to …"),
        (2, "Main, continued"),
    ]


def test_a_list_without_entries_says_so() -> None:
    made = summary(answered({}))
    assert answer_to("The parts of your journey", made) == (Text("Nothing was added here.", soft=True),)


def test_the_chronology_prints_dates_as_told_with_their_precision() -> None:
    legs = (
        {"leg_from": told("Стамбул"), "leg_left": when("2022-12", "в декабре"), "leg_until": when("2023-01")},
        {"leg_from": told("Канкун"), "leg_left": when("2023-01?"), "leg_country": told("MX", "country")},
        {"leg_from": told("Тихуана"), "leg_left": told(State.DONT_REMEMBER, "uncertain_date")},
    )
    cells = [
        [[text.words for text in cell] for cell in row] for row in chronology_of(summary(answered({}, *legs)))
    ]
    assert cells == [
        [
            ["December 2022", "в декабре", "until: January 2023"],
            ["beginning: month only", "end: month only"],
            ["Left Стамбул"],
            [],
        ],
        [
            ["perhaps January 2023", "end not known (not answered)"],
            ["month only, not certain"],
            ["Left Канкун"],
            ["Mexico"],
        ],
        [["date not known (does not remember)", "end not known (not answered)"], [], ["Left Тихуана"], []],
    ]


def test_a_title_and_a_place_with_own_words_in_them_are_marked() -> None:
    own = {
        "leg_from": told("Канкун"),
        "leg_left": when("2023-01"),
        "leg_country": told("other:СССР", "country"),
    }
    listed = {"leg_left": when("2023-02"), "leg_country": told("MX", "country")}
    rows = chronology_of(summary(answered({"born": when("1988", "в восемьдесят восьмом")}, own, listed)))
    assert [row[2] for row in rows] == [
        (Text("Born"),),
        (Text("Left Канкун", partly=True),),
        (Text("Left …"),),
    ]
    assert [row[3] for row in rows] == [(), (Text("СССР", own=True),), (Text("Mexico"),)]


def test_own_words_alone_say_so_where_others_say_how_exact_they_are() -> None:
    ((_, exact, *_),) = chronology_of(summary(answered({"born": when("", "зимой")})))
    assert exact == (Text("own words only", soft=True),)


def test_a_stretch_of_time_has_no_second_end() -> None:
    made = summary(answered({}, {"leg_from": told("Стамбул"), "leg_left": when("2022/..")}))
    ((cells, *_),) = chronology_of(made)
    assert [text.words for text in cells] == ["since 2022"]


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2022-12", "1 December 2022 – 31 December 2022"),
        ("2022-12~", "31 October 2022 – 31 January 2023"),
        ("2022-01-05~", "29 December 2021 – 12 January 2022"),
        ("2022-01-05", None),
        ("2022-01-05~/2022-03?", "29 December 2021 – 1 May 2022"),
        ("2022/..", None),
        ("XXXX-01-05~", None),
    ],
)
def test_the_days_below_a_date_are_those_it_is_counted_with(edtf: str, days: str | None) -> None:
    made = summary(answered({"born": when(edtf)}))
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    ranges = [clean(text.words) for text in table.rows[0][1] if text.words.startswith("\u2068")]
    assert ranges == ([days] if days else [])


def clean(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


@given(uncertain_dates())
def test_whatever_was_told_the_days_below_it_are_those_of_gaps_and_clocks(told_date: UncertainDate) -> None:
    days = days_counted(told_date)
    if days:
        assert [day.toordinal() for day in days] == [beginning(told_date)[0], ending(told_date)[1]]


def test_a_case_without_dates_has_no_chronology() -> None:
    assert not [block for block in summary(answered({})).blocks if isinstance(block, Table)]


def test_hidden_answers_are_counted_and_not_printed() -> None:
    made = summary(answered({"partner": told("no", "yes_no"), "partner_name": told("Павел")}))
    assert answer_to("Not printed", made)[0].words == "1 hidden answer not printed"
    assert "Павел" not in " ".join(words_of(made))


def test_answers_of_a_removed_entry_are_neither_printed_nor_counted() -> None:
    removed, _ = answered({}, {"leg_from": told("Канкун")}).remove_entry("LEG0", NOON)
    made = summary(removed)
    assert "Канкун" not in " ".join(words_of(made))
    assert "Not printed" not in words_of(made)


def test_answers_to_questions_that_are_gone_are_printed_under_their_names() -> None:
    made = summary(answered({"old_question": told("давний ответ"), "older": told(State.DONT_KNOW)}))
    assert Heading(1, Text("No longer asked")) in made.blocks
    assert answer_to("old_question", made) == (Text("давний ответ", own=True),)
    assert answer_to("older", made) == (Text("does not know", soft=True),)


def test_problems_are_not_printed_as_errors() -> None:
    odd = answered({"born": told("no date at all", "uncertain_date")})
    assert odd.problem(Path("born")) is not None
    assert answer_to("When were you born?", summary(odd))[0].words == "no date at all"


def test_provenance_names_questionnaire_version_and_hash() -> None:
    made = summary(answered({}))
    assert answer_to("Questionnaire", made)[0].words == "A little form, version 1, abababababab"
    assert answer_to("Program", made)[0].words == "Intake 0.1.0"


VALUES = st.text(st.sampled_from("abzяЖё 1<>&-.\n"), min_size=3, max_size=60).filter(
    lambda t: len(squeezed(t)) > 2
)


@settings(max_examples=25, deadline=None)
@given(VALUES, VALUES, st.lists(VALUES, max_size=3), st.booleans())
def test_the_pdf_holds_every_visible_answer_and_no_hidden_one(
    name: str, partner: str, places: list[str], has_partner: bool
) -> None:
    secret = f"«{squeezed(partner)}»"
    outside: dict[str, Answer] = {
        "full_name": told(name),
        "partner": told("yes" if has_partner else "no", "yes_no"),
        "partner_name": told(secret),
    }
    made = summary(answered(outside, *({"leg_from": told(place)} for place in places)))
    whole = squeezed("".join(pages_of(make_pdf(made, Press(fonts())))))
    assert all(squeezed(visible) in whole for visible in (name, *places))
    assert (secret in whole) == has_partner
