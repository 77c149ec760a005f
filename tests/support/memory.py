"""Looking into the memory of another process, for the keys of a vault and for words."""

import re
from collections.abc import Iterator
from pathlib import Path

from intake.vault import copies
from intake.vault.keys import derived, passphrase_key
from intake.vault.slots import opened


def keys_of(folder: Path, passphrase: str) -> dict[str, bytes]:
    """Every key there is between the passphrase and a page of the database."""
    (header,) = copies.read(folder)
    (slot,) = header.slots
    found = opened(header, passphrase)
    assert found is not None
    _, data_key = found
    assert slot.stretching is not None
    slow = passphrase_key(passphrase, slot.stretching.salt, slot.stretching.cost)
    database = derived(data_key, header.vault_id, "database")
    return {
        "data key": bytes(data_key),
        "key of the passphrase": bytes(slow),
        "key of the slot": bytes(derived(slow, header.vault_id, "slot/passphrase")),
        "key of the header": bytes(derived(data_key, header.vault_id, "header-mac")),
        "key of the database": bytes(database),
        "key of the database in hex": database.hex().encode(),
    }


def memory_of(process: int) -> Iterator[bytes]:
    """All writable memory of a process, piece by piece."""
    with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for edges in re.findall(r"^(\w+)-(\w+) rw", maps.read(), re.MULTILINE):
            start, end = (int(edge, 16) for edge in edges)
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except OSError:
                continue  # a mapping that cannot be read by anyone
