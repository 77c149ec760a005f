"""The loader judges what an import made, and what it cannot use is left out, with a remark."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from intake.errors import Fault, FormError, SpreadsheetTooLarge
from intake.form.lines import Lines
from intake.form.loader import CHRONOLOGY_FILE, form_of
from intake.form.model import Form
from intake.form.nodes import LARGEST_FILE
from intake.form.owners import expressions_of
from intake.form.texts import names_in
from intake.form.xlsform.data_sheets import DATA
from intake.form.xlsform.draft import EXPRESSIONS, Draft, Whole
from intake.form.xlsform.pack_files import PackWriter
from intake.form.xlsform.settings import CHRONOLOGY

_ROUNDS = 5
"""How often the circles that the loader tells are cut one by one; then all that look ahead go at once."""

Cell = tuple[str, str]
"""The name of a thing, and one of its columns."""


def judged(whole: Whole, writer: PackWriter) -> Mapping[str, bytes]:
    """The files of a pack that loads: without expressions that cannot be read, without circles, without
    events that name no date, and without files beside the questions that do not fit these any more.

    Raises SpreadsheetTooLarge, and FormError for faults of other kinds.
    """
    rows = {draft.name: draft.row for section in whole.sections for draft in section.all()}
    circles = 0
    while True:  # each round takes something away, so there is an end
        files = writer.files(whole)
        if any(len(data) > LARGEST_FILE for data in files.values()):
            raise SpreadsheetTooLarge(reason="pack", most=LARGEST_FILE)
        try:
            form = form_of(files)
        except FormError as error:
            beside = {fault.file for fault in error.faults} & whole.data.keys()
            faults = [fault for fault in error.faults if fault.file not in beside]
            circles += any(fault.code == "cycle" for fault in faults)
            events = _fallen_events(faults, files, whole)
            fallen = dict(_fallen(faults, files, whole))
            if circles > _ROUNDS:
                fallen |= dict.fromkeys(_looking_ahead(whole), error.faults[0])
            broken = frozenset() if faults else beside  # they may fit once the questions are mended
            if not (fallen or events or broken):
                raise
            _tell(fallen, events, rows, writer)
            sections = tuple(_without(section, _by_name(fallen)) for section in whole.sections)
            chronology = tuple(h for h in whole.chronology if h.cells.get("name", "") not in events)
            data = dict(_fitting(whole.data, broken, writer))
            whole = replace(whole, sections=sections, chronology=chronology, data=data)
        else:
            _tell_doubts(form, rows, writer)
            return files


def _tell(
    fallen: Mapping[Cell, Fault], events: Iterable[str], rows: Mapping[str, int], writer: PackWriter
) -> None:
    for (name, column), fault in fallen.items():
        facts = {key: str(fault.facts.get(key, "")) for key in ("reason", "names")}
        code = "circle_left_out" if fault.code == "cycle" else "expression_left_out"
        writer.remarks.add(rows.get(name, 0), column, code, **{**facts, "name": name})
    for name in sorted(events):
        writer.remarks.of(CHRONOLOGY).add(0, "name", "event_left_out", name=name[:60])


def _fitting(
    data: Mapping[str, bytes], broken: Collection[str], writer: PackWriter
) -> Iterator[tuple[str, bytes]]:
    for file, text in data.items():
        if file in broken:
            writer.remarks.of(DATA).add(0, "file", "data_left_out", file=file)
        else:
            yield file, text


def _fallen(
    faults: Iterable[Fault], files: Mapping[str, bytes], whole: Whole
) -> Iterator[tuple[Cell, Fault]]:
    """The cells that faults are about."""
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
            yield from ((cell, fault) for cell in islice(_reading(around), 1))


def _fallen_events(faults: Iterable[Fault], files: Mapping[str, bytes], whole: Whole) -> frozenset[str]:
    """The names of the events of the chronology that faults are about."""
    lines, names = Lines(files), [happening.cells.get("name", "") for happening in whole.chronology]
    starts = sorted((lines.find(f"chronology/{name}")[1], name) for name in names)
    told = [fault.line for fault in faults if fault.file == CHRONOLOGY_FILE]
    return frozenset(max(start for start in starts if start[0] <= line)[1] for line in told)


def _reading(drafts: Iterable[Draft]) -> Iterator[Cell]:
    for draft in drafts:
        for column in ("relevant", "calculation", "repeat_count", "default"):
            if draft.get(column):
                yield draft.name, column


def _looking_ahead(whole: Whole) -> Iterator[Cell]:
    """The conditions, calculations and counts that name what has not been asked before. Without them there
    can be no circle.
    """
    before: set[str] = set()
    for draft in (draft for section in whole.sections for draft in section.all()):
        for name, column in _reading([draft]):
            if not names_in(draft.get(column)) <= before:
                yield name, column
        if draft.what in ("question", "repeat"):
            before.add(draft.name)


def _by_name(cells: Iterable[Cell]) -> Mapping[str, list[str]]:
    columns: dict[str, list[str]] = {}
    for name, column in cells:
        columns.setdefault(name, []).append(column)
    return columns


def _without(draft: Draft, columns: Mapping[str, list[str]]) -> Draft:
    gone = dict.fromkeys(columns.get(draft.name, ()), "")
    return replace(draft.but(**gone), items=tuple(_without(item, columns) for item in draft.items))


def _tell_doubts(form: Form, rows: Mapping[str, int], writer: PackWriter) -> None:
    for name, column, expression in expressions_of(form):
        for doubt in expression.doubts:
            writer.remarks.add(rows.get(name, 0), column, "expression_doubtful", found=doubt.name[:60])
