"""From what is typed to what is stored: the timer, and the truth of "Saved"."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from intake.answers import Path, State, Stored
from intake.case import Role, Sitting, Status
from intake.errors import CaseInUse
from intake.interview import Delta, Spot
from intake.opening import PACK, Opened, open_case, read_pack, text_of_pack
from intake.vault.vault import Vault
from tests.support.vaults import CHEAP, PASSPHRASE
from ui.inside import Receipts
from ui.paths import find_folders
from ui.session import AUTOSAVE_MS, Session

NOW = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
NAME = Path("family_name")
WHO = Sitting(Role.ASSISTED, "Ana Example (fictional)")


class Page:
    """A page into which values are typed by the test, and which counts how often it is read."""

    def __init__(self) -> None:
        self.typed: dict[Path, Stored | None] = {}
        self.broken: set[Path] = set()
        self.unfinished: set[Path] = set()
        self.read = 0
        self.deltas: list[Delta] = []

    def pending(self) -> Sequence[Path]:
        return tuple(self.typed)

    def take(self, path: Path) -> Stored | None:
        self.read += 1
        if path in self.broken:
            raise LookupError(path)
        return self.typed[path] if path in self.unfinished else self.typed.pop(path)

    def apply(self, delta: Delta) -> None:
        self.deltas.append(delta)


@pytest.fixture
def vault_and_receipts(qtbot: QtBot, tmp_path: FilePath) -> Iterator[tuple[Vault, Receipts]]:
    receipts = Receipts()
    vault = Vault.create(tmp_path / "v.intake", PASSPHRASE, listener=receipts.hear, cost=CHEAP)
    yield vault, receipts
    vault.close()


@pytest.fixture
def session(vault_and_receipts: tuple[Vault, Receipts]) -> Session:
    vault, receipts = vault_and_receipts
    folder = find_folders().forms / PACK
    pack = read_pack(folder)
    case = vault.new_case(text_of_pack(folder, pack.form), "ru")
    session = Session(vault, WHO, open_case(vault, case.id, WHO, pack, lambda: NOW), lambda: NOW)
    receipts.came.connect(session.hear)
    return session


@pytest.fixture
def page(session: Session) -> Page:
    page = Page()
    session.watch(page)
    return page


def stored(session: Session) -> Stored | State | None:
    answer = session.vault.answers(session.case.id, WHO).get(NAME)
    return None if answer is None else answer.value if answer.state is None else answer.state


def test_later_keys_do_not_put_off_the_first_save(qtbot: QtBot, session: Session, page: Page) -> None:
    """Somebody types without ever pausing as long as the timer runs; it is saved all the same."""
    letters = iter(range(10_000))

    def key() -> None:
        page.typed[NAME] = f"letter {next(letters)}"
        session.touch()

    keys = QTimer(interval=AUTOSAVE_MS // 20)
    keys.timeout.connect(key)
    keys.start()
    with qtbot.waitSignal(session.saved, timeout=20 * AUTOSAVE_MS):
        pass
    assert str(stored(session)).startswith("letter ")
    assert page.read < next(letters)


def test_saved_is_said_only_after_the_vault_has_it(qtbot: QtBot, session: Session, page: Page) -> None:
    said: list[Stored | State | None] = []
    session.saved.connect(lambda _: said.append(stored(session)))
    page.typed[NAME] = "Образцова"
    session.touch()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0] == "Образцова"


def test_saved_is_not_said_while_something_is_still_being_typed(
    qtbot: QtBot, session: Session, page: Page
) -> None:
    page.typed[NAME] = "Обр"
    session.collect()
    page.typed[NAME] = "Образцова"
    session.touch()
    said: list[object] = []
    session.saved.connect(said.append)
    session.vault.flush(10)
    qtbot.wait(1)
    assert said == []
    qtbot.waitUntil(lambda: bool(said))
    assert stored(session) == "Образцова"


def test_an_answer_says_who_typed_it_in_which_language_and_when(session: Session, page: Page) -> None:
    session.speak("es")
    session.answer(NAME, "Образцова")
    answer = session.interview.answers.get(NAME)
    assert answer is not None
    assert (answer.by, answer.language, answer.at, answer.kind) == (WHO.name, "es", NOW, "text")


def test_the_same_answer_given_again_is_no_change(session: Session, page: Page) -> None:
    session.answer(NAME, "Образцова")
    before = len(page.deltas)
    session.answer(NAME, "Образцова")
    session.answer(Path("given_names"), None)
    assert len(page.deltas) == before


def test_a_state_and_a_value_replace_each_other(session: Session, page: Page) -> None:
    session.answer(NAME, "Образцова")
    session.answer(NAME, State.TELL_IN_PERSON)
    assert stored(session) == State.TELL_IN_PERSON
    session.answer(NAME, "Образцова")
    assert stored(session) == "Образцова"
    session.answer(NAME, None)
    assert stored(session) is None


def test_turning_the_page_reads_the_former_one_a_last_time(session: Session, page: Page) -> None:
    page.typed[NAME] = "Образцова"
    session.watch(Page())
    assert stored(session) == "Образцова"


def test_an_entry_that_is_removed_comes_back_with_what_it_held(session: Session, page: Page) -> None:
    entry = session.add_entry("legs", None)
    session.answer(Path("leg_from_city", entry), "Екатеринбург")
    session.remove_entry(entry)
    session.restore_entry(entry)
    answers = session.vault.answers(session.case.id, WHO)
    assert [it.id for it in answers.entries("legs")] == [entry]
    kept = answers.get(Path("leg_from_city", entry))
    assert kept is not None
    assert kept.value == "Екатеринбург"


def test_what_was_seen_and_finished_is_stored_too(session: Session, page: Page) -> None:
    session.see(Spot("own_name"))
    session.finish("about_you", finished=True)
    answers = session.vault.answers(session.case.id, WHO)
    assert NAME in answers.seen
    assert answers.finished == {"about_you"}


def test_one_field_that_cannot_be_read_keeps_no_other_from_being_saved(
    qtbot: QtBot, session: Session, page: Page
) -> None:
    said: list[object] = []
    session.saved.connect(said.append)
    page.typed = {Path("given_names"): "?", NAME: "Образцова"}
    page.broken = {Path("given_names")}
    with pytest.raises(LookupError):
        session.collect()
    assert stored(session) == "Образцова"
    qtbot.wait(1)
    assert said == []
    page.broken = set()
    session.collect()
    qtbot.waitUntil(lambda: bool(said))


def test_what_is_not_finished_is_held_and_not_called_saved(
    qtbot: QtBot, session: Session, page: Page
) -> None:
    said: list[str] = []
    session.saved.connect(lambda _: said.append("saved"))
    session.held.connect(lambda: said.append("held"))
    page.typed, page.unfinished = {NAME: "Обр"}, {NAME}
    session.collect()
    assert session.vault.flush(10)
    qtbot.wait(1)
    assert set(said) == {"held"}
    page.unfinished = set()
    session.collect()
    qtbot.waitUntil(lambda: said[-1] == "saved")


def test_a_state_keeps_the_value_it_replaces_and_a_second_one_too(session: Session, page: Page) -> None:
    session.answer(NAME, "Образцова")
    session.answer(NAME, State.DONT_KNOW)
    session.answer(NAME, State.LATER)
    answer = session.vault.answers(session.case.id, WHO).get(NAME)
    assert answer is not None
    assert (answer.value, answer.state, answer.kept) == (None, State.LATER, "Образцова")
    session.set_status(Status.IN_PROGRESS)
    session.answer(NAME, State.DONT_REMEMBER)
    answer = session.vault.answers(session.case.id, WHO).get(NAME)
    assert answer is not None
    assert answer.kept == "Образцова"
    session.set_status(Status.SHARED)
    session.answer(NAME, State.DONT_KNOW)
    answer = session.vault.answers(session.case.id, WHO).get(NAME)
    assert answer is not None
    assert answer.kept is None


def test_two_sessions_never_have_one_case(session: Session) -> None:
    opened = Opened(session.case, session.pack, session.interview)
    with pytest.raises(CaseInUse):
        Session(session.vault, WHO, opened, lambda: NOW)
    session.end()
    Session(session.vault, WHO, opened, lambda: NOW).answer(NAME, "Образцова")
    assert session.vault.answers(session.case.id, WHO).by_path[NAME].value == "Образцова"


def test_a_draft_that_is_taken_up_again_stands_as_saved_when_it_was_changed_last(session: Session) -> None:
    assert session.standing is None
    session.answer(NAME, "Образцова")
    session.end()
    again = open_case(session.vault, session.case.id, WHO, session.pack, lambda: NOW)
    assert Session(session.vault, WHO, again, lambda: NOW).standing == again.case.changed
