"""The lock that keeps a vault open once, in a window or a command; the system drops it with the process."""

from pathlib import Path

from filelock import FileLock, Timeout

from intake.errors import VaultInUse
from intake.vault.files import PRIVATE_FILE

NAME = "vault.lock"


class VaultLock:
    """Held from its making until `release`. Raises VaultInUse, at once, and OSError."""

    def __init__(self, folder: Path) -> None:
        # Without the soft fall-back: a lock that outlives a killed process would shut the vault for good.
        self._lock = FileLock(folder / NAME, mode=PRIVATE_FILE, thread_local=False, fallback_to_soft=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as fault:
            raise VaultInUse from fault

    def release(self) -> None:
        self._lock.release()
