"""What every error is: a stable code and facts, no prose; and those of no room in particular."""

from typing import ClassVar

Fact = str | int


class IntakeError(Exception):
    """A fault a person is told about. `facts` fill the gaps of its sentence; never an applicant's words."""

    code: ClassVar[str] = "intake"

    def __init__(self, **facts: Fact) -> None:
        super().__init__(self.code)
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({told})" if told else self.code


class DateError(IntakeError):
    code = "date"


class ExpressionError(IntakeError):
    code = "expression"


class FileGone(IntakeError):
    code = "file-gone"
