"""Errors of form packs and of the spreadsheets they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.errors.told import Fact, IntakeError


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a form pack: the file in the pack, the line (from 1; 0 when it is the whole file), a code
    and its facts.
    """

    file: str
    line: int
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


class FormError(IntakeError):
    """Facts: `count` of the faults."""

    code = "form"

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(count=len(faults))
        self.faults = faults


class SpreadsheetError(FormError):
    """A fault of the file itself: there is no line of a pack to point to."""

    code = "spreadsheet"

    def __init__(self, **facts: Fact) -> None:
        super().__init__(())
        self.facts = facts


class NotASpreadsheet(SpreadsheetError):
    """Facts: `reason`, one of `web_page`, `text`, `unknown`, `damaged`, `encrypted`, `binary_workbook`,
    `open_document`, `other_document`, `declares_entities`.
    """

    code = "spreadsheet-not-one"


class SpreadsheetTooLarge(SpreadsheetError):
    """Facts: `reason`, one of `file`, `unpacked`, `sheets`, `rows`, `columns`, `cell`, `text`,
    `questions`, `pack`; `most` of it.
    """

    code = "spreadsheet-too-large"


class NoQuestions(SpreadsheetError):
    code = "spreadsheet-no-questions"


class SpreadsheetUnreadable(SpreadsheetError):
    """Facts: `reason`, in the system's words."""

    code = "spreadsheet-unreadable"


class SpreadsheetUnwritable(SpreadsheetError):
    """Facts: `reason`, in the system's words."""

    code = "spreadsheet-unwritable"


class FolderTaken(SpreadsheetError):
    code = "spreadsheet-folder-taken"
