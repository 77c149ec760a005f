"""One draft and a newer version of its questions: what that would change, and the move when it is wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import SystemRandom

from PySide6.QtCore import QObject, Signal

from intake.answers import Path
from intake.errors import IntakeError
from intake.form.kinds.registry import ASKING_NOTHING
from intake.interview import Interview
from intake.moving import Move, move_case, move_to
from intake.opening import Opened, open_case
from intake.questionnaires import Questionnaire
from intake.words import Words, mark
from ui.jobs import Jobs
from ui.pages.newer_page import Difference, NewerPage
from ui.pages.voice import Voice
from ui.session import Session
from ui.stage import Scene, Stage

MOVED = mark("Your draft has the newer questions now. Your answers are here.")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A version of the questions with the answers under it, and the voice that says them to the reader."""

    interview: Interview
    voice: Voice

    def label(self, path: Path) -> str:
        """What is asked there; empty when nothing is."""
        question = self.interview.form.questions.get(path.question)
        if question is None or question.kind in ASKING_NOTHING:
            return ""
        return self.voice.question(question, "label", self.interview, path.entry)


class Newer(QObject):
    """Says what would change. Until the button is pressed nothing does; then all of it, or nothing."""

    left = Signal()
    moved = Signal(object)
    """With the case, opened anew."""

    def __init__(self, stage: Stage, jobs: Jobs, session: Session, newest: Questionnaire) -> None:
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._session = session
        self._newest = newest
        self._page: NewerPage | None = None
        self._moving = self._stopped = False

    def show(self) -> None:
        self._session.watch(None)
        self._stage.turn_to(self._ask)

    def stop(self) -> None:
        """Whatever comes of it is not shown any more."""
        self._stopped = True

    def _ask(self, words: Words) -> Scene:
        session, newest = self._session, self._newest.pack
        move = move_to(self._opened(), newest)
        now = Interview.begin(newest.form, move.answers, now=_now, random=SystemRandom())
        before = Spoken(session.interview, Voice(words, session.pack.words_in(words.language)))
        after = Spoken(now, Voice(words, newest.words_in(words.language)))
        self._page = page = NewerPage(words, difference(move, before, after))
        page.agreed.connect(self._move)
        page.put_off.connect(self._leave)
        if self._moving:
            page.wait()
        return Scene(page, "", self._leave, page.first)

    def _leave(self) -> None:
        if not self._moving:  # else somebody would answer questions that are just being left
            self.left.emit()

    def _move(self) -> None:
        self._moving = True
        if self._page is not None:
            self._page.wait()
        self._jobs.run(self._moved_and_opened, self._show_moved, self._tell)

    def _moved_and_opened(self) -> Opened:
        vault, newest = self._session.vault, self._newest
        case = move_case(vault, self._opened(), newest.pack, newest.text)
        return open_case(vault, case.id, self._session.sitting, newest.pack, _now)

    def _show_moved(self, opened: Opened) -> None:
        if not self._stopped:
            self.moved.emit(opened)

    def _tell(self, error: IntakeError) -> None:
        self._moving = False
        if not self._stopped and self._page is not None:
            self._page.tell(self._stage.sentence(error))

    def _opened(self) -> Opened:
        """The case as it is at this moment."""
        return Opened(self._session.case, self._session.pack, self._session.interview)


def difference(move: Move, before: Spoken, after: Spoken) -> Difference:
    """What a move would change, in the words of the questions."""
    was = {path: path for path in move.kept} | {now: path for path, now in move.renamed.items()}
    doubtful = frozenset(move.doubtful)
    reworded = [path for path in was if path not in doubtful and before.label(was[path]) != after.label(path)]
    return Difference(
        same=len(was) - len(doubtful) - len(reworded),
        reworded=_each_once(after.label(path) for path in reworded),
        doubtful=_each_once(after.label(path) for path in was if path in doubtful),
        gone=_each_once(before.label(path) for path in move.gone),
        added=_each_once(after.label(Path(name)) for name in move.added),
    )


def _each_once(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for label in labels if label))


def _now() -> datetime:
    return datetime.now(UTC)
