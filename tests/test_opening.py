"""The pack that a vault keeps with a draft."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from intake.errors import DatabaseDamaged
from intake.opening import PACK, pack_of_text, read_pack, text_of_pack
from intake.vault.vault import PackText
from ui.paths import find_folders

FOLDER = find_folders().forms / PACK
SHIPPED = read_pack(FOLDER)


@pytest.fixture(scope="module")
def kept() -> PackText:
    return text_of_pack(FOLDER, SHIPPED.form)


def test_a_kept_pack_is_the_pack_with_all_its_languages(kept: PackText) -> None:
    read = pack_of_text(kept)
    assert read.form == SHIPPED.form
    title = SHIPPED.form.title
    for language in SHIPPED.form.languages:
        said = read.words_in(language).say_in("form:title", title)
        assert said == SHIPPED.words_in(language).say_in("form:title", title)


def test_a_kept_pack_leaves_no_trace_outside_the_vault(
    kept: PackText, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its names come out of a database that others may have written."""

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("a file was made")

    outside = tmp_path / "outside"
    for name in ("mkdtemp", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    pack_of_text(replace(kept, files={**kept.files, f"../../{outside}": b"x", str(outside): b"x"}))
    assert not outside.exists()


def test_a_pack_that_is_not_what_its_hash_says_is_not_used(kept: PackText) -> None:
    altered = kept.files["form.yaml"].replace(b"title:", b"title:  ", 1)
    with pytest.raises(DatabaseDamaged):
        pack_of_text(replace(kept, files={**kept.files, "form.yaml": altered}))
