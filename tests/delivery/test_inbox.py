"""A folder of packages that several people take from: each is taken once, and none is ever lost."""

import threading
from pathlib import Path

import pytest

from intake.delivery.inbox import TAKEN, taking, waiting
from intake.errors import InboxUnusable, PackageGone

PACKAGE = b"age-encryption.org/v1\n-> X25519 made up\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.age", "a.age"):
        (tmp_path / name).write_bytes(PACKAGE + name.encode())
    (tmp_path / "notes.txt").write_text("not a package")
    (tmp_path / "sub").mkdir()
    return tmp_path


def everything(folder: Path) -> set[bytes]:
    return {path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".txt"}


def names(folder: Path) -> set[str]:
    return {it.path.name for it in waiting(folder)}


def test_packages_wait_and_nothing_else_does(folder: Path) -> None:
    assert names(folder) == {"a.age", "b.age"}
    assert not any(it.begun for it in waiting(folder))


def test_a_package_that_was_taken_lies_apart_under_a_name_that_says_nothing(folder: Path) -> None:
    with taking(folder / "a.age") as mine:
        assert mine.read_bytes().startswith(PACKAGE)
    assert names(folder) == {"b.age"}
    (taken,) = (folder / TAKEN).iterdir()
    assert taken.stem != "a"
    assert taken.read_bytes() == PACKAGE + b"a.age"


def test_a_package_that_could_not_be_taken_waits_again(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError), taking(folder / "a.age"):
        raise ZeroDivisionError
    assert names(folder) == {"a.age", "b.age"}


def test_one_whose_taker_died_is_seen_as_begun_and_can_be_taken(folder: Path) -> None:
    (folder / "a.age").rename(folder / "a.age.taking")
    (begun,) = (it for it in waiting(folder) if it.begun)
    with taking(begun.path):
        pass
    assert names(folder) == {"b.age"}


def test_a_second_taker_is_told_that_it_is_gone(folder: Path) -> None:
    with taking(folder / "a.age"), pytest.raises(PackageGone), taking(folder / "a.age"):
        pytest.fail("both have it")


def test_of_many_takers_one_gets_each_package_and_none_is_lost(folder: Path) -> None:
    before, got, together = everything(folder), [], threading.Barrier(8)

    def take() -> None:
        together.wait()
        for name in ("a.age", "b.age"):
            try:
                with taking(folder / name) as mine:
                    got.append(mine.read_bytes())
            except PackageGone:
                continue

    takers = [threading.Thread(target=take) for _ in range(8)]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()
    assert sorted(got) == sorted(before)
    assert everything(folder) == before


def test_a_folder_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(InboxUnusable):
        waiting(folder / "nothing" / "file")
    (folder / "file").write_text("no folder")
    with pytest.raises(InboxUnusable):
        waiting(folder / "file")
