"""The one tree of errors: each has a stable code and facts; sentences for them are in `intake.sentences`.

IntakeError
├── DateError              a text that is no date we know how to keep
├── ExpressionError        an expression that cannot be compiled or evaluated
├── FormError              a form pack that cannot be used; holds every fault found
│   └── SpreadsheetError       a spreadsheet that is not to be had, or not to be read as a form pack
│       ├── NotASpreadsheet        no spreadsheet we can open, whatever its name says
│       ├── SpreadsheetTooLarge    more than any questionnaire has; it was not unpacked
│       ├── NoQuestions            a spreadsheet without a single question
│       ├── SpreadsheetUnreadable  the file is not there, or may not be read
│       ├── SpreadsheetUnwritable  the file or folder could not be written; what stood there before still does
│       └── FolderTaken            there is something in the folder already; nothing is overwritten
├── VaultError
│   ├── WrongPassphrase        no key slot opens with it
│   ├── WrongRecoveryCode      well copied, but not the code of this vault, or no longer
│   ├── RecoveryCodeMistyped   no recovery code: a letter too many, too few, or another one
│   ├── KeyringUnavailable     this computer's keyring cannot be used, now or at all
│   ├── KeyringForgot          this computer's keyring holds nothing that opens the vault
│   ├── HeaderRolledBack       the key slots are older than the database; the owner's word opens it
│   ├── WaysFull               there are as many ways into the vault as it can have
│   ├── LastPassphrase         the only passphrase, or the one just given, is changed and not removed
│   ├── HeaderDamaged          neither copy of the key slots can be trusted
│   ├── DatabaseDamaged        the key is right, the database cannot be read
│   ├── VaultMissing           there is no vault here, or its database file is gone
│   ├── VaultExists            there is something here already; nothing is overwritten
│   ├── VaultInUse             another window or command holds it
│   ├── VaultUnwritable        the folder may not be read or written
│   ├── VaultTooNew            made by a newer Intake; not touched
│   ├── VaultNeedsMemory       this computer has too little memory for the passphrase's key
│   ├── CipherMissing          the encrypting database library is missing or too old; nothing is opened
│   ├── VaultClosed            it was closed meanwhile
│   ├── NotSaved               a change could not be written (disk full, read-only, gone)
│   ├── CopyDamaged            a backup copy that is not as it was written, or no backup copy
│   ├── CopyExists             a file of this name is there already; nothing is overwritten
│   ├── CaseMissing            no case of this id in the vault
│   ├── CaseClosed             a draft in progress, closed to reviewers
│   ├── FileMissing            no file of this SHA-256 in the case
│   ├── VersionMissing         no sealed version of this number in the case
│   └── FileTooLarge           more than one answer may bring along; it was not kept
├── FileGone               a file to be added that is not there any more, or may not be read
├── HandoverError          a case that could not be handed over or received
│   ├── CardUnreadable         no card of ours, one of a newer Intake, or one that was altered
│   ├── CardNotCompared        nothing is sealed to a card whose digits nobody compared
│   ├── FingerprintDiffers     the digits that were compared are not those of the card
│   ├── LastReceivingKey       the key that the card names is replaced, not retired or deleted
│   ├── InboxUnusable          the shared folder may not be read or written, or is not there
│   ├── NotFromPackage         questions go back to whom a draft came from; this one came from nobody
│   ├── NotAPackage            no sealed package, whatever its name says
│   ├── PackageForAnother      sealed to another key than those of this vault
│   ├── PackageDamaged         not as it was sealed; nothing of it was used
│   ├── PackageFromStranger    questions from somebody whose card was never compared
│   ├── PackageGone            somebody else has just taken it from the folder
│   ├── PackageForNothing      questions about a case that is not here
│   ├── PackageOlder           a newer package of the same draft was taken in before
│   ├── PackageTaken           this very package was taken in before
│   ├── PackageTooLarge        more than a package may hold
│   ├── PackageTooNew          made by a newer Intake
│   └── PackageWrongPassphrase the passphrase of the package is another
└── ExportError            a file that could not be made or proved; what stood there before still does
    ├── ExportUnwritable       the folder may not be written, or is not there
    ├── ExportIntoVault        a vault lies in the folder; its files are never replaced by others
    ├── ExportDiskFull         there is no room for the file
    ├── ExportNoPassword       encryption was asked for with an empty password
    ├── ExportPasswordUnfit    a password that the file cannot have, or that would not protect it
    ├── ExportStopped          whoever asked for the file did not wait for it
    └── ExportUnproved         the finished file failed its own check
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


class VaultError(IntakeError):
    code = "vault"


class WrongPassphrase(VaultError):
    code = "vault-wrong-passphrase"


class WrongRecoveryCode(VaultError):
    code = "vault-wrong-recovery-code"


class RecoveryCodeMistyped(VaultError):
    """Facts: `reason`, one of `letter`, `length`, `check`; for a length, `found` and `wanted`."""

    code = "vault-recovery-code-mistyped"


class KeyringUnavailable(VaultError):
    """Facts: `reason`, one of `none`, `locked`, `slow`, `refused`."""

    code = "vault-keyring-unavailable"


class KeyringForgot(VaultError):
    code = "vault-keyring-forgot"


class HeaderRolledBack(VaultError):
    code = "vault-header-rolled-back"


class WaysFull(VaultError):
    """Facts: `most` of them."""

    code = "vault-ways-full"


class LastPassphrase(VaultError):
    """Facts: `reason` is `own` for the one that was just given."""

    code = "vault-last-passphrase"


class HeaderDamaged(VaultError):
    code = "vault-header-damaged"


class DatabaseDamaged(VaultError):
    code = "vault-database-damaged"


class VaultMissing(VaultError):
    code = "vault-missing"


class VaultExists(VaultError):
    code = "vault-exists"


class VaultInUse(VaultError):
    code = "vault-in-use"


class VaultUnwritable(VaultError):
    code = "vault-unwritable"


class VaultTooNew(VaultError):
    code = "vault-too-new"


class VaultNeedsMemory(VaultError):
    code = "vault-needs-memory"


class CipherMissing(VaultError):
    code = "vault-cipher-missing"


class VaultClosed(VaultError):
    code = "vault-closed"


class NotSaved(VaultError):
    code = "vault-not-saved"


class CopyDamaged(VaultError):
    code = "vault-copy-damaged"


class CopyExists(VaultError):
    code = "vault-copy-exists"


class CaseMissing(VaultError):
    code = "case-missing"


class CaseClosed(VaultError):
    code = "case-closed"


class FileMissing(VaultError):
    code = "file-missing"


class VersionMissing(VaultError):
    code = "version-missing"


class FileTooLarge(VaultError):
    """Facts: `most`, in MB."""

    code = "file-too-large"


class FileGone(IntakeError):
    code = "file-gone"


class HandoverError(IntakeError):
    code = "handover"


class CardUnreadable(HandoverError):
    """Facts: `reason`, one of `text`, `newer`, `altered`."""

    code = "handover-card"


class CardNotCompared(HandoverError):
    code = "handover-not-compared"


class FingerprintDiffers(HandoverError):
    code = "handover-fingerprint"


class LastReceivingKey(HandoverError):
    code = "handover-last-key"


class InboxUnusable(HandoverError):
    code = "handover-inbox"


class NotFromPackage(HandoverError):
    code = "handover-from-nobody"


class NotAPackage(HandoverError):
    code = "handover-no-package"


class PackageForAnother(HandoverError):
    code = "handover-for-another"


class PackageDamaged(HandoverError):
    """Facts: `reason`, one of `sealed` (the seal itself), `contents`, `signature`."""

    code = "handover-damaged"


class PackageFromStranger(HandoverError):
    code = "handover-from-stranger"


class PackageGone(HandoverError):
    code = "handover-gone"


class PackageForNothing(HandoverError):
    """Facts: `reason` is `draft` for a package that holds a draft and no questions; else there is none."""

    code = "handover-for-nothing"


class PackageOlder(HandoverError):
    code = "handover-older"


class PackageTaken(HandoverError):
    code = "handover-taken"


class PackageTooLarge(HandoverError):
    code = "handover-too-large"


class PackageTooNew(HandoverError):
    code = "handover-too-new"


class PackageWrongPassphrase(HandoverError):
    code = "handover-wrong-passphrase"


class ExportError(IntakeError):
    code = "export"


class ExportUnwritable(ExportError):
    """Facts: `reason` is `name` when the name is none for a file; else there is none."""

    code = "export-unwritable"


class ExportIntoVault(ExportError):
    code = "export-into-vault"


class ExportDiskFull(ExportError):
    code = "export-disk-full"


class ExportNoPassword(ExportError):
    code = "export-no-password"


class ExportPasswordUnfit(ExportError):
    """Facts: `reason`, one of `short` (`least`, in letters), `long` (`most`, in bytes), `unseen`."""

    code = "export-password-unfit"


class ExportStopped(ExportError):
    code = "export-stopped"


class ExportUnproved(ExportError):
    code = "export-unproved"
