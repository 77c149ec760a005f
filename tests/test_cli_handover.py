"""`card`, `seal` and `receive` as scripts of offices use them."""

import shutil
import subprocess
import zipfile
from pathlib import Path as FilePath

import pytest

from intake.answers import Path
from intake.vault.vault import Vault
from tests.support.travelling import PHOTO, Two, say, two
from tests.support.vaults import PASSPHRASE, REVIEWER, Receipts
from tests.test_cli_copies import Ended, run


@pytest.fixture
def both(tmp_path: FilePath) -> Two:
    made = two(tmp_path, compared=False)
    digest = made.home.keep_file(made.case.id, PHOTO)
    paper = {"sha256": digest, "name": "a.pdf", "media": "application/pdf", "size": len(PHOTO)}
    say(made.home, made.case, "paper", paper)
    say(made.home, made.case, "illness", "headache")
    made.home.close()
    made.firm.close()
    return made


def make_card(both: Two) -> tuple[FilePath, str]:
    card = both.folder / "firm.card"
    made = run(both.folder, "card", both.folder / "firm.intake", "--out", card, "--name", "Aid (fictional)")
    assert made.code == 0, made.err
    return card, made.out.strip()


def seal(both: Two, card: FilePath, *more: object) -> Ended:
    home, target = both.folder / "home.intake", both.folder / "parcel.age"
    return run(both.folder, "seal", home, both.case.id, "--to", card, "--out", target, *more)


def receive(both: Two, *more: object) -> Ended:
    return run(both.folder, "receive", both.folder / "parcel.age", both.folder / "firm.intake", *more)


def test_a_draft_is_sealed_and_received(both: Two) -> None:
    card, digits = make_card(both)
    sealed = seal(both, card, "--fingerprint", digits)
    assert (sealed.code, sealed.out) == (0, "")
    assert sealed.err == "1 answer stays here.\n"
    taken = receive(both)
    assert (taken.code, taken.out.strip()) == (0, both.case.id)
    assert taken.err == "The sender of this package is not known here yet.\n"
    firm = Vault.open(both.folder / "firm.intake", PASSPHRASE, listener=Receipts())
    answers = firm.answers(both.case.id, REVIEWER).by_path
    assert answers[Path("full_name")].value == "Анна Вымышленная"
    assert Path("illness") not in answers
    firm.abandon()
    again = receive(both)
    assert (again.code, again.err) == (2, "This package was taken in before. Nothing was changed.\n")


def test_sensitive_answers_go_along_only_when_that_is_said(both: Two) -> None:
    card, digits = make_card(both)
    assert seal(both, card, "--fingerprint", digits, "--include-sensitive").err == ""
    assert receive(both).code == 0


@pytest.mark.parametrize(("more", "code"), [((), 2), (("--fingerprint", "11111 22222 33333 44444"), 1)])
def test_nothing_is_sealed_without_the_digits(both: Two, more: tuple[str, ...], code: int) -> None:
    card, _ = make_card(both)
    refused = seal(both, card, *more)
    assert refused.code == code
    assert len(refused.err.splitlines()) == 1
    assert not (both.folder / "parcel.age").exists()


@pytest.mark.skipif(
    shutil.which("age") is None,
    reason="NOT TESTED: that the age tool opens a package; install the package age",
)
def test_a_package_opens_without_this_program(both: Two) -> None:
    """The commands of docs/command-line.md, for the day when only the key and the package are left."""
    card, digits = make_card(both)
    seal(both, card, "--fingerprint", digits)
    key, opened = both.folder / "key.txt", both.folder / "package.zip"
    assert run(both.folder, "key", both.folder / "firm.intake", "--out", key).code == 0
    assert key.stat().st_mode & 0o077 == 0
    package = both.folder / "parcel.age"
    subprocess.run(["age", "--decrypt", "--identity", key, "--output", opened, package], check=True)
    with zipfile.ZipFile(opened) as archive:
        assert "Анна Вымышленная" in archive.read("readable.txt").decode()
        assert "headache" not in archive.read("readable.txt").decode()
        (original,) = (name for name in archive.namelist() if name.startswith("originals/"))
        assert archive.read(original) == PHOTO


def test_what_is_no_card_and_no_package_gets_one_line(both: Two) -> None:
    wrong = both.folder / "wrong.card"
    wrong.write_bytes(b"\x00\xff")
    assert seal(both, wrong).err == "This file is not a card of Intake. Please ask for the card again.\n"
    (both.folder / "parcel.age").write_bytes(b"%PDF")
    refused = receive(both)
    assert (refused.code, refused.err) == (2, "This file is not a sealed package of Intake.\n")
