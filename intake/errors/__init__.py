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
│   ├── CaseInUse              somebody works on this case already, in this very program
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
    ├── ExportFontsUnreadable  the folder of further fonts that was named is not there, or may not be read
    ├── ExportStopped          whoever asked for the file did not wait for it
    └── ExportUnproved         the finished file failed its own check
"""

from intake.errors.export import (
    ExportDiskFull,
    ExportError,
    ExportFontsUnreadable,
    ExportIntoVault,
    ExportNoPassword,
    ExportPasswordUnfit,
    ExportStopped,
    ExportUnproved,
    ExportUnwritable,
)
from intake.errors.forms import (
    Fault,
    FolderTaken,
    FormError,
    NoQuestions,
    NotASpreadsheet,
    SpreadsheetError,
    SpreadsheetTooLarge,
    SpreadsheetUnreadable,
    SpreadsheetUnwritable,
)
from intake.errors.handover import (
    CardNotCompared,
    CardUnreadable,
    FingerprintDiffers,
    HandoverError,
    InboxUnusable,
    LastReceivingKey,
    NotAPackage,
    NotFromPackage,
    PackageDamaged,
    PackageForAnother,
    PackageForNothing,
    PackageFromStranger,
    PackageGone,
    PackageOlder,
    PackageTaken,
    PackageTooLarge,
    PackageTooNew,
    PackageWrongPassphrase,
)
from intake.errors.told import (
    DateError,
    ExpressionError,
    Fact,
    FileGone,
    IntakeError,
)
from intake.errors.vault import (
    CaseClosed,
    CaseInUse,
    CaseMissing,
    CipherMissing,
    CopyDamaged,
    CopyExists,
    DatabaseDamaged,
    FileMissing,
    FileTooLarge,
    HeaderDamaged,
    HeaderRolledBack,
    KeyringForgot,
    KeyringUnavailable,
    LastPassphrase,
    NotSaved,
    RecoveryCodeMistyped,
    VaultClosed,
    VaultError,
    VaultExists,
    VaultInUse,
    VaultMissing,
    VaultNeedsMemory,
    VaultTooNew,
    VaultUnwritable,
    VersionMissing,
    WaysFull,
    WrongPassphrase,
    WrongRecoveryCode,
)

__all__ = [
    "CardNotCompared",
    "CardUnreadable",
    "CaseClosed",
    "CaseInUse",
    "CaseMissing",
    "CipherMissing",
    "CopyDamaged",
    "CopyExists",
    "DatabaseDamaged",
    "DateError",
    "ExportDiskFull",
    "ExportError",
    "ExportFontsUnreadable",
    "ExportIntoVault",
    "ExportNoPassword",
    "ExportPasswordUnfit",
    "ExportStopped",
    "ExportUnproved",
    "ExportUnwritable",
    "ExpressionError",
    "Fact",
    "Fault",
    "FileGone",
    "FileMissing",
    "FileTooLarge",
    "FingerprintDiffers",
    "FolderTaken",
    "FormError",
    "HandoverError",
    "HeaderDamaged",
    "HeaderRolledBack",
    "InboxUnusable",
    "IntakeError",
    "KeyringForgot",
    "KeyringUnavailable",
    "LastPassphrase",
    "LastReceivingKey",
    "NoQuestions",
    "NotAPackage",
    "NotASpreadsheet",
    "NotFromPackage",
    "NotSaved",
    "PackageDamaged",
    "PackageForAnother",
    "PackageForNothing",
    "PackageFromStranger",
    "PackageGone",
    "PackageOlder",
    "PackageTaken",
    "PackageTooLarge",
    "PackageTooNew",
    "PackageWrongPassphrase",
    "RecoveryCodeMistyped",
    "SpreadsheetError",
    "SpreadsheetTooLarge",
    "SpreadsheetUnreadable",
    "SpreadsheetUnwritable",
    "VaultClosed",
    "VaultError",
    "VaultExists",
    "VaultInUse",
    "VaultMissing",
    "VaultNeedsMemory",
    "VaultTooNew",
    "VaultUnwritable",
    "VersionMissing",
    "WaysFull",
    "WrongPassphrase",
    "WrongRecoveryCode",
]
