"""Answers from one version of a questionnaire to the next: renamed questions and repeats, and what is gone.

Pure. Nothing is lost: an answer whose question is gone keeps its place, or moves to `name@version` when the
new version uses its name for something else, and is told of as no longer asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from intake.answers import Answers, Entry, Path
from intake.changes import AnswerSet, Change, EntrySet, Seen
from intake.form.model import Form, Question, Repeat


@dataclass(frozen=True, slots=True)
class Upgraded:
    """The answers under the new version, the changes that lead a store there, where each path has moved that
    stands elsewhere now, and the paths of answers that are no longer asked.

    Applied in their order, the changes make the one of the other.
    """

    answers: Answers
    changes: tuple[Change, ...]
    moved: Mapping[Path, Path]
    gone: tuple[Path, ...]


def upgrade(answers: Answers, old: Form, new: Form, pinned: Iterable[Path] = ()) -> Upgraded:
    """Bring answers given to `old` to `new`, and tell where what is `pinned` to other questions moves.

    `renames` of the new version that the old one has not made itself are followed, also over several
    versions (`a: b` and `b: c`) and where two change places (`a: b` and `b: a`). What the person has seen
    stays seen. Answers under the same name and place are kept as they are, even if their kind is another now.
    """
    move = _Move(answers, old, new, renames_between(old, new))
    entries = {entry.id: move.entry(entry) for entry in answers.by_entry.values()}
    places = {path: move.path(path) for path in {**answers.by_path, **dict.fromkeys(answers.seen)}}
    places |= {path: move.path(path) for path in pinned if path not in places}
    by_path = {places[path]: answer for path, answer in answers.by_path.items()}
    seen = answers.seen | {places[path] for path in answers.seen}
    after = replace(answers, by_path=by_path, by_entry=entries, seen=seen)
    gone = tuple(path for path in by_path if not _is_asked_for(path, after, new))
    moved = {path: now for path, now in places.items() if now != path}
    return Upgraded(after, tuple(_changes(answers, after)), moved, gone)


def renames_between(old: Form, new: Form) -> Mapping[str, str]:
    """What each question and repeat of the old version is called in the new one, where that is another name.

    No two get the same name: the first in the order of `renames` has it.
    """
    steps = {was: now for was, now in new.renames.items() if old.renames.get(was) != now}
    names = new.questions.keys() | new.repeats.keys()
    found: dict[str, str] = {}
    for was in steps:
        if was in old.questions or was in old.repeats:
            now = _followed(was, steps, names)
            if now is not None and now not in found.values():
                found[was] = now
    return found


def _followed(name: str, steps: Mapping[str, str], names: frozenset[str] | set[str]) -> str | None:
    """Where renames lead from a name: to the first one that the new version has; None when to none."""
    passed = {name}
    while (name := steps.get(name, "")) and name not in names:
        if name in passed:
            return None
        passed.add(name)
    return name or None


@dataclass(frozen=True, slots=True)
class _Move:
    answers: Answers
    old: Form
    new: Form
    renames: Mapping[str, str]

    def entry(self, entry: Entry) -> Entry:
        """The entry under the name that its repeat has now."""
        name, around = self._name(entry.repeat), _around(self.answers, entry.parent)
        if around is not None and _fits(self.old.repeats.get(entry.repeat), around):
            now_around = tuple(self._name(repeat) for repeat in around)
            name = name if _fits(self.new.repeats.get(name), now_around) else ""
        return replace(entry, repeat=name or self._aside(entry.repeat))

    def path(self, path: Path) -> Path:
        """Where an answer stands now."""
        name, around = self._name(path.question), _around(self.answers, path.entry)
        if around is not None and _fits(self.old.questions.get(path.question), around):
            now_around = tuple(self.entry(it).repeat for it in self.answers.ancestors(path.entry))[::-1]
            name = name if _fits(self.new.questions.get(name), now_around) else ""
        moved = Path(name or self._aside(path.question), path.entry)
        while moved != path and moved in self.answers.by_path and "@" in moved.question:
            moved = Path(f"{moved.question}@", path.entry)
        return moved

    def _name(self, name: str) -> str:
        """What it is called now; empty when another thing has taken its name."""
        now = self.renames.get(name, name)
        return "" if now == name and name in self.renames.values() else now

    def _aside(self, name: str) -> str:
        """The name that something gone is kept under; no name of a pack has an @ in it."""
        taken = name in self.new.questions or name in self.new.repeats
        return f"{name}@{self.old.version}" if taken else name


def _around(answers: Answers, entry: str | None) -> tuple[str, ...] | None:
    """The repeats that an entry lies in, its own last; None when the store has lost one of the entries."""
    names: list[str] = []
    while entry is not None:
        found = answers.by_entry.get(entry)
        if found is None:
            return None
        names.append(found.repeat)
        entry = found.parent
    return tuple(reversed(names))


def _fits(thing: Question | Repeat | None, around: tuple[str, ...] | None) -> bool:
    """Whether a form asks for it inside these repeats."""
    return thing is not None and thing.repeats == around


def _is_asked_for(path: Path, answers: Answers, form: Form) -> bool:
    return _fits(form.questions.get(path.question), _around(answers, path.entry))


def _changes(before: Answers, after: Answers) -> Iterator[Change]:
    for entry in after.by_entry.values():
        if before.by_entry[entry.id] != entry:
            yield EntrySet(entry)
    for path in before.by_path:
        if path not in after.by_path:
            yield AnswerSet(path, None)
    for path, answer in after.by_path.items():
        if before.by_path.get(path) != answer:
            yield AnswerSet(path, answer)
    if after.seen != before.seen:
        yield Seen(after.seen - before.seen)
