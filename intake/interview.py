"""The interview navigator: what is asked now, what follows, what is missing.

Pure; every step makes a new Interview and a Delta.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from random import Random

from intake.answers import Answer, Answers, Entry, Path, State, Stored
from intake.changes import AnswerSet, Change, EntrySet, SectionFinished, Seen
from intake.form.counting import filled
from intake.form.defaults import default_answer
from intake.form.expressions import Expression
from intake.form.kinds.choosing import is_other, names_of
from intake.form.kinds.registry import ASKING_NOTHING, KINDS, NEVER_SHOWN, WITH_CHOICES
from intake.form.kinds.scale import scale_of
from intake.form.model import Choice, Form, Item, Page, Question, Repeat
from intake.form.places import Whereabouts, places_of, questions_in
from intake.form.plan import plan_of
from intake.form.relevance import Chance, Moved, View, holds, keeps
from intake.form.texts import Nameable


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be in the interview: a page, or the list of entries of a repeat, inside `entry` when it lies
    in a repeat.
    """

    item: str
    entry: str | None = None


class Standing(StrEnum):
    """How a question stands.

    The stored states are told apart from what is derived: unanswered (seen), not reached, not asked.
    """

    ANSWERED = "answered"
    STATE = "state"
    UNANSWERED = "unanswered"
    NOT_REACHED = "not_reached"
    NOT_ASKED = "not_asked"


