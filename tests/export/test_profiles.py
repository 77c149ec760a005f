"""Who gets which document: facts for counsel, a copy for the applicant, two pages, and counsel's own."""

import re
import typing
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta, timezone

import pytest

from intake.answers import Path
from intake.export.as_text import as_text
from intake.export.document import Document, Heading, Notice, Pair, Prose, Table, texts
from intake.export.events import is_timed, rows_of
from intake.export.memo import PAGES
from intake.export.pdf.render import Press, count_pages, make_pdf
from intake.export.profiles import Profile, document
from intake.export.source import Earlier, Shared, without_sensitive
from intake.export.text.clean import own_words
from intake.interview import Standing
from intake.record import (
    CounselOnly,
    FindingState,
    FindingWord,
    Ground,
    GroundMark,
    Note,
    Query,
    ReadBack,
    Record,
    Reply,
    Sealed,
)
from intake.review.digests import section_digest
from intake.review.findings import findings
from intake.review.reading import Reading
from tests.support.documents import fonts, pages_of, squeezed
from tests.support.samples import NOW, SAMPLES, sample_interview, sample_source

HIDDEN = ("OURNOTE", "OURREASON", "OURREMARK")


def record(name: str) -> Record:
    """Something of everything that people write beside answers."""
    found = findings(sample_interview(name), NOW.date())
    first = next(path for path in sample_interview(name).answers.by_path if path.question == "harm_any")
    return Record(
        notes=(Note("N1", NOW, "R. Viewer (fictional)", "OURNOTE", first),),
        queries=(Query("Q1", NOW, "R. Viewer (fictional)", "When did you leave?", "en", first),),
        replies=(Reply("A1", NOW, "", "Q1", "In January.", "en"),),
        finding_words=tuple(
            FindingWord("W1", NOW, "R. Viewer", one.key, FindingState.EXPLAINED, "OURREASON", one.digest)
            for one in found[:1]
        ),
        ground_marks=(
            GroundMark("G1", NOW, "R. Viewer (fictional)", Ground.POLITICAL_OPINION, first, "OURREMARK"),
        ),
        read_backs=(ReadBack("B1", NOW, "R. Viewer", "journey", date(2026, 11, 20), "ru", "I. Nterpreter"),),
        sealed=(Sealed("S1", NOW, "R. Viewer", 2, "ab" * 32, "Before the hearing"),),
    )


def made(profile: Profile, name: str) -> Document:
    def fits(one: Document) -> bool:
        return count_pages(one, Press(fonts())) <= PAGES

    kept = record(name)
    return document(profile, sample_source(name, kept), kept, None, fits)


def said(one: Document) -> str:
    return "\n".join(text.words for text in texts(one.blocks))


def headings(one: Document) -> list[str]:
    return [block.text.words for block in one.blocks if isinstance(block, Heading) and block.level == 1]


def answers_to(name: str, *, sensitive: bool) -> Iterator[str]:
    """What was told in own words to questions that are sensitive, or to those that are not."""
    interview = sample_interview(name)
    for path, answer in interview.answers.by_path.items():
        asked = interview.form.questions[path.question]
        shown = interview.standing(path) is Standing.ANSWERED
        if shown and asked.sensitive is sensitive and asked.kind in {"text", "long_text"}:
            yield str(answer.value)


@pytest.mark.parametrize("profile", [Profile.COUNSEL, Profile.APPLICANT, Profile.MEMO])
def test_what_is_counsels_own_stands_in_work_product_alone(profile: Profile) -> None:
    assert not any(word in said(made(profile, "teacher_ru")) for word in HIDDEN)
    own = said(made(Profile.WORK_PRODUCT, "teacher_ru"))
    assert all(word in own for word in HIDDEN)


def test_no_summary_can_be_given_what_is_counsels_own() -> None:
    held = {
        kind
        for field in fields(Shared)
        for kind in typing.get_args(typing.get_type_hints(Shared)[field.name])
    }
    assert not held & set(typing.get_args(CounselOnly))


def test_work_product_says_on_each_page_that_it_is_not_to_be_filed() -> None:
    one = made(Profile.WORK_PRODUCT, "teacher_ru")
    assert one.label.startswith("Counsel work product, do not file")
    pages = pages_of(make_pdf(one, Press(fonts())))
    assert all("Counsel work product, do not file" in " ".join(page.split()) for page in pages)


def test_work_product_begins_with_the_days_to_keep_and_the_rules_they_rest_on() -> None:
    one = made(Profile.WORK_PRODUCT, "teacher_ru")
    (box,) = [block for block in one.blocks if isinstance(block, Notice)]
    assert any("Hearing" in line.words for line in box.texts)
    assert "INA 208(a)(2)(B)" in said(one)
    assert headings(one)[:2] == ["Days to keep", "To ask about"]


