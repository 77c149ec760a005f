"""A sealed package against age alone on the same bytes, each in a process of its own; and a long draft that
arrives among many.
"""

import io
import json
import os
import resource
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from pyrage import decrypt_io, encrypt_io, x25519

from benchmarks import arriving
from benchmarks.rows import Row
from intake.export.handover.cards import card_of
from intake.export.handover.keys import OwnKeys, ReceivingKey, new_keys
from intake.export.handover.manifest import Letterhead, Purpose
from intake.export.handover.packing import Packing
from intake.export.handover.sealing import seal
from intake.export.handover.unsealing import unseal

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ORIGINAL, ROUNDS = 10 * 1024 * 1024, 3
MEGABYTES = (20, 200)
ROOT = Path(__file__).resolve().parent.parent


def rows() -> list[Row]:
    found = []
    with TemporaryDirectory(prefix="intake bench ") as home:
        keys = new_keys("Bench", NOW.date())
        for size in MEGABYTES:
            for ours, alone in (("seal", "age-seal"), ("open", "age-open")):
                seconds, peak = _best(ours, size, home, keys)
                bare, _ = _best(alone, size, home, keys)
                found += [
                    Row(f"{ours} {size} MB vs age on the same bytes", seconds / bare, "x", 1.5),
                    Row(f"{ours} {size} MB ({size / seconds:.0f} MB/s), memory per package", peak, "x", 2.0),
                ]
    return [*found, *arriving.rows()]


def _best(what: str, size: int, home: str, keys: OwnKeys) -> tuple[float, float]:
    runs = [_run(what, size, home, keys) for _ in range(ROUNDS)]
    return min(seconds for seconds, _ in runs), min(peak for _, peak in runs)


def _run(what: str, size: int, home: str, keys: OwnKeys) -> tuple[float, float]:
    order = json.dumps([what, size, home, keys.signer, keys.current.recipient, keys.current.secret])
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.handover"],
        input=order,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    seconds, peak = json.loads(child.stdout)
    return seconds, peak


def _files(size: int) -> list[tuple[str, int]]:
    return [(f"originals/{n}", ORIGINAL) for n in range(size * 1024 * 1024 // ORIGINAL)]


def _child() -> None:
    what, size, home, signer, recipient, secret = json.loads(sys.stdin.read())
    keys = OwnKeys("Bench", signer, (ReceivingKey(recipient, secret, NOW.date()),))
    target, bare = Path(home) / f"{size}.age", Path(home) / f"{size}.bare.age"
    filling = os.urandom(ORIGINAL)
    files = ((name, filling) for name, _ in _files(size))
    plain = _archive(size) if what == "age-seal" else io.BytesIO()
    before, start = _peak(), perf_counter()
    if what == "seal":
        seal(target, Letterhead("0", Purpose.DRAFT, "C", 1, NOW, "en"), files, card_of(keys), keys)
    elif what == "open":
        unseal(target, keys)
    elif what == "age-seal":
        with bare.open("wb") as out:
            encrypt_io(plain, out, [x25519.Recipient.from_str(recipient)])
            os.fsync(out.fileno())
    else:
        with bare.open("rb") as file:
            decrypt_io(file, io.BytesIO(), [x25519.Identity.from_str(secret)])
    seconds = perf_counter() - start
    print(json.dumps([seconds, (_peak() - before) / (size * 1024 * 1024)]))


def _archive(size: int) -> io.BytesIO:
    packed = Packing()
    packed.add_all((name, os.urandom(length)) for name, length in _files(size))
    return packed.finish()


def _peak() -> int:
    """Bytes that this process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    _child()
