"""What was changed, made up or lost between a spreadsheet and a form pack, item by item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from intake.errors import Fact
from intake.form.xlsform.remarks import CHANGES, LOSSES
from intake.words import Words

MOST_ITEMS = 5_000
"""Nobody reads more; a hostile file could otherwise hold one a cell."""

NOTHING_LOST, SOMETHING_LOST = 0, 3
"""Exit codes of the command line."""


@dataclass(frozen=True, slots=True)
class Item:
    """One remark: the sheet, the row as the spreadsheet numbers it (0 when it is about the whole sheet), the
    header of the column, a code and its facts.
    """

    sheet: str
    row: int
    column: str
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def lost(self) -> bool:
        """Whether something of the questionnaire is not there any more on the other side."""
        return self.code in LOSSES


@dataclass(frozen=True, slots=True)
class Report:
    """Every remark, in the order of sheets and rows."""

    items: tuple[Item, ...]

    @property
    def losses(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.lost)

    @property
    def exit_code(self) -> int:
        """How a command ends that gives this report."""
        return SOMETHING_LOST if self.losses else NOTHING_LOST

    def lines(self, words: Words) -> Iterator[str]:
        """Each remark in a line: where, unless it is about the whole file, and what; a loss is marked."""
        return (": ".join(filter(None, (_where(item), _marked(item, words)))) for item in self.items)


class Remarks:
    """The remarks about one sheet as they come; those of a whole workbook share one list."""

    def __init__(self, sheet: str = "", found: list[Item] | None = None) -> None:
        self.sheet = sheet
        self._found: list[Item] = [] if found is None else found

    def of(self, sheet: str) -> "Remarks":
        """Where remarks about another sheet go."""
        return Remarks(sheet, self._found)

    def add(self, row: int, column: str, code: str, /, **facts: Fact) -> None:
        if len(self._found) < MOST_ITEMS:
            self._found.append(Item(self.sheet, row, column, code, facts))

    def report(self) -> Report:
        order: dict[str, int] = {}
        for item in self._found:
            order.setdefault(item.sheet, len(order))
        unique = {(i.sheet, i.row, i.column, i.code, *sorted(i.facts.items())): i for i in self._found}
        return Report(tuple(sorted(unique.values(), key=lambda item: (order[item.sheet], item.row))))


def remark(item: Item, words: Words) -> str:
    """The sentence of one remark, without its place."""
    return words.say({**CHANGES, **LOSSES}[item.code], **item.facts, column=item.column)


def _marked(item: Item, words: Words) -> str:
    said = remark(item, words)
    return words.say("Lost: {remark}", remark=said) if item.lost else said


def _where(item: Item) -> str:
    place = f"{item.sheet}:{item.row}" if item.row else item.sheet
    return f"{place}:{item.column}" if item.column else place
