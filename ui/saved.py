"""Where "Saved" is shown: on the page's own sign, and above any page when something could not be saved."""

from datetime import datetime

from PySide6.QtCore import QObject

from intake.errors import NotSaved
from ui.pages.parts import Notice
from ui.session import Session
from ui.stage import Stage
from ui.widgets.saved_sign import SavedSign


class SavedTeller(QObject):
    """Listens to a session and tells the sign on screen; without a sign it still tells what went wrong."""

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._session = session
        self._sign: SavedSign | None = None
        self._notice: Notice | None = None
        session.saving.connect(self._tell_saving)
        session.saved.connect(self._tell_saved)
        session.not_saved.connect(self._tell_unsaved)

    def show_on(self, sign: SavedSign) -> None:
        """From now on tell this sign, beginning with how things stand."""
        self._sign = sign
        sign.retried.connect(self._session.retry)
        sign.destroyed.connect(lambda: self._forget(sign))
        standing = self._session.standing
        if isinstance(standing, NotSaved):
            sign.show_unsaved(self._stage.sentence(standing))
        elif standing is not None:
            sign.show_saved(standing.astimezone())

    def _forget(self, sign: SavedSign) -> None:
        if self._sign is sign:
            self._sign = None

    def _tell_saving(self) -> None:
        if self._sign is not None:
            self._sign.show_saving()

    def _tell_saved(self, moment: datetime) -> None:
        if self._sign is not None:
            self._sign.show_saved(moment.astimezone())
        if self._notice is not None:
            self._stage.window.take_note_away(self._notice)
            self._notice = None

    def _tell_unsaved(self, error: NotSaved) -> None:
        sentence = self._stage.sentence(error)
        if self._sign is not None:
            self._sign.show_unsaved(sentence)
        else:
            self._notice = Notice(self._stage.words.say("Not saved yet: {reason}", reason=sentence))
            self._notice.offer(self._stage.words.say("Try again"), self._session.retry)
            self._stage.window.show_note(self._notice)
