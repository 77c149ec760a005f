"""A vault is held at its lock; the computer's keyring gives up its secret beside that, as it may hang."""

from contextlib import suppress
from threading import Thread

from intake.errors import VaultError
from intake.vault.ways import Ways

WAIT = 0.5
"""Seconds that an end waits for the keyring. Without its answer the mark in the vault's folder holds."""


class GivingUp:
    """Knows the attempt that goes on, if any."""

    def __init__(self) -> None:
        self._attempt: Thread | None = None

    def begin(self, ways: Ways) -> None:
        """From now on only the passphrase opens the vault."""
        ways.hold_here()
        self._attempt = Thread(target=_try, args=(ways,), daemon=True)
        self._attempt.start()

    def end(self) -> None:
        """Give the keyring a moment to answer."""
        if self._attempt is not None:
            self._attempt.join(WAIT)


def _try(ways: Ways) -> None:
    with suppress(VaultError):
        ways.suspend_here()
