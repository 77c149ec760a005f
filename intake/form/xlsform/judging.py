"""The loader judges what an import made, and what it cannot use is left out, with a remark."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from intake.errors import Fault, FormError, SpreadsheetTooLarge
from intake.form.expressions import Expression
from intake.form.lines import Lines
from intake.form.loader import CHRONOLOGY_FILE, form_of
from intake.form.model import Form, Item, Page, Repeat
from intake.form.nodes import LARGEST_FILE
from intake.form.xlsform.draft import EXPRESSIONS, Draft, Whole
from intake.form.xlsform.pack_files import PackWriter
from intake.form.xlsform.settings import CHRONOLOGY

_MOST_ROUNDS = 50
"""Each takes away expressions, so there is an end; a questionnaire with more circles than this is none."""

Cell = tuple[str, str]
"""The name of a thing, and one of its columns."""


def judged(whole: Whole, writer: PackWriter) -> Mapping[str, bytes]:
    """The files of a pack that loads: without expressions that cannot be read, and without circles.

    Raises SpreadsheetTooLarge, and FormError for faults that are not of expressions.
    """
    rows = {draft.name: draft.row for section in whole.sections for draft in section.all()}
    for left in reversed(range(_MOST_ROUNDS)):
        files = writer.files(whole)
        if any(len(data) > LARGEST_FILE for data in files.values()):
            raise SpreadsheetTooLarge(reason="pack", most=LARGEST_FILE)
        try:
            form = form_of(files)
        except FormError as error:
            events = _fallen_events(error.faults, files, whole)
            fallen = dict(_fallen(error.faults, files, whole))
            if not left or not (fallen or events):
                raise
            for name in sorted(events):
                writer.remarks.of(CHRONOLOGY).add(0, "name", "event_left_out", name=name[:60])
            chronology = tuple(h for h in whole.chronology if h.cells.get("name", "") not in events)
            for (name, column), fault in fallen.items():
                facts = {
                    key: fact for key, fact in fault.facts.items() if key in ("reason", "names", "found")
                }
                code = "circle_left_out" if fault.code == "cycle" else "expression_left_out"
                writer.remarks.add(rows.get(name, 0), column, code, **{"name": name, **facts})
            sections = tuple(_without(section, frozenset(fallen)) for section in whole.sections)
            whole = replace(whole, sections=sections, chronology=chronology)
        else:
            _tell_doubts(form, rows, writer)
            return files
    raise AssertionError


def _fallen(
    faults: Iterable[Fault], files: Mapping[str, bytes], whole: Whole
) -> Iterator[tuple[Cell, Fault]]:
    """The cells that faults are about. None when there are faults of another kind."""
    lines = Lines(files)
    drafts = {draft.name: draft for section in whole.sections for draft in section.all()}
    cells = {
        (*lines.find(draft.name, column), column): (draft.name, column)
        for draft in drafts.values()
        for column in EXPRESSIONS
        if draft.get(column)
    }
    for fault in faults:
        if fault.code == "bad_expression":
            yield cells[fault.file, fault.line, str(fault.facts["key"])], fault
        elif fault.code == "cycle":
            around = [drafts[name] for name in str(fault.facts["names"]).split(" → ") if name in drafts]
            yield next(_reading(around)), fault


def _fallen_events(faults: Iterable[Fault], files: Mapping[str, bytes], whole: Whole) -> frozenset[str]:
    """The names of the events of the chronology that faults are about."""
    lines, names = Lines(files), [happening.cells.get("name", "") for happening in whole.chronology]
    starts = sorted((lines.find(f"chronology/{name}")[1], name) for name in names)
    told = [fault.line for fault in faults if fault.file == CHRONOLOGY_FILE]
    return frozenset(max(start for start in starts if start[0] <= line)[1] for line in told)


def _reading(drafts: Iterable[Draft]) -> Iterator[Cell]:
    for draft in drafts:
        for column in ("relevant", "calculation"):
            if draft.get(column):
                yield draft.name, column


def _without(draft: Draft, cells: frozenset[Cell]) -> Draft:
    gone = {column: "" for name, column in cells if name == draft.name}
    return replace(draft.but(**gone), items=tuple(_without(item, cells) for item in draft.items))


def _tell_doubts(form: Form, rows: Mapping[str, int], writer: PackWriter) -> None:
    for name, column, expression in expressions_of(form):
        for doubt in expression.doubts:
            writer.remarks.add(rows.get(name, 0), column, "expression_doubtful", found=doubt.name[:60])


def expressions_of(form: Form) -> Iterator[tuple[str, str, Expression]]:
    """Every expression of a form with the thing it stands at and its column."""
    for section in form.sections:
        if section.relevant:
            yield section.name, "relevant", section.relevant
        yield from _of_items(section.items)


def _of_items(items: Iterable[Item]) -> Iterator[tuple[str, str, Expression]]:
    for item in items:
        if item.relevant:
            yield item.name, "relevant", item.relevant
        if isinstance(item, Repeat):
            if item.count:
                yield item.name, "repeat_count", item.count
            yield from _of_items(item.items)
        else:
            yield from _of_page(item)


def _of_page(page: Page) -> Iterator[tuple[str, str, Expression]]:
    for question in page.questions:
        found = {
            "relevant": question.relevant,
            "required": question.required,
            "constraint": question.constraint,
            "calculation": question.calculation,
            "choice_filter": question.choice_filter,
        }
        yield from ((question.name, column, said) for column, said in found.items() if said)
