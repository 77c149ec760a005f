"""Every way out of an open vault: a break, a lock that nobody asked for, leaving now, the end."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from intake.errors import IntakeError, NotSaved
from intake.words import Words
from ui.jobs import Jobs
from ui.locking.again import Restart, Standing
from ui.locking.guard import Guard
from ui.stage import Stage
from ui.window import Window

PATIENCE = 2.0
"""Seconds that an end waits for the vault before it says so."""
LEAVE_WITHIN = 10.0
"""Seconds in which leaving now tries to save, under the cover; then it closes whatever came of it."""
BETWEEN_MS = 250
"""Between two attempts to save under the cover of leaving."""
RETRY_MS = 5_000
"""Between two attempts to lock under a curtain."""
JOBS_MS = 2_000
"""How long a file that is being made is waited for, before the window locks without starting anew."""


class Behind(Protocol):
    """What the ways out know of the open vault behind the door."""

    folder: Path

    def enter(self) -> None:
        """Show the first page."""

    def settle(self, seconds: float) -> NotSaved | None:
        """What keeps something typed from being in the vault within this time; None when all is."""

    def retry(self) -> None:
        """Try again to store what could not be stored."""

    def prove(self, passphrase: str) -> None:
        """See whether it opens this vault, on any thread. Raises VaultError."""

    def suspend(self) -> None:
        """From now on this computer's keyring opens it only after its passphrase was typed. Never waits."""

    def close(self) -> None:
        """Close the vault. Raises NotSaved, and stays open, when something is not stored."""

    def abandon(self) -> None:
        """Close the vault whatever is not stored."""


