"""What of a form depends on what: the order in which relevance is worked out, and who reads which answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from itertools import groupby
from typing import Generic, Literal, TypeAlias, TypeVar

from intake.form.expressions import Expression
from intake.form.model import Form, Item, Question, Repeat

Level: TypeAlias = Literal["section", "page", "repeat", "question"]
NO_PARENT = -1


MOST_CYCLES = 50
"""Circles that are told of one form; whoever has mended these may ask again."""


class Cycles(Exception):
    """Relevance and calculations go round in circles; each of `names` spells one out, its first name again at
    its end.
    """

    def __init__(self, names: tuple[tuple[str, ...], ...]) -> None:
        super().__init__("; ".join(" → ".join(circle) for circle in names))
        self.names = names


@dataclass(frozen=True, slots=True)
class Gate:
    """A section, page, repeat or question, which is asked when its parent is and its own `relevant` holds.

    Outside repeats a gate is open or shut; inside `repeats` (outermost first) it is so for each entry of the
    last. A question with a `calculation` has its value from it, a repeat with a `count` its entries.
    """

    level: Level
    name: str
    relevant: Expression | None
    parent: int
    repeats: tuple[str, ...]
    calculation: Expression | None = None
    count: Expression | None = None


@dataclass(frozen=True)
class Plan:
    """The gates of a form in the order they are worked out, parents first, and who reads what."""

    gates: tuple[Gate, ...]
    by_name: Mapping[Level, Mapping[str, int]]
    children: tuple[tuple[int, ...], ...]
    readers: Mapping[str, tuple["Read[int]", ...]]
    """Question or repeat -> the gates whose `relevant`, `calculation` or `count` reads it."""
    lookers: Mapping[str, tuple["Read[str]", ...]]
    """Question or repeat -> the questions whose constraint, required or choice filter reads it."""


By = TypeVar("By", int, str)


@dataclass(frozen=True, slots=True)
class Read(Generic[By]):
    """`by` reads an answer: only that of its `own` entry or of one around it, or those of any entry."""

    by: By
    own: bool


def plan_of(form: Form) -> Plan:
    """The plan of a form. Raises Cycles when there is no order to work relevance out in."""
    drafts = tuple(_gates(form))
    place = {(gate.level, gate.name): number for number, gate in enumerate(drafts)}
    gates = _ordered(drafts, [frozenset(_needs(gate, place)) for gate in drafts])
    return Plan(gates, _by_name(gates), _children(gates), _readers(gates, form), _lookers(form))


def _gates(form: Form) -> Iterator[Gate]:
    """Every gate in the order of the pages, parents first."""
    count = 0

    def walk(items: Iterable[Item], parent: int) -> Iterator[Gate]:
        nonlocal count
        for item in items:
            own = count
            count += 1
            if isinstance(item, Repeat):
                yield Gate("repeat", item.name, item.relevant, parent, item.repeats, count=item.count)
                yield from walk(item.items, own)
            else:
                yield Gate("page", item.name, item.relevant, parent, item.repeats)
                count += len(item.questions)
                yield from (_question(question, own) for question in item.questions)

    for section in form.sections:
        own = count
        count += 1
        yield Gate("section", section.name, section.relevant, NO_PARENT, ())
        yield from walk(section.items, own)


def _question(question: Question, page: int) -> Gate:
    return Gate("question", question.name, question.relevant, page, question.repeats, question.calculation)


def _needs(gate: Gate, place: Mapping[tuple[Level, str], int]) -> Iterator[int]:
    """The gates to be worked out before this one, its parent aside."""
    names = gate.relevant.references if gate.relevant else frozenset[str]()
    if gate.count is not None:
        names |= gate.count.references
    if gate.calculation is not None:
        names |= gate.calculation.references - {gate.name}  # `once()` and the like look at their last value
    for name in names:
        for level in _READ:
            if (level, name) in place:
                yield place[level, name]


_READ: tuple[Level, ...] = ("question", "repeat")


def _reads(expression: Expression, around: tuple[str, ...], form: Form) -> Iterator[tuple[str, bool]]:
    """What an expression that stands inside the repeats `around` reads, each with whether it is its own
    entry's.

    An expression names a repeat as well whenever it goes through the repeat's entries.
    """
    for name in expression.references:
        question = form.questions.get(name)
        held = question is not None and question.repeats == around[: len(question.repeats)]
        yield name, held and question is not None and expression.references.isdisjoint(question.repeats)


def _ordered(gates: tuple[Gate, ...], needs: list[frozenset[int]]) -> tuple[Gate, ...]:
    """The order of the pages, unless something reads what comes after it."""
    if all(need < own for own, needed in enumerate(needs) for need in needed):
        return gates
    before = {
        own: {*needs[own], *(() if gate.parent == NO_PARENT else (gate.parent,))}
        for own, gate in enumerate(gates)
    }
    order = _sorted(before, gates)
    number_of = {old: new for new, old in enumerate(order)}
    number_of[NO_PARENT] = NO_PARENT
    return tuple(replace(gates[old], parent=number_of[gates[old].parent]) for old in order)


def _sorted(before: dict[int, set[int]], gates: tuple[Gate, ...]) -> tuple[int, ...]:
    """Every gate after those before it. What stands in a circle is let go free, to find others."""
    cycles: list[tuple[str, ...]] = []
    while True:
        try:
            order = tuple(TopologicalSorter(before).static_order())
        except CycleError as error:
            circle: list[int] = error.args[1]
            cycles.append(_spelt(gates[number].name for number in circle))
            before |= {number: set() for number in circle}
            if len(cycles) < MOST_CYCLES:
                continue
        if cycles:
            raise Cycles(tuple(cycles))
        return order


def _spelt(names: Iterable[str]) -> tuple[str, ...]:
    """The names of a circle; a page and the only question on it are one name."""
    spelt = tuple(name for name, _ in groupby(names))
    return spelt if len(spelt) > 1 else spelt * 2


def _by_name(gates: tuple[Gate, ...]) -> Mapping[Level, Mapping[str, int]]:
    found: dict[Level, dict[str, int]] = {"section": {}, "page": {}, "repeat": {}, "question": {}}
    for number, gate in enumerate(gates):
        found[gate.level][gate.name] = number
    return found


def _children(gates: tuple[Gate, ...]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in gates]
    for number, gate in enumerate(gates):
        if gate.parent != NO_PARENT:
            found[gate.parent].append(number)
    return tuple(tuple(children) for children in found)


def _readers(gates: tuple[Gate, ...], form: Form) -> Mapping[str, tuple[Read[int], ...]]:
    found: dict[str, list[Read[int]]] = {}
    for number, gate in enumerate(gates):
        for expression in (gate.relevant, gate.calculation, gate.count):
            if expression is not None:
                for name, own in _reads(expression, gate.repeats, form):
                    found.setdefault(name, []).append(Read(number, own))
    return {name: tuple(dict.fromkeys(readers)) for name, readers in found.items()}


def _lookers(form: Form) -> Mapping[str, tuple[Read[str], ...]]:
    found: dict[str, list[Read[str]]] = {}
    for question in form.questions.values():
        for expression in (question.constraint, question.required, question.choice_filter):
            if expression is not None:
                for name, own in _reads(expression, question.repeats, form):
                    found.setdefault(name, []).append(Read(question.name, own))
    return {name: tuple(dict.fromkeys(lookers)) for name, lookers in found.items()}
