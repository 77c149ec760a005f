"""Errors of files that leave the vault."""

from intake.errors.told import IntakeError


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


class ExportFontsUnreadable(ExportError):
    code = "export-fonts-unreadable"


class ExportStopped(ExportError):
    code = "export-stopped"


class ExportUnproved(ExportError):
    code = "export-unproved"
