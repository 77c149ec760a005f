"""Cases of the shipped questionnaire, written down shortly: names to values, repeats to lists of entries."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path as FilePath
from random import Random
from typing import Any

import yaml

from intake.answers import Answer, Answers, Entry, Path, State, Stored
from intake.form.loader import load_form
from intake.form.model import Form
from intake.interview import Interview
from tests.support.packs import NOON

ROOT = FilePath(__file__).resolve().parents[2]
PACK = ROOT / "forms" / "asylum_us"


@cache
def shipped_form() -> Form:
    return load_form(PACK)


def written(file: FilePath) -> Any:
    """A YAML file as packs are read: every scalar is text."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def sample(name: str) -> Interview:
    """A sample case of the pack."""
    return told_in(written(PACK / "samples" / f"{name}.yaml"), shipped_form())


def case(told: Mapping[str, Any]) -> Interview:
    """A case from names to values; dates are EDTF texts, and lists of tables are entries of a repeat."""
    outside = {name: value for name, value in told.items() if name not in shipped_form().repeats}
    entries = [
        {"repeat": name, "answers": entry}
        for name, value in told.items()
        if name in shipped_form().repeats
        for entry in value
    ]
    return told_in({"answers": outside, "entries": entries}, shipped_form())


def told_in(read: Mapping[str, Any], form: Form) -> Interview:
    """A sample case as an interview at noon of a fixed day."""
    return Interview.begin(form, _answers(read, form), now=lambda: NOON, random=Random(0))


def stored_of(kind: str, value: Any) -> Stored:
    """A value of a sample as it is stored; every scalar was read as text."""
    if kind == "uncertain_date":
        told = value if isinstance(value, Mapping) else {"edtf": value}
        return {"words": "", "calendar": "gregorian", **told}
    if isinstance(value, list):
        return tuple(value)
    stored: Stored = int(value) if kind == "integer" else value
    return stored


def _answers(read: Mapping[str, Any], form: Form) -> Answers:
    by_path: dict[Path, Answer] = {}
    by_entry: dict[str, Entry] = {}

    def take(part: Mapping[str, Any], entry: str | None) -> None:
        for name, value in part["answers"].items():
            by_path[Path(name, entry)] = _answer(form.questions[name].kind, value)
        for rank, inner in enumerate(part.get("entries", ())):
            made = Entry(f"E{len(by_entry):09}", inner["repeat"], entry, rank)
            by_entry[made.id] = made
            take(inner, made.id)

    take(read, None)
    return Answers(by_path, by_entry, frozenset(by_path))


def _answer(kind: str, value: Any) -> Answer:
    if isinstance(value, Mapping) and "state" in value:
        return Answer(state=State(value["state"]), kind=kind)
    return Answer(stored_of(kind, value), kind=kind, language="en")
