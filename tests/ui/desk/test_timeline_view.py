"""The drawn chronology: zoomed, moved along, and clicked to the answer."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.answers import Path
from intake.review.chronology import Row, chronology
from intake.words import Words
from tests.support.cases import answered, told, when
from ui.desk.timeline import TimelineView

ENGLISH = Words.read("en", None)
TODAY = date(2026, 11, 24)


def rows() -> tuple[Row, ...]:
    legs = (
        {"leg_from": told("Екатеринбург"), "leg_left": when("2022-12-10")},
        {"leg_from": told("Стамбул"), "leg_left": when("2022-12~")},
        {"leg_from": told("Тихуана"), "leg_left": when("2023-03")},
    )
    return chronology(answered({"born": when("1987-05-03")}, *legs), ENGLISH, ENGLISH)


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    made = TimelineView(ENGLISH, rows(), TODAY)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def days(view: TimelineView) -> int:
    assert view.days is not None
    return (view.days[1] - view.days[0]).days


def test_it_reaches_over_what_happened_and_not_back_to_a_birth(view: TimelineView) -> None:
    assert view.days is not None
    assert view.days[0].year == 2022
    assert {bar.row.lane for bar in view.bars()} == {"journey"}


def test_plus_comes_closer_and_minus_goes_back(view: TimelineView) -> None:
    before = days(view)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert days(view) < before
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.days is not None
    assert view.days[0] == date(1987, 5, 3), "as far as anything was told, and no further"


def test_the_arrows_move_along_and_stop_at_the_ends(view: TimelineView) -> None:
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    width = days(view)
    for _ in range(80):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert days(view) == width
    assert view.days is not None
    last = view.days[1]
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.days[1] == last


def test_a_click_on_a_bar_leads_to_its_answer(view: TimelineView, qtbot: QtBot) -> None:
    places = [QPoint(x, y) for y in range(0, view.height(), 4) for x in range(0, view.width(), 8)]
    on_bars = {bar.row.source: at for at in places if (bar := view.bar_at(QPointF(at))) is not None}
    assert set(on_bars) == {Path("leg_left", f"LEG{number}") for number in range(3)}
    for source, at in on_bars.items():
        with qtbot.waitSignal(view.chosen) as chosen:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert chosen.args == [source]


def test_nothing_that_has_a_date_makes_an_empty_drawing(qtbot: QtBot) -> None:
    empty = TimelineView(ENGLISH, (), TODAY)
    qtbot.addWidget(empty)
    empty.resize(900, 300)
    empty.show()
    QTest.keyClick(empty, Qt.Key.Key_Plus)
    QTest.keyClick(empty, Qt.Key.Key_Right)
    assert empty.bars() == ()
    assert empty.days is None
