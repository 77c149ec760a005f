"""A secret typed into every kind of field, by applicant and reviewer: it is in the vault and nowhere else."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from intake.case import Role, Sitting
from intake.vault.vault import Vault

ROOT = Path(__file__).resolve().parent.parent
SECRET = "Тайна7 zqxjw"
"""Letters of two scripts, so that neither an encoding nor a fold to one of them hides it."""
TELLTALES = ("Тайна7", "тайна7", "zqxjw", "ZQXJW")


@dataclass(frozen=True)
class Evening:
    """What one evening at the window left behind."""

    home: Path
    passphrase: str
    package_phrase: str
    said: str


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    home = tmp_path_factory.mktemp("home")
    for name in ("tmp", "exports", "config", "cache", "data", "run"):
        (home / name).mkdir(mode=0o700)
    surroundings = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TMPDIR": str(home / "tmp"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.leaking_child", str(home), SECRET],
        cwd=home / "tmp",
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Evening(home, *done.stdout.strip().splitlines()[-2:], said=done.stdout + done.stderr)


def test_the_secret_was_really_told_in_every_kind_of_field(evening: Evening) -> None:
    """The control: a search that finds nothing proves nothing unless there was something to find."""
    (folder,) = (evening.home / "Intake").iterdir()
    vault = Vault.open(folder, evening.passphrase, listener=lambda _: None)
    sitting = Sitting(Role.APPLICANT)
    (draft,) = vault.cases(sitting)
    answers = vault.answers(draft.id, sitting).by_path.values()
    vault.close()
    told = {answer.kind for answer in answers if SECRET in str(answer.value)}
    assert told >= {"text", "long_text", "country", "language", "uncertain_date"}


def test_the_secret_was_really_written_into_everything_beside_the_answers(evening: Evening) -> None:
    (folder,) = (evening.home / "Intake").iterdir()
    vault = Vault.open(folder, evening.passphrase, listener=lambda _: None)
    sitting = Sitting(Role.REVIEWER, SECRET)
    (draft,) = vault.cases(sitting)
    record = vault.record(draft.id, sitting)
    vault.close()
    (note,), (query,), (mark,), (version,) = record.notes, record.queries, record.ground_marks, record.sealed
    assert (note.text, query.text, mark.remark, version.title) == (SECRET,) * 4
    assert [SECRET in str(it.answer.value) for it in record.proposals] == [True]
    assert [SECRET in str(it) for it in record.translations] == [True]


def test_a_package_went_out_sealed(evening: Evening) -> None:
    (package,) = evening.home.rglob("*.age")
    assert package.stat().st_size > 1000
    assert not _tells(package.read_bytes())


def test_no_file_but_the_exported_one_holds_the_secret(evening: Evening) -> None:
    leaking = [
        str(path) for path in _files(evening.home) if _tells(path.read_bytes()) and not _is_export(path)
    ]
    assert leaking == []


def test_no_file_has_the_secret_or_a_name_of_the_person_in_its_own_name(evening: Evening) -> None:
    assert [str(path) for path in _files(evening.home) if _tells(path.name.encode())] == []


def test_no_passphrase_is_written_anywhere(evening: Evening) -> None:
    phrases = (evening.passphrase.encode(), evening.package_phrase.encode())
    assert all(len(phrase.split()) >= 6 for phrase in phrases)
    assert [str(path) for path in _files(evening.home) if _holds(path, phrases)] == []


def test_nothing_of_the_secret_is_said_on_the_terminal(evening: Evening) -> None:
    assert not _tells(evening.said.encode())


def test_the_exported_pdf_tells_nothing_in_its_metadata(evening: Evening) -> None:
    (exported,) = [path for path in _files(evening.home) if _is_export(path)]
    with pikepdf.open(exported) as pdf:
        told = str(dict(pdf.docinfo.items())) + str(pdf.Root.get("/Metadata", ""))
    assert not _tells(told.encode())


def test_everything_left_behind_belongs_to_the_person_alone(evening: Evening) -> None:
    shared = [str(path) for path in _files(evening.home) if path.stat().st_mode & 0o077]
    assert shared == []


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".png")


def _holds(path: Path, phrases: tuple[bytes, ...]) -> bool:
    data = path.read_bytes()
    return any(phrase in data for phrase in phrases)


def _is_export(path: Path) -> bool:
    return path.suffix == ".pdf"


def _tells(data: bytes) -> bool:
    spellings = (
        word.encode(code) for word in TELLTALES for code in ("utf-8", "utf-16-le", "utf-16-be", "cp1251")
    )
    escaped = (word.encode("unicode_escape") for word in TELLTALES)
    return any(it in data for it in (*spellings, *escaped))
