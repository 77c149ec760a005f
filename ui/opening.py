"""How the window opens vaults and makes them: on a thread, with receipts that come back to the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from intake.errors import VaultError
from intake.vault import remembering, unfinished
from intake.vault.keys import Cost
from intake.vault.recovery import read_code
from intake.vault.vault import Vault
from ui.door import Entrance, Keys
from ui.inside import Inside, Open, Receipts


def keys(cost: Cost | None = None, *, fictional: bool = False) -> Keys:
    """How vaults are opened, and made at this cost of a passphrase. A fictional vault stays so for good."""

    def make(folder: Path, passphrase: str) -> Entrance:
        receipts = _receipts()
        vault = Vault.create(folder, passphrase, listener=receipts.hear, cost=cost)
        if fictional:
            vault.set_setting("fictional", "yes")
        return _entrance(folder, vault, receipts)

    def open_(folder: Path, passphrase: str, *, accept_older: bool = False) -> Entrance:
        receipts = _receipts()
        vault = Vault.open(folder, passphrase, listener=receipts.hear, accept_older=accept_older)
        return _entrance(folder, vault, receipts)

    def recover(folder: Path, code: str, passphrase: str) -> Entrance:
        receipts = _receipts()
        known = read_code(code)
        vault = Vault.open(folder, known, listener=receipts.hear)
        try:
            vault.ways.restore(known, passphrase)
        except VaultError:
            vault.abandon()
            raise
        return _entrance(folder, vault, receipts)

    def open_here(folder: Path) -> Entrance:
        receipts = _receipts()
        vault = Vault.open(folder, remembering.secret_for(folder), listener=receipts.hear)
        return _entrance(folder, vault, receipts)

    return Keys(open_, make, partial(open_, accept_older=True), recover, open_here, _remembered)


def _remembered(folder: Path) -> bool:
    try:
        remembering.secret_for(folder)
    except (VaultError, OSError):  # whatever it is, the passphrase opens the vault, or is told why not
        return False
    return True


def _entrance(folder: Path, vault: Vault, receipts: Receipts) -> Entrance:
    return partial(Inside, opened=Open(folder, vault, receipts, ended_early=unfinished.begin(folder)))


def _receipts() -> Receipts:
    """Made on whatever thread opens the vault, it lives on the window's."""
    receipts = Receipts()
    program = QCoreApplication.instance()
    if program is not None:
        receipts.moveToThread(program.thread())
    return receipts
