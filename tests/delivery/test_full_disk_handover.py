"""The disk is full while a package is sealed or taken in: it is told, and what was there is as it was."""

import os
from pathlib import Path

import pytest

from intake.answers import Path as AnswerPath
from intake.delivery.sending import Addressee
from intake.errors import ExportDiskFull, NotSaved
from tests.support.disks import fill, small_disk
from tests.support.travelling import Two, card, compare, say, seal_draft, take, two, vault
from tests.support.vaults import REVIEWER


def with_a_paper(both: Two) -> None:
    scan = os.urandom(600_000)
    digest = both.home.keep_file(both.case.id, scan)
    paper = {"sha256": digest, "name": "scan", "media": "application/octet-stream", "size": len(scan)}
    say(both.home, both.case, "paper", paper)


def test_a_package_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    both = two(tmp_path)
    with_a_paper(both)
    with small_disk(tmp_path / "stick", "256k") as stick:
        with pytest.raises(ExportDiskFull):
            seal_draft(both.home, both.case, stick / "a.age", Addressee(card(both.firm)))
        assert [*stick.iterdir()] == []
    assert both.seal("b.age").exists()
    both.home.abandon()
    both.firm.abandon()


def test_a_draft_that_does_not_fit_is_not_half_taken(tmp_path: Path) -> None:
    both = two(tmp_path)
    with_a_paper(both)
    with small_disk(tmp_path / "disk", "4m") as disk:
        firm = vault(disk / "firm.intake")
        theirs = card(firm)
        compare(both.home, theirs)
        package = seal_draft(both.home, both.case, tmp_path / "a.age", Addressee(theirs))
        filler = fill(disk, 20)
        with pytest.raises(NotSaved):
            take(firm, package)
        assert firm.cases(REVIEWER) == ()
        filler.unlink()
        came = take(firm, package)
        assert firm.answers(came.id, REVIEWER).by_path[AnswerPath("full_name")].value
        assert card(firm) == theirs
        firm.abandon()
    both.home.abandon()
    both.firm.abandon()
