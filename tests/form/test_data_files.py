"""What a pack says beside its questions is read as strictly as the questions, and every fault is told."""

from datetime import date
from pathlib import Path as FilePath

import pytest

from intake.answers import Answer, Answers, Entry, Path
from intake.errors import FormError
from intake.form.catalogues import texts_of
from intake.form.lines import Lines
from intake.form.lint import lint
from intake.form.loader import form_of, load_form
from intake.form.packdata import NAMED_CHECKS, NO_DATA
from tests.support.packs import form, interview, pack

QUESTIONS = """
    - {type: text, name: town, label: Which town?}
    - {type: long_text, name: story, label: What happened?}
    - {type: yes_no, name: told, label: Told?}
    - {type: uncertain_date, name: born, label: When were you born?}
    - type: repeat
      name: homes
      label: Homes
      entry: ${place}
      add: Add
      items:
        - {type: text, name: place, label: Where?}
        - {type: uncertain_date, name: moved_in, label: From when?}
        - {type: uncertain_date, name: moved_out, label: Until when?}
"""
FORM = """
    edition: 01/20/25
    items:
      - {item: A.1, title: Town, answers: [town]}
      - {item: B.1, title: What happened, answers: [story], story: "yes"}
      - {item: D.1, title: Signature, not_asked: signature}
"""
RULES = """
    - rule: one_year
      title: One year.
      version: "1"
      value: P1Y
      source: The law.
      checked_on: "2026-11-24"
      stale_after: "90"
      confirm: counsel must confirm
    - rule: exceptions
      title: Exceptions.
      version: "1"
      value: [ill, young]
      source: The law.
      checked_on: 2026-11-24
      stale_after: 0
      confirm: counsel must confirm
"""
CHECKS = """
    - name: early_home
      finding: ${place} is dated before ${town}.
      each: homes
      when: certainly-before(${moved_in}, ${born})
      sources: [moved_in, born]
    - name: gap
      finding: There is a gap.
      check: gaps
      sources: [moved_in, moved_out]
"""


TERMS = """
    - term: move_in
      title: Move to ${town}
      neutral: A day
      changes: Another town.
      clock: opens
      sources: [born]
      rules: [one_year]
      matter: moving
"""


def told(file: str, text: str) -> list[tuple[str, int, str]]:
    with pytest.raises(FormError) as caught:
        form(QUESTIONS, more={file: text})
    return [(fault.file, fault.line, fault.code) for fault in caught.value.faults]


def test_terms_are_read() -> None:
    (term,) = form(QUESTIONS, more={"rules.yaml": RULES, "terms.yaml": TERMS}).data.terms
    assert (term.name, term.clock, term.sources, term.rules, term.matter) == (
        "move_in",
        "opens",
        ("born",),
        ("one_year",),
        "moving",
    )


@pytest.mark.parametrize(
    ("key", "said", "code"),
    [
        ("clock", "sundial", "unknown_clock"),
        ("sources", "[told]", "other_sources"),
        ("sources", "[born, born]", "other_sources"),
        ("sources", "[nobody]", "unknown_question"),
        ("rules", "[nothing]", "unknown_rule"),
        ("rules", "[exceptions]", "no_length"),
        ("neutral", '""', "empty_text"),
        ("title", "[a]", "not_a_text"),
        ("until", "never", "unknown_key"),
    ],
)
def test_a_fault_of_a_term_is_told(key: str, said: str, code: str) -> None:
    term = {"term": "t", "title": "T", "neutral": "N", "changes": "C", "clock": "opens"}
    term |= {"sources": "[born]", "rules": "[one_year]", key: said}
    table = "\n  ".join(f"{name}: {value}" for name, value in term.items())
    with pytest.raises(FormError) as caught:
        form(QUESTIONS, more={"rules.yaml": RULES, "terms.yaml": f"- {table}\n"})
    assert code in {fault.code for fault in caught.value.faults}


def test_a_check_on_uncertain_dates_is_asked_a_second_time_more_loosely() -> None:
    early, gap = form(QUESTIONS, more={"checks.yaml": CHECKS}).data.checks
    assert early.perhaps is not None
    assert early.perhaps.loose
    assert gap.perhaps is None


def test_a_pack_without_such_files_says_nothing_beside_its_questions() -> None:
    assert form(QUESTIONS).data == NO_DATA


