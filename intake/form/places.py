"""Where the pages and lists of a form stand: their section and their neighbours."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from intake.form.model import Form, Item, Page, Question, Repeat


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A page or a repeat (its list of entries) among its neighbours: those of the same section or entry."""

    item: Item
    section: str
    neighbours: tuple[Item, ...]
    number: int

    @property
    def later(self) -> tuple[Item, ...]:
        return self.neighbours[self.number + 1 :]

    @property
    def earlier(self) -> tuple[Item, ...]:
        """Nearest first."""
        return self.neighbours[: self.number][::-1]


def places_of(form: Form) -> Mapping[str, Whereabouts]:
    """Every page and repeat by name."""
    return {
        place.item.name: place for section in form.sections for place in _places(section.items, section.name)
    }


def questions_in(items: Iterable[Item]) -> Iterator[Question]:
    """All questions of these pages and repeats, in the order they are asked."""
    for item in items:
        if isinstance(item, Page):
            yield from item.questions
        else:
            yield from questions_in(item.items)


def _places(items: tuple[Item, ...], section: str) -> Iterator[Whereabouts]:
    for number, item in enumerate(items):
        yield Whereabouts(item, section, items, number)
        if isinstance(item, Repeat):
            yield from _places(item.items, section)
