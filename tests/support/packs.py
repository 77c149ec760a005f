"""Form packs written inside a test."""

from collections.abc import Mapping
from datetime import UTC, datetime
from random import Random
from textwrap import dedent

from intake.answers import Answers
from intake.form.loader import form_of
from intake.form.model import Form
from intake.interview import Interview

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def pack(items: str, *, choices: str = "", more: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """The files of a pack with one section, `main`, that holds these items; `more` adds or replaces files."""
    files = {
        "form.yaml": 'name: little\nversion: "1"\ntitle: A little form\nsections: [main]\n',
        "sections/main.yaml": "section: main\nlabel: Main\nitems:\n" + _indented(items),
        **({"choices.yaml": dedent(choices)} if choices else {}),
        **{name: dedent(text) for name, text in (more or {}).items()},
    }
    return {name: text.encode() for name, text in files.items()}


def form(items: str, *, choices: str = "", more: Mapping[str, str] | None = None) -> Form:
    return form_of(pack(items, choices=choices, more=more))


def interview(made: Form, answers: Answers | None = None) -> Interview:
    """An interview at noon of a fixed day."""
    return Interview.begin(made, answers or Answers(), now=lambda: NOON, random=Random(1))


def _indented(items: str) -> str:
    return "".join(f"  {line}\n" for line in dedent(items).strip("\n").split("\n"))
