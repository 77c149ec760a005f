"""The linter finds what loads and is still wrong, each with its file and line."""

from pathlib import Path

import pytest

from intake.form.lint import lint
from intake.form.loader import load_form
from intake.sentences import sentence
from intake.words import Words
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
        renames: {place: town, legs: nobody, to: town}
    """
    assert found(tmp_path, LEGS, **{"form.yaml": form}) == [("form.yaml", 6, "bad_rename")] * 2


@pytest.mark.parametrize(
    "renames", ["{to: town, town: to}", "{old: older, older: town}", "{old: to, older: to}"]
)
def test_renames_may_change_places_and_lead_over_versions(tmp_path: Path, renames: str) -> None:
    form = f"name: little\nversion: 1\ntitle: T\nsections: [main]\nrenames: {renames}\n"
    assert found(tmp_path, LEGS, **{"form.yaml": form}) == []


CHOICES = """
    ways: [{name: bus, label: Bus}, {name: foot, label: Foot}]
    papers: [{name: none, label: N}, {name: visa, label: V}, {name: pass, label: P}]
"""
ASKED = """
    - {type: select_one ways, name: way, label: Way?}
    - {type: select_multiple papers, name: papers, label: Papers?}
    - {type: yes_no, name: alone, label: Alone?}
    - {type: integer, name: age, label: Age?}
    - {type: select_one ways, name: other_way, label: Way?, or_other: "yes"}
