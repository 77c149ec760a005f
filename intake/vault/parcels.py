"""Sealed packages as a vault remembers them: those that left, those that came, and whose cards were compared.

What is in a package means nothing here: cards and sheets are texts, and what to write comes as changes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from intake.answers import Entry
from intake.case import Case, Sitting, come_again
from intake.changes import Change
from intake.errors import PackageTaken
from intake.record import Item
from intake.vault import evidence, history, records, register, store
from intake.vault.past import seal_now
from intake.vault.register import PackText
from intake.vault.schema import arrivals, cards, cases, departures, entries
from intake.vault.store import Hand
from intake.vault.thread import VaultThread
from intake.written import moment


@dataclass(frozen=True, slots=True)
class Departure:
    """A package that left: its random id, its number among those of the case, whose card it was sealed to."""

    package: str
    case_id: str
    number: int
    verifier: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """A package that came: its id, the case's id where it comes from, who signed it, its number.

    `sheet` is its draft as it came; empty for questions.
    """

    package: str
    origin: str
    verifier: str
    number: int
    at: datetime
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """The sealed version that keeps what a case held: who has it sealed, and its title."""

    sitting: Sitting
    title: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a package brings into a case, to be written whole or not at all.

    `pack` is what a draft answers; without one there are no changes. `title` is for a case that is not here
    yet; what one held that is here is sealed as `before` says. `card` is that of the sender, as text.
    """

    case: Case
    arrival: Arrival
    changes: Sequence[Change]
    items: Sequence[Item]
    card: str
    files: Iterable[bytes] = ()
    pack: PackText | None = None
    title: str = ""
    before: Before | None = None


class Parcels:
    """Part of the door of an open vault: any thread but its own may call; any call may raise VaultClosed."""

    def __init__(self, thread: VaultThread, came: Callable[[str], object]) -> None:
        """`came` is told the id of a case that came in a package."""
        self._thread = thread
        self._came = came

    def was_taken(self, package: str) -> bool:
        """Whether this very package was taken in."""
        known = select(arrivals.c.package).where(arrivals.c.package == package)
        return self._thread.read(lambda connection: connection.scalar(known)) is not None

    def case_of(self, origin: str, verifier: str) -> str | None:
        """The case here that holds what this sender calls by this id."""
        a = arrivals.c
        known = select(a.case_id).where(a.origin == origin, a.verifier == verifier, a.sheet != "").limit(1)
        return self._thread.read(lambda connection: connection.scalar(known))

    def last_arrival(self, case_id: str, *, of_questions: bool = False) -> Arrival | None:
        """The newest draft that was taken into a case, or the newest questions."""
        a = arrivals.c
        kind = a.sheet == "" if of_questions else a.sheet != ""
        newest = select(arrivals).where(a.case_id == case_id, kind).order_by(a.number.desc()).limit(1)
        row = self._thread.read(lambda connection: connection.execute(newest).first())
        if row is None:
            return None
        at = datetime.fromisoformat(row.at)
        return Arrival(row.package, row.origin, row.verifier, row.number, at, row.sheet)

    def next_number(self, case_id: str) -> int:
        """The number of the next package of a case that leaves: one more than the last."""
        last = select(func.max(departures.c.number)).where(departures.c.case_id == case_id)
        return (self._thread.read(lambda connection: connection.scalar(last)) or 0) + 1

    def note_departure(self, departure: Departure) -> None:
        """Remember a package before it is written. Raises NotSaved."""
        row = {
            "package": departure.package,
            "case_id": departure.case_id,
            "number": departure.number,
            "verifier": departure.verifier,
            "at": moment(departure.at),
        }
        self._thread.write(lambda connection: connection.execute(insert(departures), [row]))

    def has_case_of(self, origin: str, added: Sequence[Entry]) -> bool:
        """Whether a case has this id, or any has one of these entries: both are unique in a vault."""

        same_case = select(cases.c.id).where(cases.c.id == origin)
        same_entry = select(entries.c.id).where(entries.c.id.in_([entry.id for entry in added]))

        def work(connection: Connection) -> bool:
            return any(connection.scalar(it.limit(1)) is not None for it in (same_case, same_entry))

        return self._thread.read(work)

    def cards(self, *, compared: bool) -> tuple[str, ...]:
        """The cards that a person compared, or those that came in packages; the newest first."""
        kept = select(cards.c.card).where(cards.c.compared == compared).order_by(cards.c.at.desc())
        return self._thread.read(lambda connection: tuple(connection.scalars(kept)))

    def keep_compared(self, verifier: str, card: str, at: datetime) -> None:
        """Remember a card whose fingerprint was compared. Raises NotSaved."""
        row = {"verifier": verifier, "card": card, "compared": True, "at": moment(at)}
        newer = upsert(cards).on_conflict_do_update(index_elements=[cards.c.verifier], set_=row)
        self._thread.write(lambda connection: connection.execute(newer, [row]))

    def take_in(self, came: Incoming) -> Case:
        """Write what a package brings, all of it or nothing. Raises PackageTaken, FileTooLarge, NotSaved."""

        def work(connection: Connection) -> Case:
            _check_new(connection, came.arrival.package)
            fresh = came.pack is not None and _make_room(connection, came, came.pack)
            for data in came.files:
                evidence.keep(connection, came.case.id, evidence.digest(data), data)
            store.saving(came.case.id, came.changes, Hand(came.arrival.at))(connection)
            if fresh:
                history.share(connection, came.case.id, came.arrival.at)
            records.putting(came.case.id, came.items)(connection)
            _add_arrival(connection, came)
            _meet(connection, came)
            return register.change_case(connection, came.case.id, {"language": came.case.language})

        case = self._thread.write(work)
        self._came(case.id)
        return case


def _check_new(connection: Connection, package: str) -> None:
    if connection.scalar(select(arrivals.c.package).where(arrivals.c.package == package)) is not None:
        raise PackageTaken


def _make_room(connection: Connection, came: Incoming, pack: PackText) -> bool:
    """A case that is not here yet is begun; one that is answers the questionnaire that came, and what changes
    in it from now on is history. Gives whether it is begun.
    """
    if connection.scalar(select(cases.c.id).where(cases.c.id == came.case.id)) is None:
        register.add_case(connection, pack, came.case)
        register.change_case(connection, came.case.id, {"title": came.title})
        return True
    case = register.case_of(connection, came.case.id)
    if case.status.open_to_reviewers:
        history.share(connection, case.id, came.arrival.at)
    if came.before is not None:
        seal_now(connection, case, came.before.sitting, came.before.title)
    register.add_pack(connection, pack)
    status = come_again(case.status, came.case.status)
    register.change_case(connection, came.case.id, {"pack_hash": pack.hash, "status": str(status)})
    return False


def _add_arrival(connection: Connection, came: Incoming) -> None:
    arrival = came.arrival
    row = {
        "package": arrival.package,
        "case_id": came.case.id,
        "origin": arrival.origin,
        "verifier": arrival.verifier,
        "number": arrival.number,
        "at": moment(arrival.at),
        "sheet": arrival.sheet,
    }
    connection.execute(insert(arrivals), [row])


def _meet(connection: Connection, came: Incoming) -> None:
    """Keep the sender's card, unless a person compared one: that is replaced by comparing alone."""
    at = moment(came.arrival.at)
    row = {"verifier": came.arrival.verifier, "card": came.card, "compared": False, "at": at}
    newer = upsert(cards).on_conflict_do_update(
        index_elements=[cards.c.verifier], set_={"card": came.card, "at": at}, where=~cards.c.compared
    )
    connection.execute(newer, [row])
