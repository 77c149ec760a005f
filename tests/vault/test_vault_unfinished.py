"""The mark of a window that is open, and what it tells the next one."""

from pathlib import Path

from intake.vault import unfinished


def test_after_a_proper_end_nothing_is_told(tmp_path: Path) -> None:
    assert unfinished.begin(tmp_path) is False
    unfinished.end(tmp_path)
    assert unfinished.begin(tmp_path) is False


def test_without_one_the_next_is_told(tmp_path: Path) -> None:
    unfinished.begin(tmp_path)
    assert unfinished.begin(tmp_path) is True


def test_the_mark_tells_nothing_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    unfinished.begin(tmp_path)
    (mark,) = tmp_path.iterdir()
    assert mark.read_bytes() == b""
    assert mark.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path) -> None:
    assert unfinished.begin(tmp_path / "gone") is False
    unfinished.end(tmp_path / "gone")
