"""Weak and neutral characters and brackets of one isolating run sequence (UAX #9, rules W1 to I2)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
_ISOLATES = frozenset({"FSI", "LRI", "RLI", "PDI"})
_MOST_BRACKETS = 63

_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩"
    "⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""The paired brackets of BidiBrackets.txt, opening and closing by turns."""
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
"""Canonical equivalents among brackets."""


@dataclass(frozen=True, slots=True)
class Run:
    """An isolating run sequence: indices into the paragraph, and the directions beside it (sos, eos)."""

    indices: Sequence[int]
    before: str
    after: str


def resolve(
    text: str, classes: Sequence[str], overridden: Sequence[str], levels: list[int], run: Run
) -> None:
    """Raise the `levels` of the characters of `run` as their classes ask."""
    level = levels[run.indices[0]]
    own = "R" if level % 2 else "L"
    kinds = _weak([overridden[index] for index in run.indices], run.before)
    characters = [text[index] for index in run.indices]
    marks = [classes[index] == "NSM" for index in run.indices]
    for place, side in _brackets(characters, kinds, own, run.before):
        kinds[place] = side
        place += 1  # marks on a bracket follow it
        while place < len(kinds) and marks[place]:
            kinds[place] = side
            place += 1
    _neutrals(kinds, own, run)
    for index, kind in zip(run.indices, kinds, strict=True):
        if level % 2:
            levels[index] = level + (kind != "R")
        else:
            levels[index] = level + {"L": 0, "R": 1}.get(kind, 2)


def _weak(given: Sequence[str], before: str) -> list[str]:
    """W1 to W7."""
    kinds = _numbers(_marks(given, before), before)
    _separators(kinds)
    _terminators(kinds)
    strong = before
    for index, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind in {"ES", "ET", "CS"}:
            kinds[index] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _marks(given: Sequence[str], before: str) -> Iterator[str]:
    """W1: a mark takes the kind of what it stands on."""
    previous = before
    for kind in given:
        if kind != "NSM":
            previous = kind
        elif previous in _ISOLATES:
            previous = "ON"
        yield previous


def _numbers(given: Iterable[str], before: str) -> list[str]:
    """W2, W3: after an Arabic letter European numbers count as Arabic; then Arabic letters become R."""
    strong = before
    out = []
    for kind in given:
        if kind in {"L", "R", "AL"}:
            strong = kind
        if kind == "EN" and strong == "AL":
            out.append("AN")
        else:
            out.append("R" if kind == "AL" else kind)
    return out


def _separators(kinds: list[str]) -> None:
    """W4: a separator between two numbers of one kind becomes part of them."""
    for index in range(1, len(kinds) - 1):
        left, kind, right = kinds[index - 1 : index + 2]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in {"EN", "AN"})):
            kinds[index] = left


def _terminators(kinds: list[str]) -> None:
    """W5: signs beside a European number become part of it."""
    for start, end in _stretches(kinds, frozenset({"ET"})):
        if "EN" in (kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else ""):
            kinds[start:end] = ["EN"] * (end - start)


def _stretches(kinds: Sequence[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each unbroken stretch of the wanted kinds."""
    index = 0
    while index < len(kinds):
        if kinds[index] not in wanted:
            index += 1
            continue
        start = index
        while index < len(kinds) and kinds[index] in wanted:
            index += 1
        yield start, index


def _side(kind: str) -> str:
    """The direction a kind counts for among neutrals: numbers as right-to-left; empty for a neutral."""
    if kind in {"R", "EN", "AN"}:
        return "R"
    return "L" if kind == "L" else ""


def _pairs(characters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Matching brackets in the order in which they open (BD16)."""
    found: list[tuple[int, int]] = []
    open_at: list[tuple[str, int]] = []
    for index, (character, kind) in enumerate(zip(characters, kinds, strict=True)):
        if kind != "ON":
            continue
        if character in _CLOSING:
            if len(open_at) == _MOST_BRACKETS:
                break
            closing = _CLOSING[character]
            open_at.append((_SAME.get(closing, closing), index))
        elif character in _OPENING:
            wanted = _SAME.get(character, character)
            for depth in range(len(open_at) - 1, -1, -1):
                if open_at[depth][0] == wanted:
                    found.append((open_at[depth][1], index))
                    del open_at[depth:]
                    break
    return sorted(found)


def _brackets(
    characters: Sequence[str], kinds: Sequence[str], own: str, before: str
) -> Iterator[tuple[int, str]]:
    """N0: brackets take the direction of what they enclose, or of what stands before them.

    `kinds` is changed by the caller between one bracket and the next.
    """
    context, reached = before, 0
    for opening, closing in _pairs(characters, kinds):
        while reached < opening:
            context = _side(kinds[reached]) or context
            reached += 1
        inside = {_side(kind) for kind in kinds[opening + 1 : closing]} - {""}
        if inside:
            side = own if own in inside else context
            yield opening, side
            yield closing, side


def _neutrals(kinds: list[str], own: str, run: Run) -> None:
    """N1, N2: neutrals between two of one direction take it, all others that of their level."""
    for start, end in _stretches(list(kinds), _NEUTRAL):
        left = _side(kinds[start - 1]) if start else run.before
        right = _side(kinds[end]) if end < len(kinds) else run.after
        kinds[start:end] = [left if left == right else own] * (end - start)
