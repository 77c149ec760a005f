"""Relevance of a form of 2,000 questions, 400 of them conditional, and 30 x 30 entries; in CPU time."""

from datetime import UTC, datetime
from pathlib import Path as Folder
from random import Random
from statistics import median, quantiles
from time import process_time

from benchmarks.rows import Row
from intake.answers import Answer, Answers, Entry, Path
from intake.form.loader import form_of, load_form, pack_words
from intake.form.model import Form
from intake.interview import Interview

QUESTIONS, CONDITIONAL, SIDE = 2_000, 400, 30
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ROOT = Folder(__file__).resolve().parent.parent


def rows() -> list[Row]:
    form, answers = large_form(), large_answers()
    at = Interview.begin(form, answers, now=lambda: NOON, random=Random(1))
    one = _changes(at)
    return [
        Row("all relevance of a 2,000-question form, 930 entries", _whole(at), "ms", 5),
        Row("one changed answer there, p99", quantiles(one, n=100)[98], "ms", 0.5),
        Row("load the shipped pack with one language", _load(), "ms", 150),
    ]


def large_form() -> Form:
    """Questions outside repeats, each fifth of them conditional; eight more in the inner of two repeats."""
    items = "".join(_question(number) for number in range(QUESTIONS - 12))
    inner = "".join(_inner(number) for number in range(8))
    legs = (
        "- type: repeat\n  name: legs\n  label: L\n  entry: E\n  add: A\n  items:\n"
        "  - {type: yes_no, name: leg, label: L}\n"
        "  - type: repeat\n    name: stops\n    label: S\n    entry: E\n    add: A\n    items:\n"
    )
    files = {
        "form.yaml": "{name: large, version: 1, title: Large, sections: [main]}",
        "sections/main.yaml": "section: main\nlabel: Main\nitems:\n" + items + legs + inner,
    }
    return form_of({name: text.encode() for name, text in files.items()})


def large_answers() -> Answers:
    """Everything answered, 30 entries of 30 entries."""
    by_path = {Path(f"q{number}"): Answer("yes") for number in range(QUESTIONS - 12)}
    entries = []
    for leg in range(SIDE):
        entries.append(Entry(f"L{leg}", "legs", None, leg))
        by_path[Path("leg", f"L{leg}")] = Answer("yes")
        for stop in range(SIDE):
            entries.append(Entry(f"S{leg}.{stop}", "stops", f"L{leg}", stop))
            by_path |= {Path(f"s{number}", f"S{leg}.{stop}"): Answer("yes") for number in range(8)}
    return Answers(by_path, {entry.id: entry for entry in entries})


def _question(number: int) -> str:
    relevant = f", relevant: \"${{q{number - 1}}} = 'yes'\"" if number % 5 == 4 else ""
    return f"- {{type: yes_no, name: q{number}, label: Q{relevant}}}\n"


def _inner(number: int) -> str:
    relevant = f", relevant: \"${{s{number - 1}}} = 'yes' and ${{leg}} = 'yes'\"" if number == 4 else ""
    return f"    - {{type: yes_no, name: s{number}, label: S{relevant}}}\n"


def _whole(at: Interview) -> float:
    return median(_milliseconds(lambda: at.with_answers(at.answers), 100))


def _changes(at: Interview) -> list[float]:
    """One answer changed at a time, all over the form: what others depend on, and what stands alone."""
    chance, taken = Random(1), []
    paths = list(at.answers.by_path)
    for number in range(2_000):
        path = chance.choice(paths)
        answer = Answer("no" if number % 2 else "yes")
        start = process_time()
        at, _ = at.answer(path, answer)
        taken.append((process_time() - start) * 1_000)
    return taken


def _load() -> float:
    pack = ROOT / "forms" / "asylum_us"
    return median(_milliseconds(lambda: (load_form(pack), pack_words(pack, "ru")), 10))


def _milliseconds(work: object, times: int) -> list[float]:
    assert callable(work)
    taken = []
    for _ in range(times):
        start = process_time()
        work()
        taken.append((process_time() - start) * 1_000)
    return taken
