"""What is on screen, in which language and look. A page can be built anew without losing what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from intake.errors import IntakeError
from intake.folders import Folders
from intake.words import SOURCE_LANGUAGE, Words
from ui.theme import Look, apply_look
from ui.widgets.top_bar import TopBar
from ui.window import Window

NATIVE_NAMES = {"en": "English", "es": "Español", "ru": "Русский"}
"""Each language in itself: whoever looks for theirs may read no other."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A page, the words above it, where Back leads (None: nowhere), and what gets the focus."""

    page: QWidget
    title: str = ""
    back: Callable[[], None] | None = None
    focus: QWidget | None = None
    unlocked: bool = True
    """Whether a vault is open behind it, so that a break can be taken."""
    beside: str | None = None
    """The language that stands beside that of the window, "" for none; None where a page has only one."""


Turn: TypeAlias = Callable[[Words], Scene]
"""Builds and connects a page in a language; it is called again when the language or the look changes."""

Note: TypeAlias = Callable[[Words], QWidget]
"""Builds what has to be said above the page, whichever that is; called again as a Turn is."""


class Stage(QObject):
    """Turns pages in the window. What happens on them is the business of whoever turned to them."""

    spoke = Signal(str)
    """The language was changed by the person."""
    dressed = Signal(Look)
    """The look was changed by the person."""
    beside_chosen = Signal(str)
    """Another language, or "" for none, is to stand beside that of the window."""
    focus_moved = Signal()
    """The person has left a field, or the window."""
    break_taken = Signal()
    left_now = Signal()
    lock_wished = Signal(object)
    """With a LockWish: a vault is open, or its owner wishes it otherwise."""
    vault_gone = Signal()
    """The open vault was erased."""

    def __init__(self, app: QApplication, window: Window, folders: Folders, language: str) -> None:
        """`language` is spoken at first, or English where there is no catalogue for it."""
        super().__init__(window)
        self.window = window
        self.folders = folders
        spoken = language if language in dict(self.languages()) else SOURCE_LANGUAGE
        self.words = Words.load(spoken, folders.translations)
        self.look = Look()
        self._app = app
        self.chosen = False  # a language by the person, in this run
        self._turn: Turn = _nothing
        self.note: Note | None = None  # what is said above the page
        self.warning: Note | None = None  # what is said of words that are not saved
        self._scene = Scene(QWidget())
        self._focused: QWidget | None = None
        self._qt_words = QTranslator(self)
        self._speak_qt()
        app.focusChanged.connect(self._note_focus)
        apply_look(app, self.look, folders.resources)

    @property
    def page(self) -> QWidget:
        """The page on screen."""
        return self._scene.page

    @property
    def focused(self) -> QWidget | None:
        """The field on the page that last had the focus, also while a button of the bar has it."""
        return self._focused if self._focused is not None and isValid(self._focused) else None

    def languages(self) -> tuple[tuple[str, str], ...]:
        """Codes and native names of the languages the program speaks."""
        compiled = {path.stem for path in self.folders.translations.glob("*.mo")}
        known = [code for code in NATIVE_NAMES if code in compiled or code == SOURCE_LANGUAGE]
        return tuple((code, NATIVE_NAMES[code]) for code in known)

    def turn_to(self, turn: Turn) -> None:
        """Show the page that `turn` builds."""
        self._turn = turn
        self._show(turn(self.words))

    def show_note(self, note: Note | None) -> None:
        """Say something above the page until it is taken away with None."""
        self.note = note
        self.window.show_note(None if note is None else note(self.words))

    def show_warning(self, warning: Note | None) -> None:
        """Say of words that they are not saved, until it is taken away with None; no note takes its place."""
        self.warning = warning
        self.window.show_warning(None if warning is None else warning(self.words))

    def speak(self, language: str) -> None:
        """Say everything in another language from now on."""
        if language == self.words.language:
            return
        self.words = Words.load(language, self.folders.translations)
        self._speak_qt()
        self.build_anew()

    def dress(self, look: Look) -> None:
        """Show everything in another look from now on."""
        if look != self.look:
            self.look = look
            self.build_anew(lambda: apply_look(self._app, look, self.folders.resources))

    def sentence(self, error: IntakeError) -> str:
        """What to tell a person about an error, in the language of now."""
        from intake.sentences import sentence  # start-up: no error comes before the first page

        return sentence(error, self.words)

    def choose_language(self, language: str) -> None:
        """The person wants another language."""
        self.chosen = True
        self.speak(language)
        self.spoke.emit(language)

    def choose_look(self, look: Look) -> None:
        """The person wants another look."""
        self.dress(look)
        self.dressed.emit(look)

    def build_anew(self, between: Callable[[], None] = lambda: None) -> None:
        """Build the page again, with what is typed on it; `between` is done before the new one is built."""
        from ui.typed import type_again, typed_on  # start-up: nothing is typed before the first page

        if self.focused is not None:
            self.focused.setFocus()  # whoever chose in the bar comes back to where they were typing
        typed = typed_on(self._scene.page)
        self.window.setUpdatesEnabled(False)
        try:
            between()
            self._show(self._turn(self.words))
            self.show_warning(self.warning)
            self.show_note(self.note)
            type_again(self._scene.page, typed)
        finally:
            self.window.setUpdatesEnabled(True)

    def _show(self, scene: Scene) -> None:
        self._scene = scene
        self._focused = None
        self.window.show_bar(self._bar(scene))
        self.window.show_page(scene.page)
        if scene.focus is not None:
            scene.focus.setFocus()

    def _bar(self, scene: Scene) -> TopBar:
        bar = TopBar(self.words, self.languages(), self.look)
        if scene.title:
            bar.show_title(scene.title)
        bar.allow(back=scene.back is not None, pause=scene.unlocked, leave=True)
        if scene.back is not None:
            bar.went_back.connect(scene.back)
        if scene.beside is not None:
            bar.offer_beside(scene.beside)
            bar.beside_chosen.connect(self.beside_chosen)
        bar.language_chosen.connect(self.choose_language)
        bar.look_chosen.connect(self.choose_look)
        bar.break_taken.connect(self.break_taken)
        bar.left_now.connect(self.left_now)
        return bar

    def _note_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._scene.page.isAncestorOf(now):
            self._focused = now
        if before is not None:
            self.focus_moved.emit()

    def _speak_qt(self) -> None:
        """Qt's own dialogs have catalogues of their own."""
        QCoreApplication.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{self.words.language}", folder):
            QCoreApplication.installTranslator(self._qt_words)


def _nothing(_words: Words) -> Scene:
    return Scene(QWidget())
