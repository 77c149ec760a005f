"""Which expressions to work out again when an answer changes, in which order, and which go in circles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

CHANGING = ("calculation", "count", "relevant")
"""Columns whose outcome other expressions see: hidden answers read as empty. The rest only judge."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An expression in its place: the question, page, repeat or section, the column, the names it reads."""

    owner: str
    column: str
    reads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Graph:
    """The rules of a form and how they lean on each other.

    `order` holds every rule after those it leans on, and those that only judge last. Each of `cycles` goes
    from a rule to one that reads what it changes, and so on back to the first, which stands at its end again.
    """

    order: tuple[Rule, ...]
    cycles: tuple[tuple[Rule, ...], ...]
    _readers: Mapping[str, frozenset[int]] = field(repr=False)
    _after: tuple[frozenset[int], ...] = field(repr=False)
    _known: dict[str, tuple[Rule, ...]] = field(default_factory=dict, repr=False, compare=False)

    def dependents(self, name: str) -> tuple[Rule, ...]:
        """What to work out again, in order, when the answer or the entries of this name change."""
        if name not in self._known:
            found = _all_after(self._readers.get(name, frozenset()), self._after)
            self._known[name] = tuple(self.order[place] for place in sorted(found))
        return self._known[name]


def graph_of(rules: Iterable[Rule], members: Mapping[str, Sequence[str]]) -> Graph:
    """The graph of a form's rules. `members` names what lies inside each page, repeat and section."""
    given = sorted(rules, key=_stage)
    order, cycles = _sorted(_afters(given, members))
    placed = tuple(sorted((given[index] for index in order), key=lambda rule: rule.column not in CHANGING))
    looped = tuple(tuple(given[index] for index in cycle) for cycle in cycles)
    return Graph(placed, looped, _readers(placed), _afters(placed, members))


def _stage(rule: Rule) -> int:
    return CHANGING.index(rule.column) if rule.column in CHANGING else len(CHANGING)


def _readers(rules: Sequence[Rule]) -> dict[str, frozenset[int]]:
    readers: dict[str, set[int]] = {}
    for index, rule in enumerate(rules):
        for name in rule.reads:
            readers.setdefault(name, set()).add(index)
    return {name: frozenset(found) for name, found in readers.items()}


def _afters(rules: Sequence[Rule], members: Mapping[str, Sequence[str]]) -> tuple[frozenset[int], ...]:
    """For each rule, the rules that read what it changes."""
    readers = _readers(rules)
    return tuple(
        frozenset(reader for name in _changed(rule, members) for reader in readers.get(name, ()))
        for rule in rules
    )


def _changed(rule: Rule, members: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if rule.column not in CHANGING:
        return ()
    return (rule.owner,) if rule.column == "calculation" else (rule.owner, *members.get(rule.owner, ()))


def _sorted(after: Sequence[frozenset[int]]) -> tuple[list[int], list[list[int]]]:
    """An order of evaluation, and the cycles that had to be cut open for it."""
    before: dict[int, set[int]] = {index: set() for index in range(len(after))}
    for index, later in enumerate(after):
        for other in later:
            before[other].add(index)
    cycles: list[list[int]] = []
    while True:
        try:
            return list(TopologicalSorter(before).static_order()), cycles
        except CycleError as error:
            cycle: list[int] = error.args[
                1
            ]  # each reads what the one before it changes; the first stands at the end again
            cycles.append(cycle)
            before[cycle[1]].discard(cycle[0])


def _all_after(direct: frozenset[int], after: Sequence[frozenset[int]]) -> set[int]:
    found, waiting = set(direct), list(direct)
    while waiting:
        new = after[waiting.pop()] - found
        found |= new
        waiting.extend(new)
    return found
