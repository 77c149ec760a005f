"""The table of drafts."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from intake.case import CaseSummary, Status
from intake.words import Words
from ui.models.cases import CasesModel
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
