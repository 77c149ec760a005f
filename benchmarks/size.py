"""Installed size of our own code and data, fonts included."""

from pathlib import Path

from benchmarks.rows import Row

ROOT = Path(__file__).resolve().parent.parent
OURS = ("intake", "ui", "forms", "resources")


def rows() -> list[Row]:
    files = (path for room in OURS for path in (ROOT / room).rglob("*"))
    total = sum(path.stat().st_size for path in files if path.is_file() and "__pycache__" not in path.parts)
    return [Row("installed size of our own code and data", total / 1e6, "MB", 15)]
