"""The list of entries and the check of answers, over a real interview."""

from collections.abc import Callable

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QWidget

from intake.answers import Path, State
from intake.interview import Spot
from tests.support.a11y import complaints, heard_as
from tests.ui.kit.conftest import Sitting
from ui.pages.answer_list import answer_list
from ui.pages.breadcrumb import Breadcrumb
from ui.pages.check_page import CheckPage
from ui.pages.entries_page import EntriesPage
from ui.pages.question_page import QuestionPage
from ui.pages.voice import Voice
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton

Show = Callable[[QWidget], QWidget]
FIRST, SECOND = "7FQ2A0B1C2", "8FQ2A0B1C2"


def texts(page: QWidget) -> list[str]:
    return [it.text() for it in page.findChildren(QLabel) if it.isVisible()]


def links(page: QWidget, text: str) -> list[LinkButton]:
    return [it for it in page.findChildren(LinkButton) if it.isVisible() and it.text() == text]


def two_legs(sitting: Sitting) -> Sitting:
    for entry, start, end in ((FIRST, "Екатеринбург", "Стамбул"), (SECOND, "Стамбул", "Канкун")):
        sitting.add_entry("legs", entry)
        sitting.give("leg_from_city", start, entry=entry)
        sitting.give("leg_to_city", end, entry=entry)
    return sitting


def test_entries_are_listed_opened_and_added_to(sitting: Sitting, voice: Voice, show: Show) -> None:
    page = EntriesPage(Spot("legs"), voice, two_legs(sitting).current)
    show(page)
    assert "1. From Екатеринбург to Стамбул" in texts(page)
    assert "2. From Стамбул to Канкун" in texts(page)
    opened, added = QSignalSpy(page.opened), QSignalSpy(page.added)
    links(page, "Change")[1].click()
    page.findChild(QuietButton).click()
    assert opened.at(0) == [SECOND]
    assert added.count() == 1
    assert complaints(page) == []


