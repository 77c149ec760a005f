"""A report says where, what and what to do, and how a command ends."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from intake.form.xlsform.remarks import CHANGES, LOSSES
from intake.form.xlsform.report import MOST_ITEMS, Item, Remarks, Report, remark
from intake.words import Words

ROOM = Path(__file__).resolve().parents[3] / "intake" / "form" / "xlsform"
WORDS = Words.load("en", Path("nowhere"))


def made(code: str, **facts: str | int) -> Item:
    return Item("survey", 3, "label", code, facts)


def test_nothing_lost_ends_with_0_and_something_lost_with_3() -> None:
    assert Report(()).exit_code == 0
    assert Report((made("renamed"),)).exit_code == 0
    report = Report((made("renamed"), made("row_without_type")))
    assert (report.exit_code, report.losses) == (3, (made("row_without_type"),))


def test_a_line_says_sheet_row_and_column() -> None:
    items = (
        made("renamed", old="a b", name="a_b"),
        Item("media", 0, "", "sheet_ignored"),
        Item("survey", 4, "", "row_without_type"),
        Item("", 0, "", "source_not_english", {"language": "es"}),
    )
    assert list(Report(items).lines(WORDS)) == [
        "survey:3:label: “a b” cannot be the name here, or is taken. It is called “a_b” now.",
        "media: This sheet is no part of a questionnaire, so it was not read.",
        "survey:4: Lost: This row says no type, so it was left out.",
        "There are no English texts. Those in the language “es” stand in their place in the pack.",
    ]


def test_what_a_spreadsheet_says_is_never_taken_for_a_gap_to_fill() -> None:
    said = remark(made("renamed", old="{name} {0} {}", name="{old}"), WORDS)
    assert said == "“{name} {0} {}” cannot be the name here, or is taken. It is called “{old}” now."


def test_remarks_stand_in_the_order_of_rows_once_each_and_within_bounds() -> None:
    remarks = Remarks("survey")
    for row in (5, 2, 5):
        remarks.add(row, "name", "row_without_type")
    remarks.of("choices").add(1, "", "choice_without_name")
    assert [(i.sheet, i.row) for i in remarks.report().items] == [
        ("survey", 2),
        ("survey", 5),
        ("choices", 1),
    ]
    for row in range(MOST_ITEMS + 10):
        remarks.add(row, "", "row_without_type")
    assert len(remarks.report().items) <= MOST_ITEMS


def told_in_the_source() -> dict[str, set[str]]:
    """Each code that the room remarks with, and the facts it gives."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in ROOM.glob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found: dict[str, set[str]] = {}
    for call in calls:
        if ast.unparse(call.func).endswith(".add") and len(call.args) == 3:
            facts = {keyword.arg for keyword in call.keywords if keyword.arg}
            for code in (n.value for n in ast.walk(call.args[2]) if isinstance(n, ast.Constant)):
                found.setdefault(str(code), facts)
    return found


def test_every_code_that_is_told_has_a_sentence_and_every_sentence_is_told() -> None:
    others = {"capture_as_text", "metadata_left_out", "circle_left_out", "expression_left_out"}
    others |= {"kind_not_odk", "expression_not_odk", "column_not_odk"}
    told = set(told_in_the_source()) | others
    assert told == {*CHANGES, *LOSSES}
    assert not CHANGES.keys() & LOSSES.keys()


@pytest.mark.parametrize("code", sorted(told_in_the_source()))
def test_every_gap_of_a_sentence_is_filled_where_it_is_told(code: str) -> None:
    gaps = {name for _, name, _, _ in Formatter().parse({**CHANGES, **LOSSES}[code]) if name}
    assert gaps <= told_in_the_source()[code] | {"column"}


def test_every_sentence_is_polite() -> None:
    for text in {**CHANGES, **LOSSES}.values():
        assert text.endswith((".", "{text}"))
        assert "!" not in text
