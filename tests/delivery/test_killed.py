"""The computer dies while a package is sealed or taken in: nothing is half there, nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.vaults import ROOT


@pytest.mark.parametrize(("what", "every"), [("seal", 101), ("take", 17)])
def test_whatever_line_it_dies_at_a_package_is_whole_or_not_there(
    tmp_path: Path, what: str, every: int
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.support.handover_killing", str(tmp_path / "run"), what, str(every)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 0, ran.stderr
    killed, undone = map(int, ran.stdout.split())
    assert killed > 5
    assert undone > 0
