"""When the person wants the window to lock, as a value; it is kept in the vault it is about."""

from collections.abc import Callable
from typing import NamedTuple

MINUTES = (2, 5, 10)
"""What is offered. Never is not: a draft that stands open on a shared computer can be read by anyone."""

_MINUTES, _MINIMISED, _ANEW = "lock-minutes", "lock-minimised", "lock-anew"
_YES, _NO = "yes", "no"


class LockWish(NamedTuple):
    """Minutes without a key or a click, whether minimising locks too, and whether the program starts anew."""

    minutes: int = 5
    minimised: bool = False
    anew: bool = True

    def settings(self) -> dict[str, str]:
        """As a vault keeps it."""
        return {
            _MINUTES: str(self.minutes),
            _MINIMISED: _YES if self.minimised else _NO,
            _ANEW: _YES if self.anew else _NO,
        }


def wish_of(setting: Callable[[str], str | None]) -> LockWish:
    """The wish that settings hold; what they do not hold, or not well, is as for everyone."""
    usual = LockWish()
    minutes = {str(it): it for it in MINUTES}.get(setting(_MINUTES) or "", usual.minutes)
    return LockWish(minutes, setting(_MINIMISED) == _YES, setting(_ANEW) != _NO)