@pytest.mark.parametrize(("kind", "faults"), [("yes_no", 1), ("acknowledge", 1), ("text", 0)])
def test_nothing_but_the_person_answers_yes_or_no_on_the_official_form(kind: str, faults: int) -> None:
    items = f"- {{type: {kind}, name: town, label: T, default: 'yes'}}"
    files = pack(items, more={"i589.yaml": "edition: e\nitems: [{item: A.1, title: T, answers: [town]}]\n"})
    try:
        form_of(files)
    except FormError as error:
        found = [(fault.code, fault.facts["name"]) for fault in error.faults]
    else:
        found = []
    assert found == [("default_not_wanted", "town")] * faults


def test_items_rules_and_checks_are_read() -> None:
    data = form(QUESTIONS, more={"i589.yaml": FORM, "rules.yaml": RULES, "checks.yaml": CHECKS}).data
    assert data.edition == "01/20/25"
    assert [(item.item, item.answers, item.not_asked, item.story) for item in data.items] == [
        ("A.1", ("town",), "", False),
        ("B.1", ("story",), "", True),
        ("D.1", (), "signature", False),
    ]
    assert [(rule.value, rule.checked_on, rule.stale_after) for rule in data.rules] == [
        (("P1Y",), date(2026, 11, 24), 90),
        (("ill", "young"), date(2026, 11, 24), 0),
    ]
    assert [(check.each, check.named, check.sources) for check in data.checks] == [
        ("homes", "", ("moved_in", "born")),
        ("", "gaps", ("moved_in", "moved_out")),
    ]


def test_a_check_is_worked_out_in_each_entry_of_its_repeat() -> None:
    made = form(QUESTIONS, more={"checks.yaml": CHECKS})

    def when(edtf: str) -> Answer:
        return Answer({"edtf": edtf, "words": "", "calendar": "gregorian"}, kind="uncertain_date")

    dates = {
        Path("born"): when("1990"),
        Path("moved_in", "OLD"): when("1980"),
        Path("moved_in", "NEW"): when("1990"),
    }
    entries = {name: Entry(name, "homes", None, rank) for rank, name in enumerate(("OLD", "NEW"))}
    view = interview(made, Answers(dates, entries))._view
    check = made.data.checks[0].when
    assert check is not None
    assert (check.holds(view, "OLD"), check.holds(view, "NEW")) == (True, False)


def test_texts_of_rules_terms_and_findings_are_to_be_translated() -> None:
    made = form(QUESTIONS, more={"rules.yaml": RULES, "terms.yaml": TERMS, "checks.yaml": CHECKS})
    assert [*texts_of(made)][-7:] == [
        ("rules/one_year:title", "One year."),
        ("rules/exceptions:title", "Exceptions."),
        ("terms/move_in:title", "Move to ${town}"),
        ("terms/move_in:neutral", "A day"),
        ("terms/move_in:changes", "Another town."),
        ("checks/early_home:finding", "${place} is dated before ${town}."),
        ("checks/gap:finding", "There is a gap."),
    ]


def test_the_line_of_a_finding_and_of_a_rule_is_found() -> None:
    lines = Lines(pack(QUESTIONS, more={"rules.yaml": RULES, "checks.yaml": CHECKS}))
    assert lines.find("checks/early_home", "finding") == ("checks.yaml", 3)
    assert lines.find("rules/exceptions", "title") == ("rules.yaml", 11)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("{item: A, title: T, answers: [nobody]}", "unknown_question"),
        ("{item: A, title: T, answers: [story]}", "only_long_texts"),
        ("{item: A, title: T}", "answers_or_not_asked"),
        ("{item: A, title: T, answers: [town], not_asked: signature}", "answers_or_not_asked"),
        ("{item: A, title: T, not_asked: too hard}", "bad_not_asked"),
        ("{item: A, title: T, answers: town}", "not_a_list"),
        ("{item: A, title: T, answers: []}", "empty_list"),
        ("{item: A, title: T, answers: [town], story: maybe}", "not_yes_or_no"),
        ("{item: A, answers: [town]}", "missing_key"),
        ("{item: A, title: T, answer: [town], not_asked: signature}", "unknown_key"),
        ("just a word", "not_a_table"),
    ],
)
def test_a_fault_of_an_item_is_told_with_its_line(item: str, code: str) -> None:
    assert told("i589.yaml", f"edition: x\nitems:\n  - {item}\n") == [("i589.yaml", 3, code)]


