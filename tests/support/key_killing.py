"""Changes the ways into a vault in children, and kills each at another line of the program.

It forks, so run it by itself: `python -m tests.support.key_killing FOLDER CHANGE EVERY [careless]`. After
each killing the vault must open as it did before the change or as it does after it, with every answer, and
nothing else may be left in its folder. They are killed at its last line, and from there at every so many
lines before it. Prints how many were killed, and after how many all was as before.
With `careless`, the two copies of the header are written in turn, so that for a moment both can be found.
"""

import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path as File
from types import FrameType
from typing import Any

from intake.answers import Path
from intake.errors import KeyringForgot, WrongPassphrase, WrongRecoveryCode
from intake.vault import backup, copies, keystore, remembering, rotation
from intake.vault.header import Kind
from intake.vault.recovery import new_code
from intake.vault.slots import Secret
from intake.vault.vault import Vault
from tests.support.vaults import ALONE, CHEAP, PACK, PASSPHRASE, said

WATCHED = (
    "ways.py",
    "rekey.py",
    "copies.py",
    "files.py",
    "marks.py",
    "slots.py",
    "thread.py",
    "rotation.py",
    "backup.py",
    "remembering.py",
    "keystore.py",
)
SECOND, NEW = "вторая из слов", "новая из слов"
CODE, NEXT_CODE = new_code(), new_code()
SECRETS: Mapping[str, Secret] = {
    "first": PASSPHRASE,
    "second": SECOND,
    "new": NEW,
    "code": CODE,
    "next code": NEXT_CODE,
}
BEFORE = frozenset({"first", "second", "code"})
CHANGES: Mapping[str, tuple[Callable[[Vault], None], frozenset[str]]] = {
    "change": (lambda it: it.ways.change_passphrase(PASSPHRASE, NEW), frozenset({"new", "second", "code"})),
    "add": (lambda it: it.ways.add_passphrase(PASSPHRASE, NEW, "x"), BEFORE | {"new"}),
    "remove": (lambda it: it.ways.remove(PASSPHRASE, _second(it)), BEFORE - {"second"}),
    "code": (lambda it: it.ways.set_code(PASSPHRASE, NEXT_CODE), frozenset({"first", "second", "next code"})),
    "restore": (lambda it: it.ways.restore(CODE, NEW), BEFORE | {"new"}),
    "replace": (lambda it: it.ways.replace_key(PASSPHRASE, NEXT_CODE), frozenset({"first", "next code"})),
}
HERE = "here"
"""This computer's keyring, for the changes that need a desktop session with one."""
CHANGES_HERE: Mapping[str, tuple[Callable[[Vault], None], frozenset[str]]] = {
    "remember": (lambda it: it.ways.remember_here(PASSPHRASE, "x"), BEFORE | {HERE}),
    "remember anew": (lambda it: it.ways.confirm(PASSPHRASE), BEFORE | {HERE}),
    "forget": (lambda it: it.ways.remove(PASSPHRASE, _here(it)), BEFORE),
}
WORDS = {Path(f"q{number}"): "что было потом " * number for number in range(60)}


def main(folder: File, change: str, every: int) -> None:
    pristine = folder.with_name("pristine")
    _make(pristine)
    act, after = {**CHANGES, **CHANGES_HERE}[change]
    remembered = _remembered(pristine, change) if change in CHANGES_HERE else None
    before = BEFORE | {HERE} if change == "forget" else BEFORE

    def died(step: int) -> tuple[bool, frozenset[str]]:
        """Whether it was killed at this line, and what opens the vault afterwards."""
        shutil.copytree(pristine, folder)
        if remembered is not None:
            keystore.keep(*remembered)
        killed = _killed_at(step, folder, act)
        found = _that_open(folder)
        assert found in ((before, after) if killed else (after,)), (step, sorted(found))
        _check_whole(folder, next(iter(found - {HERE})), renewed=change != "remember anew")
        shutil.rmtree(folder)
        return killed, found

    died(FOR_EVER)
    ends = [died(step) for step in range(int(_lines(folder).read_text()), 0, -every)]
    deaths = [found for killed, found in ends if killed]
    print(len(deaths), deaths.count(before))


