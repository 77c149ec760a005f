"""A file that is being made on a thread, and whether it is still wanted."""

from collections.abc import Callable
from threading import Lock


class Going:
    """Whether a file still goes out: settled once, by whoever comes first, the thread or the person."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        """`tell` is told how far it is, in percent, when that changes; on the thread."""
        self._lock = Lock()
        self._tell = tell
        self._percent = 0

    def settle(self) -> bool:
        """Whether nobody settled it before."""
        return self._lock.acquire(blocking=False)

    def goes_on(self, done: int, of: int) -> bool:
        """Whether it is still wanted, while it is being made."""
        percent = 100 * done // max(1, of)
        if percent != self._percent:
            self._percent = percent
            self._tell(percent)
        return not self._lock.locked()
