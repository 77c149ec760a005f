"""Values of a case as the columns of rows, and back."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias

from sqlalchemy import Row

from intake.answers import Answer, Entry, Path, State, Stored
from intake.case import Case, CaseSummary, Status
from intake.vault.schema import OUTSIDE

Columns: TypeAlias = dict[str, Any]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]


def plain(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which no UTF-8 can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def written(value: Stored) -> str:
    """The value as JSON; lone surrogates are kept, as escapes."""
    text = json.dumps(_for_json(value), ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(_for_json(value), separators=(",", ":"))
    return text


def read(text: str) -> Stored:
    """The value that `written` made this text of."""
    return _from_json(json.loads(text))


def moment(at: datetime) -> str:
    """A moment as text. Raises ValueError for one without a time zone, which would be a guess."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return at.astimezone(UTC).isoformat()


def path_columns(path: Path) -> Columns:
    return {"entry": plain(path.entry or OUTSIDE), "question": plain(path.question)}


def path_of(entry: str, question: str) -> Path:
    return Path(question, entry or None)


def answer_columns(answer: Answer) -> Columns:
    value = answer.kept if answer.value is None else answer.value
    return {
        "value": None if value is None else written(value),
        "state": answer.state,
        "kind": plain(answer.kind),
        "language": plain(answer.language),
        "by": plain(answer.by),
        "at": answer.at and moment(answer.at),
    }


def answer_of(row: Sequence[Any]) -> Answer:
    """The answer in a row of value (put aside, beside a state), state, kind, language, by and at."""
    value, state, kind, language, by, at = row
    found = None if value is None else read(value)
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


def summary_of(row: Sequence[Any]) -> CaseSummary:
    """The summary in a row of id, title, language, status, answered, created, changed and fictional."""
    case_id, title, language, status, answered, created, changed, fictional = row
    moments = datetime.fromisoformat(created), datetime.fromisoformat(changed)
    return CaseSummary(case_id, title, language, Status(status), answered, *moments, fictional)


def _for_json(value: Stored) -> Any:
    if isinstance(value, Mapping):
        return {name: _for_json(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [_for_json(part) for part in value]
    return value


def _from_json(value: Any) -> Stored:
    if isinstance(value, dict):
        return {name: _from_json(part) for name, part in value.items()}
    if isinstance(value, list):
        return tuple(_from_json(part) for part in value)
    return value  # type: ignore[no-any-return]  # JSON holds nothing else
