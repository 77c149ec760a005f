"""Seals and takes in packages in children, and kills each at another line of the program.

It forks, so run it by itself: `python -m tests.support.handover_killing FOLDER seal|take EVERY`. After each
killing both vaults must open, a package must be whole or not there, and a draft taken in whole or not at
all. Prints how many were killed, and after how many nothing had been done.
"""

import shutil
import sys
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path as FilePath

from intake.answers import Path
from intake.delivery.inbox import TAKEN, taking, waiting
from intake.delivery.receiving import Taker, take_draft
from intake.delivery.sending import Addressee
from intake.errors import PackageTaken
from intake.vault.vault import Vault
from tests.support.dying import killed_at
from tests.support.travelling import ENGLISH, PHOTO, card, later, look, say, seal_draft, two
from tests.support.vaults import ALONE, PASSPHRASE, REVIEWER

SEALING = ("sending.py", "sealing.py", "packing.py", "target.py", "parcels.py", "thread.py")
TAKING = ("receiving.py", "inbox.py", "parcels.py", "evidence.py", "store.py", "register.py", "thread.py")
PACKAGE = "package.age"
NAME = "Анна Вымышленная"

Begin = Callable[[], None]


def main(folder: FilePath, what: str, every: int) -> None:
    pristine = folder.with_name("pristine")
    pristine.mkdir()
    _make(pristine, sealed=what == "take")
    watched, act, was_done = DEEDS[what]
    undone = 0
    for step in count(1, every):
        shutil.copytree(pristine, folder)
        killed = killed_at(step, watched, lambda begin: act(folder, begin))
        done = was_done(folder)
        shutil.rmtree(folder)
        if not killed:
            assert done
            print(step // every, undone)
            return
        undone += not done


def _make(folder: FilePath, *, sealed: bool) -> None:
    both = two(folder)
    digest = both.home.keep_file(both.case.id, PHOTO)
    paper = {"sha256": digest, "name": "справка.pdf", "media": "application/pdf", "size": len(PHOTO)}
    say(both.home, both.case, "paper", paper)
    (folder / "inbox").mkdir()
    if sealed:
        both.seal(f"inbox/{PACKAGE}")
    both.home.close()
    both.firm.close()


def _open(folder: FilePath, name: str) -> Vault:
    return Vault.open(folder / f"{name}.intake", PASSPHRASE, listener=lambda _: None)


def _seal(folder: FilePath, begin: Begin) -> None:
    home, firm = _open(folder, "home"), _open(folder, "firm")
    to, case = Addressee(card(firm)), home.case(home.cases(ALONE)[0].id, ALONE)
    begin()
    seal_draft(home, case, folder / "inbox" / PACKAGE, to)


def _take(folder: FilePath, begin: Begin) -> None:
    firm = _open(folder, "firm")
    package = folder / "inbox" / PACKAGE
    came = look(firm, package)
    begin()
    with taking(package):
        take_draft(firm, came, {}, Taker(REVIEWER, ENGLISH, later(2)))


def _was_sealed(folder: FilePath) -> bool:
    """Whether there is a package: whole, then. Another one can be sealed, with a higher number."""
    home, firm = _open(folder, "home"), _open(folder, "firm")
    package = folder / "inbox" / PACKAGE
    numbers = [look(firm, package).letterhead.number] if package.exists() else []
    case = home.case(home.cases(ALONE)[0].id, ALONE)
    again = seal_draft(home, case, folder / "again.age", Addressee(card(firm)))
    assert all(number < look(firm, again).letterhead.number for number in numbers)
    home.abandon()
    firm.abandon()
    return bool(numbers)


def _was_taken(folder: FilePath) -> bool:
    """Whether the draft is there: whole, then, with its file. The package is never lost."""
    firm, inbox = _open(folder, "firm"), folder / "inbox"
    there = [it.path for it in waiting(inbox)] + [*(inbox / TAKEN).glob("*.age")]
    assert len(there) == 1, there
    cases = firm.cases(REVIEWER)
    for case in cases:
        answers = firm.answers(case.id, REVIEWER).by_path
        assert answers[Path("full_name")].value == NAME
        paper = answers[Path("paper")].value
        assert isinstance(paper, Mapping)
        assert firm.file(case.id, str(paper["sha256"])) == PHOTO
    try:
        look(firm, there[0])
    except PackageTaken:
        assert cases
    else:
        assert not cases
    firm.abandon()
    return bool(cases)


DEEDS: Mapping[str, tuple[tuple[str, ...], Callable[[FilePath, Begin], None], Callable[[FilePath], bool]]] = {
    "seal": (SEALING, _seal, _was_sealed),
    "take": (TAKING, _take, _was_taken),
}

if __name__ == "__main__":
    main(FilePath(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