class Progress(StrEnum):
    """Where a section stands for the person: only they call it finished."""

    NOT_STARTED = "not_started"
    STARTED = "started"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at.

    `code` is `required`, `constraint` or a kind's own (`not_a_number`, ...); it never stops saving.
    """

    path: Path
    code: str


@dataclass(frozen=True, slots=True)
class Delta:
    """What one step did: changes for the vault, and what a page has to show anew."""

    changes: tuple[Change, ...] = ()
    shown: frozenset[Path] = frozenset()
    hidden: frozenset[Path] = frozenset()
    problems: frozenset[Path] = frozenset()
    """Paths whose problem appeared, went or changed."""


@dataclass(frozen=True)
class Interview:
    """A form with one person's answers to it. Made by `begin`; two are equal when form and answers are."""

    form: Form
    answers: Answers
    _view: View = field(compare=False, repr=False)
    _places: Mapping[str, Whereabouts] = field(compare=False, repr=False)

    @classmethod
    def begin(
        cls, form: Form, answers: Answers, *, now: Callable[[], datetime], random: Random
    ) -> "Interview":
        """Work out all relevance once. `now` and `random` are what expressions may ask for."""
        return cls(form, answers, View(form, plan_of(form), answers, Chance(now, random)), places_of(form))

    def with_answers(self, answers: Answers) -> "Interview":
        """The same form with other answers, as a store gives them; all relevance is worked out."""
        return replace(self, answers=answers, _view=self._view.with_answers(answers))

    def answer(self, path: Path, answer: Answer | None) -> tuple["Interview", Delta]:
        """Set or clear one answer. What a constraint dislikes is kept all the same and becomes a problem.

        Raises KeyError when the form has no such question.
        """
        self.form.questions[path.question]
        if answer == self.answers.get(path):
            return self, Delta()
        answers = self.answers.with_answer(path, answer)
        view, moved = self._view.with_answer(path, answers)
        return self._moved_to(answers, view, AnswerSet(path, answer), moved)

    def add_entry(self, repeat: str, parent: str | None, entry_id: str) -> tuple["Interview", Delta]:
        """Add an entry after those that are there.

        Raises ValueError when the id is taken, the parent is none, or the entries are counted.
        """
        self._refuse_counted(repeat)
        around = self.form.repeats[repeat].repeats
        lies_in = self.answers.by_entry[parent].repeat if parent is not None else None
        if entry_id in self.answers.by_entry or lies_in != (around[-1] if around else None):
            msg = "an entry needs a new id, and a parent of the repeat around it"
            raise ValueError(msg)
        beside = (e.rank for e in self.answers.by_entry.values() if (e.repeat, e.parent) == (repeat, parent))
        return self._with_entry(Entry(entry_id, repeat, parent, max(beside, default=-1) + 1))

    def remove_entry(self, entry_id: str, at: datetime) -> tuple["Interview", Delta]:
        """Mark an entry removed; its answers, and the entries inside it, are kept with it for
        `restore_entry`. Raises ValueError when the entries are counted.
        """
        self._refuse_counted(self.answers.by_entry[entry_id].repeat)
        return self._with_entry(replace(self.answers.by_entry[entry_id], removed_at=at))

    def restore_entry(self, entry_id: str) -> tuple["Interview", Delta]:
        """Bring a removed entry back, with all it held."""
        return self._with_entry(replace(self.answers.by_entry[entry_id], removed_at=None))

    def arrange(self, order: Iterable[str]) -> tuple["Interview", Delta]:
        """Give the entries of one list, all of them, this order."""
        after, delta = self, Delta()
        for rank, entry_id in enumerate(order):
            entry = self.answers.by_entry[entry_id]
            if entry.rank != rank:
                after, step = after._with_entry(replace(entry, rank=rank))
                delta = self._joined(delta, step, after)
        return after, delta

    def _refuse_counted(self, repeat: str) -> None:
        found = self.form.repeats.get(repeat)
        if found is not None and found.count is not None:
            msg = "the entries of this repeat follow its count"
            raise ValueError(msg)

    def see(self, spot: Spot) -> tuple["Interview", Delta]:
        """The questions of this page have been on screen; those with a default get it, once, as an answer."""
        new = tuple(path for path in self.paths(spot) if path not in self.answers.seen)
        after, delta = self, Delta()
        if new:
            after = replace(self, answers=self.answers.with_seen(frozenset(new)))
            delta = Delta((Seen(frozenset(new)),), problems=self._troubled(after, new))
        for path in (*self._hidden_ones(spot.entry), *new):
            answer = after.beginning(path)
            if answer is not None:
                after, step = after.answer(path, answer)
                delta = self._joined(delta, step, after)
        return after, delta

    def _hidden_ones(self, entry: str | None) -> Iterator[Path]:
        """The questions that no page shows and that have a default, in this entry and around it."""
        around: dict[str | None, str | None] = {None: None}
        around |= {found.repeat: found.id for found in self.answers.ancestors(entry)}
        for question in self.form.questions.values():
            innermost = question.repeats[-1] if question.repeats else None
            if question.kind in NEVER_SHOWN and question.default and innermost in around:
                yield Path(question.name, around[innermost])

    def beginning(self, path: Path) -> Answer | None:
        """What a question begins with that has no answer yet; None for one that is not asked now."""
        question = self.form.questions[path.question]
        if not question.default or question.calculation is not None:
            return None
        if self.answers.get(path) is not None or not self.is_asked(path):
            return None
        return default_answer(question, self._view, path.entry)

    def _joined(self, one: Delta, other: Delta, after: "Interview") -> Delta:
        """What two steps did that lead from here to `after`."""
        moved = Moved(one.shown, one.hidden, one.problems).then(
            Moved(other.shown, other.hidden, other.problems)
        )
        changes = (*one.changes, *other.changes)
        return Delta(changes, moved.shown, moved.hidden, self._troubled(after, moved.touched))

    def finish(self, section: str, *, finished: bool = True) -> tuple["Interview", Delta]:
        """The person calls a section finished, or takes it back."""
        if finished == (section in self.answers.finished):
            return self, Delta()
        after = replace(self, answers=self.answers.with_finished(section, finished=finished))
        return after, Delta((SectionFinished(section, finished),))

    def _with_entry(self, entry: Entry) -> tuple["Interview", Delta]:
        answers = self.answers.with_entry(entry)
        view, moved = self._view.with_entries(answers)
        return self._moved_to(answers, view, EntrySet(entry), moved)

    def _moved_to(
        self, answers: Answers, view: View, change: Change, moved: Moved
    ) -> tuple["Interview", Delta]:
        """After a change, with the entries that counts ask for now."""
        full = filled(answers, view, moved)
        after = replace(self, answers=full.answers, _view=full.view)
        changes = (change, *(EntrySet(entry) for entry in full.made))
        problems = self._troubled(after, full.moved.touched)
        return after, Delta(changes, full.moved.shown, full.moved.hidden, problems)

    def _troubled(self, after: "Interview", paths: Iterable[Path]) -> frozenset[Path]:
        return frozenset(path for path in paths if self.problem(path) != after.problem(path))

    def spots(self, section: str) -> tuple[Spot, ...]:
        """All that is asked in a section now, in order: pages; each repeat's list, followed by its entries'
        pages.
        """
        return tuple(self._spots(self.form.section(section).items, None))

    def _spots(self, items: Iterable[Item], entry: str | None) -> Iterator[Spot]:
        for item in items:
            if self._is_asked_there(item, entry):
                yield Spot(item.name, entry)
                if isinstance(item, Repeat):
                    for inner in self._view.entries(item.name, entry):
                        yield from self._spots(item.items, inner)

    def _is_asked_there(self, item: Item, entry: str | None) -> bool:
        if isinstance(item, Repeat):
            return self._view.is_open("repeat", item.name, entry)
        return any(
            self._view.is_open("question", question.name, entry)
            for question in item.questions
            if question.kind not in NEVER_SHOWN
        )

    def following(self, spot: Spot) -> Spot | None:
        """Where "Continue" leads.

        After an entry's last page back to its list, after a list past all its entries; None at a section's
        end.
        """
        return self._next(spot, self._places[spot.item].later)

    def preceding(self, spot: Spot) -> Spot | None:
        """Where "Back" leads: before an entry's first page to its list; None at a section's start."""
        return self._next(spot, self._places[spot.item].earlier)

    def _next(self, spot: Spot, neighbours: Iterable[Item]) -> Spot | None:
        for item in neighbours:
            if self._is_asked_there(item, spot.entry):
                return Spot(item.name, spot.entry)
        around = self._places[spot.item].item.repeats
        if not around or spot.entry is None:
            return None
        return Spot(around[-1], self.answers.by_entry[spot.entry].parent)

    def section_of(self, spot: Spot) -> str:
        """The section a page or list stands in."""
        return self._places[spot.item].section

    def paths(self, spot: Spot) -> tuple[Path, ...]:
        """The questions asked on a page now, in order; none on a list."""
        item = self._places[spot.item].item
        questions = item.questions if isinstance(item, Page) else ()
        paths = (
            Path(question.name, spot.entry) for question in questions if question.kind not in NEVER_SHOWN
        )
        return tuple(path for path in paths if self.is_asked(path))

    def is_asked(self, path: Path) -> bool:
        """Whether the question is relevant now, and so are its page, repeats and section, and its entry is
        there.
        """
        return self._view.is_open("question", path.question, path.entry)

    def entries(self, repeat: str, parent: str | None = None) -> tuple[str, ...]:
        """The ids of the entries that are there, in their order: not removed, and not more than counted."""
        return tuple(self._view.there(repeat, parent))

    def given(self, path: Path) -> Answer | None:
        """The answer at this path, or what a calculation gives there; None when there is neither."""
        worked = self._view.worked.get(path)
        if worked is None:
            return self.answers.get(path)
        return Answer(worked, kind=self.form.questions[path.question].kind) if worked else None

    def standing(self, path: Path) -> Standing:
        """How the question stands. What asks nothing counts as not asked: a note, a calculated value, a value
        that can only be read and is not there.
        """
        answer = self.answers.get(path)
        if not self.is_asked(path) or self._asks_nothing(path.question):
            return Standing.NOT_ASKED
        if answer is None and self.form.questions[path.question].read_only:
            return Standing.NOT_ASKED
        if answer is None:
            return Standing.UNANSWERED if path in self.answers.seen else Standing.NOT_REACHED
        return Standing.ANSWERED if answer.state is None else Standing.STATE

    def _asks_nothing(self, name: str) -> bool:
        question = self.form.questions[name]
        return question.kind in ASKING_NOTHING or question.calculation is not None

    def progress(self, section: str) -> Progress:
        """A section is started when anything in it has been on screen or answered, also while it is hidden
        now.
        """
        if section in self.answers.finished:
            return Progress.FINISHED
        names = {question.name for question in questions_in(self.form.section(section).items)}
        touched = (path for paths in (self.answers.seen, self.answers.by_path) for path in paths)
        started = any(path.question in names for path in touched)
        return Progress.STARTED if started else Progress.NOT_STARTED

    def problem(self, path: Path) -> Problem | None:
        """What to look at. A question is missed only once it has been seen, and not when a state was chosen.

        "Later" is the exception: who answers so wants to be reminded.
        """
        if not self.is_asked(path) or self._asks_nothing(path.question):
            return None
        question, answer = self.form.questions[path.question], self.answers.get(path)
        if question.read_only:
            return None
        if answer is None or answer.state is State.LATER:
            missed = path in self.answers.seen and holds(
                question.required, self._view, path.entry, otherwise=False
            )
            return Problem(path, "required") if missed else None
        if answer.value is None:
            return None
        code = self._code(question, answer.value, path)
        return Problem(path, code) if code else None

    def _code(self, question: Question, value: Stored, path: Path) -> str | None:
        code = KINDS[question.kind].check(value)
        if code is None and question.kind in WITH_CHOICES:
            offered = {choice.name for choice in self.choices(path)}
            listed = (name for name in names_of(value) if not (question.or_other and is_other(name)))
            code = None if offered.issuperset(listed) else "no_such_choice"
        if code is None and question.kind == "range":
            scale = scale_of(question.parameters)
            code = None if scale is None or scale.place_of(value) is not None else "not_on_the_scale"
        if code is None and not holds(question.constraint, self._view, path.entry, otherwise=True):
            code = "constraint"
        return code

    def problems(self, section: str) -> tuple[Problem, ...]:
        """Problems in the order of the pages."""
        paths = (path for spot in self.spots(section) for path in self.paths(spot))
        found = (self.problem(path) for path in paths)
        return tuple(problem for problem in found if problem is not None)

    def holds(self, expression: Expression, entry: str | None = None) -> bool:
        """Whether a condition of the form holds, asked from inside `entry`; one that fails does not."""
        return holds(expression, self._view, entry, otherwise=False)

    def put_off(self) -> Iterator[Path]:
        """The questions asked now that were answered with "later", in the order of the pages."""
        for section in self.form.sections:
            for spot in self.spots(section.name):
                for path in self.paths(spot):
                    answer = self.answers.get(path)
                    if answer is not None and answer.state is State.LATER:
                        yield path

    def choices(self, path: Path) -> tuple[Choice, ...]:
        """The choices offered now, after `choice_filter`."""
        question = self.form.questions[path.question]
        found = self.form.choice_lists.get(question.choice_list)
        if found is None:
            return ()
        return tuple(c for c in found.choices if keeps(question.choice_filter, self._view, path.entry, c))

    def hidden_answers(self) -> Iterator[Path]:
        """Answers kept but not asked for now: they stay out of pages, search and every export.

        Those whose question is gone from the form are among them.
        """
        return (path for path in self.answers.by_path if not self.is_asked(path))

    def texts_for(self, entry: str | None) -> Mapping[str, Answer]:
        """Every answer that a text standing in `entry` may name as `${name}`.

        Its own entry's, those of entries around it, those outside repeats, and what is calculated there;
        hidden ones are not among them.
        """
        around: dict[str | None, str | None] = {None: None}
        around |= {found.repeat: found.id for found in self.answers.ancestors(entry)}
        return Nameable(
            self.form.questions, around, lambda path: self.given(path) if self.is_asked(path) else None
        )
