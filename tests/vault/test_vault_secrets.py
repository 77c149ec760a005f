"""Nothing that was said, and no key, stands readable in any byte of the vault's folder."""

import json
from collections.abc import Callable
from pathlib import Path as File

from intake.answers import Answer, Entry, Path
from intake.case import Role, Sitting, Status
from intake.changes import AnswerSet, EntrySet, SectionFinished, Seen
from intake.vault.vault import PackText, Vault
from tests.support.vaults import NOW, PASSPHRASE

MARK = "МЕТКА7marked"


def typed_everywhere(vault: Vault) -> None:
    """The mark in every field that the vault takes."""
    pack = PackText(f"{MARK}1", f"{MARK}2", {f"{MARK}3": f"{MARK}4".encode()})
    case = vault.new_case(pack, f"{MARK}5").id
    entry = Entry(f"{MARK}6", f"{MARK}7", parent=f"{MARK}8")
    path = Path(f"{MARK}9", f"{MARK}6")
    answer = Answer((MARK, {MARK: MARK}), kind=MARK, language=MARK, by=MARK, at=NOW)
    vault.submit(case, [EntrySet(entry), AnswerSet(path, answer), Seen(frozenset({path}))])
    vault.submit(case, [SectionFinished(MARK, True)])
    vault.set_case(case, status=Status.SHARED, resume_at=MARK, title=MARK, language=MARK)
    vault.case(case, Sitting(Role.REVIEWER, MARK))
    vault.set_setting(MARK, MARK)


def readable(folder: File) -> list[str]:
    """The files in which a secret, a table's name or SQLite's own mark can be read."""
    secrets = [MARK, PASSPHRASE, "CREATE TABLE", "SQLite format 3", "pack_hash"]
    forms = {
        form
        for secret in secrets
        for word in (secret, secret.lower())
        for form in (
            word.encode(),
            word.encode("utf-16-le"),
            json.dumps(word).strip('"').encode(),
            word.encode().hex().encode(),
        )
    }
    return [
        file.name
        for file in folder.rglob("*")
        if file.is_file() and any(form in file.read_bytes() for form in forms)
    ]


def test_nothing_readable_stands_in_the_folder_while_the_vault_is_open(made: Vault, folder: File) -> None:
    typed_everywhere(made)
    assert any(file.name.endswith("-wal") and file.stat().st_size for file in folder.iterdir())
    assert readable(folder) == []


def test_nothing_readable_stands_in_the_folder_once_it_is_closed(
    made: Vault, folder: File, reopened: Callable[[], Vault]
) -> None:
    typed_everywhere(made)
    made.close()
    assert readable(folder) == []
    reopened().close()
    assert readable(folder) == []


def test_the_search_for_secrets_finds_them_in_a_file_that_holds_them(tmp_path: File) -> None:
    (tmp_path / "plain").write_text(f"... {MARK} ...")
    (tmp_path / "wide").write_bytes(b"x" + MARK.lower().encode("utf-16-le"))
    (tmp_path / "clean").write_bytes(b"nothing")
    assert sorted(readable(tmp_path)) == ["plain", "wide"]


def test_nothing_is_written_outside_the_folder(made: Vault, folder: File) -> None:
    typed_everywhere(made)
    made.close()
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