def test_a_note_bears_the_day_of_the_clock_on_the_wall() -> None:
    kept = record("teacher_ru")
    source = sample_source("teacher_ru", kept)
    west = source.imprint.exported.astimezone(timezone(timedelta(hours=-10)))
    there = replace(source, imprint=replace(source.imprint, exported=west))
    one = document(Profile.WORK_PRODUCT, there, kept, None, lambda _: True)
    (notes,) = [b for b in one.blocks if isinstance(b, Table) and "Note" in {head.words for head in b.head}]
    assert [text.words for text in notes.rows[0][3]][1] == "23 November 2026"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_memo_keeps_to_its_two_pages(name: str) -> None:
    assert len(pages_of(make_pdf(made(Profile.MEMO, name), Press(fonts())))) <= PAGES


def test_a_memo_tells_when_things_ended_and_where_the_case_stands() -> None:
    memo = said(made(Profile.MEMO, "teacher_ru"))
    assert "until: 25 September 2022" in memo
    for name in ("Harm told of", "Afraid to return", "Papers given at arrival", "Ever ordered to leave"):
        assert name in memo


@pytest.mark.parametrize("name", SAMPLES)
def test_no_row_is_told_of_as_not_drawn_that_has_no_number_in_the_table(name: str) -> None:
    one = made(Profile.COUNSEL, name)
    told = [text.words for text in texts(one.blocks) if ": rows " in text.words]
    numbers = {int(number) for line in told for number in re.findall(r"[0-9]+", line)}
    assert told
    assert max(numbers) <= sum(is_timed(row) for row in rows_of(sample_source(name)))


def test_an_applicants_copy_has_nothing_for_counsel_to_do() -> None:
    assert "Worksheet for Form I-589" in headings(made(Profile.COUNSEL, "teacher_ru"))
    assert "Worksheet for Form I-589" not in headings(made(Profile.APPLICANT, "teacher_ru"))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_copy_without_sensitive_answers_has_none_of_them_and_says_how_many(name: str) -> None:
    source = without_sensitive(sample_source(name))
    whole = squeezed(said(document(Profile.APPLICANT, source, Record(), None, lambda _: True)))
    told = {squeezed(own_words(words)) for words in answers_to(name, sensitive=True)}
    elsewhere = squeezed("\n".join(answers_to(name, sensitive=False)))
    assert [words for words in told if len(words) > 6 and words not in elsewhere and words in whole] == []
    assert source.left_out > 0
    assert f"Aschosen,{source.left_out}answers" in whole


@pytest.mark.parametrize("name", SAMPLES)
def test_a_copy_never_says_that_a_question_was_not_asked_when_it_is_only_left_out(name: str) -> None:
    """What the whole draft says was not asked is all that a copy may say so of."""
    whole = not_asked(made(Profile.APPLICANT, name))
    source = without_sensitive(sample_source(name))
    copy = document(Profile.APPLICANT, source, Record(), None, lambda _: True)
    assert any("are sensitive, or asked because" in text.words for text in texts(copy.blocks))
    assert {title: count for title, count in not_asked(copy).items() if count > whole[title]} == {}


def not_asked(one: Document) -> Counter[str]:
    """By the title of the section, how many questions it says were not asked."""
    found: Counter[str] = Counter()
    title = ""
    for block in one.blocks:
        if isinstance(block, Heading) and block.level == 1:
            title = block.text.words
        elif isinstance(block, Prose) and "not asked, since" in block.text.words:
            found[title] += int(block.text.words.split()[0])
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_a_summary_holds_every_word_that_was_told(name: str) -> None:
    whole = squeezed(as_text(made(Profile.COUNSEL, name)))
    told = [*answers_to(name, sensitive=True), *answers_to(name, sensitive=False)]
    missing = [
        line for words in told for line in words.splitlines() if squeezed(own_words(line)) not in whole
    ]
    assert missing == []


def test_a_read_back_says_whether_the_answers_are_still_those() -> None:
    source = sample_source("teacher_ru", record("teacher_ru"))
    (back,) = source.shared.read_backs
    for digest, since in (
        (back.digest, "answers have changed"),
        (section_digest(source.interview, "journey"), "unchanged"),
    ):
        now = replace(source, shared=replace(source.shared, read_backs=(replace(back, digest=digest),)))
        one = document(Profile.COUNSEL, now, Record(), None, lambda _: True)
        (row,) = [
            row
            for block in one.blocks
            if isinstance(block, Table)
            for row in block.rows
            if row[0] and row[0][0].to == "journey"
        ]
        assert row[3][0].words == since


