"""Sending questions and proposals back, sealed to whoever a draft came from."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from intake.delivery.sending import answer_to, send_back
from intake.delivery.talking import talk_of
from intake.errors import IntakeError
from intake.words import Words
from ui.handover.return_page import Reply, ReturnPage
from ui.handover.sealed_page import SealedPage
from ui.jobs import Jobs
from ui.placing import ask_place, make_folder, package_in
from ui.session import Session
from ui.stage import Scene, Stage


class Returning(QObject):
    """Leads a reviewer from the desk to a sealed file."""

    ended = Signal()

    def __init__(self, stage: Stage, jobs: Jobs, folder: Path, session: Session) -> None:
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._session = session
        self._folder = folder
        self._target = folder
        self._page: ReturnPage | None = None
        self._waiting = False

    def show(self) -> None:
        """Say what would go back. Raises NotFromPackage for a draft that came from nobody, NotSaved."""
        session = self._session
        to, _ = answer_to(session.vault, session.case.id)
        reply = Reply(to, talk_of(session.vault.record(session.case.id, session.sitting)))
        self._target = package_in(self._folder)
        self._stage.turn_to(partial(self._ask, reply))

    def stop(self) -> None:
        """Nothing of it comes back to the screen."""
        self._page = None
        self._waiting = False

    def _ask(self, reply: Reply, words: Words) -> Scene:
        self._page = page = ReturnPage(words, reply, self._target)
        page.agreed.connect(lambda: self._seal(reply))
        page.place_asked.connect(lambda: ask_place(self._stage, self._target, self._place))
        page.given_up.connect(self._end)
        if self._waiting:
            page.wait()
        return Scene(page, "", self._end, page.act)

    def _place(self, target: Path) -> None:
        self._target = target
        if self._page is not None:
            self._page.show_place(target)

    def _seal(self, reply: Reply) -> None:
        if self._waiting or self._page is None:
            return
        self._waiting = True
        self._page.wait()
        session, target = self._session, self._target

        def work() -> None:
            make_folder(target.parent)
            send_back(session.vault, target, session.case, reply.talk, datetime.now(UTC))

        self._jobs.run(work, self._sealed, self._failed)

    def _sealed(self, _nothing: None) -> None:
        self._waiting = False
        if self._page is not None:
            self._page = None
            self._stage.turn_to(self._show_result)

    def _failed(self, error: IntakeError) -> None:
        self._waiting = False
        if self._page is not None:
            self._page.tell(self._stage.sentence(error))

    def _show_result(self, words: Words) -> Scene:
        said = [
            words.say("Only the applicant's vault can open it."),
            words.say(
                "The applicant takes it in under “Share it, or ask for help”, answers, and seals the draft"
                " to you again."
            ),
        ]
        page = SealedPage(words, self._target, said, words.say("Back to the draft"))
        page.went_on.connect(self._end)
        return Scene(page, "", self._end, page.go_on)

    def _end(self) -> None:
        if not self._waiting:
            self.stop()
            self.ended.emit()
