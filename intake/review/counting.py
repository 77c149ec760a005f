"""How the clocks of a pack count days from what was told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from intake.answers import Path
from intake.dates import Certainty, UncertainDate, beginning, ending
from intake.form.kinds.choosing import YES
from intake.form.packdata import Rule, Term
from intake.interview import Interview
from intake.review.clock import added, working_day_until
from intake.review.places import places, seen_from
from intake.review.told import choice_at, date_at


@dataclass(frozen=True, slots=True)
class Counted:
    """What a clock gives for one answer; see `Deadline`, which it becomes."""

    basis: tuple[Path, ...]
    due: date | None = None
    latest: date | None = None
    unmoved: date | None = None
    entry: str | None = None
    plausible: bool = True
    kept: Certainty | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a clock counts with."""

    interview: Interview
    sources: tuple[str, ...]
    rules: tuple[Rule, ...]

    def asked(self, at: int) -> Iterator[Path]:
        """The paths of a source that are asked for now."""
        found = places(self.interview, self.interview.form.questions[self.sources[at]])
        return (path for path in found if self.interview.is_asked(path))

    def beside(self, at: int, entry: str | None) -> Path | None:
        """The path of a source as the answers of an entry see it."""
        return next(seen_from(self.interview, self.interview.form.questions[self.sources[at]], entry), None)

    def date_at(self, path: Path | None) -> UncertainDate | None:
        return date_at(self.interview, path) if path else None

    def says_yes(self, path: Path | None) -> bool:
        return path is not None and choice_at(self.interview, path) == YES

    @property
    def lengths(self) -> tuple[str, ...]:
        return tuple(rule.length for rule in self.rules if rule.length)


def counted(interview: Interview, term: Term, rules: Mapping[str, Rule]) -> Iterator[Counted]:
    """What the term's clock gives: nothing where nothing it counts from is asked for."""
    return _CLOCKS[term.clock](_Asked(interview, term.sources, tuple(rules[name] for name in term.rules)))


def _told(asked: _Asked) -> Iterator[Counted]:
    for path in asked.asked(0):
        first, last = _days(asked.date_at(path))
        if first or last:
            yield Counted((path,), first, last, first, path.entry)


def _until_done(asked: _Asked) -> Iterator[Counted]:
    for one in _told(asked):
        done = asked.beside(1, one.entry)
        basis = (*one.basis, done) if done else one.basis
        yield replace(one, basis=basis, kept=Certainty.YES if asked.says_yes(done) else None)


def _due(asked: _Asked) -> Iterator[Counted]:
    filed = next(asked.asked(1), None)
    for path in asked.asked(0):
        first, last = _days(asked.date_at(path))
        if first or last:
            yield _by(asked, (path,), (first, last), filed)


def _anniversary(asked: _Asked) -> Iterator[Counted]:
    """One for each arrival, in the order told."""
    filed, plausible = next(asked.asked(1), None), frozenset(_plausible(asked))
    for path in asked.asked(0):
        first, last = (_anniversary_of(asked, day) for day in _days(asked.date_at(path)))
        yield _by(asked, (path,), (first, last), filed, plausible=path in plausible)


def _anniversary_of(asked: _Asked, day: date | None) -> date | None:
    """After the first length of the rules and those that follow; the last is that of a short absence."""
    for length in asked.lengths[:-1]:
        day = added(day, length) if day else None
    return day


def _plausible(asked: _Asked) -> Iterator[Path]:
    """The arrivals that may count: any that may be the last, and the one before those where the person was
    allowed to come back, or may have been away for less than the last length of the rules.
    """
    told = [(path, asked.date_at(path)) for path in asked.asked(0)]
    dated = [(beginning(when), path) for path, when in told if when]
    yield from (path for path, when in told if when is None)
    if not dated:
        return
    newest = max(days[0] for days, _ in dated)
    yield from (path for days, path in dated if days[1] >= newest)
    earlier = [(days, path) for days, path in dated if days[1] < newest]
    if earlier:
        _, path = max(earlier)
        if _may_count(asked, path, newest):
            yield path


def _may_count(asked: _Asked, arrival: Path, returned: int) -> bool:
    """An absence that nobody told of may have been a short one."""
    left = asked.date_at(asked.beside(2, arrival.entry))
    if left is None or asked.says_yes(asked.beside(3, arrival.entry)):
        return True
    first = max(returned, date.min.toordinal())
    long_ago = added(date.fromordinal(first), f"-{asked.lengths[-1].removeprefix('-')}")
    return long_ago is None or ending(left)[1] > long_ago.toordinal()


def _by(
    asked: _Asked,
    basis: tuple[Path, ...],
    days: tuple[date | None, date | None],
    filed: Path | None,
    *,
    plausible: bool = True,
) -> Counted:
    """Something that is to be received by the first of the days, which move back to a working day."""
    due, latest = (working_day_until(day) if day else None for day in days)
    paths = (*basis, filed) if filed else basis
    kept = _kept(asked.date_at(filed), due) if due else None
    return Counted(paths, due, latest, days[0], basis[0].entry, plausible, kept)


def _kept(done: UncertainDate | None, due: date) -> Certainty | None:
    """Whether it was done by then; None while it was not told when."""
    if done is None:
        return None
    first, last = beginning(done)
    if last <= due.toordinal():
        return Certainty.YES
    return Certainty.NO if first > due.toordinal() else Certainty.MAYBE


def _opens(asked: _Asked) -> Iterator[Counted]:
    """Here it is cautious to wait: the day counts from the last that can be meant."""
    for path in asked.asked(0):
        _, last = _days(asked.date_at(path))
        if last:
            day = added(last, asked.lengths[0])
            yield Counted((path,), day, day, day, path.entry, opens=True)


def _fee_before(asked: _Asked) -> Iterator[Counted]:
    path = asked.beside(0, None)
    if path is not None and asked.date_at(path) is None:
        yield Counted((path,))


def _fee_after(asked: _Asked) -> Iterator[Counted]:
    yield from (Counted((path,)) for path in asked.asked(0) if asked.date_at(path) is not None)


def _days(when: UncertainDate | None) -> Sequence[date | None]:
    """The first and the last day it can mean, padding counted; None where nothing bounds it."""
    if when is None:
        return None, None
    first, last = date.min.toordinal(), date.max.toordinal()
    return [date.fromordinal(day) if first <= day <= last else None for day in beginning(when)]


_CLOCKS: Mapping[str, Callable[[_Asked], Iterator[Counted]]] = {
    "told": _told,
    "until_done": _until_done,
    "due": _due,
    "anniversary": _anniversary,
    "opens": _opens,
    "fee_before": _fee_before,
    "fee_after": _fee_after,
}