def test_an_item_stands_once() -> None:
    item = "  - {item: A, title: T, answers: [town]}\n"
    twice = f"edition: x\nitems:\n{item}{item}"
    assert told("i589.yaml", twice) == [("i589.yaml", 4, "duplicate_key")]


def test_a_long_text_beside_a_question_for_just_this_is_fine() -> None:
    both = "edition: x\nitems:\n  - {item: A, title: T, answers: [town, story]}\n"
    assert form(QUESTIONS, more={"i589.yaml": both}).data.items[0].answers == ("town", "story")


@pytest.mark.parametrize(
    ("key", "said", "code"),
    [
        ("checked_on", "yesterday", "not_a_day"),
        ("checked_on", "2026-02-30", "not_a_day"),
        ("stale_after", "-1", "not_days"),
        ("stale_after", "99999", "not_days"),
        ("stale_after", "soon", "not_days"),
        ("value", '""', "empty_text"),
        ("value", "[]", "empty_list"),
        ("value", "{a: b}", "not_a_text"),
        ("confirm", '""', "empty_text"),
        ("rule", "no name", "bad_name"),
    ],
)
def test_a_fault_of_a_rule_is_told(key: str, said: str, code: str) -> None:
    rule = {"rule": "r", "title": "T.", "version": "1", "value": "P1Y", "source": "S", "confirm": "c"}
    rule |= {"checked_on": "2026-11-24", "stale_after": "1", key: said}
    table = "\n  ".join(f"{name}: {value}" for name, value in rule.items())
    assert [found[2] for found in told("rules.yaml", f"- {table}\n")] == [code]


@pytest.mark.parametrize(
    ("check", "code"),
    [
        ("{name: c, finding: F, sources: [town], when: '${nobody} = 1'}", "bad_expression"),
        ("{name: c, finding: F, sources: [town], when: '1 +'}", "bad_expression"),
        ("{name: c, finding: F, sources: [town], when: ''}", "bad_expression"),
        ("{name: c, finding: F, sources: [town]}", "when_or_check"),
        ("{name: c, finding: F, sources: [moved_in, moved_out], check: gaps, when: '1'}", "when_or_check"),
        ("{name: c, finding: F, sources: [town], check: nonsense}", "unknown_check"),
        ("{name: c, finding: F, sources: [town, born], check: gaps}", "other_sources"),
        ("{name: c, finding: F, sources: [town], each: town, when: '1 = 1'}", "unknown_repeat"),
        ("{name: c, finding: F, sources: [nobody], when: '1 = 1'}", "unknown_question"),
        ("{name: c, finding: F, when: '1 = 1'}", "missing_key"),
    ],
)
def test_a_fault_of_a_check_is_told_with_its_line(check: str, code: str) -> None:
    assert told("checks.yaml", f"- {check}\n") == [("checks.yaml", 1, code)]


def test_all_faults_of_all_files_are_told_at_once() -> None:
    files = {
        "i589.yaml": "[]",
        "rules.yaml": "a: b",
        "checks.yaml": "- {name: c, finding: F, sources: [x], when: '(' }",
        "chronology.yaml": "- {name: n, title: T, when: nothing}",
    }
    with pytest.raises(FormError) as caught:
        form_of(pack(QUESTIONS, more=files))
    assert {fault.file for fault in caught.value.faults} == {*files}


def test_named_checks_take_at_least_two_questions() -> None:
    assert all(len(kinds) >= 2 for kinds in NAMED_CHECKS.values())


@pytest.mark.parametrize(
    ("key", "said", "code"),
    [
        ("finding", "${place} is open.", "dangling_name"),
        ("finding", "${nobody} is open.", "dangling_name"),
        ("when", "${homes}", "always_holds"),
        ("when", "nowhere(${town})", "doubtful_expression"),
    ],
)
def test_the_linter_finds_what_is_doubtful_in_a_check(
    tmp_path: FilePath, key: str, said: str, code: str
) -> None:
    check = {"name": "c", "finding": "F", "when": "1 = 1", key: said}
    table = "\n  ".join(f"{name}: {value}" for name, value in check.items())
    for name, data in pack(QUESTIONS, more={"checks.yaml": f"- {table}\n  sources: [town]\n"}).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    line = 2 if key == "finding" else 3
    assert [(f.file, f.line, f.code) for f in lint(load_form(tmp_path), tmp_path)] == [
        ("checks.yaml", line, code)
    ]
