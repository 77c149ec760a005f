"""What is asked now: relevance over answers, worked out whole, or only where a changed answer reaches."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import heappop, heappush
from random import Random
from typing import cast

from intake.answers import Answer, Answers, Path
from intake.errors import ExpressionError
from intake.form.entries import MOST_COUNTED, NOWHERE, OUTSIDE, EntryIds, Gap, entries_of
from intake.form.expressions import Expression
from intake.form.expressions.source import ChoiceRow
from intake.form.kinds.named import OTHER
from intake.form.kinds.registry import KINDS
from intake.form.model import Choice, Form
from intake.form.plan import NO_PARENT, Gate, Level, Plan


@dataclass(frozen=True, slots=True)
class Chance:
    """The clock and the random source that expressions may ask for."""

    now: Callable[[], datetime]
    random: Random


@dataclass(frozen=True, slots=True)
class Moved:
    """What a change did: questions asked now and not before, the other way round, and those to be judged
    anew.
    """

    shown: frozenset[Path]
    hidden: frozenset[Path]
    touched: frozenset[Path]

    def then(self, next_one: "Moved") -> "Moved":
        """What two changes did, one after the other."""
        return Moved(
            (self.shown - next_one.hidden) | (next_one.shown - self.hidden),
            (self.hidden - next_one.shown) | (next_one.hidden - self.shown),
            self.touched | next_one.touched,
        )


def holds(expression: Expression | None, view: "View", entry: str | None, *, otherwise: bool) -> bool:
    """A condition; `otherwise` when there is none, or it cannot be worked out (the linter tells that one)."""
    if expression is None:
        return otherwise
    try:
        return expression.holds(view, entry)
    except ExpressionError:
        return otherwise


def keeps(choice_filter: Expression | None, view: "View", entry: str | None, choice: Choice) -> bool:
    """Whether a choice is offered; one that cannot be judged is."""
    if choice_filter is None:
        return True
    try:
        return choice_filter.keeps(view, entry, (choice.name, choice.label, choice.columns))
    except ExpressionError:
        return True


class View:
    """The answers as expressions see them, and what is open for which entries. A new state has a new view."""

    __slots__ = (
        "_chance",
        "_counted",
        "_entries",
        "_form",
        "_gate_of",
        "_plan",
        "by_path",
        "opened",
        "worked",
    )

    def __init__(self, form: Form, plan: Plan, answers: Answers, chance: Chance) -> None:
        self._form, self._plan, self._chance = form, plan, chance
        self._gate_of = plan.by_name["question"]
        self.by_path = cast("Mapping[tuple[str, str | None], Answer]", answers.by_path)
        self._entries = entries_of(form, answers)
        self.opened: list[EntryIds] = [NOWHERE] * len(plan.gates)
        self.worked: dict[tuple[str, str | None], str] = {}
        self._counted: dict[tuple[str, str | None], int] = {}
        for number, gate in enumerate(plan.gates):
            self.opened[number] = self._passing(gate, self._standing(gate))
            self._calculate(gate, self.opened[number])
            self._count(gate, self.opened[number])

    def with_answers(self, answers: Answers) -> "View":
        """The view of other answers altogether."""
        return View(self._form, self._plan, answers, self._chance)

    def with_entries(self, answers: Answers) -> tuple["View", Moved]:
        """The view after entries came or went: all of it is worked out."""
        view = self.with_answers(answers)
        pairs = ((name, self.opened[at], view.opened[at]) for name, at in self._gate_of.items())
        moved = [(name, was, now) for name, was, now in pairs if was is not now and was != now]
        judged = {read.by for readers in self._plan.lookers.values() for read in readers}
        touched = (Path(name, entry) for name in judged for entry in view.opened[self._gate_of[name]])
        return view, _moved(moved, touched)

    def with_answer(self, path: Path, answers: Answers) -> tuple["View", Moved]:
        """The view after one answer changed: only what it reaches is worked out."""
        view = copy(self)
        view.by_path = cast("Mapping[tuple[str, str | None], Answer]", answers.by_path)
        if view.text(*path) == self.text(*path):
            return view, _moved((), (path,))
        view.opened, view.worked = self.opened.copy(), self.worked.copy()
        moves = view.work_out_again(path)
        if moves is None:
            view, moved = self.with_entries(answers)
            return view, replace(moved, touched=moved.touched | {path})
        touched = {path, *view.lookers(path.question, frozenset({path.entry}))}
        for move in moves:
            if move.gate.level in _READ:
                touched.update(view.lookers(move.gate.name, move.changed))
        questions = ((move.gate.name, move.was, move.now) for move in moves if move.gate.level == "question")
        return view, _moved(questions, touched)

    def is_open(self, level: Level, name: str, entry: str | None) -> bool:
        """Whether it is asked now, in this entry; False for a name the form does not know."""
        number = self._plan.by_name[level].get(name)
        return number is not None and entry in self.opened[number]

    def text(self, question: str, entry: str | None) -> str:
        if entry not in self.opened[self._gate_of[question]]:
            return ""
        if self.worked and (worked := self.worked.get((question, entry))) is not None:
            return worked
        answer = self.by_path.get((question, entry))
        if answer is None or answer.value is None:
            return ""
        value = answer.value
        if isinstance(value, str) and not value.startswith(OTHER):
            return value
        return KINDS[self._form.questions[question].kind].xpath(value)

    def entries(self, repeat: str, parent: str | None) -> Sequence[str]:
        shut = parent not in self.opened[self._plan.by_name["repeat"][repeat]]
        return () if shut else self._entries.inside.get((repeat, parent), ())

    def there(self, repeat: str, parent: str | None) -> Sequence[str]:
        """The entries that are there, whether they are asked about now or not."""
        return self._entries.inside.get((repeat, parent), ())

    def gaps(self) -> Iterator[Gap]:
        """The entries that counts ask for now and that are not there."""
        for (repeat, parent), wanted in self._counted.items():
            missing = wanted - len(self.there(repeat, parent))
            if missing > 0 and self.is_open("repeat", repeat, parent):
                yield Gap(repeat, parent, missing)

    def parent(self, entry: str) -> str | None:
        return self._entries.parent.get(entry)

    def choices(self, list_name: str) -> Sequence[ChoiceRow]:
        found = self._form.choice_lists.get(list_name)
        return [(choice.name, choice.label, choice.columns) for choice in found.choices] if found else ()

    @property
    def now(self) -> datetime:
        return self._chance.now()

    @property
    def random(self) -> Random:
        return self._chance.random

    def _standing(self, gate: Gate) -> EntryIds:
        """The entries for which the gate's parent is open."""
        if gate.parent == NO_PARENT:
            return OUTSIDE
        parent, opened = self._plan.gates[gate.parent], self.opened[gate.parent]
        if parent.level != "repeat" or not opened:
            return opened
        return self._entries.below(opened, (parent.name,))

    def _passing(self, gate: Gate, entries: EntryIds) -> EntryIds:
        """Those of the entries for which the gate's own condition holds."""
        if gate.relevant is None or not entries:
            return entries
        relevant = gate.relevant
        return frozenset(entry for entry in entries if holds(relevant, self, entry, otherwise=True))

    def _calculate(self, gate: Gate, entries: EntryIds) -> EntryIds:
        """Work the question's values out for these entries; gives the entries whose value is another now.

        A calculation that looks at its own question sees its last value, or what is stored there.
        """
        changed = set()
        if gate.calculation is not None:
            for entry in entries:
                value = _text(gate.calculation, self, entry)
                if self.worked.get((gate.name, entry)) != value:
                    self.worked[gate.name, entry] = value
                    changed.add(entry)
        return frozenset(changed)

    def _count(self, gate: Gate, parents: EntryIds) -> None:
        """Of a repeat with a count, leave away the entries beyond it."""
        if gate.count is None:
            return
        surplus: list[str] = []
        for parent in parents:
            wanted = self._counted[gate.name, parent] = _number(gate.count, self, parent)
            surplus.extend(self.there(gate.name, parent)[wanted:])
        if surplus:
            self._entries = self._entries.without(surplus)

    def _counts_anew(self, gate: Gate, parents: EntryIds) -> bool:
        """Whether a repeat has a count that is another now."""
        count = gate.count
        return count is not None and any(
            self._counted.get((gate.name, parent)) != _number(count, self, parent) for parent in parents
        )

    def work_out_again(self, changed: Path) -> list["_Move"] | None:
        """Open, shut and calculate what a changed answer reaches, in the order of the plan.

        None when it reaches the count of a repeat: then all has to be worked out.
        """
        moves: list[_Move] = []
        reached: dict[int, EntryIds] = {}
        waiting: list[int] = []

        def touch(gates: Iterable[tuple[int, EntryIds]]) -> None:
            for number, entries in gates:
                if number not in reached:
                    heappush(waiting, number)
                reached[number] = reached.get(number, NOWHERE) | entries

        touch(self._readers(changed.question, frozenset({changed.entry})))
        while waiting:
            number = heappop(waiting)
            gate, was, entries = self._plan.gates[number], self.opened[number], reached[number]
            now = (was - entries) | self._passing(gate, self._standing_among(gate, entries))
            self.opened[number] = now
            if self._counts_anew(gate, now & entries):
                return None
            move = _Move(gate, was, now, (was ^ now) | self._calculate(gate, now & entries))
            if move.changed:
                moves.append(move)
                touch(self._taken_along(number, move))
        return moves

    def _standing_among(self, gate: Gate, entries: EntryIds) -> EntryIds:
        """Like `_standing`, for some entries only."""
        if gate.parent == NO_PARENT:
            return entries
        parent, opened = self._plan.gates[gate.parent], self.opened[gate.parent]
        if parent.level != "repeat":
            return entries & opened
        return frozenset(entry for entry in entries if entry and self.parent(entry) in opened)

    def _taken_along(self, number: int, move: "_Move") -> Iterator[tuple[int, EntryIds]]:
        """What follows when a gate moves: all it holds, and what reads it."""
        gate, gates = move.gate, self._plan.gates
        for child in self._plan.children[number]:
            yield child, self._seen_from(gates[child].repeats, gate.repeats, move.was ^ move.now, own=True)
        if gate.level in _READ:
            yield from self._readers(gate.name, move.changed)

    def _readers(self, name: str, entries: EntryIds) -> Iterator[tuple[int, EntryIds]]:
        """The gates that read these answers of a question or these repeats, and for which entries they do."""
        for read in self._plan.readers.get(name, ()):
            around = self._plan.gates[read.by].repeats
            yield read.by, self._seen_from(around, self._around(name), entries, own=read.own)

    def lookers(self, name: str, entries: EntryIds) -> Iterator[Path]:
        """The questions asked now whose constraint, required or choice filter reads these answers."""
        for read in self._plan.lookers.get(name, ()):
            around = self._form.questions[read.by].repeats
            seen_from = self._seen_from(around, self._around(name), entries, own=read.own)
            yield from (Path(read.by, entry) for entry in seen_from & self.opened[self._gate_of[read.by]])

    def _around(self, name: str) -> tuple[str, ...]:
        question = self._form.questions.get(name)
        return question.repeats if question else self._form.repeats[name].repeats

    def _seen_from(
        self, inner: tuple[str, ...], outer: tuple[str, ...], entries: EntryIds, *, own: bool
    ) -> EntryIds:
        """The entries of what stands in `inner` repeats that look at these `entries` of the `outer` ones.

        Unless they look at their `own` only, it is all of them.
        """
        if not inner:
            return OUTSIDE
        if own and outer:
            return self._entries.below(entries, inner[len(outer) :])
        return self._entries.of_repeat[inner[-1]]


