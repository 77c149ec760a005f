"""The demonstration: what the fictional applicant said in the windows is what the vault holds."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml

from intake.answers import Answers, Entry
from intake.answers import Path as At
from intake.case import Role, Sitting, Status
from intake.evidence.media import media_of
from intake.vault.vault import Vault
from tests.support.vaults import ROOT

SAMPLE = ROOT / "forms" / "asylum_us" / "samples" / "teacher_ru.yaml"
Plain = dict[str, Any]
READER = Sitting(Role.REVIEWER, "test")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The folder, and the last lines by what they say."""
    folder = tmp_path_factory.mktemp("demo") / "с пробелом"
    surroundings = {name: it for name, it in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    del surroundings["QT_QPA_PLATFORM"]
    done = subprocess.run(
        [sys.executable, "-m", "ui", "demo", "--out", str(folder)],
        env={**surroundings, "HOME": str(folder), "PYTHONUTF8": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    last = [line.split(": ", 1) for line in done.stdout.splitlines()[-2:]]
    return folder, {line[0]: line[1] for line in last}


def test_it_ends_with_the_vault_and_its_passphrase(played: tuple[Path, dict[str, str]]) -> None:
    folder, said = played
    assert list(said) == ["vault", "passphrase"]
    assert said["vault"] == str(folder / "demo.intake")
    assert len(said["passphrase"].split()) == 6


def test_the_vault_holds_what_the_sample_says(played: tuple[Path, dict[str, str]]) -> None:
    _, said = played
    vault = Vault.open(Path(said["vault"]), said["passphrase"], listener=lambda _: None)
    try:
        (summary,) = vault.cases(READER)
        answers = vault.answers(summary.id, READER)
    finally:
        vault.close()
    assert summary.fictional
    assert summary.status is Status.SHARED
    sample = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    assert list(missed(sample["answers"], answers, None)) == []
    assert list(missed_entries(sample["entries"], answers, None)) == []


def test_the_vault_holds_what_a_reviewer_wrote_and_a_photo_of_its_own(
    played: tuple[Path, dict[str, str]],
) -> None:
    _, said = played
    vault = Vault.open(Path(said["vault"]), said["passphrase"], listener=lambda _: None)
    try:
        (summary,) = vault.cases(READER)
        record = vault.record(summary.id, READER)
        (photo,) = vault.files(summary.id)
        assert media_of(vault.file(summary.id, photo.sha256)) == "image/jpeg"
    finally:
        vault.close()
    (translation,) = record.translations
    assert len(translation.paragraphs) == 2
    assert all(translation.paragraphs)
    kinds = (record.notes, record.queries, record.proposals, record.read_backs, record.sealed)
    assert [len(it) for it in kinds] == [1, 1, 1, 1, 1]
    assert all("ictional" in it.by for (it,) in (record.notes, record.queries, record.proposals))


def test_the_summary_has_the_story_in_it(played: tuple[Path, dict[str, str]]) -> None:
    folder, _ = played
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(folder / "summary.pdf").pages)
    for word in (
        "Образцова",
        "Екатеринбург",
        "Тихуана",
        "дискредитация",
        "thirtieth try",
        "fictional-photo.jpg",
    ):
        assert word in text


def test_there_are_pictures_of_the_way(played: tuple[Path, dict[str, str]]) -> None:
    folder, _ = played
    pictures = sorted(path.name for path in (folder / "screens").glob("*.png"))
    assert len(pictures) > 20
    assert pictures[0] == "01-welcome.png"


def test_nothing_but_the_three_is_left(played: tuple[Path, dict[str, str]]) -> None:
    folder, _ = played
    assert sorted(path.name for path in folder.iterdir()) == ["demo.intake", "screens", "summary.pdf"]


def missed(
    sample: dict[str, object], answers: Answers, entry: str | None
) -> list[tuple[str, object, object]]:
    """What the sample says and the vault does not hold, or holds otherwise."""
    found = []
    for name, said in sample.items():
        answer = answers.get(At(name, entry))
        held = None if answer is None else answer.state or answer.value
        if not same(said, held):
            found.append((name, said, held))
    return found


def missed_entries(samples: list[Plain], answers: Answers, parent: str | None) -> list[object]:
    """As `missed`, for the entries of every repeat in their order."""
    left: dict[str, list[Entry]] = {}
    found: list[object] = []
    for sample in samples:
        repeat = str(sample["repeat"])
        waiting = left.setdefault(repeat, list(answers.entries(repeat, parent)))
        entry = waiting.pop(0)
        found += missed(sample["answers"], answers, entry.id)
        found += missed_entries(sample.get("entries", []), answers, entry.id)
    return found


def same(said: object, held: object) -> bool:
    """Whether the vault holds what the sample says."""
    if isinstance(said, dict) and "state" in said:
        return held == said["state"]
    if isinstance(said, dict):
        return isinstance(held, dict) and (held["edtf"], held["words"]) == (said["edtf"], said["words"])
    if isinstance(said, list):
        return isinstance(held, tuple) and set(held) == set(said)
    return str(held) == str(said)