"""


@pytest.mark.parametrize(
    ("relevant", "codes"),
    [
        ("${way} = 'plane'", ["never_shown"]),
        ("${way} = 'bus' and ${way} = 'foot'", ["never_shown"]),
        ("selected(${papers}, 'passport')", ["never_shown"]),
        ("${alone} = 'Yes'", ["never_shown"]),
        ("${alone} = 'yes' and ${way} = 'plane'", ["never_shown"]),
        ("${way} = 'bus' or ${age} > 3", []),
        ("${age} > 3 and ${age} < 2", []),
        ("${way} = ''", []),
        ("selected(${papers}, 'visa') and selected(${papers}, 'pass')", []),
        ("count-selected(${papers}) > 3", ["never_shown"]),
        ("${other_way} = 'other'", []),
        ("${other_way} = 'plane'", ["never_shown"]),
        ("${way} = 'plane' and today() > '2020-01-01'", ["never_shown"]),
        ("today() > '2020-01-01'", []),
    ],
)
def test_what_no_answers_can_lead_to_is_found(tmp_path: Path, relevant: str, codes: list[str]) -> None:
    items = f'{ASKED}    - {{type: text, name: last, label: L, relevant: "{relevant}"}}\n'
    faults = found(tmp_path, items, choices=CHOICES)
    assert [code for _, _, code in faults] == codes


def test_what_lies_in_something_never_shown_is_told_of_once_and_what_waits_for_it_too(tmp_path: Path) -> None:
    items = """
        - type: group
          name: page
          label: P
          relevant: "1 = 2"
          items:
            - {type: yes_no, name: inside, label: I, relevant: "1 = 1"}
        - {type: text, name: last, label: L, relevant: "${inside} = 'yes'"}
    """
    assert found(tmp_path, items) == [
        ("sections/main.yaml", 7, "never_shown"),
        ("sections/main.yaml", 10, "never_shown"),
    ]


@pytest.mark.parametrize(
    ("kind", "constraint", "never"),
    [
        ("select_one ways", ". != 'bus'", 1),
        ("select_one ways", ". = 'plane'", 2),
        ("select_one ways", ". = 'bus' or ${age} > 3", 0),
        ("select_one ways", "not(. = 'bus' and ${alone} = 'yes')", 0),
        ("select_multiple papers", "not(selected(., 'none'))", 1),
        ("select_multiple papers", "not(selected(., 'none') and count-selected(.) > 1)", 0),
        ("yes_no", ". = 'yes'", 1),
        ("acknowledge", ". = 'yes'", 1),
    ],
)
def test_a_choice_that_its_constraint_never_lets_pass_is_found(
    tmp_path: Path, kind: str, constraint: str, never: int
) -> None:
    items = (
        f'{ASKED}    - {{type: {kind}, name: last, label: L, constraint: "{constraint}", '
        f"constraint_message: Look again.}}\n"
    )
    assert (
        found(tmp_path, items, choices=CHOICES) == [("sections/main.yaml", 9, "choice_never_allowed")] * never
    )


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("type: range\n  parameters: start=5 end=1", "bad_scale"),
        ("type: range\n  parameters: step=0", "bad_scale"),
        ("type: geopoint", "stands_in"),
        ("type: background-audio", "stands_in"),
        ("type: calculate", "no_calculation"),
        ("type: integer\n  default: many", "bad_default"),
        ("type: date\n  default: 2022-13-01", "bad_default"),
        ("type: text\n  default: explode(1)", "doubtful_expression"),
    ],
)
def test_a_question_that_cannot_work_as_it_is_written_is_found(
    tmp_path: Path, question: str, code: str
) -> None:
    assert [c for _, _, c in found(tmp_path, f"- name: a\n  label: A\n  {question}")] == [code]


def test_other_may_not_be_on_the_list_and_beside_it(tmp_path: Path) -> None:
    choices = "ways: [{name: bus, label: B}, {name: other, label: O}]"
    items = '- {type: select_one ways, name: a, label: A, or_other: "yes"}'
    assert found(tmp_path, items, choices=choices) == [("sections/main.yaml", 4, "other_twice")]


def test_a_file_of_choices_is_used_and_needs_no_translation(tmp_path: Path) -> None:
    items = "- {type: select_one_from_file towns.csv, name: town, label: Which town?}"
    csv = {"towns.csv": "name,label\ntj,Tijuana\n"}
    assert found(tmp_path, items, **csv) == []
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "ru.po").write_text(RUSSIAN, encoding="utf-8")
    assert found(tmp_path, items, **csv) == []
    assert found(tmp_path, "- {type: text, name: town, label: Which town?}", **csv) == [
        ("towns.csv", 1, "unused_list")
    ]


def test_a_complete_translation_is_let_pass(tmp_path: Path) -> None:
    assert with_russian(tmp_path, RUSSIAN) == []


@pytest.mark.parametrize(
    ("before", "after", "faults"),
    [
        ("Какой город?", "", [(15, "not_translated")]),
        ('msgctxt "town', '#, fuzzy\nmsgctxt "town', [(16, "fuzzy")]),
        ("Which town?", "Which city?", [(0, "not_translated"), (15, "stale")]),
        ("Какой город?", "Какой ${город}?", [(15, "names_differ")]),
        ("Какой город?", "Which town?", [(15, "same_as_english")]),
        ('msgctxt "town', 'town\nmsgctxt "town', [(0, "catalogue_unreadable")]),
    ],
)
def test_a_translation_that_does_not_fit_is_found(
    tmp_path: Path, before: str, after: str, faults: list[tuple[int, str]]
) -> None:
    found_there = with_russian(tmp_path, RUSSIAN.replace(before, after))
    assert found_there == [("translations/ru.po", line, code) for line, code in faults]


def test_texts_that_are_the_same_in_every_language_are_listed_once_and_only_if_they_are_there(
    tmp_path: Path,
) -> None:
    head = 'name: little\nversion: "1"\ntitle: A little form\nsections: [main]\nuntranslated:\n  - '
    same = RUSSIAN.replace("Какой город?", "Which town?")
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "ru.po").write_text(same, encoding="utf-8")
    items = "- {type: text, name: town, label: Which town?}"
    assert found(tmp_path, items, **{"form.yaml": f"{head}Which town?\n"}) == []
    assert found(tmp_path, items, **{"form.yaml": f"{head}OK\n  - Which town?\n"}) == [
        ("form.yaml", 6, "no_such_text")
    ]


def test_a_text_of_answers_alone_is_the_same_in_every_language(tmp_path: Path) -> None:
    (tmp_path / "translations").mkdir()
    catalogue = RUSSIAN.replace("Which town?", "${town} – …").replace("Какой город?", "${town} – …")
    (tmp_path / "translations" / "ru.po").write_text(catalogue, encoding="utf-8")
    assert found(tmp_path, "- {type: text, name: town, label: '${town} – …'}") == []


@pytest.mark.parametrize(
    ("relevant", "reason"),
    [
        ("${day} < '2022-03'", "partial_date"),
        ("'2022-03-14~' >= ${day}", "partial_date"),
        ("${some} = 1 and (${day} > '2022-XX' or true())", "partial_date"),
        ("${when} < today()", "uncertain_order"),
        ("position(..) = 1", "position_outside"),
    ],
)
def test_what_can_hardly_be_meant_is_found(tmp_path: Path, relevant: str, reason: str) -> None:
    items = f"""
        - {{type: date, name: day, label: D}}
        - {{type: integer, name: some, label: S}}
        - {{type: uncertain_date, name: when, label: W}}
        - {{type: text, name: asked, label: A, relevant: "{relevant}"}}
        """
    assert found(tmp_path, items) == [("sections/main.yaml", 7, "doubtful_expression")]
    (fault,) = lint(load_form(tmp_path), tmp_path)
    assert fault.facts["reason"] == reason
    assert "…" not in sentence(fault, Words.load("en", Path()))


@pytest.mark.parametrize(
    "relevant",
    [
        "${day} < '2022-03-14'",
        "${when} = '2022-03'",
        "certainly-before(${when}, '2022-03')",
        "${some} < 2022",
        "position(../..) = 1",
    ],
)
def test_full_days_and_dates_that_are_only_compared_as_texts_are_let_pass(
    tmp_path: Path, relevant: str
) -> None:
    items = f"""
        - {{type: date, name: day, label: D}}
        - {{type: integer, name: some, label: S}}
        - {{type: uncertain_date, name: when, label: W}}
        - {{type: text, name: asked, label: A, relevant: "{relevant}"}}
        """
    assert found(tmp_path, items) == []


def test_a_place_among_entries_is_asked_for_inside_a_repeat(tmp_path: Path) -> None:
    inner = "        - {type: text, name: how, label: How?, relevant: 'position(..) > 1'}\n"
    head, _, tail = LEGS.rpartition("    - {type: text, name: town")
    assert found(tmp_path, f"{head}{inner}    - {{type: text, name: town{tail}") == []


def test_a_catalogue_that_is_no_text_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "ru.po").write_bytes(b'msgid "a"\nmsgstr "\xff\xfe"\n')
    faults = found(tmp_path, "- {type: text, name: town, label: Which town?}")
    assert faults == [("translations/ru.po", 0, "catalogue_unreadable")]


@pytest.mark.parametrize("head", sorted(ROOT.glob("forms/*/form.yaml")), ids=lambda head: head.parent.name)
def test_every_shipped_pack_is_without_doubt(head: Path) -> None:
    assert lint(load_form(head.parent), head.parent) == ()
