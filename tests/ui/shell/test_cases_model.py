"""The table of drafts."""

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from intake.case import CaseSummary, Glance, Status
from intake.words import Words
from ui.models.cases import CasesModel, Wanted
from ui.paths import find_folders

CHANGED = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
DRAFT = CaseSummary("7FQ2ABCDEF", "Образцова Марина", "ru", Status.SHARED, 41, CHANGED, CHANGED)


def words(language: str = "en") -> Words:
    return Words.load(language, find_folders().translations)


def row(model: CasesModel, at: int = 0) -> list[object]:
    return [model.data(model.index(at, column)) for column in range(model.columnCount())]


def test_qt_finds_no_fault_with_the_model(qtmodeltester: ModelTester) -> None:
    model = CasesModel(words())
    model.set_rows([DRAFT, replace(DRAFT, id="8AAAAAAAAA", title="")])
    qtmodeltester.check(model)


def test_a_row_says_name_status_language_answers_and_last_change() -> None:
    model = CasesModel(words())
    model.set_rows([DRAFT])
    said = row(model)
    assert said[:4] == ["Образцова Марина", "Ready for review", "Russian", "41"]
    assert "2026" in str(said[4])
    assert str(said[4]).count(":") == 1, "seconds help nobody"


def test_a_draft_without_a_name_is_called_by_its_code() -> None:
    model = CasesModel(words())
    model.set_rows([replace(DRAFT, title=" ", answered=0)])
    assert row(model)[0] == "Draft 7FQ2"
    assert row(model)[3] == "–"


def test_a_fictional_draft_says_so_in_the_list() -> None:
    model = CasesModel(words())
    model.set_rows([replace(DRAFT, fictional=True)])
    assert row(model)[0] == "Образцова Марина (fictional)"


def test_the_heads_are_said_in_each_language() -> None:
    for language in ("en", "es", "ru"):
        model = CasesModel(words(language))
        heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
        assert all(heads)
        assert not any("[en]" in str(head) for head in heads)


def many() -> list[CaseSummary]:
    """Three drafts: one nearly due, one without a date, one put away."""
    return [
        replace(DRAFT, id="A", title="Борисов", glance=Glance(4, date(2026, 12, 24)), notes=2),
        replace(DRAFT, id="B", title="Антонова", glance=Glance(0, None), status=Status.IN_REVIEW),
        replace(DRAFT, id="C", title="Волкова", glance=Glance(1, date(2026, 12, 1)), archived=True),
        replace(DRAFT, id="D", title="Гусева", glance=Glance(9, date(2026, 12, 1))),
    ]


def ids(model: CasesModel) -> str:
    return "".join(model.case(at).id for at in range(model.rowCount()))


def test_a_reviewer_sees_dates_findings_and_notes() -> None:
    model = CasesModel(words(), reviewing=True)
    model.set_rows(many())
    said = row(model)
    assert said[model.column_of("deadline")] == "24 December 2026"
    assert said[model.column_of("findings")] == "4"
    assert said[model.column_of("notes")] == "2"
    assert row(model, 1)[model.column_of("deadline")] == "–"


def test_the_nearest_date_comes_first_and_none_comes_last() -> None:
    model = CasesModel(words(), reviewing=True)
    model.set_rows(many())
    model.sort(model.column_of("deadline"))
    assert ids(model) == "DAB"
    model.sort(model.column_of("draft"), Qt.SortOrder.DescendingOrder)
    assert ids(model) == "DAB"
    model.sort(model.column_of("findings"), Qt.SortOrder.DescendingOrder)
    assert ids(model) == "DAB"


def test_drafts_are_narrowed_down_by_status_and_archive() -> None:
    model = CasesModel(words(), reviewing=True)
    model.set_rows(many())
    assert ids(model) == "ABD"
    model.show_only(Wanted(Status.IN_REVIEW))
    assert ids(model) == "B"
    model.show_only(Wanted(archived=True))
    assert ids(model) == "C"


def test_what_a_search_found_stands_best_first_and_says_where() -> None:
    model = CasesModel(words(), reviewing=True)
    model.set_rows(many())
    model.sort(model.column_of("draft"))
    model.show_only(Wanted(found={"D": "the notary", "A": "a notary", "gone": "x"}))
    assert ids(model) == "DA"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == "the notary"


def test_one_draft_that_changes_is_told_of_alone() -> None:
    model = CasesModel(words(), reviewing=True)
    model.set_rows(many())
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.replace_row(replace(many()[3], notes=7))
    assert told == [(2, 2)]
    assert row(model, 2)[model.column_of("notes")] == "7"
