"""The keyring of this computer's system: a place for one short text for each vault, and nothing else.

Only keyrings that the system itself encrypts are asked, each by its name: no setting, variable or plug-in can
put another in their place. Back ends raise whatever they like, and some wait for a person who never answers:
each call is on a thread of its own, and is given up after some seconds.
"""

from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module
from secrets import token_hex
from threading import Thread
from typing import Any, TypeVar

from intake.errors import KeyringUnavailable

SERVICE = "intake"
"""What the system shows as the owner of the texts: it says no more than the name of the folder does."""
ALLOWED = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)
PATIENCE = 5.0
"""Seconds for a keyring that is open."""
PATIENCE_WITH_PERSON = 60.0
"""Seconds when the system may have to ask for the keyring's own password first."""

Done = TypeVar("Done")


def kept(name: str, seconds: float = PATIENCE) -> str | None:
    """The text under a name, or None. Raises KeyringUnavailable."""
    found: str | None = _asked(lambda ring: ring.get_password(SERVICE, name), seconds)
    return found


def keep(name: str, text: str, seconds: float = PATIENCE) -> None:
    """Put a text under a name, in the place of a former one, and read it back. Raises KeyringUnavailable."""

    def work(ring: Any) -> bool:
        ring.set_password(SERVICE, name, text)
        return bool(ring.get_password(SERVICE, name) == text)

    if not _asked(work, seconds):
        raise KeyringUnavailable(reason="refused")


def drop(name: str, seconds: float = PATIENCE) -> None:
    """Have nothing under a name. Raises KeyringUnavailable."""

    def work(ring: Any) -> bool:
        if ring.get_password(SERVICE, name) is not None:
            ring.delete_password(SERVICE, name)
        return ring.get_password(SERVICE, name) is None

    if not _asked(work, seconds):
        raise KeyringUnavailable(reason="refused")


def probe(seconds: float = PATIENCE_WITH_PERSON) -> None:
    """Write, read and delete something that means nothing. Raises KeyringUnavailable."""
    name = f"probe-{token_hex(8)}"
    keep(name, token_hex(16), seconds)
    drop(name, seconds)


def _asked(work: Callable[[Any], Done], seconds: float) -> Done:
    answer: Future[Done] = Future()

    def run() -> None:
        try:
            answer.set_result(work(_ring()))
        except Exception as fault:  # one of the three doors: a back end may raise anything
            answer.set_exception(KeyringUnavailable(reason=_reason(fault)))

    Thread(target=run, name="keyring", daemon=True).start()
    try:
        return answer.result(seconds)
    except TimeoutError:
        raise KeyringUnavailable(reason="slow") from None


def _ring() -> Any:
    """The first keyring of the allowed ones that is here. Raises KeyringUnavailable."""
    for module, name in ALLOWED:
        ring = _made(module, name)
        if ring is not None:
            return ring
    raise KeyringUnavailable(reason="none")


def _made(module: str, name: str) -> Any:
    try:
        kind = getattr(import_module(module), name)
        if kind.priority <= 0:
            return None
        ring = kind()
    except Exception:  # the same door: it is of another system, does not run, or there is no bus to ask
        return None
    if name == "WinVaultKeyring":
        ring.persist = "local machine"  # else it follows the person to other computers
    return ring


def _reason(fault: Exception) -> str:
    if isinstance(fault, KeyringUnavailable):
        return str(fault.facts["reason"])
    from keyring.errors import InitError, KeyringLocked

    return "locked" if isinstance(fault, KeyringLocked | InitError) else "refused"
