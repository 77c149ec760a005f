"""Values as JSON and back, by their declared types: strictly, as what cannot be read is never guessed at."""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from intake.answers import Answer, Path, State, Stored

Value = TypeVar("Value")


def text_of(value: object) -> str:
    """The value as JSON text; lone surrogates are kept, as escapes."""
    data = as_json(value)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":"))
    return text


def read(kind: type[Value], text: str) -> Value:
    """The value that `text_of` made this text of. Raises ValueError for any other text."""
    return from_json(kind, json.loads(text))


def stored(text: str) -> Stored:
    """The stored value that `text_of` made this text of. Raises ValueError for what is no JSON."""
    found: Stored = _stored(json.loads(text))
    return found


def without_words(text: str, path: Path) -> str:
    """The text of a value, in which every answer given at this path is one without words.

    Raises ValueError for a text that is no JSON.
    """
    place, nothing = as_json(path), as_json(Answer(""))

    def emptied(part: dict[str, Any]) -> dict[str, Any]:
        is_there = part.get("path") == place and "answer" in part
        return {**part, "answer": nothing} if is_there else part

    return text_of(json.loads(text, object_hook=emptied))


def as_json(value: object) -> Any:
    """The value as what JSON can hold. Raises ValueError for a moment without a time zone."""
    match value:
        case StrEnum():
            data: Any = value.value
        case datetime():
            data = moment(value)
        case date():
            data = value.isoformat()
        case Path(question, entry):
            data = [question, entry]
        case list() | tuple():
            data = [as_json(part) for part in value]
        case Mapping():
            data = {name: as_json(part) for name, part in value.items()}
        case _ if is_dataclass(value):
            data = {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
        case _:
            data = value
    return data


def from_json(kind: type[Value], data: Any) -> Value:
    """The value of this type in what `as_json` gave.

    A field that is not there takes its default: it was added after the value was written. Raises ValueError
    for anything else that does not fit.
    """
    found: Value = _from(kind, data)
    return found


def moment(at: datetime) -> str:
    """A moment as text. Raises ValueError for one without a time zone, which would be a guess."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return at.astimezone(UTC).isoformat()


def _from(kind: Any, data: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        (wanted,) = (part for part in get_args(kind) if part is not types.NoneType)
        found = None if data is None else _from(wanted, data)
    elif get_origin(kind) is tuple:
        found = tuple(_from(get_args(kind)[0], part) for part in _checked(list, data))
    elif kind in _BY_HAND:
        found = _BY_HAND[kind](data)
    elif is_dataclass(kind):
        found = _dataclass(kind, _checked(dict, data))
    elif issubclass(kind, StrEnum):
        found = kind(_checked(str, data))
    elif issubclass(kind, date):
        found = kind.fromisoformat(_checked(str, data))
    else:
        found = _checked(kind, data)
    return found


def _dataclass(kind: Any, data: dict[str, Any]) -> Any:
    hints = _hints(kind)
    if not hints.keys() >= data.keys():
        raise ValueError("a field that this value does not have")
    try:
        return kind(**{name: _from(hints[name], part) for name, part in data.items()})
    except TypeError as fault:
        raise ValueError("a field is missing") from fault


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _path(data: Any) -> Path:
    question, entry = _checked(list, data)
    return Path(_checked(str, question), entry if entry is None else _checked(str, entry))


def _answer(data: Any) -> Answer:
    """Its values are of any stored form."""
    given = dict(_checked(dict, data))
    value, kept = (_stored(given.pop(name, None)) for name in ("value", "kept"))
    state, at = _from(State | None, given.pop("state", None)), _from(datetime | None, given.pop("at", None))
    kind, language, by = (_checked(str, given.pop(name, None)) for name in ("kind", "language", "by"))
    if given:
        raise ValueError("a field that an answer does not have")
    return Answer(value, state, kind, language, by, at, kept)


def _checked(kind: type[Value], data: Any) -> Value:
    if type(data) is not kind:
        msg = f"not a {kind.__name__}"
        raise ValueError(msg)
    return data


def _stored(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _stored(part) for name, part in value.items()}
    if isinstance(value, list):
        return tuple(_stored(part) for part in value)
    return value


_BY_HAND: Mapping[Any, Callable[[Any], Any]] = {Path: _path, Answer: _answer}
