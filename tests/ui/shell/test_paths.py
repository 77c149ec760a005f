"""Where the program looks for its data and its vaults."""

import sys
from pathlib import Path

import pytest

from ui import paths
from ui.paths import DataMissing, Places, find_folders, find_places


def test_a_checkout_has_its_data_beside_the_source() -> None:
    folders = find_folders()
    assert (folders.forms / "asylum_us" / "form.yaml").is_file()
    assert folders.fonts.is_dir()


def test_an_installed_program_finds_its_data_under_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "share" / "asylum-intake"
    for name in ("forms", "resources"):
        (data / name).mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "lib" / "ui" / "paths.py"))
    monkeypatch.setattr(paths.sysconfig, "get_path", lambda _: str(tmp_path))
    assert find_folders().forms == data / "forms"


def test_a_frozen_program_finds_its_data_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("forms", "resources"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert find_folders().resources == tmp_path / "resources"


def test_exports_do_not_lie_among_vaults(tmp_path: Path) -> None:
    places = find_places(tmp_path)
    assert not places.exports.is_relative_to(places.vaults)


def test_vaults_are_found_in_the_default_folder_by_their_names_alone(tmp_path: Path) -> None:
    places = Places(find_folders(), tmp_path / "Intake", tmp_path)
    assert places.found_vaults() == ()
    (places.vaults / "моё.intake").mkdir(parents=True)
    (places.vaults / "something else").mkdir()
    (places.vaults / "file.intake").write_bytes(b"")
    assert places.found_vaults() == (places.vaults / "моё.intake",)


def test_a_program_that_is_not_whole_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "ui" / "paths.py"))
    monkeypatch.setattr(paths.sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(DataMissing):
        find_folders()
