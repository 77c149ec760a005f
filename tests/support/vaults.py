"""Small parts for tests of the vault: cheap keys, a listener, changes, processes of their own."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path as File

from intake.answers import Answer, Path
from intake.case import Role, Sitting
from intake.changes import AnswerSet
from intake.vault.keys import Cost
from intake.vault.vault import PackText, Receipt

ROOT = File(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 24, 7, 30, 15, 250_000, tzinfo=UTC)
CHEAP = Cost(19 * 1024, 1, 1)
"""The least that a header may ask for."""
PASSPHRASE = "пароль из слов"
PACK = PackText("asylum_us", "0" * 64, {"form.yaml": b"name: asylum_us\n", "sections/you.yaml": b"\x00\xff"})
ALONE = Sitting(Role.APPLICANT)
REVIEWER = Sitting(Role.REVIEWER, "A. Example (fictional)")


class Receipts(list[Receipt]):
    """A listener that keeps what the vault said, in order."""

    def __call__(self, receipt: Receipt) -> None:
        self.append(receipt)


def said(question: str, words: str, entry: str | None = None) -> AnswerSet:
    """The change that answers a question with these words."""
    return AnswerSet(Path(question, entry), Answer(words, language="ru", at=NOW))


def child(script: str, *arguments: object, user: int | None = None) -> subprocess.Popen[str]:
    """Start a process of its own on a script, as another user if asked (who may not read this checkout)."""
    started = [sys.executable, "-c", _as_user(script, user), *map(str, arguments)]
    return subprocess.Popen(
        started,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def outcome(script: str, *arguments: object, user: int | None = None) -> str:
    """What a child printed, once it has ended well."""
    process = child(script, *arguments, user=user)
    said, complained = process.communicate(timeout=120)
    assert process.returncode == 0, complained
    return said.strip()


def _as_user(script: str, user: int | None) -> str:
    if user is None:
        return script
    imports = "import intake.vault.vault, os, cryptography.hazmat.primitives.kdf.hkdf"
    return f"{imports}\nos.setgid({user}); os.setuid({user})\nassert os.geteuid() != 0\n{script}"