def test_a_removed_entry_stays_in_sight_until_it_is_undone(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    two_legs(sitting)
    page = EntriesPage(Spot("legs"), voice, sitting.current)
    show(page)
    page.removed.connect(lambda entry: page.apply(sitting.remove_entry(entry)))
    page.restored.connect(lambda entry: page.apply(sitting.restore_entry(entry)))
    links(page, "Remove")[0].click()
    rows = [text for text in texts(page) if "From" in text]
    assert rows == ["Removed: From Екатеринбург to Стамбул", "1. From Стамбул to Канкун"]
    links(page, "Undo")[0].click()
    assert "1. From Екатеринбург to Стамбул" in texts(page)
    assert not links(page, "Undo")


def test_a_removed_entry_can_be_undone_after_a_switch_of_the_language(
    sitting: Sitting, voices: dict[str, Voice], show: Show
) -> None:
    two_legs(sitting)
    before = EntriesPage(Spot("legs"), voices["en"], sitting.current)
    show(before)
    before.removed.connect(lambda entry: before.apply(sitting.remove_entry(entry)))
    links(before, "Remove")[0].click()
    after = EntriesPage(Spot("legs"), voices["ru"], sitting.current)
    after.restored.connect(lambda entry: after.apply(sitting.restore_entry(entry)))
    after.restore(before.draft())
    show(after)
    say = voices["ru"].say
    title = voices["ru"].entry(
        sitting.current().form.repeats["legs"], sitting.current().restore_entry(FIRST)[0], FIRST
    )
    assert "Стамбул" in title
    assert title != "From Екатеринбург to Стамбул"
    assert say("Removed: {what}", what=title) in texts(after)
    links(after, say("Undo"))[0].click()
    assert f"1. {title}" in texts(after)
    assert not links(after, say("Undo"))


def test_an_empty_list_says_so_and_offers_to_add(sitting: Sitting, voice: Voice, show: Show) -> None:
    page = EntriesPage(Spot("legs"), voice, sitting.current)
    show(page)
    assert "Nothing is added here yet." in texts(page)
    (adding,) = (it for it in page.findChildren(PrimaryButton) if it.isVisible())
    assert adding is page.first_field()
    assert adding.text() == voice.add_button(sitting.interview.form.repeats["legs"])


def test_going_on_comes_first_once_something_is_added_and_adding_when_all_is_removed(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = EntriesPage(Spot("legs"), voice, sitting.current)
    show(page)
    page.apply(sitting.add_entry("legs", FIRST))
    assert [it.text() for it in page.findChildren(PrimaryButton) if it.isVisible()] == ["Continue"]
    page.removed.connect(lambda entry: page.apply(sitting.remove_entry(entry)))
    links(page, "Remove")[0].click()
    (adding,) = (it for it in page.findChildren(PrimaryButton) if it.isVisible())
    assert adding.hasFocus()
    assert adding.text() != "Continue"


def test_links_that_read_alike_are_heard_apart(sitting: Sitting, voice: Voice, show: Show) -> None:
    two_legs(sitting)
    entries = EntriesPage(Spot("legs"), voice, sitting.current)
    check = CheckPage(["journey"], voice, sitting.current)
    for page in (entries, check):
        show(page)
        heard = [heard_as(it) for it in page.findChildren(LinkButton)]
        assert len(set(heard)) > len(heard) / 2
        assert "Change" not in heard


def test_answers_are_listed_as_said_with_states_and_gaps_told_apart(sitting: Sitting, voice: Voice) -> None:
    two_legs(sitting)
    sitting.state("leg_arrived", State.DONT_REMEMBER, entry=FIRST)
    when = {"edtf": "2022-12~", "words": "где-то в декабре", "calendar": "gregorian"}
    sitting.give("leg_left", when, entry=FIRST)
    sitting.interview, _ = sitting.interview.see(Spot("leg_words", FIRST))
    parts = answer_list("journey", voice, sitting.interview)
    lines = {line.path: line for part in parts for line in part.lines}
    assert lines[Path("leg_left", FIRST)].answer == (
        "about December 2022",
        "In own words: “где-то в декабре”",
    )
    assert lines[Path("leg_arrived", FIRST)].answer == ("I don't remember",)
    assert lines[Path("leg_arrived", FIRST)].soft
    assert lines[Path("leg_words", FIRST)].answer == ("Left empty",)
    assert lines[Path("leg_words", SECOND)].answer == ("Not reached yet",)


def test_the_list_follows_the_form_and_holds_what_is_asked_and_nothing_else(
    teacher: Sitting, voice: Voice
) -> None:
    interview = teacher.interview
    for section in interview.form.sections:
        parts = answer_list(section.name, voice, interview)
        listed = [line.path for part in parts for line in part.lines]
        asked = [path for spot in interview.spots(section.name) for path in interview.paths(spot)]
        assert listed == [path for path in asked if interview.form.questions[path.question].kind != "note"]


def test_a_hidden_answer_is_not_listed(sitting: Sitting, voice: Voice) -> None:
    sitting.give("citizen_anywhere", "no")
    sitting.give("citizenship_lost", "Тайна")
    sitting.give("citizen_anywhere", "yes")
    parts = answer_list("about_you", voice, sitting.interview)
    assert "Тайна" not in [text for part in parts for line in part.lines for text in line.answer]


def test_each_line_leads_back_to_its_question_and_each_list_to_itself(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    two_legs(sitting)
    page = CheckPage(["journey"], voice, sitting.current)
    show(page)
    changed, listed = QSignalSpy(page.change_wanted), QSignalSpy(page.entries_wanted)
    by_name = {heard_as(it): it for it in links(page, "Change")}
    by_name["Change: Which town or city did you leave?"].click()
    by_name["Change: The parts of your journey"].click()
    assert changed.at(0) == [Path("leg_from_city", SECOND)]
    assert listed.at(0) == [Spot("legs")]


def test_a_section_is_finished_or_put_off_by_the_person(sitting: Sitting, voice: Voice, show: Show) -> None:
    page = CheckPage(["about_you"], voice, sitting.current)
    show(page)
    finished, later = QSignalSpy(page.finished), QSignalSpy(page.put_off)
    page.findChild(PrimaryButton).click()
    page.findChild(QuietButton).click()
    assert (finished.count(), later.count()) == (1, 1)


def test_who_looks_over_all_sections_finishes_none_of_them(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    page = CheckPage(["about_you", "journey"], voice, sitting.current)
    show(page)
    assert page.findChild(PrimaryButton).text() == "Back to all sections"
    assert page.findChild(QuietButton) is None


def test_something_to_look_at_is_a_gentle_note_beside_its_answer(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    sitting.give("a_number_given", "yes")
    sitting.give("a_number", "12")
    page = CheckPage(["about_you"], voice, sitting.current)
    show(page)
    notes = [
        it.text() for it in page.findChildren(QLabel) if it.isVisible() and it.property("role") == "problem"
    ]
    assert len(notes) == 1


def dated_legs(sitting: Sitting) -> None:
    two_legs(sitting)
    for entry, edtf in ((FIRST, "2022-12"), (SECOND, "2021")):
        sitting.give("leg_left", {"edtf": edtf, "words": "", "calendar": "gregorian"}, entry=entry)


def test_entries_are_put_in_the_order_of_time_when_asked_and_back_again(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    dated_legs(sitting)
    page = EntriesPage(Spot("legs"), voice, sitting.current)
    page.arranged.connect(lambda order: page.apply(sitting.arrange(order)))
    show(page)
    before = sitting.interview.entries("legs")
    (in_order,) = links(page, "Put them in the order of time")
    in_order.click()
    assert sitting.interview.entries("legs") == (SECOND, FIRST)
    assert links(page, "Put them in the order of time") == []
    (undo,) = links(page, "Undo: the order they had before")
    assert undo.hasFocus()
    undo.click()
    assert sitting.interview.entries("legs") == before


def test_a_page_deep_in_entries_says_where_it_lies_and_leads_up(
    sitting: Sitting, voice: Voice, show: Show
) -> None:
    two_legs(sitting)
    sitting.give("leg_paid", "yes", entry=SECOND)
    sitting.add_entry("leg_payments", "PPPPPPPPPP", SECOND)
    page = QuestionPage(Spot("payment_page", "PPPPPPPPPP"), voice, sitting.current)
    show(page)
    crumbs = page.findChild(Breadcrumb)
    said = [it.text() for it in crumbs.findChildren(QWidget) if isinstance(it, QLabel | LinkButton)]
    legs, payments = sitting.interview.form.repeats["legs"], sitting.interview.form.repeats["leg_payments"]
    assert said[0] == legs.label
    assert said[2].startswith("2. ")
    assert said[4] == payments.label
    assert said[6].startswith("1. ")
    chosen: list[Spot] = []
    page.list_wanted.connect(chosen.append)
    for link in crumbs.findChildren(LinkButton):
        link.click()
    assert chosen == [Spot("legs"), Spot("leg_payments", SECOND)]
