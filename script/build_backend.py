"""The build backend: setuptools, with the message catalogues compiled first."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools import build_meta
from setuptools.build_meta import *  # the hooks that need no catalogues

ROOT = Path(__file__).resolve().parent.parent


def compile_catalogues(root: Path = ROOT) -> None:
    """Write a .mo beside every .po under `forms/` and `resources/` that is newer than it."""
    for source in [*root.glob("forms/*/translations/*.po"), *root.glob("resources/translations/*.po")]:
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as lines:
            catalogue = read_po(lines, locale=source.stem, abort_invalid=True)
        with target.open("wb") as compiled:
            write_mo(compiled, catalogue, use_fuzzy=True)


def build_wheel(*args: Any, **kwargs: Any) -> str:
    compile_catalogues()
    return build_meta.build_wheel(*args, **kwargs)


def build_editable(*args: Any, **kwargs: Any) -> str:
    compile_catalogues()
    return build_meta.build_editable(*args, **kwargs)


if __name__ == "__main__":
    compile_catalogues()
