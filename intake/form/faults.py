"""Faults of a form pack as they are found, so that all of them are told at once."""

from intake.errors import Fact, Fault, FormError

MOST_FAULTS = 500
"""Nobody reads more; a hostile file could otherwise hold one a byte."""


class Faults:
    """The faults of one file; those of a whole pack share one list."""

    def __init__(self, file: str = "", found: list[Fault] | None = None) -> None:
        self.file = file
        self._found: list[Fault] = [] if found is None else found

    def of(self, file: str) -> "Faults":
        """Where faults of another file of the same pack go."""
        return Faults(file, self._found)

    def add(self, line: int, code: str, /, **facts: Fact) -> None:
        if len(self._found) < MOST_FAULTS:
            self._found.append(Fault(self.file, line, code, facts))

    def __bool__(self) -> bool:
        return bool(self._found)

    def error(self) -> FormError:
        """The error that holds every fault, in the order of files and lines."""
        return FormError(tuple(sorted(self._found, key=lambda fault: (fault.file, fault.line))))
