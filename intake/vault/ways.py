"""The ways into a vault, and changing them: each change is one header that replaces the former in one step.

Whoever changes them proves again who they are: the data key is in memory for the change alone.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from intake.errors import (
    KeyringUnavailable,
    LastPassphrase,
    NotSaved,
    VaultError,
    WaysFull,
)
from intake.vault import copies, engine, register, rekey, remembering, rotation
from intake.vault.header import MOST_SLOTS, Header, Kind, Slot, signed
from intake.vault.keys import Cost, passing
from intake.vault.opening import refusal
from intake.vault.recovery import RecoveryCode
from intake.vault.slots import Secret, new_id, opened, passphrase_slot, recovery_slot
from intake.vault.thread import VaultThread

_NAMED = "way/{id}"
"""The setting that holds what a way is called: in the database, as the header can be read by anyone."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way into a vault, as its owner sees it."""

    id: str
    kind: Kind
    name: str


class Ways:
    """Knows the header of an open vault. Any thread but the vault's own may call it, one change at a time.

    Every change may raise VaultUnwritable, VaultNeedsMemory and VaultClosed; nothing is changed then.
    """

    def __init__(
        self, folder: Path, header: Header, thread: VaultThread, moved: Callable[[Path], None]
    ) -> None:
        """`moved` is told, on the vault's thread, that the database is another file from now on."""
        self._moved = moved
        self._folder = folder
        self._header = header
        self._thread = thread
        self._changing = threading.Lock()

    @property
    def folder(self) -> Path:
        """Where the vault lies."""
        return self._folder

    def listed(self) -> tuple[Way, ...]:
        """The ways there are, passphrases first, the oldest first."""
        slots = sorted(self._header.slots, key=lambda slot: list(Kind).index(slot.kind))

        def work(connection: Connection) -> tuple[Way, ...]:
            names = [register.setting(connection, _NAMED.format(id=slot.id)) for slot in slots]
            return tuple(Way(slot.id, slot.kind, name or "") for slot, name in zip(slots, names, strict=True))

        return self._thread.read(work)

    def change_passphrase(self, present: str, new: str) -> None:
        """Let `new` open the vault where `present` did. Raises WrongPassphrase, NotSaved."""
        with self._proved(present) as (way, data_key):
            fresh = passphrase_slot(new, _cost(self._header), data_key, self._header.vault_id)
            self._name(fresh, self._name_of(way))
            self._put(_with(self._header, fresh, instead_of=way), data_key)

    def add_passphrase(self, present: str, new: str, name: str) -> None:
        """Let another passphrase open the vault too. Raises WrongPassphrase, WaysFull."""
        with self._proved(present) as (_, data_key):
            fresh = passphrase_slot(new, _cost(self._header), data_key, self._header.vault_id)
            changed = _with(self._header, fresh)
            self._name(fresh, name)
            self._put(changed, data_key)

    def set_code(self, present: str, code: RecoveryCode) -> None:
        """Let this recovery code open the vault, a former one no more. Raises WrongPassphrase, WaysFull."""
        with self._proved(present) as (_, data_key):
            fresh = recovery_slot(code, data_key, self._header.vault_id)
            former = next((slot for slot in self._header.slots if slot.kind is Kind.RECOVERY), None)
            self._put(_with(self._header, fresh, instead_of=former), data_key)

    def remember_here(self, present: str, name: str) -> None:
        """Let this computer's keyring open the vault too, and no other computer's any more.

        `name` is what the computer is called in the list. It may take a minute, while the system asks for the
        keyring's own password. Raises WrongPassphrase, WaysFull, KeyringUnavailable.
        """
        with self._proved(present) as (_, data_key):
            former = remembering.slot_of(self._header)
            _with(self._header, Slot(new_id(), Kind.KEYRING), instead_of=former)
            fresh = remembering.remember(self._header, data_key)
            self._name(fresh, name)
            self._put(_with(self._header, fresh, instead_of=former), data_key)
            remembering.let_go(self._folder)

    def hold_here(self) -> None:
        """Have no keyring open the vault until a passphrase was typed again. Never waits for anything."""
        if remembering.slot_of(self._header) is not None:
            remembering.hold(self._folder)

    def suspend_here(self) -> None:
        """Hold the vault, and have this computer's keyring give up its secret too.

        Quick without a slot for a keyring. Raises KeyringUnavailable: the vault is held all the same.
        """
        self.hold_here()
        with self._changing:
            remembering.suspend(self._header)

    def confirm(self, present: str) -> None:
        """See that a passphrase opens the vault; what was suspended goes on then. Raises WrongPassphrase."""
        with self._proved(present) as (_, data_key):
            fresh = remembering.renewed(self._folder, self._header, data_key)
            if fresh is not None:
                self._replace(fresh)
                remembering.let_go(self._folder)

    def restore(self, code: RecoveryCode, new: str) -> None:
        """Let a new passphrase open the vault on the word of its recovery code, which stays good.

        The only passphrase is replaced, as it is the one that was lost; among several nobody knows which was.
        Raises WrongRecoveryCode, WaysFull.
        """
        with self._proved(code) as (_, data_key):
            fresh = passphrase_slot(new, _cost(self._header), data_key, self._header.vault_id)
            known = _passphrases(self._header)
            self._put(_with(self._header, fresh, instead_of=known[0] if len(known) == 1 else None), data_key)

    def remove(self, present: str, way: str) -> None:
        """Let the way of this id open the vault no more, unless it is that of `present` itself.

        Whoever knew it and holds an older copy of the vault can still open that copy, and with its key this
        vault too, until the key is replaced. Raises WrongPassphrase, LastPassphrase.
        """
        with self._proved(present) as (proved, data_key):
            if proved.id == way:
                raise LastPassphrase(reason="own")
            former = self._header
            self._put(_without(former, way), data_key)
            if remembering.slot_of(self._header) is None:
                _forget(former)
                remembering.let_go(self._folder)

    def replace_key(self, present: str, code: RecoveryCode | None) -> None:
        """Encrypt everything anew under a new key, which only `present` and the new code open.

        Other passphrases are not known here, so they cannot come along: they are added again by those who
        know them. Raises WrongPassphrase, NotSaved, DatabaseDamaged, VaultUnwritable; all is as before then.
        """
        with self._proved(present) as (way, _):
            slots = rekey.NewSlots(present, _cost(self._header), code)
            name, former = self._name_of(way), self._header

            def work(connection: Connection) -> Connection:
                fresh, self._header = rekey.replaced(connection, self._folder, self._header, slots)
                self._moved(self._folder / self._header.database)
                return fresh

            self._thread.exchange(work)
            self._catch_up()
            _forget(former)
            with suppress(NotSaved):  # a name is not worth a word
                self._name(self._header.slots[0], name)

    @contextmanager
    def _proved(self, secret: Secret) -> Iterator[tuple[Slot, bytearray]]:
        """The slot that the secret opens, with the data key for one block."""
        with self._changing:
            found = opened(self._header, secret)
            if found is None:
                raise refusal(secret)
            with passing(found[1]):
                yield found

    def _put(self, changed: Header, data_key: bytearray) -> None:
        """Make a header the vault's. Raises VaultUnwritable; the former one stays then."""
        self._replace(signed(replace(changed, generation=self._header.generation + 1), data_key))
        self._catch_up()

    def _replace(self, changed: Header) -> None:
        try:
            copies.replace(self._folder, self._header, changed)
        except OSError as fault:
            raise engine.told(fault) from fault
        self._header = changed

    def _catch_up(self) -> None:
        """Have the copies in the folder and the database know the new header, or the next opening do it."""
        header, database = self._header, self._folder / self._header.database
        with suppress(VaultError):
            self._thread.apart(lambda connection: rotation.catch_up(connection, database, header))

    def _name_of(self, slot: Slot) -> str:
        name = self._thread.read(lambda it: register.setting(it, _NAMED.format(id=slot.id)))
        return name or ""

    def _name(self, slot: Slot, name: str) -> None:
        self._thread.write(lambda it: register.set_setting(it, _NAMED.format(id=slot.id), name))


def _forget(former: Header) -> None:
    """What a keyring still holds opens nothing any more: one that cannot be reached is let be."""
    with suppress(KeyringUnavailable):
        remembering.forget(former)


def _passphrases(header: Header) -> list[Slot]:
    return [slot for slot in header.slots if slot.kind is Kind.PASSPHRASE]


def _cost(header: Header) -> Cost:
    """What a guess at a new passphrase shall cost: as much as at the dearest there is."""
    costs = [slot.stretching.cost for slot in header.slots if slot.stretching is not None]
    return max(costs, key=lambda cost: cost.work)


def _with(header: Header, slot: Slot, instead_of: Slot | None = None) -> Header:
    """Raises WaysFull."""
    slots = (*(it for it in header.slots if it != instead_of), slot)
    if len(slots) > MOST_SLOTS:
        raise WaysFull(most=MOST_SLOTS)
    return replace(header, slots=slots)


def _without(header: Header, way: str) -> Header:
    """Raises LastPassphrase."""
    changed = replace(header, slots=tuple(slot for slot in header.slots if slot.id != way))
    if not _passphrases(changed):
        raise LastPassphrase
    return changed
