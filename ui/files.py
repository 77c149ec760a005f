"""Files that come as answers: chosen, kept in the vault byte for byte, and looked at elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from intake.disk import read_regular
from intake.errors import FileGone, FileTooLarge, IntakeError
from intake.evidence.glimpse import Glimpse, glimpse
from intake.evidence.media import media_of
from intake.form.kinds.files import LARGEST_FILE, LONGEST_NAME, GivenFile
from ui.dialogs import ask_file
from ui.jobs import Jobs
from ui.session import Session
from ui.stage import Stage

_MB = 1024 * 1024


class Files(QObject):
    """The files of one draft. What takes long is done on a thread, and told on the window's."""

    def __init__(self, stage: Stage, jobs: Jobs, session: Session, start: Path) -> None:
        """`start`: the folder in which choosing begins."""
        super().__init__(stage)
        self._stage = stage
        self._jobs = jobs
        self._session = session
        self._start = start

    def ask(self, chosen: Callable[[Path], None]) -> None:
        """Let the person choose a file."""
        ask_file(self._stage.window, self._stage.words, self._start, chosen)

    def take(self, path: Path, done: Callable[[GivenFile], None], failed: Callable[[str], None]) -> None:
        """Keep a file; `failed` is given a sentence."""
        vault, case = self._session.vault, self._session.case.id

        def work() -> GivenFile:
            data = contents(path)
            sha256 = vault.keep_file(case, data)
            return GivenFile(sha256, path.name[-LONGEST_NAME:], media_of(data), len(data))

        self._jobs.run(work, done, lambda error: failed(self._stage.sentence(error)))

    def look(self, given: GivenFile, done: Callable[[Glimpse], None]) -> None:
        """What may be shown of a file that is kept."""
        vault, case = self._session.vault, self._session.case.id

        def nothing(_error: IntakeError) -> None:
            done(Glimpse())

        self._jobs.run(lambda: glimpse(vault.file(case, given.sha256)), done, nothing)


def contents(path: Path) -> bytes:
    """The bytes of a file. Raises FileGone, FileTooLarge."""
    try:
        data = read_regular(path, LARGEST_FILE + 1)
    except OSError as error:
        raise FileGone from error
    if len(data) > LARGEST_FILE:
        raise FileTooLarge(most=LARGEST_FILE // _MB)
    return data