class WaysOut(QObject):
    """Holds the open vault, and lets go of it only when it is closed."""

    locked = Signal(object)
    """With the folder of the vault that was closed and may be opened again."""

    def __init__(self, stage: Stage, jobs: Jobs, guard: Guard, restart: Restart | None) -> None:
        """`restart` starts the program anew when it locks; without it the window goes on, locked."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._guard = guard
        self._restart = restart
        self._behind: Behind | None = None
        self._leaving_since: float | None = None
        self._again = QTimer(self, interval=RETRY_MS)
        self._again.timeout.connect(self.lock)
        stage.break_taken.connect(self.take_break)
        stage.left_now.connect(self.leave_now)
        guard.fled.connect(self.leave_now)
        guard.lock_due.connect(self.lock)
        stage.window.asked_to_close.connect(self.end)
        stage.lock_wished.connect(guard.begin)
        stage.vault_gone.connect(self._let_go)

    def hold(self, behind: Behind) -> None:
        """A vault was opened."""
        self._behind = behind

    def _let_go(self) -> None:
        """The vault is no more."""
        self._behind = None
        self._guard.rest()

    def take_break(self) -> None:
        """Save, lock, and wait at the same vault's door. Unsaved words keep it open, for whoever is here."""
        if self._stage.window.covered:
            self.lock()
        elif self._behind is not None:
            self._behind.suspend()
            if self._shut(self.take_break):
                self._wait_at_the_door()

    def lock(self) -> None:
        """Lock with nobody at the window. What is not saved stays behind a curtain until it is."""
        from ui.dialogs import close_dialogs

        if self._behind is None or self._leaving_since is not None:
            return
        close_dialogs()
        self._behind.suspend()
        error: NotSaved | None = NotSaved(reason="fault")  # for a fault of our own, which comes out as it is
        try:
            error = _closed(self._behind)
        finally:
            if error is not None:
                self._draw_curtain(error)
        if error is None:
            self._wait_at_the_door()

    def leave_now(self) -> None:
        """Cover at once; then save what can be saved, and go."""
        if self._leaving_since is not None:
            return
        self._leaving_since = time.monotonic()
        cover_everything(self._stage.window)
        self._again.stop()
        if self._behind is not None:
            self._behind.suspend()
        self._try_to_leave()

    def end(self) -> None:
        """The window is closed, or the system ends the program: save, then go. Unsaved words keep it open."""
        if self._leaving_since is None and self._shut(self.end):
            self._go()

    def _try_to_leave(self) -> None:
        """Whatever goes wrong: no unlocked vault stays behind a window that is gone."""
        error: NotSaved | None = None
        try:
            if self._behind is not None:
                error = self._behind.settle(PATIENCE)
        finally:
            began = self._leaving_since or 0.0
            if error is None or time.monotonic() - began > LEAVE_WITHIN:
                self._give_up()
        if error is not None and self._behind is not None:
            self._behind.retry()
            QTimer.singleShot(BETWEEN_MS, self, self._try_to_leave)

    def _shut(self, again: Callable[[], None]) -> bool:
        """Close the vault; when it cannot store something, say so and offer to try `again`."""
        from ui.dialogs import close_dialogs

        close_dialogs()
        if self._behind is None:
            return True
        error: NotSaved | None = NotSaved(reason="fault")  # for a fault of our own, which comes out as it is
        try:
            error = _closed(self._behind)
        finally:
            if error is not None:
                self._tell_unsaved(error, again)
        return error is None

    def _wait_at_the_door(self) -> None:
        """The vault is closed: start anew where that is wished and possible, else forget what can be."""
        from ui.locking.forgetting import clear_clipboard, forget_pages

        behind, self._behind = self._behind, None
        anew = self._guard.wish.anew
        self._guard.rest()
        self._again.stop()
        clear_clipboard()
        self._stage.show_warning(None)
        self._stage.show_note(None)
        if behind is not None:
            if anew and self._restart is not None and self._jobs.wait(JOBS_MS):
                self._stage.window.cover()
                self._start_anew(self._restart, behind.folder)
            self.locked.emit(behind.folder)
            self._stage.window.uncover()
            forget_pages()

    def _start_anew(self, restart: Restart, folder: Path) -> None:
        """Comes back only when the system refuses."""
        from contextlib import suppress

        place = self._stage.window.normalGeometry()
        standing = Standing(
            str(folder),
            self._stage.words.language,
            self._stage.look.theme,
            self._stage.look.scale,
            (place.x(), place.y(), place.width(), place.height()),
            self._stage.window.isMaximized(),
        )
        with suppress(OSError):
            restart(standing)

    def _draw_curtain(self, error: NotSaved) -> None:
        from ui.pages.curtain_page import CurtainPage

        if self._stage.window.covered:
            return  # it hangs already, and somebody may be typing the passphrase
        curtain = CurtainPage(self._stage.words, self._stage.sentence(error))
        curtain.proved.connect(partial(self._prove, curtain))
        curtain.retried.connect(self.lock)
        curtain.given_up.connect(self._give_up)
        self._stage.window.cover(curtain)
        self._guard.rest()
        self._again.start()

    def _prove(self, curtain: QObject, passphrase: str) -> None:
        behind = self._behind
        if behind is not None:
            self._jobs.run(partial(behind.prove, passphrase), self._lift, self._refused)

    def _lift(self, _nothing: None) -> None:
        """Somebody who knows the passphrase is here."""
        if self._behind is not None and self._leaving_since is None:
            self._again.stop()
            self._stage.window.uncover()
            self._guard.begin(self._guard.wish)

    def _refused(self, error: IntakeError) -> None:
        from ui.pages.curtain_page import CurtainPage

        for curtain in self._stage.window.findChildren(CurtainPage):
            curtain.tell(self._stage.sentence(error))

    def _tell_unsaved(self, error: NotSaved, again: Callable[[], None]) -> None:
        from ui.saved import UnsavedNotice

        def warning(words: Words) -> UnsavedNotice:
            notice = UnsavedNotice(self._stage.sentence(error), error)
            notice.offer(words.say("Try again"), again)
            notice.offer(words.say("Close without the last changes"), self._give_up)
            return notice

        self._stage.show_warning(warning)

    def _give_up(self) -> None:
        """Let go of the vault whatever it could not store; the window is gone first, as that can last."""
        self._stage.window.hide()
        QApplication.sync()
        try:
            if self._behind is not None:
                self._behind.abandon()
        finally:
            self._go()

    def _go(self) -> None:
        from ui.locking.forgetting import clear_clipboard

        self._behind = None
        self._guard.rest()
        clear_clipboard()
        self._stage.window.close_for_good()
        QApplication.quit()


def cover_everything(window: Window) -> None:
    """Nothing of any draft is on the screen when this returns, nor in a dialog over the window."""
    from ui.dialogs import close_dialogs

    window.cover()
    close_dialogs()
    QApplication.sync()


def _closed(behind: Behind) -> NotSaved | None:
    """Save and close; what keeps it from being saved, if anything does. A slow disk is not waited for."""
    error = behind.settle(PATIENCE)
    if error is not None:
        return error
    try:
        behind.close()
    except NotSaved as refused:
        return refused
    return None
