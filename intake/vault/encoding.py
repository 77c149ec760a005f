"""Values of a case as the columns of rows, and back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Row

from intake.answers import Answer, Entry, Path, State
from intake.case import Case, Status
from intake.vault.schema import OUTSIDE
from intake.written import moment, stored, text_of

Columns: TypeAlias = dict[str, Any]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]


def plain(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which no UTF-8 can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def path_columns(path: Path) -> Columns:
    return {"entry": plain(path.entry or OUTSIDE), "question": plain(path.question)}


def path_of(entry: str, question: str) -> Path:
    return Path(question, entry or None)


def answer_columns(answer: Answer) -> Columns:
    value = answer.kept if answer.value is None else answer.value
    return {
        "value": None if value is None else text_of(value),
        "state": answer.state,
        "kind": plain(answer.kind),
        "language": plain(answer.language),
        "by": plain(answer.by),
        "at": answer.at and moment(answer.at),
    }


def answer_of(row: Sequence[Any]) -> Answer:
    """The answer in a row of value (put aside, beside a state), state, kind, language, by and at."""
    value, state, kind, language, by, at = row
    found = None if value is None else stored(value)
    given_at = at and datetime.fromisoformat(at)
    if state is None:
        return Answer(found, None, kind, language, by, given_at)
    return Answer(None, State(state), kind, language, by, given_at, kept=found)


def entry_columns(entry: Entry) -> Columns:
    return {
        "id": plain(entry.id),
        "repeat": plain(entry.repeat),
        "parent": plain(entry.parent or OUTSIDE),
        "rank": entry.rank,
        "removed_at": entry.removed_at and moment(entry.removed_at),
    }


def entry_of(row: AnyRow) -> Entry:
    """The entry in a row of id, repeat, parent, rank and removed_at."""
    removed_at = row.removed_at and datetime.fromisoformat(row.removed_at)
    return Entry(row.id, row.repeat, row.parent or None, row.rank, removed_at)


def case_of(row: AnyRow) -> Case:
    """The case in a row of `cases`, with its pack's name as `pack`."""
    return Case(
        id=row.id,
        pack=row.pack,
        pack_hash=row.pack_hash,
        language=row.language,
        status=Status(row.status),
        created=datetime.fromisoformat(row.created),
        changed=datetime.fromisoformat(row.changed),
        fictional=row.fictional,
        resume_at=row.resume_at,
    )
