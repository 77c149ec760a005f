"""Errors of a vault, its keys, its copies and the cases in it."""

from intake.errors.told import IntakeError


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


class CaseInUse(VaultError):
    code = "case-in-use"


class FileMissing(VaultError):
    code = "file-missing"


class VersionMissing(VaultError):
    code = "version-missing"


class FileTooLarge(VaultError):
    """Facts: `most`, in MB."""

    code = "file-too-large"
