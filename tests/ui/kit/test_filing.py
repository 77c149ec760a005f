"""A file as an answer: chosen, dropped, refused, looked at, removed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from intake.errors import FileGone, FileTooLarge, IntakeError
from intake.evidence.glimpse import Glimpse, glimpse
from intake.evidence.media import media_of
from intake.form.kinds.files import LARGEST_FILE, GivenFile
from intake.sentences import sentence
from intake.vault.evidence import digest
from intake.words import Words
from tests.support.a11y import complaints
from ui.editors.filing import FileEditor
from ui.files import contents

Show = Callable[[QWidget], QWidget]


class Drawer:
    """Files in memory, taken and looked at without a vault and without waiting."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.kept: dict[str, bytes] = {}

    def ask(self, chosen: Callable[[Path], None]) -> None:
        raise AssertionError("no dialog is opened here")

    def take(self, path: Path, done: Callable[[GivenFile], None], failed: Callable[[str], None]) -> None:
        try:
            data = contents(path)
        except IntakeError as error:
            failed(sentence(error, self.words))
        else:
            self.kept[digest(data)] = data
            done(GivenFile(digest(data), path.name, media_of(data), len(data)))

    def look(self, given: GivenFile, done: Callable[[Glimpse], None]) -> None:
        done(glimpse(self.kept[given.sha256]))


@pytest.fixture
def editor(words: Words, show: Show) -> FileEditor:
    made = FileEditor(words, Drawer(words))
    name = QLabel("Photo of the summons")
    made.name_after(name, "")
    show(made)
    return made


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "summons.png"
    Image.new("RGB", (40, 30), "teal").save(path)
    return path


def texts(editor: FileEditor) -> list[str]:
    return [it.text() for it in editor.findChildren(QLabel) if it.isVisible() and it.text()]


def test_a_file_is_kept_byte_for_byte_and_shown_with_its_name_and_size(
    editor: FileEditor, photo: Path
) -> None:
    changed = QSignalSpy(editor.changed)
    editor.take(photo)
    data = photo.read_bytes()
    assert editor.value() == {
        "sha256": digest(data),
        "name": "summons.png",
        "media": "image/png",
        "size": len(data),
    }
    assert changed.count() == 1
    assert "summons.png" in texts(editor)
    assert any(not it.pixmap().isNull() for it in editor.findChildren(QLabel) if it.isVisible())


def test_what_a_file_is_is_told_by_what_it_holds(editor: FileEditor, tmp_path: Path) -> None:
    liar = tmp_path / "photo.jpg"
    liar.write_bytes(b"MZ this is a program")
    editor.take(liar)
    value = editor.value()
    assert isinstance(value, dict)
    assert value["media"] == "application/octet-stream"


def test_a_dropped_file_is_taken(editor: FileEditor, photo: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(photo))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, left, none)
    QApplication.sendEvent(editor, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, left, none)
    QApplication.sendEvent(editor, drop)
    assert editor.value() is not None


@pytest.mark.parametrize("kind", ["gone", "too large", "a folder"])
def test_what_cannot_be_taken_is_told_kindly_and_leaves_what_was_there(
    kind: str, editor: FileEditor, photo: Path, tmp_path: Path
) -> None:
    editor.take(photo)
    before = editor.value()
    path = tmp_path / "other"
    if kind == "too large":
        with path.open("wb") as opened:
            opened.truncate(LARGEST_FILE + 1)
    elif kind == "a folder":
        path.mkdir()
    editor.take(path)
    assert editor.value() == before
    error = FileTooLarge(most=25) if kind == "too large" else FileGone()
    assert sentence(error, editor._words) in texts(editor)
    assert editor.choose.isEnabled()


def test_a_removed_file_is_no_answer_any_more(editor: FileEditor, photo: Path) -> None:
    editor.take(photo)
    editor.remove.click()
    assert editor.value() is None
    assert "summons.png" not in texts(editor)
    assert editor.choose.hasFocus()


def test_a_name_that_would_turn_the_line_around_is_shown_plainly(editor: FileEditor, photo: Path) -> None:
    hostile = photo.rename(photo.with_name("photo\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe"))
    editor.take(hostile)
    assert "photognp.exe" in texts(editor)


def test_every_control_is_named(editor: FileEditor, photo: Path) -> None:
    assert complaints(editor) == []
    editor.take(photo)
    assert complaints(editor) == []


def test_a_page_that_is_gone_hears_nothing_of_its_file(words: Words, photo: Path, qapp: QApplication) -> None:
    class Slow(Drawer):
        def take(self, path: Path, done: Callable[[GivenFile], None], failed: Callable[[str], None]) -> None:
            self.later = lambda: Drawer.take(self, path, done, failed)

    drawer = Slow(words)
    editor = FileEditor(words, drawer)
    editor.take(photo)
    editor.deleteLater()
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    drawer.later()


def test_a_draft_of_the_page_brings_the_file_back(editor: FileEditor, photo: Path, words: Words) -> None:
    editor.take(photo)
    again = FileEditor(words, Drawer(words))
    again._shelf = editor._shelf
    again.restore(editor.draft())
    assert again.value() == editor.value()
