"""Everything XLSForm can say loads, and what cannot be meant is told with its line."""

import pytest

from intake.errors import FormError
from intake.form.loader import form_of, pack_hash
from intake.form.model import Choice, Question
from tests.support.packs import form, pack

TOWNS = "name,label,country\ntj,Tijuana,MX\nmx,Mexicali,MX\n"
CHOICES = "ways: [{name: bus, label: Bus}]"


def told(items: str, **files: str) -> list[tuple[str, int, str]]:
    more = {name.replace("__", "."): text for name, text in files.items()}
    with pytest.raises(FormError) as caught:
        form_of(pack(items, choices=CHOICES, more=more))
    return [(fault.file, fault.line, fault.code) for fault in caught.value.faults]


def asked(question: str) -> Question:
    made = form(f"- {{name: asked, label: Asked?, {question}}}", choices=CHOICES, more={"towns.csv": TOWNS})
    return made.questions["asked"]


@pytest.mark.parametrize(
    "kind",
    ["date", "time", "datetime", "range", "acknowledge", "barcode", "hidden", "rank ways", "select_one ways"],
)
def test_the_kinds_of_xlsform_load(kind: str) -> None:
    assert asked(f"type: {kind}").kind == kind.split(maxsplit=1)[0]


@pytest.mark.parametrize("kind", ["geopoint", "start-geopoint", "geotrace", "geoshape", "background-audio"])
def test_what_a_desktop_cannot_take_is_asked_as_a_text_that_says_what_it_stands_in_for(kind: str) -> None:
    question = asked(f"type: {kind}")
    assert (question.kind, question.stands_in_for) == ("long_text", kind)


def test_what_is_never_shown_needs_no_label() -> None:
    made = form(
        "- {type: calculate, name: sum, calculation: 1 + 1}\n- {type: hidden, name: kept, default: x}"
    )
    assert [question.label for question in made.questions.values()] == ["", ""]


@pytest.mark.parametrize("default", ["today()", "${asked}", "concat('a', 'b')", "once(uuid())"])
def test_a_default_with_a_name_or_a_call_is_an_expression(default: str) -> None:
    question = asked(f'type: text, default: "{default}"')
    assert question.worked_default is not None
    assert question.worked_default.source == question.default == default


@pytest.mark.parametrize("default", ["Tijuana", "7", "2022-03-14", "Springfield (Illinois)", "a b"])
def test_any_other_default_is_the_answer_itself(default: str) -> None:
    question = asked(f'type: text, default: "{default}"')
    assert (question.default, question.worked_default) == (default, None)


def test_choices_come_from_a_file_with_their_columns() -> None:
    made = form(
        """
        - {type: select_one_from_file towns.csv, name: town, label: T, choice_filter: "country = 'MX'"}
        - {type: select_multiple_from_file towns.csv, name: towns, label: T}
        - {type: text, name: label, label: L, calculation: "jr:choice-name(${town}, '${town}')"}
        """,
        more={"towns.csv": "\ufeff" + TOWNS.replace("\n", "\r\n")},
    )
    assert [(q.kind, q.choice_list) for q in made.questions.values()][:2] == [
        ("select_one", "towns"),
        ("select_multiple", "towns"),
    ]
    assert made.choice_lists["towns"].choices == (
        Choice("tj", "Tijuana", {"country": "MX"}, as_it_is=True),
        Choice("mx", "Mexicali", {"country": "MX"}, as_it_is=True),
    )


def test_a_file_of_choices_is_part_of_what_a_pack_is() -> None:
    files = pack("- {type: text, name: a, label: A}", more={"towns.csv": TOWNS})
    assert pack_hash(files) != pack_hash({**files, "towns.csv": TOWNS.replace("MX", "US").encode()})


