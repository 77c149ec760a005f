"""A case and a newer version of its questionnaire: what moving it there would change, and the move itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.answers import Answers, Path
from intake.case import Case
from intake.changes import Change
from intake.form.kinds.registry import KINDS
from intake.form.model import Form
from intake.form.upgrade import Upgraded, renames_between, upgrade
from intake.opening import Opened, Pack
from intake.vault.vault import PackText, Vault


@dataclass(frozen=True, slots=True)
class Move:
    """What moving a case to a newer version would do; nothing is moved yet.

    `answers` is how they would stand. `kept` ones stay where they are, `renamed` ones go from one place to
    another, and those `gone` are kept, but no longer asked; theirs are the paths of the older version.
    `doubtful` are kept or renamed answers that their question does not take any more as they are. `added` are
    questions that are new.
    """

    answers: Answers
    kept: tuple[Path, ...]
    renamed: Mapping[Path, Path]
    gone: tuple[Path, ...]
    doubtful: tuple[Path, ...]
    added: tuple[str, ...]


def has_newer(opened: Opened, shipped: Pack) -> bool:
    """Whether the program brings another version of the questionnaire that a case answers, and no earlier
    one.
    """
    ours, theirs = shipped.form, opened.pack.form
    return ours.name == theirs.name and ours.hash != theirs.hash and not _is_earlier(ours, theirs)


def move_to(opened: Opened, shipped: Pack) -> Move:
    """What moving the case to the shipped pack would do."""
    answers, old, new = opened.interview.answers, opened.pack.form, shipped.form
    made = upgrade(answers, old, new)
    gone = frozenset(made.gone)
    asked = [path for path in made.answers.by_path if path not in gone]
    renamed = {was: now for was, now in made.moved.items() if was in answers.by_path and now not in gone}
    came = frozenset(renamed.values())
    before = {now: was for was, now in made.moved.items()}
    known = {renames_between(old, new).get(name, name) for name in old.questions}
    return Move(
        answers=made.answers,
        kept=tuple(path for path in asked if path not in came),
        renamed=renamed,
        gone=tuple(before.get(path, path) for path in made.gone),
        doubtful=tuple(path for path in asked if _is_doubtful(path, made, new)),
        added=tuple(name for name in new.questions if name not in known),
    )


def move_case(vault: Vault, opened: Opened, shipped: Pack, text: PackText) -> Case:
    """Move a case to the shipped pack, whose `text` the vault keeps from now on, after a copy of the vault.

    All of it or nothing: answers, entries, what is pinned to them, and the pack itself. Gives the case as it
    stands then; who works on it has to open it anew. Raises CaseMissing, NotSaved, VaultUnwritable,
    DatabaseDamaged.
    """
    old, new = opened.pack.form, shipped.form

    def lead(answers: Answers, pinned: Iterable[Path]) -> tuple[Sequence[Change], Mapping[Path, Path]]:
        made = upgrade(answers, old, new, pinned)
        return made.changes, made.moved

    return vault.move_case(opened.case.id, text, lead)


def _is_doubtful(path: Path, made: Upgraded, form: Form) -> bool:
    value = made.answers.by_path[path].value
    return value is not None and KINDS[form.questions[path.question].kind].check(value) is not None


def _is_earlier(form: Form, than: Form) -> bool:
    """Whether a version is certainly an earlier one: both are numbers with dots between, the one smaller."""
    versions = [version.split(".") for version in (form.version, than.version)]
    if not all(part.isascii() and part.isdecimal() for parts in versions for part in parts):
        return False
    ours, theirs = ([int(part) for part in parts] for parts in versions)
    return ours < theirs