def test_the_sealed_version_is_named_with_what_proves_it() -> None:
    whole = said(made(Profile.COUNSEL, "teacher_ru"))
    assert "Version 2, sealed on" in whole
    assert f"SHA-256 {'ab' * 32}" in whole


def test_what_is_told_elsewhere_can_be_gone_to() -> None:
    one = made(Profile.COUNSEL, "teacher_ru")
    places = {block.place for block in one.blocks if getattr(block, "place", "")}
    places |= {place for block in one.blocks if isinstance(block, Table) for place in block.places}
    gone = {text.to for text in texts(one.blocks) if text.to} - places
    assert gone == set()


def test_findings_notes_questions_and_grounds_lead_to_each_other() -> None:
    name = "teacher_ru"
    source = sample_source(name)
    found = findings(source.interview, NOW.date())
    path = found[1].sources[0]
    on_it = [number for number, one in enumerate(found, 1) if path in one.sources]
    beside = Record(
        notes=(Note("N000000001", NOW, "Rae", "of the case"), Note("N000000002", NOW, "Rae", "on it", path)),
        queries=(Query("Q000000001", NOW, "Rae", "When?", "en", finding=found[0].key),),
        ground_marks=(GroundMark("G000000001", NOW, "Rae", Ground.RELIGION, path),),
    )
    one = document(Profile.WORK_PRODUCT, source, beside, None, lambda _: True)
    rows = {
        place: {text.to for cell in row for text in cell if text.to}
        for block in one.blocks
        if isinstance(block, Table) and block.places
        for place, row in zip(block.places, block.rows, strict=True)
    }
    assert rows["finding/2"] == {"note/2", "ground/religion"}
    assert rows["note/1"] == set()
    assert rows["note/2"] == {f"finding/{number}" for number in on_it}
    assert "query/1" in rows["finding/1"]
    assert rows["query/1"] == {"finding/1"}
    marked = next(b for b in one.blocks if isinstance(b, Table) and not b.places and len(b.head) == 3)
    assert {t.to for cell in marked.rows[0] for t in cell if t.to} == rows["note/2"]
    places = {block.place for block in one.blocks if isinstance(block, Heading)} | rows.keys()
    assert {text.to for text in texts(one.blocks) if text.to} <= places


def test_what_changed_since_it_was_sealed_stands_in_both_wordings() -> None:
    earlier, source = sample_interview("teacher_ru"), sample_source("teacher_ru")
    at = Path("family_name")
    before = earlier.answers.by_path[at]
    now = earlier.answer(at, replace(before, value="Другая"))[0]
    changed = replace(source, reading=Reading(now, source.reading.words, source.reading.pack_words))
    seal = Sealed("S000000001", NOW, "Rae Example (fictional)", 2, "ab" * 32, "First reading")
    then = Earlier(earlier, seal)
    one = document(Profile.WORK_PRODUCT, changed, Record(), then, lambda _: True)
    table = one.blocks[-1]
    assert isinstance(table, Table)
    said = own_words(one.blocks[-3].text.words)  # type: ignore[union-attr]
    assert said.startswith("Then: version 2, sealed on ")
    (row,) = table.rows
    assert [[text.words for text in cell] for cell in row[1:]] == [
        [str(before.value)],
        ["Другая"],
        ["changed"],
    ]
    same = document(Profile.WORK_PRODUCT, source, Record(), then, lambda _: True)
    assert "Changed since the last sealed version" not in headings(same)


def test_what_has_no_time_yet_is_told_together_and_gets_no_row_in_chronology_or_memo() -> None:
    source = sample_source("sparse_en")
    untimed = [row for row in rows_of(source) if not is_timed(row)]
    assert untimed
    for profile in (Profile.COUNSEL, Profile.MEMO):
        one = document(profile, source, Record(), None, lambda _: True)
        tables = [block for block in one.blocks if isinstance(block, Table)]
        said = [text.words for table in tables for row in table.rows for cell in row for text in cell]
        assert not [words for words in said if words.startswith("date not known (not answered)")]
    one = document(Profile.COUNSEL, source, Record(), None, lambda _: True)
    (together,) = [
        block
        for block in one.blocks
        if isinstance(block, Pair) and block.question.words == "No date was given yet for"
    ]
    assert {row.title for row in untimed} <= {t.words.split(" · ")[0] for t in together.answer} | {
        t.words for t in together.answer
    }


def test_what_goes_on_over_a_page_is_not_said_to_go_on_twice() -> None:
    one = document(Profile.COUNSEL, sample_source("couple_es"), Record(), None, lambda _: True)
    text = "\n".join(pages_of(make_pdf(one, Press(fonts()))))
    assert ", continued" in text
    assert "continued, continued" not in text
