"""The Unicode bidirectional algorithm (UAX #9): levels of a paragraph, and the visual order of a line.

Classes come from the standard library. Explicit embeddings are handled for the sake of the algorithm's own
tests; people's words have lost theirs before they come here.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.export.text.bidi_runs import Run, resolve

REMOVED = -1
"""The level of a character that rule X9 takes out."""

_DEEPEST = 125
_ISOLATE_STARTS = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_TAKEN_OUT = _EMBEDDINGS | {"PDF", "BN"}
_TURNS = frozenset({"R", "AL", "AN", "LRI", "FSI", "RLI"}) | _EMBEDDINGS
_UNASSIGNED = (
    (0x0600, 0x07BF, "AL"),
    (0x0860, 0x08FF, "AL"),
    (0x0590, 0x08FF, "R"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0x10800, 0x10FFF, "R"),
    (0x1E800, 0x1EFFF, "R"),
    (0x20A0, 0x20CF, "ET"),
)
"""Default classes of code points that are not assigned yet (DerivedBidiClass.txt), first match wins."""


def levels(text: str, base: int | None = None) -> tuple[int, list[int]]:
    """The level of the paragraph and of each of its characters.

    Without `base` the first strong character decides on it (P2, P3).
    """
    if base != 1 and (text.isascii() or max(text, default="") < "\u0590"):
        return 0, [0] * len(text)
    classes = [_class(character) for character in text]
    if base is None:
        base = _first_strong(classes, 0, len(classes))
    if base == 0 and _TURNS.isdisjoint(classes):
        return 0, [0] * len(text)
    pairs = _isolate_pairs(classes)
    found, overridden = _explicit(classes, pairs, base)
    runs = []
    for indices in _sequences(classes, found, pairs):
        open_ended = classes[indices[-1]] in _ISOLATE_STARTS and indices[-1] not in pairs
        runs.append(Run(indices, *_neighbours(found, base, indices, open_ended=open_ended)))
    for run in runs:
        resolve(text, classes, overridden, found, run)
    return base, found


def line_levels(text: str, found: Sequence[int], base: int) -> list[int]:
    """The levels of one line: separators, and spaces at its end, go back to the paragraph's level (L1)."""
    out = list(found)
    at_end = True
    for index in range(len(text) - 1, -1, -1):
        kind = _class(text[index])
        if kind in {"B", "S"}:
            out[index], at_end = base, True
        elif kind == "WS" or kind == "PDI" or kind in _ISOLATE_STARTS:
            out[index] = base if at_end else out[index]
        elif kind not in _TAKEN_OUT:
            at_end = False
    return out


