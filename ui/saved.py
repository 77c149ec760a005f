"""Where "Saved" is shown: on the page's own sign, and above every page when something could not be saved."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from intake.case import Sitting
from intake.errors import NotSaved
from intake.moments import day_and_time
from intake.vault.vault import Receipt, Vault
from intake.words import Words
from ui.pages.parts import Notice
from ui.session import Session
from ui.stage import Stage
from ui.widgets.labels import announce
from ui.widgets.saved_sign import SavedSign

RETRY_MS = 15_000
"""Between two attempts that nobody asked for: a disk that has room again is found out without a click."""


class UnsavedNotice(Notice):
    """Says that something is not saved, and why."""

    def __init__(self, sentence: str, error: NotSaved) -> None:
        super().__init__(sentence)
        self.error = error


class Unsaved(QObject):
    """What an open vault could not store: said above every page, and tried again, for as long as it waits."""

    def __init__(self, stage: Stage, vault: Vault) -> None:
        super().__init__(stage)
        self._stage = stage
        self._vault = vault
        self._error: NotSaved | None = None
        self._kept_open = False
        self._timer = QTimer(self, interval=RETRY_MS)
        self._timer.timeout.connect(vault.retry)

    def hear(self, receipt: Receipt) -> None:
        """A receipt of the vault, on the window's thread."""
        if receipt.error is not None:
            self._tell(receipt.error)
        elif not self._vault.waits:
            self._timer.stop()
            self._error, self._kept_open = None, False
            self._take_away()

    def keep_open(self, error: NotSaved) -> None:
        """Say that the draft is not left, since something of it is not saved."""
        self._kept_open = True
        self._error = None  # said anew: somebody has just asked
        self._tell(error)

    def end(self) -> None:
        """The vault is closed."""
        self._timer.stop()
        self._stage.show_warning(None)
        self.deleteLater()

    def _tell(self, error: NotSaved) -> None:
        self._timer.start()
        if self._error is None or self._error.facts != error.facts:
            self._error = error
            if self._stage.warning in (None, self._warning):  # whoever wanted to close has been told already
                self._stage.show_warning(self._warning)
                announce(self._stage.window, self._stage.sentence(error))

    def _warning(self, words: Words) -> UnsavedNotice:
        error = self._error or NotSaved()
        said = words.say("Not saved yet: {reason}", reason=self._stage.sentence(error))
        if self._kept_open:
            said = "\n".join((said, words.say("The draft stays open until then.")))
        notice = UnsavedNotice(said, error)
        notice.offer(words.say("Try again"), self._vault.retry)
        return notice

    def _take_away(self) -> None:
        """Also what the door said of it, but not that a page of ours could not be read: that stands."""
        warning = self._stage.window.warning
        if isinstance(warning, UnsavedNotice) and warning.error.facts.get("reason") != "fault":
            self._stage.show_warning(None)


class SavedTeller(QObject):
    """Listens to a session and tells the sign on the page."""

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session
        self._sign: SavedSign | None = None
        session.saving.connect(self._tell_saving)
        session.saved.connect(self._tell_saved)
        session.not_saved.connect(self._tell_unsaved)
        session.held.connect(self._tell_held)

    def show_on(self, sign: SavedSign) -> None:
        """From now on tell this sign, beginning with how things stand."""
        self._sign = sign
        sign.retried.connect(self._session.retry)
        sign.destroyed.connect(lambda: self._forget(sign))
        standing = self._session.standing
        if isinstance(standing, NotSaved):
            sign.show_unsaved(self._stage.sentence(standing))
        elif standing is not None:
            moment, today = standing.astimezone(), datetime.now().astimezone().date()
            sign.show_saved(moment, dated=moment.date() != today)

    def _forget(self, sign: SavedSign) -> None:
        if self._sign is sign:
            self._sign = None

    def _tell_saving(self) -> None:
        if self._sign is not None:
            self._sign.show_saving()

    def _tell_saved(self, moment: datetime) -> None:
        if self._sign is not None:
            self._sign.show_saved(moment.astimezone())

    def _tell_unsaved(self, error: NotSaved) -> None:
        if self._sign is not None:
            self._sign.show_unsaved(self._stage.sentence(error))

    def _tell_held(self) -> None:
        if self._sign is not None:
            self._sign.show_held()


def missing_told(words: Words, vault: Vault, who: Sitting, *, ended_early: bool) -> str:
    """What is known of words that were typed last time and are not here; empty when nothing is."""
    if vault.last_changes_missing:
        return words.say(
            "The vault was not closed properly last time, and its last changes are damaged, so they"
            " are not here. Look at what you wrote last."
        )
    last = max((case.changed for case in vault.cases(who)), default=None)
    if not ended_early or last is None:
        return ""
    return words.say(
        "Last time Intake ended before it could save everything. The last change that was saved is of"
        " {time}. Look at what you wrote last.",
        time=day_and_time(last.astimezone(), words),
    )
