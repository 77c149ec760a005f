"""The sample case as data: what the fictional person answers, read from the pack's own samples."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from intake.answers import State, Stored

Said: TypeAlias = Stored | State


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """One entry of a repeat, with the entries inside it."""

    repeat: str
    answers: Mapping[str, Said]
    entries: tuple["SampleEntry", ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A whole sample case."""

    language: str
    answers: Mapping[str, Said]
    entries: tuple[SampleEntry, ...]


def read_sample(path: Path) -> Sample:
    """Read a sample; the pack's tests keep all of them sound."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Sample(str(data["language"]), _answers(data["answers"]), _entries(data.get("entries", ())))


def _entries(data: object) -> tuple[SampleEntry, ...]:
    if not isinstance(data, list):
        return ()
    return tuple(
        SampleEntry(str(it["repeat"]), _answers(it["answers"]), _entries(it.get("entries", ())))
        for it in data
    )


def _answers(data: Mapping[str, object]) -> Mapping[str, Said]:
    return {name: _said(value) for name, value in data.items()}


def _said(value: object) -> Said:
    if isinstance(value, Mapping):
        if "state" in value:
            return State(str(value["state"]))
        return {str(key): str(part) for key, part in value.items()}
    if isinstance(value, list):
        return tuple(str(it) for it in value)
    return value if isinstance(value, int) else str(value)
