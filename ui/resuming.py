"""Where a person goes on another time: a page, the question on it, and the place in what was typed there."""

from dataclasses import dataclass

from intake.interview import Interview, Spot


@dataclass(frozen=True, slots=True)
class Stop:
    """Where someone stopped. `cursor` counts the letters before it in the field of `question`."""

    spot: Spot
    question: str = ""
    cursor: int = 0


def written(stop: Stop) -> str:
    """A stop as a case keeps it: `page/entry question cursor`."""
    item, entry = stop.spot.item, stop.spot.entry
    place = item if entry is None else f"{item}/{entry}"
    return f"{place} {stop.question} {stop.cursor}" if stop.question else place


def stop_of(text: str, interview: Interview) -> Stop | None:
    """The stop that was kept, if its page is still asked for; a question that is not asked is left out."""
    place, *rest = text.split(" ")
    item, _, entry = place.partition("/")
    spot = Spot(item, entry or None)
    if not any(spot in interview.spots(section.name) for section in interview.form.sections):
        return None
    match rest:
        case [question, cursor] if cursor.isascii() and cursor.isdecimal():
            if any(path.question == question for path in interview.paths(spot)):
                return Stop(spot, question, int(cursor))
    return Stop(spot)
