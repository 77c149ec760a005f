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


def child(script: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start a Python process of its own on a script."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def outcome(script: str, *arguments: object) -> str:
    """What such a process printed, once it has ended well."""
    process = child(script, *arguments)
    printed, complained = process.communicate(timeout=120)
    assert process.returncode == 0, complained
    return printed.strip()


NOBODY = 65534
UNPRIVILEGED = f"""
import os
import intake.vault.vault  # while this checkout may still be read
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
assert os.geteuid() != 0, "permissions mean nothing to root"
"""
"""The start of a script that has to obey permissions."""
