"""`backup`, `restore` and `vault check` as scripts of offices use them."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, ROOT, Receipts, said

PAGE = 4096


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


def run(home: Path, *arguments: object) -> Ended:
    secret = home / "passphrase.txt"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    secret.chmod(0o600)
    done = subprocess.run(
        [sys.executable, "-m", "ui", *map(str, arguments), "--passphrase-file", str(secret)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "HOME": str(home)},
        timeout=120,
    )
    assert "Traceback" not in done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "наш офис.intake"
    vault = Vault.create(folder, PASSPHRASE, listener=Receipts(), cost=CHEAP)
    for _ in range(3):
        case = vault.new_case(PACK, "ru").id
        vault.submit(case, [said(str(number), "что было потом " * 30) for number in range(60)])
    vault.close()
    return folder


def drafts(folder: Path) -> list[int]:
    vault = Vault.open(folder, PASSPHRASE, listener=Receipts())
    found = [row.answered for row in vault.cases(ALONE)]
    vault.abandon()
    return found


def test_a_backup_is_restored_beside_and_says_when_it_was_made(vault: Path, tmp_path: Path) -> None:
    copy, beside = tmp_path / "copy", tmp_path / "again"
    assert run(tmp_path, "backup", vault, copy).code == 0
    ended = run(tmp_path, "restore", copy, beside)
    assert (ended.code, ended.err) == (0, "")
    assert "written later is not in it" in ended.out
    assert drafts(beside) == [60, 60, 60]


def test_neither_command_overwrites_anything(vault: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.write_text("a letter")
    assert run(tmp_path, "backup", vault, copy).code == 2
    assert copy.read_text() == "a letter"
    assert run(tmp_path, "backup", vault, tmp_path / "good").code == 0
    assert run(tmp_path, "restore", tmp_path / "good", vault).code == 2
    assert drafts(vault) == [60, 60, 60]


def test_a_damaged_copy_is_a_find(vault: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    run(tmp_path, "backup", vault, copy)
    copy.write_bytes(copy.read_bytes()[:-1])
    ended = run(tmp_path, "restore", copy, tmp_path / "again")
    assert ended.code == 1
    assert "not a whole backup copy" in ended.err
    assert not (tmp_path / "again").exists()


def test_a_check_tells_a_whole_vault_from_a_damaged_one_and_saves_the_rest(
    vault: Path, tmp_path: Path
) -> None:
    whole = run(tmp_path, "vault", "check", vault)
    assert (whole.code, whole.err) == (0, "")
    (database,) = vault.glob("vault-*.db")
    text = bytearray(database.read_bytes())
    text[-3 * PAGE // 2] ^= 1
    database.write_bytes(text)
    found = run(tmp_path, "vault", "check", vault)
    assert found.code == 1
    assert "damaged" in found.err
    assert found.out.count("Something is missing in the draft") in (1, 2)
    saved = run(tmp_path, "vault", "check", vault, "--save-to", tmp_path / "new")
    assert saved.code == 3
    assert "3 drafts were saved." in saved.out
    assert 120 < sum(drafts(tmp_path / "new")) < 180
