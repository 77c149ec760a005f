"""Relevance of a form of 2,000 questions, 400 of them conditional, and 30 x 30 entries; in CPU time.

The same conditions are worked out by lxml's compiled XPath beside ours. With INTAKE_XLSFORM=FILE the
expressions of that spreadsheet are compiled too; without it that row is left out, and said to be.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path as Folder
from random import Random
from statistics import median, quantiles
from time import process_time

from lxml import etree

from benchmarks.rows import Row
from intake.answers import Answer, Answers, Entry, Path
from intake.form.expressions import Expression, Shape, compile_expression
from intake.form.faults import Faults
from intake.form.loader import SECTIONS, form_of, load_form, pack_words
from intake.form.model import Form
from intake.form.nodes import read_yaml
from intake.form.outline import outline
from intake.form.owners import expressions_of
from intake.form.plan import plan_of
from intake.form.relevance import Chance, View
from intake.form.xlsform.reader import convert
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
        Row("its conditions, vs the same ones by lxml's compiled XPath", _beside_lxml(form, answers), "x", 1),
        Row("load the shipped pack with one language", _load(), "ms", 150),
        *_spreadsheet(os.environ.get("INTAKE_XLSFORM", "")),
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


def _beside_lxml(form: Form, answers: Answers) -> float:
    """Every condition once by each, over answers that stand ready."""
    view = View(form, plan_of(form), answers, Chance(lambda: NOON, Random(1)))
    asked = [
        (question.relevant, entry)
        for question in form.questions.values()
        if question.relevant is not None
        for entry in (_innermost(answers) if question.repeats else [None])
    ]
    theirs = [*_lxml_conditions(form, answers)]
    assert [condition.holds(view, entry) for condition, entry in asked] == [path(at) for path, at in theirs]
    ours = median(_milliseconds(lambda: [condition.holds(view, entry) for condition, entry in asked], 30))
    return ours / median(_milliseconds(lambda: [path(at) for path, at in theirs], 30))


def _innermost(answers: Answers) -> list[str]:
    return [stop.id for leg in answers.entries("legs") for stop in answers.entries("stops", leg.id)]


def _lxml_conditions(form: Form, answers: Answers) -> "Iterator[tuple[etree.XPath, etree._Element]]":
    """The same conditions as paths, each with the element it is asked from, in the same order."""
    root = etree.Element("large")
    main = etree.SubElement(root, "main")
    for name in (name for name, question in form.questions.items() if not question.repeats):
        etree.SubElement(main, name).text = "yes"
    stops = []
    for leg in answers.entries("legs"):
        element = etree.SubElement(main, "legs")
        etree.SubElement(element, "leg").text = "yes"
        for _ in answers.entries("stops", leg.id):
            stops.append(etree.SubElement(element, "stops"))
            for number in range(8):
                etree.SubElement(stops[-1], f"s{number}").text = "yes"
    for number in range(QUESTIONS - 12):
        if number % 5 == 4:
            yield etree.XPath(f"/large/main/q{number - 1} = 'yes'"), root
    inner = etree.XPath("s3 = 'yes' and ../leg = 'yes'")
    yield from ((inner, stop) for stop in stops)


def _spreadsheet(file: str) -> list[Row]:
    """How long one expression of a real spreadsheet takes to compile, on average."""
    if not file:
        print("INTAKE_XLSFORM names no spreadsheet: its expressions are not compiled", file=sys.stderr)
        return []
    files, _ = convert(Folder(file))
    form = form_of(files)
    whole = expressions_of(form)
    sources = [(found.source, owner) for owner, column, found in whole if column != "choice_filter"]
    if not sources:
        print(f"{file} holds no expression", file=sys.stderr)
        return []
    shape = _shape(form, files)

    def compile_all() -> list[Expression]:
        return [compile_expression(source, shape, owner) for source, owner in sources]

    each = median(_milliseconds(compile_all, 10)) / len(sources)
    return [Row(f"compile one of the {len(sources)} expressions of {Folder(file).name}", each, "ms", 0.2)]


def _shape(form: Form, files: Mapping[str, bytes]) -> Shape:
    trees = ((it.name, read_yaml(files[f"{SECTIONS}/{it.name}.yaml"], Faults())) for it in form.sections)
    return outline(form.name, [(name, tree) for name, tree in trees if tree is not None])


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
