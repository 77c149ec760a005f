"""The other views of a review: chronology, dates to keep, grounds."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path as File

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.answers import Path
from intake.errors import ExportIntoVault
from intake.export.target import write_whole
from intake.record import Ground, Note
from intake.review.deadlines import Deadline, next_deadline
from intake.words import Words
from tests.support.a11y import complaints
from ui.desk.answers_view import AnswersView
from ui.desk.chronology_view import ChronologyView
from ui.desk.deadlines_view import DeadlinesView, deadline_row, is_over
from ui.desk.dossier import Dossier
from ui.desk.grounds_view import MARKED, GroundsView

ENGLISH = Words.read("en", None)


def shown(view: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(view)
    view.resize(1300, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)


def test_a_row_of_the_chronology_leads_to_its_answer(dossier: Dossier, qtbot: QtBot) -> None:
    view = ChronologyView(ENGLISH, dossier)
    shown(view, qtbot)
    path = next(row.about for row in view.table.rows.rows if isinstance(row.about, Path))
    view.table.go_to(path)
    with qtbot.waitSignal(view.read_asked) as asked:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert asked.args == [path]
    assert complaints(view) == []


def test_gaps_and_overlaps_stand_in_rows_of_their_own(dossier: Dossier, qtbot: QtBot) -> None:
    view = ChronologyView(ENGLISH, dossier)
    qtbot.addWidget(view)
    said = [row.cells[0].text for row in view.table.rows.rows if not isinstance(row.about, Path)]
    assert any("gap" in text.lower() for text in said)


def test_a_day_to_keep_says_its_rule_when_it_was_checked_and_that_it_may_be_out_of_date(
    dossier: Dossier,
) -> None:
    deadline = next(it for it in dossier.deadlines if it.rules and it.due)
    reading = dossier.reading(ENGLISH)
    rule = deadline_row(deadline, reading, dossier.today).cells[3]
    assert deadline.rules[0].version in rule.text
    assert "checked on" in rule.text
    assert deadline.rules[0].source in rule.hint
    assert "out of date" not in rule.text
    later = deadline_row(deadline, reading, date(2031, 1, 1)).cells[3].text
    assert "may be out of date since" in later


def test_enter_on_a_day_leads_to_what_it_is_counted_from(dossier: Dossier, qtbot: QtBot) -> None:
    view = DeadlinesView(ENGLISH, dossier)
    shown(view, qtbot)
    deadline = next(it for it in days_on(view) if it.basis)
    view.table.go_to(deadline)
    with qtbot.waitSignal(view.read_asked) as asked:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert asked.args == [deadline.basis[0]]
    assert complaints(view) == []


def test_a_digit_marks_a_ground_and_takes_the_mark_away(dossier: Dossier, qtbot: QtBot) -> None:
    view = GroundsView(ENGLISH, dossier)
    dossier.changed.connect(view.refresh)
    shown(view, qtbot)
    path = next(told(view))
    view.table.go_to(path)
    view.remark.line.setText("said at the rally")
    QTest.keyClick(view.table, Qt.Key.Key_4)
    (made,) = dossier.record.ground_marks
    assert (made.ground, made.path, made.remark) == (Ground.POLITICAL_OPINION, path, "said at the rally")
    row = view.table.rows.rows[view.table.currentIndex().row()]
    assert [cell.text for cell in row.cells[2:8]].index(MARKED) == list(Ground).index(made.ground)
    QTest.keyClick(view.table, Qt.Key.Key_4)
    assert dossier.record.ground_marks == ()
    assert complaints(view) == []


def told(view: GroundsView) -> Iterator[Path]:
    """The answers on the board, without the questions that are open."""
    return (row.about for row in view.table.rows.rows if len(row.cells) > 1 and isinstance(row.about, Path))


def test_a_file_is_written_for_its_owner_alone_and_never_into_a_vault(
    tmp_path: File, dossier: Dossier
) -> None:
    write_whole(tmp_path / "dates.ics", b"BEGIN:VCALENDAR")
    assert (tmp_path / "dates.ics").read_bytes() == b"BEGIN:VCALENDAR"
    assert (tmp_path / "dates.ics").stat().st_mode & 0o077 == 0
    with pytest.raises(ExportIntoVault):
        write_whole(tmp_path / "desk.intake" / "dates.ics", b"BEGIN:VCALENDAR")
    assert not (tmp_path / "desk.intake" / "dates.ics").exists()


def test_a_day_to_keep_that_is_still_to_come_heads_the_list_and_those_that_are_over_are_folded(
    dossier: Dossier, qtbot: QtBot
) -> None:
    dossier.today = min(it.latest for it in dossier.deadlines if it.latest and not it.opens) + timedelta(1)
    view = DeadlinesView(ENGLISH, dossier)
    shown(view, qtbot)
    live = days_on(view)
    assert not any(is_over(it, dossier.today) for it in live)
    heads = next_deadline(live, dossier.today)
    assert heads is None or live[0].ahead(dossier.today) == heads.ahead(dossier.today)
    view.over.click()
    assert days_on(view)[: len(live)] == live
    assert set(map(id, days_on(view))) == set(map(id, dossier.deadlines))
    assert len(dossier.deadlines) > len(live)
    assert complaints(view) == []


def days_on(view: DeadlinesView) -> list[Deadline]:
    return [row.about for row in view.table.rows.rows if isinstance(row.about, Deadline)]


def test_a_switch_hides_what_is_not_answered_yet_and_an_answer_that_is_wanted_shows_it_again(
    dossier: Dossier, qtbot: QtBot
) -> None:
    empty, noted = Path("given_names"), Path("family_name")
    answers = dossier.interview.answers
    for path in (empty, noted):
        answers = answers.with_answer(path, None)
    seen = answers.with_seen(frozenset({empty, noted}))
    dossier.session.interview = dossier.interview.with_answers(seen)
    view = AnswersView(dossier.voice(ENGLISH), dossier)
    shown(view, qtbot)
    every = [row.about for row in view.answers.rows.rows if isinstance(row.about, Path)]
    given = dossier.interview.answers.by_path
    assert {empty, noted} <= set(every) - set(given)
    dossier.put(Note(*dossier.stamp(), "ask for it", noted))
    view.only_told.click()
    left = [row.about for row in view.answers.rows.rows if isinstance(row.about, Path)]
    assert set(given) & set(every) <= set(left)
    assert noted in left
    assert empty not in left
    view.go_to(empty)
    assert view.path() == empty
    assert not view.only_told.isChecked()
