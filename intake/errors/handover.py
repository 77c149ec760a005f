"""Errors of cards and of sealed packages."""

from intake.errors.told import IntakeError


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