_READ = frozenset({"question", "repeat"})


@dataclass(frozen=True, slots=True)
class _Move:
    """A gate that was open for some entries and is `now` for others; `changed` are those that read
    differently.
    """

    gate: Gate
    was: EntryIds
    now: EntryIds
    changed: EntryIds


def _text(expression: Expression, view: View, entry: str | None) -> str:
    """The value of a calculation; nothing when it cannot be worked out."""
    try:
        return expression.text(view, entry)
    except ExpressionError:
        return ""


def _number(expression: Expression, view: View, entry: str | None) -> int:
    """How many entries a count asks for; none when it cannot be worked out."""
    try:
        number = expression.number(view, entry)
    except ExpressionError:
        return 0
    return int(min(max(number, 0), MOST_COUNTED)) if number == number else 0  # NaN is not itself


def _moved(questions: Iterable[tuple[str, EntryIds, EntryIds]], touched: Iterable[Path]) -> Moved:
    """From each question with the entries it was asked in, and is asked in now."""
    shown: set[Path] = set()
    hidden: set[Path] = set()
    for name, was, now in questions:
        shown.update(Path(name, entry) for entry in now - was)
        hidden.update(Path(name, entry) for entry in was - now)
    return Moved(frozenset(shown), frozenset(hidden), frozenset({*touched, *shown, *hidden}))
