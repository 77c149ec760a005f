"""The shipped sample cases as interviews, and as what documents are made from."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path as FilePath
from random import Random
from typing import Any

import yaml

from intake.answers import Answer, Answers, Entry, Path, State
from intake.case import Case, Status
from intake.export.source import Imprint, Source, shared
from intake.form.loader import load_form, pack_words
from intake.form.model import Form
from intake.interview import Interview
from intake.record import Record
from intake.review.reading import Reading
from intake.words import Words

ROOT = FilePath(__file__).resolve().parents[2]
PACK = ROOT / "forms" / "asylum_us"
SAMPLES = tuple(sorted(file.stem for file in (PACK / "samples").glob("*.yaml")))
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@cache
def form() -> Form:
    return load_form(PACK)


@cache
def sample_interview(name: str) -> Interview:
    """Everything that is asked was on screen; what was answered is in the language of the sample."""
    sample = yaml.load(
        (PACK / "samples" / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    by_path: dict[Path, Answer] = {}
    by_entry: dict[str, Entry] = {}

    def take(part: Mapping[str, Any], entry: str | None) -> None:
        for question, value in part["answers"].items():
            by_path[Path(question, entry)] = _answer(
                form().questions[question].kind, value, sample["language"]
            )
        for rank, inner in enumerate(part.get("entries", ())):
            made = Entry(f"E{len(by_entry):09}", inner["repeat"], entry, rank)
            by_entry[made.id] = made
            take(inner, made.id)

    take(sample, None)
    begun = Interview.begin(form(), Answers(by_path, by_entry), now=lambda: NOW, random=Random(0))
    paths = (p for s in form().sections for spot in begun.spots(s.name) for p in begun.paths(spot))
    return begun.with_answers(replace(begun.answers, seen=frozenset(paths)))


def sample_source(name: str, record: Record | None = None) -> Source:
    """What a document in English is made from."""
    english = Words.load("en", FilePath())
    reading = Reading(sample_interview(name), english, pack_words(PACK, "en"))
    case = Case("7FQ2K3MN9X", "asylum_us", form().hash, name[-2:], Status.SHARED, NOW, NOW, fictional=True)
    return Source(case, reading, Imprint(NOW, "0.1.0"), shared(record or Record()))


def _answer(kind: str, value: Any, language: str) -> Answer:
    """A value of a sample as it is stored; every scalar was read as text."""
    if isinstance(value, Mapping) and "state" in value:
        return Answer(state=State(value["state"]), kind=kind, language=language)
    stored = tuple(value) if isinstance(value, list) else int(value) if kind == "integer" else value
    return Answer(stored, kind=kind, language=language)
