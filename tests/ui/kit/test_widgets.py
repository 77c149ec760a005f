"""The shared parts: plain text everywhere, targets as wide as their line, a sign that tells the truth."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake.words import Words
from tests.support.a11y import complaints, heard_as, missed, stops
from tests.support.typing_ import press
from ui.pages.voice import Voice
from ui.theme import SCALES, THEMES, Look
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import ErrorSummary
from ui.widgets.choice import ChoiceCheck, ChoiceRadio
from ui.widgets.column import Column
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.labels import change_label, label, name_field
from ui.widgets.saved_sign import SavedSign
from ui.widgets.top_bar import TopBar

Show = Callable[[QWidget], QWidget]
LONG = "A long way of saying that someone came on foot and by bus, and waited in between for many weeks"


def test_markup_in_a_text_is_shown_as_it_stands(show: Show) -> None:
    shown = label("<b>Omar</b> & <img src='x'>")
    show(shown)
    assert shown.textFormat() is Qt.TextFormat.PlainText
    assert shown.text() == "<b>Omar</b> & <img src='x'>"


def test_an_ampersand_in_a_label_of_a_field_is_heard_and_is_no_shortcut(show: Show) -> None:
    page = QWidget()
    rows = QVBoxLayout(page)
    name, field = label("Black & Gold"), QLineEdit()
    name_field(name, field)
    rows.addWidget(name)
    rows.addWidget(field)
    show(page)
    assert heard_as(field) == "Black & Gold"


@pytest.mark.parametrize("make", [PrimaryButton, QuietButton, LinkButton])
def test_an_ampersand_on_a_button_is_a_letter(make: type[QPushButton], show: Show) -> None:
    button = make("Bread & salt")
    show(button)
    assert button.text() == "Bread && salt"
    assert heard_as(button) == "Bread & salt"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(key: Qt.Key, show: Show) -> None:
    button = QuietButton("Go")
    show(button)
    pressed = QSignalSpy(button.clicked)
    press(button, key)
    assert pressed.count() == 1


def test_an_empty_text_takes_a_label_away(show: Show) -> None:
    holder = QWidget()
    QVBoxLayout(holder).addWidget(shown := label("Here"))
    show(holder)
    change_label(shown, "problem", "")
    assert not shown.isVisible()
    change_label(shown, "problem", "There")
    assert shown.isVisible()


@pytest.mark.parametrize("make", [ChoiceRadio, ChoiceCheck])
def test_a_long_choice_wraps_and_its_whole_line_can_be_clicked(
    make: type[ChoiceRadio] | type[ChoiceCheck], show: Show
) -> None:
    narrow, wide = make(LONG), make(LONG)
    assert narrow.heightForWidth(200) > 2 * wide.heightForWidth(2000)
    show(wide)
    wide.resize(800, 40)
    QTest.mouseClick(wide, Qt.MouseButton.LeftButton, pos=QPoint(780, 20))
    assert wide.isChecked()
    assert heard_as(wide) == LONG


def test_the_wheel_never_changes_a_drop_down_list(show: Show) -> None:
    combo = Combo(["January", "February", "March"])
    show(combo)
    combo.setFocus()
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, down)
    assert combo.currentIndex() == 0
    assert not down.isAccepted()


def test_a_row_goes_on_to_the_next_line_and_closes_up_when_a_part_is_hidden(show: Show) -> None:
    row = Flow()
    parts = [LinkButton(f"Part number {number}") for number in range(6)]
    for part in parts:
        row.add(part)
    show(row)
    row.resize(300, 400)
    tops = {part.y() for part in parts}
    assert len(tops) > 1
    assert row.heightForWidth(300) > row.heightForWidth(3000)
    before = parts[1].pos()
    row.show_part(parts[0], shown=False)
    assert parts[1].x() < before.x() or parts[1].y() < before.y()


def test_a_row_begins_on_the_right_where_people_read_from_the_right(show: Show, mirrored: None) -> None:
    row = Flow()
    first, second = LinkButton("Первая"), LinkButton("Вторая")
    row.add(first)
    row.add(second)
    show(row)
    assert first.x() > second.x()
    assert first.geometry().right() == row.width() - 1


def test_a_part_that_gets_the_focus_is_scrolled_into_view(show: Show) -> None:
    column = Column()
    fields = [QLineEdit() for _ in range(60)]
    for field in fields:
        column.add(field)
    show(column)
    column.resize(600, 300)
    column.bring(fields[-1])
    assert fields[-1].hasFocus()
    assert not fields[-1].visibleRegion().isEmpty()


def test_parts_of_a_column_stand_in_the_order_they_were_added(show: Show) -> None:
    column = Column()
    first, second, third = label("1"), label("2"), label("3")
    column.add(first)
    column.add(second, above=20)
    column.add(third)
    show(column)
    assert first.y() < second.y() < third.y()
    assert second.y() - first.geometry().bottom() > third.y() - second.geometry().bottom()


def test_nothing_is_empty_below_the_last_part_of_a_long_column(show: Show) -> None:
    column = Column()
    for _ in range(12):
        column.add(label("Passports, tickets, letters and whatever else names a day. " * 4))
    last = QPushButton("Last")
    column.add(last)
    show(column)
    column.resize(1280, 400)
    QApplication.processEvents()
    bar = column.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    below = column.viewport().height() - last.mapTo(column.viewport(), last.rect().bottomLeft()).y()
    assert 0 < below <= 40


def test_a_long_column_without_any_text_scrolls_rather_than_squeezing_its_parts(show: Show) -> None:
    column = Column()
    fields = [QLineEdit() for _ in range(60)]
    for field in fields:
        column.add(field)
    show(column)
    column.resize(600, 300)
    QApplication.processEvents()
    assert all(field.height() >= field.minimumSizeHint().height() for field in fields)


def test_the_summary_names_every_matter_and_leads_to_it(words: Words, show: Show) -> None:
    summary = ErrorSummary(words)
    show(summary)
    summary.show_matters([("left", "There is no such day."), ("arrived", "The second date comes first.")])
    links = [link for link in summary.findChildren(LinkButton) if link.isVisible()]
    chosen = QSignalSpy(summary.chosen)
    links[1].click()
    heard = [heard_as(link) for link in links]
    assert heard == ["Go there: There is no such day.", "Go there: The second date comes first."]
    assert chosen.at(0) == ["arrived"]
    summary.show_matters([])
    assert not summary.isVisible()


def test_the_sign_says_saved_saving_and_not_saved(words: Words, show: Show) -> None:
    sign = SavedSign(words)
    show(sign)
    sign.show_saving()
    assert sign.text() == "Saving"
    sign.show_saved(datetime(2026, 11, 24, 14, 2, tzinfo=UTC))
    assert sign.text().startswith("Saved on this computer, ")
    assert "November" not in sign.text()
    sign.show_saved(datetime(2026, 11, 22, 14, 2, tzinfo=UTC), dated=True)
    assert sign.text().startswith("Saved on this computer, 22 November 2026, ")
    sign.show_unsaved("The disk is full.")
    assert sign.text() == "Not saved yet: The disk is full."
    again = next(link for link in sign.findChildren(LinkButton) if link.isVisible())
    retried = QSignalSpy(sign.retried)
    again.click()
    assert retried.count() == 1
    sign.show_saved(datetime(2026, 11, 24, 14, 3, tzinfo=UTC))
    assert not again.isVisible()


def test_the_bar_tells_what_was_pressed(words: Words, show: Show, qtbot: QtBot) -> None:
    bar = TopBar(words, [("en", "English"), ("ru", "Русский")], Look())
    show(bar)
    spies = {name: QSignalSpy(getattr(bar, name)) for name in ("went_back", "break_taken", "left_now")}
    for button in bar.findChildren(QPushButton):
        if button.menu() is None:
            button.click()
    assert {name: spy.count() for name, spy in spies.items()} == dict.fromkeys(spies, 1)


def test_languages_sizes_and_colours_are_chosen_from_the_bar(words: Words, show: Show) -> None:
    bar = TopBar(words, [("en", "English"), ("ru", "Русский")], Look("dark", 1.5))
    show(bar)
    languages, looks = QSignalSpy(bar.language_chosen), QSignalSpy(bar.look_chosen)
    actions = {}
    for menu in bar.findChildren(QMenu):
        for _ in range(2):  # opened again, it offers no more
            menu.popup(QPoint())
            menu.close()
        actions.update({action.text(): action for action in menu.actions()})
        assert len(menu.actions()) in (2, len(SCALES) + len(THEMES) + 1)
    assert actions["English"].isChecked()
    assert actions["Text size 150 %"].isChecked()
    assert actions["Dark"].isChecked()
    actions["Русский"].trigger()
    actions["Text size 200 %"].trigger()
    actions["High contrast"].trigger()
    assert languages.at(0) == ["ru"]
    assert looks.at(0) == [Look("dark", 2.0)]
    assert looks.at(1) == [Look("contrast", 1.5)]


def test_a_long_title_gives_way_to_leaving_now(words: Words, show: Show) -> None:
    bar = TopBar(words, [("en", "English")], Look())
    bar.show_title("What happened to you and to everyone you lived with, year after year")
    show(bar)
    bar.resize(620, bar.height())
    assert leave_is_whole(bar)
    assert "What happened to you and to everyone" in bar.findChild(QLabel).toolTip()


def test_markup_in_a_title_stays_text_in_the_tip_too(words: Words) -> None:
    bar = TopBar(words, [("en", "English")], Look())
    bar.show_title("<img src='x'> & <b>Anna</b>")
    assert (
        bar.findChild(QLabel).toolTip()
        == "<qt>&lt;img src=&#x27;x&#x27;&gt; &amp; &lt;b&gt;Anna&lt;/b&gt;</qt>"
    )


def leave_is_whole(bar: TopBar) -> bool:
    leave = bar.findChild(QPushButton, "leave")
    place = leave.geometry().translated(leave.parentWidget().mapTo(bar, QPoint()))
    return bar.rect().contains(place) and leave.width() >= leave.sizeHint().width()


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_leaving_now_is_in_reach_in_the_smallest_window_and_the_largest_letters(
    language: str, voices: dict[str, Voice], wear: Callable[[Look], None], show: Show
) -> None:
    look = Look(scale=2.0)
    wear(look)
    window = QWidget()
    rows = QVBoxLayout(window)
    rows.setContentsMargins(0, 0, 0, 0)
    bar = TopBar(voices[language].words, [(language, "Español")], look)
    bar.show_title("Что с вами случилось")
    rows.addWidget(bar)
    rows.addStretch(1)
    show(window)
    window.resize(560, 420)
    assert window.width() == 560
    assert leave_is_whole(bar)


def test_the_bar_can_be_used_by_ear_and_by_keys(words: Words, show: Show) -> None:
    bar = TopBar(words, [("en", "English")], Look())
    show(bar)
    bar.findChild(QPushButton, "back").setFocus()
    assert complaints(bar) == []
    assert missed(bar, stops(bar)) == []
