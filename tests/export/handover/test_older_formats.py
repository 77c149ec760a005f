"""Packages and cards of every format still open: those in `data` were made when each was new."""

from pathlib import Path as FilePath

import pytest

from intake.answers import Path
from intake.delivery.receiving import open_package
from intake.export.handover.cards import card_of, fingerprint, read_card
from intake.export.handover.contents import Draft, read_draft
from intake.export.handover.keys import OwnKeys
from intake.export.handover.unsealing import Parcel, unseal
from intake.written import read
from tests.support.travelling import vault
from tests.support.vaults import NOW

DATA = FilePath(__file__).parent / "data"
PHRASE = "fictional words for a test"


def keys(version: int) -> OwnKeys:
    return read(OwnKeys, (DATA / f"package-{version}.keys.json").read_text(encoding="utf-8"))


def check(parcel: Parcel) -> None:
    draft: Draft = read_draft(parcel.files, parcel.manifest.hashes)
    answers = draft.sheet.answers.by_path
    assert answers[Path("full_name")].value == "Анна Вымышленная"
    assert answers[Path("leg_to", "AAAAAAAAAA")].value == "Тихуана"
    (digest,) = draft.sheet.originals
    assert draft.original(digest) == b"%PDF-1.7 a paper that is fictional"
    assert b"A little form" in draft.pack["form.yaml"]
    assert "Тихуана" in draft.readable


@pytest.mark.parametrize("version", [1])
def test_a_package_of_this_format_still_opens(version: int) -> None:
    check(unseal(DATA / f"package-{version}.age", keys(version)))


@pytest.mark.parametrize("version", [1])
def test_a_passphrase_package_of_this_format_still_opens(tmp_path: FilePath, version: int) -> None:
    firm = vault(tmp_path / "firm.intake")
    check(open_package(firm, DATA / f"package-{version}-passphrase.age", PHRASE, NOW))
    firm.abandon()


@pytest.mark.parametrize("version", [1])
def test_a_card_of_this_format_is_still_read(version: int) -> None:
    card = read_card((DATA / f"card-{version}.card").read_bytes())
    ours = card_of(keys(version))
    assert (card.recipient, card.verifier) == (ours.recipient, ours.verifier)
    assert fingerprint(card.recipient, card.verifier) == fingerprint(ours.recipient, ours.verifier)