def _make(folder: File) -> None:
    vault = Vault.create(folder, PASSPHRASE, listener=lambda _: None, cost=CHEAP)
    vault.ways.add_passphrase(PASSPHRASE, SECOND, "second")
    vault.ways.set_code(PASSPHRASE, CODE)
    case = vault.new_case(PACK, "ru").id
    vault.submit(case, [said(path.question, words) for path, words in WORDS.items()])
    vault.close()


def _remembered(folder: File, change: str) -> tuple[str, str] | None:
    """What the keyring holds of the vault before the change, under which name."""
    if change == "remember":
        return None
    vault = Vault.open(folder, PASSPHRASE, listener=lambda _: None)
    vault.ways.remember_here(PASSPHRASE, "x")
    if change == "remember anew":
        vault.ways.suspend_here()
    vault.close()
    name = copies.read(folder)[0].vault_id.hex()
    return name, keystore.kept(name) or ""


def _killed_at(step: int, folder: File, act: Callable[[Vault], None]) -> bool:
    """Whether the change is so many lines long that a child was killed at this one."""
    child = os.fork()
    if child == 0:
        threading.settrace(_count)
        vault = Vault.open(folder, CODE, listener=lambda _: None)
        _LEFT[0] = step
        sys.settrace(_count)
        act(vault)
        sys.settrace(None)
        _lines(folder).write_text(str(step - _LEFT[0]))
        _LEFT[0] = 0
        vault.abandon()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), status
    return status != 0


def _lines(folder: File) -> File:
    """Where a change that was not killed leaves how many lines it is long."""
    return folder.with_name("lines")


_LEFT = [0]
"""Lines to live; 0 while nothing is counted."""
FOR_EVER = 10**9


def _count(frame: FrameType, event: str, _given: Any) -> Any:
    """Die at the last of them."""
    if File(frame.f_code.co_filename).name not in WATCHED:
        return None
    if event == "line" and _LEFT[0]:
        _LEFT[0] -= 1
        if _LEFT[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return _count


def _that_open(folder: File) -> frozenset[str]:
    """Each is tried on a copy of its own: an opening heals, and must not hide what another had found."""
    here = frozenset({HERE} if _opens_here(folder) else ())  # first, as a passphrase may end what was begun
    return here | {name for name, secret in SECRETS.items() if _opens(folder, secret)}


def _opens_here(folder: File) -> bool:
    try:
        return remembering.may_open(folder) and _opens(folder, remembering.secret_for(folder))
    except KeyringForgot:
        return False


def _opens(folder: File, secret: Secret) -> bool:
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    try:
        Vault.open(copy, secret, listener=lambda _: None).abandon()
    except (KeyringForgot, WrongPassphrase, WrongRecoveryCode):
        return False
    finally:
        shutil.rmtree(copy)
    return True


def _check_whole(folder: File, opener: str, *, renewed: bool) -> None:
    """With `renewed`, the copies in the folder open with what the vault opens with."""
    vault = Vault.open(folder, SECRETS[opener], listener=lambda _: None)
    (case,) = vault.cases(ALONE)
    answers = vault.answers(case.id, ALONE).by_path
    vault.close()
    assert {path: answer.value for path, answer in answers.items()} == WORDS
    assert case.answered == len(WORDS)
    names = sorted(file.name for file in folder.iterdir() if file.is_file())
    assert names[1:] == ["vault.json", "vault.json.b", "vault.lock"], names
    text = (folder / names[1]).read_bytes()
    assert (folder / names[2]).read_bytes() == text
    headers = {backup.label_of(copy).header for copy in rotation.kept(folder)}
    assert len(headers) == 1
    assert headers == {text} or not renewed


def _here(vault: Vault) -> str:
    return next(way.id for way in vault.ways.listed() if way.kind is Kind.KEYRING)


def _second(vault: Vault) -> str:
    return next(way.id for way in vault.ways.listed() if way.name == "second")


if __name__ == "__main__":
    if "careless" in sys.argv:
        copies.replace = lambda folder, _former, header: copies.write(folder, header)
    main(File(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
