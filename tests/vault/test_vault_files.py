"""Files are replaced whole and are private, whatever the umask."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.vault.files import create_private, identity, write_whole


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_files_are_readable_by_their_owner_only_under_any_umask(tmp_path: Path) -> None:
    create_private(tmp_path / "made")
    write_whole(tmp_path / "written", b"text")
    for file in tmp_path.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_nothing_is_created_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "here").write_bytes(b"kept")
    with pytest.raises(FileExistsError):
        create_private(tmp_path / "here")
    assert (tmp_path / "here").read_bytes() == b"kept"


def test_a_write_that_fails_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "kept").write_bytes(b"kept")
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "here", b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["here"]
    assert (tmp_path / "here" / "kept").read_bytes() == b"kept"


def test_a_file_that_replaced_another_is_told_from_it(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert identity(file) is None
    file.write_bytes(b"")
    first = identity(file)
    write_whole(file, b"")
    assert first is not None
    assert identity(file) != first
