"""The rows of the survey sheet as a tree of questions, groups and repeats."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from intake.form.kinds.scale import scale_of
from intake.form.xlsform.draft import Draft, What
from intake.form.xlsform.headers import OURS
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.tables import Row, Texts, Wanted
from intake.form.xlsform.types import Type, frame_of, is_strange_frame, metadata_of, type_of

NOTHING = "-"
"""What our own columns say where the column they stand for is really empty."""

DEEPEST = 30
"""Groups and repeats in each other; beyond, they are opened flat."""

_OWN = frozenset({"sensitive", "role", "optional", "minutes", "heavy", "or_other"})
_STANDING_IN = frozenset(
    {"type", "relevant", "required", "constraint", "calculation", "choice_filter", "default"}
    | {"appearance", "parameters", "read_only", "repeat_count"}
)

SURVEY = Wanted(
    telling=(frozenset({"type"}), frozenset({"name", "label"})),
    known=frozenset({"type", "name", "disabled"})
    | _STANDING_IN
    | frozenset(f"{OURS}{column}" for column in _OWN | _STANDING_IN),
    translated=frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message"})
    | frozenset({"image", "big-image", "audio", "video"})
    | frozenset(f"{OURS}{column}" for column in ("why", "example", "summary", "entry", "add"))
    | frozenset({f"{OURS}at_hand", f"{OURS}support"}),
)

YES = frozenset({"yes", "true", "true()", "1", "y"})
NO = frozenset({"no", "false", "false()", "0", "n"})

_FLAGS = frozenset({"read_only"}) | {
    f"{OURS}{name}" for name in ("sensitive", "optional", "heavy", "or_other")
}
_CURLY = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'})
"""Quotation marks that word processors make of plain ones, which no expression knows."""


@dataclass(slots=True)
class _Open:
    """A group or repeat that is not closed yet."""

    draft: Draft
    items: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class _Tree:
    """The tree as the rows go by. The root is the first that is open."""

    remarks: Remarks
    open: list[_Open] = field(default_factory=lambda: [_Open(Draft("group", 0, ""))])
    metadata: dict[str, str] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        given = f"{OURS}type" in row.cells
        row = _stood_in(_readable(row, self.remarks))
        said = row.get("type")
        if not said:
            self.remarks.add(row.number, "type", "row_without_type")
        elif frame := frame_of(said):
            if is_strange_frame(said):
                self.remarks.add(row.number, "type", "group_unknown", type=said[:60])
            if frame.startswith("begin"):
                what: What = "group" if frame == "begin_group" else "repeat"
                draft = Draft(what, row.number, row.get("name"), _cells(row), _texts(row))
                self.open.append(_Open(draft.but(type="")))
            else:
                self._close(row.number, "group" if frame == "end_group" else "repeat")
        elif row.get("disabled").lower() in YES:
            self.remarks.add(row.number, "disabled", "row_disabled")
        else:
            self._question(row, said, given=given)

    def root(self) -> tuple[Draft, ...]:
        while len(self.open) > 1:
            self.remarks.add(self.open[-1].draft.row, "type", "never_closed")
            self._pop()
        return tuple(self.open[0].items)

    def _question(self, row: Row, said: str, *, given: bool) -> None:
        """A question. Where its type is `given` in our own words, nothing is read into its appearance."""
        found = type_of(said)
        if found is None:
            self.remarks.add(row.number, "type", "type_unknown", type=said[:60])
            found = Type("text")
        if found.fate:
            self.remarks.add(row.number, "type", found.fate, type=said[:60], kind=found.kind)
        instead = metadata_of(said)
        if instead is not None:
            self.metadata[row.get("name")] = instead
            return
        cells = {**_cells(row), "type": f"{found.kind} {found.of}".strip()}
        if found.kind == "text" and not given and "multiline" in _appearance(cells):
            cells["type"] = "long_text"
            cells["appearance"] = " ".join(word for word in _appearance(cells) if word != "multiline")
        cells |= {"or_other": "yes"} if found.or_other else {}
        cells |= {"from_file": "yes"} if found.from_file else {}
        if found.kind == "range" and scale_of(_parameters(cells)) is None:
            self.remarks.add(row.number, "parameters", "cell_left_out", text=cells.pop("parameters")[:60])
        self.open[-1].items.append(Draft("question", row.number, row.get("name"), cells, _texts(row)))

    def _close(self, row: int, what: str) -> None:
        kinds = [found.draft.what for found in self.open[1:]]
        if what not in kinds:
            self.remarks.add(row, "type", "closes_nothing")
            return
        while self.open[-1].draft.what != what:
            self.remarks.add(self.open[-1].draft.row, "type", "never_closed")
            self._pop()
        self._pop()

    def _pop(self) -> None:
        deep, done = len(self.open) > DEEPEST, self.open.pop()
        if deep:
            self.remarks.add(done.draft.row, "type", "nested_too_deep")
            self.open[-1].items.extend(done.items)
        else:
            self.open[-1].items.append(replace(done.draft, items=tuple(done.items)))


def grow(rows: tuple[Row, ...], remarks: Remarks) -> tuple[tuple[Draft, ...], Mapping[str, str]]:
    """The tree of a survey, and its metadata: name -> the expression that stands for it."""
    tree = _Tree(remarks)
    for row in rows:
        tree.take(row)
    return tree.root(), tree.metadata


def _readable(row: Row, remarks: Remarks) -> Row:
    """The row with flags as yes or no and parameters with spaces between them; what is none of them goes."""
    cells = dict(row.cells)
    for column in cells.keys() & _FLAGS:
        word = cells[column].lower()
        if word not in YES | NO:
            remarks.add(row.number, column, "cell_left_out", text=cells[column][:60])
        cells[column] = "yes" if word in YES else ""
    if not cells.get(f"{OURS}minutes", "5").isdecimal():
        remarks.add(row.number, "minutes", "cell_left_out", text=cells.pop(f"{OURS}minutes")[:60])
    if "parameters" in cells:
        pairs = re.sub(r"\s*=\s*", "=", re.sub("[;,]", " ", cells["parameters"])).split()
        good = [pair for pair in pairs if re.fullmatch("[^=]+=[^=]+", pair)]
        if len(good) < len(pairs):
            remarks.add(row.number, "parameters", "cell_left_out", text=cells["parameters"][:60])
        cells["parameters"] = " ".join(good)
    return replace(row, cells={column: text for column, text in cells.items() if text})


def _stood_in(row: Row) -> Row:
    """The row with our own columns in the place of those they stand for."""
    own = {column: text for column, text in row.cells.items() if column.startswith(OURS)}
    plain = {column: text for column, text in row.cells.items() if not column.startswith(OURS)}
    for column, text in own.items():
        plain[column.removeprefix(OURS)] = "" if text == NOTHING else text
    return replace(row, cells=plain)


def _texts(row: Row) -> Texts:
    return {column.removeprefix(OURS): texts for column, texts in row.texts.items()}


def _cells(row: Row) -> dict[str, str]:
    """The cells of a row as a pack writes them: yes and no for flags, straight quotation marks."""
    cells = {
        column: text for column, text in row.cells.items() if column not in ("name", "disabled") and text
    }
    for column in ("relevant", "constraint", "calculation", "choice_filter", "required", "repeat_count"):
        if column in cells:
            cells[column] = _condition(cells[column], flag=column == "required")
    if "appearance" in cells:
        cells["appearance"] = " ".join(_appearance(cells))
    return {column: text for column, text in cells.items() if text}


def _condition(said: str, *, flag: bool) -> str:
    """An expression, with the words that spreadsheets make of true and false."""
    word = said.lower()
    if flag and word in YES | NO:
        return "yes" if word in YES else ""
    if word in ("yes", "true", "no", "false"):
        return "true()" if word in YES else "false()"
    return said.translate(_CURLY) if not ("'" in said or '"' in said) else said


def _parameters(cells: Mapping[str, str]) -> Mapping[str, str]:
    return dict(pair.partition("=")[::2] for pair in cells.get("parameters", "").split())


def _appearance(cells: Mapping[str, str]) -> list[str]:
    words = cells.get("appearance", "").split()
    return ["multiline" if word.lower() in ("multiline", "multi-line") else word for word in words]
