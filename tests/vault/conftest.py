"""What the tests of the vault share: a folder with a hard name, and a vault in it."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake.vault.vault import Vault
from tests.support.secret_service import MISSING, REASON, Session, session
from tests.support.vaults import CHEAP, PASSPHRASE, Receipts


@pytest.fixture
def receipts() -> Receipts:
    return Receipts()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Мой рассказ, черновик 1.intake"


@pytest.fixture
def made(folder: Path, receipts: Receipts) -> Iterator[Vault]:
    """A new vault in `folder`."""
    vault = Vault.create(folder, PASSPHRASE, listener=receipts, cost=CHEAP)
    yield vault
    vault.abandon()


@pytest.fixture
def reopened(folder: Path, receipts: Receipts) -> Iterator[Callable[[], Vault]]:
    """Open the vault in `folder` again; what is still open at the end is abandoned."""
    opened: list[Vault] = []

    def open_again() -> Vault:
        opened.append(Vault.open(folder, PASSPHRASE, listener=receipts))
        return opened[-1]

    yield open_again
    for vault in opened:
        vault.abandon()


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A desktop session of which this process is a part, without a keyring yet."""
    if MISSING:
        pytest.skip(REASON)
    place = tmp_path / "session"
    place.mkdir()
    with session(place) as started:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", started.address)
        yield started
        gc.collect()  # sockets that the library leaves open while a keyring is locked