@pytest.mark.parametrize(
    ("csv", "line", "code"),
    [
        ("", 1, "missing_column"),
        ("name,title\na,A\n", 1, "missing_column"),
        ("name,label,name\na,A,b\n", 1, "bad_columns"),
        ("name,label,\na,A,b\n", 1, "bad_columns"),
        ("name,label\na,A\nb\n", 3, "other_length"),
        ("name,label\na,A,B\n", 2, "other_length"),
        ("name,label\na,A\n\na,B\n", 4, "duplicate_choice"),
        ("name,label\ntwo words,A\n", 2, "bad_choice_name"),
        ("name,label\n,A\n", 2, "bad_choice_name"),
        ("name,label\na,\n", 2, "empty_text"),
        ('name,label\na,"A\n', 2, "not_csv"),
        ('name,label\na,"A" B\n', 2, "not_csv"),
        ("name,label\n", 0, "empty_list"),
    ],
)
def test_a_faulty_file_of_choices_is_told_by_line(csv: str, line: int, code: str) -> None:
    found = told("- {type: select_one_from_file towns.csv, name: a, label: A}", towns__csv=csv)
    assert ("towns.csv", line, code) in found


def test_a_file_of_choices_must_be_utf_8_and_of_a_bearable_size() -> None:
    files = pack("- {type: text, name: a, label: A}")
    with pytest.raises(FormError) as caught:
        form_of({**files, "a.csv": b"name,label\na,\xff\n", "b.csv": b"x" * 2_000_001})
    assert [(f.file, f.line, f.code) for f in caught.value.faults] == [
        ("a.csv", 2, "not_utf8"),
        ("b.csv", 0, "file_too_large"),
    ]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("type: select_one_from_file", "unknown_choice_file"),
        ("type: select_one_from_file ways", "unknown_choice_file"),
        ("type: select_one_from_file ways.csv", "unknown_choice_file"),
        ("type: select_one_from_file ../towns.csv", "unknown_choice_file"),
        ("type: select_one towns.csv", "unknown_list"),
        ("type: rank", "missing_list"),
        ("type: image ways", "list_not_wanted"),
        ("type: text, or_other: yes", "other_not_wanted"),
        ("type: rank ways, or_other: yes", "other_not_wanted"),
        ("type: select_one ways, or_other: maybe", "not_yes_or_no"),
        ("type: text, default: today(", "bad_expression"),
    ],
)
def test_what_cannot_be_meant_is_told(question: str, code: str) -> None:
    items = f"- {{name: asked, label: Asked?, {question}}}"
    if code == "bad_expression":
        items = "- {name: asked, label: A, type: text, default: 'concat(1'')'}"
    assert told(items, towns__csv=TOWNS) == [("sections/main.yaml", 4, code)]


def test_a_list_and_a_file_may_not_share_a_name() -> None:
    items = "- {type: select_one ways, name: a, label: A}"
    assert told(items, ways__csv="name,label\na,A\n") == [("ways.csv", 0, "duplicate_list")]


def test_a_count_that_waits_for_what_it_counts_is_a_cycle() -> None:
    items = """
        - type: repeat
          name: legs
          label: L
          entry: E
          add: A
          repeat_count: "${parts}"
          items:
            - {type: integer, name: parts, label: P}
    """
    assert told(items) == [("sections/main.yaml", 5, "cycle")]


def test_repeats_lie_three_deep_with_counts_and_filters_that_look_outward() -> None:
    made = form(
        """
        - {type: integer, name: most, label: M}
        - type: repeat
          name: outer
          label: L
          entry: ${one}
          add: A
          repeat_count: ${most}
          items:
            - {type: text, name: one, label: One?}
            - type: repeat
              name: middle
              label: L
              entry: ${two} of ${one}
              add: A
              items:
                - {type: text, name: two, label: "Two of ${one}?"}
                - type: repeat
                  name: inner
                  label: L
                  entry: E
                  add: A
                  relevant: ${two} = ${one}
                  repeat_count: ${most} - 1
                  items:
                    - {type: text, name: three, label: "Three?", default: "concat(${one}, ${two})"}
        """
    )
    assert made.questions["three"].repeats == ("outer", "middle", "inner")
    assert made.repeats["inner"].repeats == ("outer", "middle")
    assert [page.name for page in made.sections[0].pages()] == ["most", "one", "two", "three"]
