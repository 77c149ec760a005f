"""What is in a package, as values and as files: a draft with its originals, or questions on their way back.

There is no room here for what is counsel-only, for undo, or for values that were put aside: the types have no
place for them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from intake.answers import CROCKFORD, ID_LETTERS, Answer, Answers, Entry, Path
from intake.case import Case
from intake.errors import PackageDamaged
from intake.export.handover.packing import Unpacked
from intake.form.kinds.files import GivenFile, file_of
from intake.record import Proposal, Query, ReadBack, Reply
from intake.written import read, text_of

Value = TypeVar("Value")

_CASE, _TALK, _READABLE = "case.json", "talk.json", "readable.txt"
_PACK, _ORIGINALS = "pack/", "originals/"
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}


@dataclass(frozen=True, slots=True)
class Talk:
    """All that goes to and fro between an applicant and those who help. Nothing counsel-only fits in."""

    queries: tuple[Query, ...] = ()
    replies: tuple[Reply, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    read_backs: tuple[ReadBack, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """An answer and where it was given."""

    path: Path
    answer: Answer


@dataclass(frozen=True, slots=True)
class Sheet:
    """A case and its answers. `left_out` names the questions whose answers the sender kept back."""

    case: Case
    given: tuple[Given, ...]
    entries: tuple[Entry, ...]
    seen: tuple[Path, ...]
    finished: tuple[str, ...]
    left_out: tuple[Path, ...] = ()

    @property
    def originals(self) -> Mapping[str, GivenFile]:
        """The files that answers name, by their SHA-256."""
        files = (file_of(it.answer.value) for it in self.given if it.answer.value is not None)
        return {file.sha256: file for file in files if file is not None}

    @property
    def answers(self) -> Answers:
        return Answers(
            {it.path: it.answer for it in self.given},
            {entry.id: entry for entry in self.entries},
            frozenset(self.seen),
            frozenset(self.finished),
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that travels: the sheet, the talk so far, the questionnaire it answers, and a text to read.

    `original` gives the bytes of a file that the sheet names, by its SHA-256.
    """

    sheet: Sheet
    talk: Talk
    pack: Mapping[str, bytes]
    readable: str
    original: Callable[[str], bytes]


def sheet_of(case: Case, answers: Answers, left_out: frozenset[Path]) -> Sheet:
    """The sheet of a case without these answers, without entries that were removed, nothing put aside."""
    lasting = {entry.id: entry for entry in answers.by_entry.values() if _lasts(answers, entry)}
    kept = {
        path: answer
        for path, answer in answers.by_path.items()
        if path not in left_out and (path.entry is None or path.entry in lasting)
    }
    return Sheet(
        case=replace(case, resume_at=""),
        given=tuple(Given(path, replace(kept[path], kept=None)) for path in sorted(kept, key=_place)),
        entries=tuple(sorted(lasting.values(), key=lambda entry: entry.id)),
        seen=tuple(sorted(answers.seen, key=_place)),
        finished=tuple(sorted(answers.finished)),
        left_out=tuple(sorted(left_out, key=_place)),
    )


def draft_files(draft: Draft) -> Iterator[tuple[str, bytes]]:
    """The files of a draft, one after another."""
    yield _CASE, text_of(draft.sheet).encode()
    yield _TALK, text_of(draft.talk).encode()
    yield _READABLE, draft.readable.encode("utf-8", "replace")
    for name, content in sorted(draft.pack.items()):
        yield _PACK + name, content
    for file in draft.sheet.originals.values():
        yield _original(file), draft.original(file.sha256)


def count_files(draft: Draft) -> int:
    """How many files a draft has."""
    return 3 + len(draft.pack) + len(draft.sheet.originals)


def talk_files(talk: Talk) -> Iterator[tuple[str, bytes]]:
    """The one file of questions on their way back."""
    yield _TALK, text_of(talk).encode()


def read_draft(files: Unpacked, hashes: Mapping[str, str]) -> Draft:
    """The draft in a package whose files have these hashes. Raises PackageDamaged.

    The originals are read when they are asked for.
    """
    sheet = _read(Sheet, files, _CASE)
    if not _is_sound(sheet):
        raise PackageDamaged(reason="contents")
    stored = {file.sha256: _original(file) for file in sheet.originals.values()}
    if any(hashes.get(name) != digest for digest, name in stored.items()):
        raise PackageDamaged(reason="contents")
    return Draft(
        sheet=sheet,
        talk=_read(Talk, files, _TALK),
        pack={name.removeprefix(_PACK): files.read(name) for name in hashes if name.startswith(_PACK)},
        readable=files.read(_READABLE).decode("utf-8", "replace"),
        original=lambda digest: files.read(stored[digest]),
    )


def read_talk(files: Unpacked) -> Talk:
    """The questions in a package. Raises PackageDamaged."""
    return _read(Talk, files, _TALK)


def _read(kind: type[Value], files: Unpacked, name: str) -> Value:
    try:
        return read(kind, files.read(name).decode("utf-8"))
    except (ValueError, RecursionError):
        raise PackageDamaged(reason="contents") from None


def _is_sound(sheet: Sheet) -> bool:
    """Whether ids are ours in form and unique, and every entry and answer has its place, in no circle."""
    parents = {entry.id: entry.parent for entry in sheet.entries}
    places = [it.path for it in sheet.given]
    unique = len(parents) == len(sheet.entries) and len(set(places)) == len(places)
    ids = (sheet.case.id, *parents)
    if not unique or not all(len(it) == ID_LETTERS and set(it) <= set(CROCKFORD) for it in ids):
        return False
    known = {*parents, None}
    if not {*parents.values(), *(path.entry for path in places)} <= known:
        return False
    reached: set[str | None] = {None}
    while found := {entry for entry, parent in parents.items() if parent in reached} - reached:
        reached |= found
    return reached == known


def _original(file: GivenFile) -> str:
    return _ORIGINALS + file.sha256 + _ENDINGS.get(file.media, "")


def _lasts(answers: Answers, entry: Entry) -> bool:
    return not any(it.removed_at for it in answers.ancestors(entry.id))


def _place(path: Path) -> tuple[str, str]:
    return path.question, path.entry or ""
