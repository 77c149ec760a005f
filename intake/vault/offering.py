"""The form pack that new drafts are to answer, where it is not the one that the program brings."""

from contextlib import suppress

from sqlalchemy import Connection, delete, insert

from intake.vault import register
from intake.vault.register import PackText
from intake.vault.schema import pack_files
from intake.vault.thread import VaultThread

SETTING = "questionnaire"
"""Its value is the hash of the pack; empty for the one that the program brings."""


class Offering:
    """A vault's own pack. Any call may raise VaultClosed."""

    def __init__(self, thread: VaultThread) -> None:
        self._thread = thread

    def pack(self) -> PackText | None:
        """The pack that was chosen; None for the one that the program brings, and when it is lost, as parts
        of a damaged vault may be.
        """
        return self._thread.read(_chosen)

    def choose(self, pack: PackText | None) -> None:
        """Keep a pack, and have new drafts answer it. Its catalogues take the place of those that were kept
        with the very same questions. Raises NotSaved.
        """
        self._thread.write(lambda connection: _choose(connection, pack))


def _chosen(connection: Connection) -> PackText | None:
    chosen = register.setting(connection, SETTING)
    with suppress(KeyError):
        return register.pack_of(connection, chosen) if chosen else None
    return None


def _choose(connection: Connection, pack: PackText | None) -> None:
    if pack is not None:
        register.add_pack(connection, pack)
        connection.execute(delete(pack_files).where(pack_files.c.pack_hash == pack.hash))
        rows = [
            {"pack_hash": pack.hash, "name": name, "content": content} for name, content in pack.files.items()
        ]
        connection.execute(insert(pack_files), rows)
    register.set_setting(connection, SETTING, pack.hash if pack is not None else "")
