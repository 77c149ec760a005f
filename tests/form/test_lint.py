"""The linter finds what loads and is still wrong, each with its file and line."""

from pathlib import Path

import pytest

from intake.form.lint import lint
from intake.form.loader import load_form
from tests.support.packs import pack

ROOT = Path(__file__).resolve().parents[2]
LEGS = """
    - type: repeat
      name: legs
      label: Legs
      entry: To ${to}
      add: Add
      items:
        - {type: text, name: to, label: Where to?}
    - {type: text, name: town, label: Which town?}
"""
RUSSIAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgctxt "form:title"
msgid "A little form"
msgstr "Анкета"

msgctxt "main:label"
msgid "Main"
msgstr "Главное"

msgctxt "town:label"
msgid "Which town?"
msgstr "Какой город?"
"""


def found(folder: Path, items: str, *, choices: str = "", **more: str) -> list[tuple[str, int, str]]:
    for name, data in pack(
        items, choices=choices, more={k.replace("__", "/"): v for k, v in more.items()}
    ).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return [(fault.file, fault.line, fault.code) for fault in lint(load_form(folder), folder)]


def with_russian(folder: Path, catalogue: str) -> list[tuple[str, int, str]]:
    (folder / "translations").mkdir()
    (folder / "translations" / "ru.po").write_text(catalogue, encoding="utf-8")
    return found(folder, "- {type: text, name: town, label: Which town?}")


def test_a_sound_pack_has_no_doubts(tmp_path: Path) -> None:
    assert found(tmp_path, LEGS) == []


@pytest.mark.parametrize(
    ("items", "line"),
    [
        ("- {type: text, name: a, label: 'Hello ${nobody}'}", 4),
        (LEGS + "    - type: text\n      name: out\n      label: Out\n      hint: Not ${to}\n", 15),
        ("- {type: text, name: a, label: A, why: 'As ${legs}'}", 4),
    ],
)
def test_a_text_that_names_what_it_cannot_is_found(tmp_path: Path, items: str, line: int) -> None:
    assert found(tmp_path, items) == [("sections/main.yaml", line, "dangling_name")]


def test_a_text_may_name_what_is_asked_around_it(tmp_path: Path) -> None:
    inside = "        - {type: text, name: how, label: 'How to ${to} from ${town}?'}\n"
    head, _, tail = LEGS.rpartition("    - {type: text, name: town")
    assert found(tmp_path, f"{head}{inside}    - {{type: text, name: town{tail}") == []


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("sensitive: yes", "sensitive_without_why"),
        ("constraint: . != ''", "no_message"),
        ("relevant: 1 = 2", "never_shown"),
        ("relevant: false()", "never_shown"),
        ("relevant: explode(1)", "doubtful_expression"),
        ("calculation: explode(1)", "doubtful_expression"),
        ("required: ${b}", "always_holds"),
    ],
)
def test_a_doubtful_question_is_found(tmp_path: Path, question: str, code: str) -> None:
    items = f"- {{type: text, name: b, label: B}}\n- type: text\n  name: a\n  label: A\n  {question}"
    assert found(tmp_path, items) == [("sections/main.yaml", 8, code)]


@pytest.mark.parametrize("relevant", ["1 = 1", "today() < '1990-01-01'", "random() > 2", "${b} = 'x'"])
def test_what_may_be_shown_one_day_is_let_pass(tmp_path: Path, relevant: str) -> None:
    items = f"""
        - {{type: text, name: b, label: B}}
        - {{type: text, name: a, label: A, relevant: "{relevant}"}}
    """
    assert found(tmp_path, items) == []


def test_a_list_that_nobody_uses_is_found(tmp_path: Path) -> None:
    choices = "used: [{name: a, label: A}]\nspare: [{name: a, label: A}]\n"
    items = "- {type: select_one used, name: a, label: A}"
    assert found(tmp_path, items, choices=choices) == [("choices.yaml", 2, "unused_list")]


def test_a_rename_must_lead_from_a_name_that_is_gone_to_one_that_is_there(tmp_path: Path) -> None:
    form = """
        name: little
        version: 1
        title: T
        sections: [main]
        renames: {place: town, legs: nobody, town: to}
    """
    assert found(tmp_path, LEGS, **{"form.yaml": form}) == [("form.yaml", 6, "bad_rename")] * 2


def test_a_complete_translation_is_let_pass(tmp_path: Path) -> None:
    assert with_russian(tmp_path, RUSSIAN) == []


@pytest.mark.parametrize(
    ("before", "after", "faults"),
    [
        ("Какой город?", "", [(15, "not_translated")]),
        ('msgctxt "town', '#, fuzzy\nmsgctxt "town', [(16, "fuzzy")]),
        ("Which town?", "Which city?", [(0, "not_translated"), (15, "stale")]),
        ("Какой город?", "Какой ${город}?", [(15, "names_differ")]),
        ('msgctxt "town', 'town\nmsgctxt "town', [(0, "catalogue_unreadable")]),
    ],
)
def test_a_translation_that_does_not_fit_is_found(
    tmp_path: Path, before: str, after: str, faults: list[tuple[int, str]]
) -> None:
    found_there = with_russian(tmp_path, RUSSIAN.replace(before, after))
    assert found_there == [("translations/ru.po", line, code) for line, code in faults]


def test_a_catalogue_that_is_no_text_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "ru.po").write_bytes(b'msgid "a"\nmsgstr "\xff\xfe"\n')
    faults = found(tmp_path, "- {type: text, name: town, label: Which town?}")
    assert faults == [("translations/ru.po", 0, "catalogue_unreadable")]


@pytest.mark.parametrize("head", sorted(ROOT.glob("forms/*/form.yaml")), ids=lambda head: head.parent.name)
def test_every_shipped_pack_is_without_doubt(head: Path) -> None:
    assert lint(load_form(head.parent), head.parent) == ()
