"""The dense tables of the desk."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.desk.grid import Grid
from ui.models.grid import Cell, GridModel, GridRow, Tone

HEAD = GridRow((Cell("About you", Tone.HEAD),), "head")


def line(about: str, *texts: str) -> GridRow:
    return GridRow(tuple(Cell(text) for text in texts), about)


def grid(qtbot: QtBot) -> Grid:
    made = Grid("Answers", ("Question", "Answer"), (1, 2))
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def test_qt_finds_no_fault_with_the_model(qtmodeltester: ModelTester) -> None:
    model = GridModel(("Question", "Answer"))
    model.set_rows([HEAD, line("a", "Name?", "Marina"), line("b", "Born?", "1987")])
    qtmodeltester.check(model)


def test_a_row_that_changes_is_told_of_alone(qtbot: QtBot) -> None:
    model = GridModel(("Question", "Answer"))
    model.set_rows([HEAD, line("a", "Name?", "Marina"), line("b", "Born?", "1987")])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows([HEAD, line("a", "Name?", "Marina"), line("b", "Born?", "May 1987")])
    assert told == [(2, 2)]


def test_other_rows_are_shown_anew_and_the_one_with_the_focus_keeps_it(qtbot: QtBot) -> None:
    shown = grid(qtbot)
    shown.set_rows([HEAD, line("a", "Name?", "Marina"), line("b", "Born?", "1987")])
    assert shown.go_to("b")
    shown.set_rows([HEAD, line("new", "More?", ""), line("a", "Name?", "Marina"), line("b", "Born?", "1987")])
    assert shown.about() == "b"


def test_what_is_not_there_is_not_gone_to(qtbot: QtBot) -> None:
    shown = grid(qtbot)
    shown.set_rows([HEAD, line("a", "Name?", "Marina")])
    assert shown.go_to("a")
    assert not shown.go_to("elsewhere")
    assert shown.about() == "a"


def test_enter_chooses_and_arrows_move(qtbot: QtBot) -> None:
    shown = grid(qtbot)
    shown.set_rows([line("a", "Name?", "Marina"), line("b", "Born?", "1987")])
    shown.go_to("a")
    with qtbot.waitSignal(shown.moved) as moved:
        QTest.keyClick(shown, Qt.Key.Key_Down)
    assert moved.args == ["b"]
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == ["b"]


def test_a_row_is_as_high_as_its_longest_text_and_markup_is_text(qtbot: QtBot) -> None:
    shown = grid(qtbot)
    shown.set_rows([line("short", "Name?", "Marina"), line("long", "Tell?", "<b>so</b> much of it " * 30)])
    qtbot.waitUntil(lambda: shown.rowHeight(1) > 3 * shown.rowHeight(0))
    assert shown.model().index(1, 1).data().startswith("<b>so</b>")


def test_a_heading_is_as_wide_as_the_table(qtbot: QtBot) -> None:
    shown = grid(qtbot)
    shown.set_rows([HEAD, line("a", "Name?", "Marina")])
    assert shown.columnSpan(0, 0) == 2
    assert shown.columnSpan(1, 0) == 1