def visual_order(found: Sequence[int]) -> list[int]:
    """Indices of a line from left to right; what was taken out is left out (L2)."""
    order = [index for index, level in enumerate(found) if level != REMOVED]
    odd = [level for level in found if level % 2 and level != REMOVED]
    if not odd:
        return order
    for level in range(max(found), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _class(character: str) -> str:
    known = unicodedata.bidirectional(character)
    if known:
        return known
    code = ord(character)
    return next((kind for first, last, kind in _UNASSIGNED if first <= code <= last), "L")


def _first_strong(classes: Sequence[str], start: int, end: int) -> int:
    """P2, P3 over a stretch: what lies inside isolates does not count."""
    depth = 0
    for kind in classes[start:end]:
        if kind in _ISOLATE_STARTS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind == "B":
            return 0
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return 0


def _isolate_pairs(classes: Sequence[str]) -> dict[int, int]:
    """Each isolate start to its end and back (BD9)."""
    pairs: dict[int, int] = {}
    open_at: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATE_STARTS:
            open_at.append(index)
        elif kind == "PDI" and open_at:
            start = open_at.pop()
            pairs[start], pairs[index] = index, start
        elif kind == "B":
            open_at.clear()
    return pairs


@dataclass(frozen=True, slots=True)
class _Status:
    level: int
    override: str = ""
    isolate: bool = False

    def above(self, *, right_to_left: bool) -> int:
        """The next odd or even level."""
        return (self.level + 1) | 1 if right_to_left else (self.level + 2) & ~1


class _Stack:
    """The directional status stack of X1 to X8, with its counts of what overflowed."""

    def __init__(self, base: int) -> None:
        self._items = [_Status(base)]
        self._isolates_over = self._embeddings_over = self._isolates = 0

    @property
    def top(self) -> _Status:
        return self._items[-1]

    def embed(self, kind: str) -> None:
        level = self.top.above(right_to_left=kind in {"RLE", "RLO"})
        if level <= _DEEPEST and not self._isolates_over and not self._embeddings_over:
            self._items.append(_Status(level, {"RLO": "R", "LRO": "L"}.get(kind, "")))
        elif not self._isolates_over:
            self._embeddings_over += 1

    def isolate(self, *, right_to_left: bool) -> None:
        level = self.top.above(right_to_left=right_to_left)
        if level <= _DEEPEST and not self._isolates_over and not self._embeddings_over:
            self._isolates += 1
            self._items.append(_Status(level, isolate=True))
        else:
            self._isolates_over += 1

    def end_isolate(self) -> None:
        if self._isolates_over:
            self._isolates_over -= 1
        elif self._isolates:
            self._embeddings_over = 0
            while not self._items.pop().isolate:
                pass
            self._isolates -= 1

    def end_embedding(self) -> None:
        if self._isolates_over:
            return
        if self._embeddings_over:
            self._embeddings_over -= 1
        elif not self.top.isolate and len(self._items) > 1:
            self._items.pop()


def _explicit(classes: Sequence[str], pairs: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """X1 to X9: levels, and classes as overrides leave them."""
    stack = _Stack(base)
    found = [base] * len(classes)
    overridden = list(classes)
    for index, kind in enumerate(classes):
        if kind in _TAKEN_OUT:
            found[index] = REMOVED
            if kind == "PDF":
                stack.end_embedding()
            elif kind != "BN":
                stack.embed(kind)
            continue
        if kind == "B":
            stack = _Stack(base)
            continue
        if kind == "PDI":
            stack.end_isolate()
        found[index] = stack.top.level
        overridden[index] = stack.top.override or kind
        if kind in _ISOLATE_STARTS:
            inside = (classes, index + 1, pairs.get(index, len(classes)))
            stack.isolate(right_to_left=kind == "RLI" or (kind == "FSI" and _first_strong(*inside) == 1))
    return found, overridden


def _sequences(classes: Sequence[str], found: Sequence[int], pairs: dict[int, int]) -> Iterator[list[int]]:
    """The isolating run sequences (BD13): level runs joined over what isolates enclose."""
    runs: list[list[int]] = []
    for index, level in enumerate(found):
        if level == REMOVED:
            continue
        if runs and found[runs[-1][-1]] == level:
            runs[-1].append(index)
        else:
            runs.append([index])
    by_first = {run[0]: run for run in runs}
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in pairs:
            continue
        joined = list(run)
        while classes[joined[-1]] in _ISOLATE_STARTS and pairs.get(joined[-1]) in by_first:
            joined += by_first[pairs[joined[-1]]]
        yield joined


def _neighbours(found: Sequence[int], base: int, run: Sequence[int], *, open_ended: bool) -> tuple[str, str]:
    """The directions at the start and the end of a sequence (X10: sos and eos)."""
    level = found[run[0]]
    before = next((found[i] for i in range(run[0] - 1, -1, -1) if found[i] != REMOVED), base)
    after = base
    if not open_ended:
        after = next((found[i] for i in range(run[-1] + 1, len(found)) if found[i] != REMOVED), base)
    return ("R" if max(level, before) % 2 else "L"), ("R" if max(level, after) % 2 else "L")
