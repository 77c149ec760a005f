"""A form as the rows of a survey sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from intake.form.model import Form, Item, Page, Question, Repeat, Section
from intake.form.xlsform.headers import OURS
from intake.form.xlsform.odk import Told, knows_parameters, told_type
from intake.form.xlsform.said import Said

USUAL_MINUTES = 5
"""What a section takes when it does not say."""


@dataclass(frozen=True, slots=True)
class OutRow:
    """A row to be written: cells by column, texts by column and language, and remarks by column."""

    cells: Mapping[str, str]
    texts: Mapping[str, Mapping[str, str]]
    remarks: Mapping[str, tuple[str, str]]


def survey_rows(form: Form, said: Said) -> Iterator[OutRow]:
    """Every row of the survey, groups and repeats opened and closed."""
    filed = frozenset(
        found.name for found in form.choice_lists.values() if any(choice.as_it_is for choice in found.choices)
    )
    rows = _Rows(said, filed)
    for section in form.sections:
        yield from rows.section(section)


@dataclass(frozen=True, slots=True)
class _Rows:
    said: Said
    filed: frozenset[str]

    def section(self, section: Section) -> Iterator[OutRow]:
        cells = {"type": "begin_group", "name": section.name}
        own = {
            "minutes": "" if section.minutes == USUAL_MINUTES else str(section.minutes),
            "heavy": _yes(section.heavy),
        }
        told = Told(cells, own, {}).expression("relevant", section.relevant)
        yield self._row(told, section, ("label",), ("hint", "at_hand", "support"))
        yield from self._items(section.items)
        yield _row_of({"type": "end_group"})

    def _items(self, items: Iterable[Item]) -> Iterator[OutRow]:
        for item in items:
            if isinstance(item, Repeat):
                yield from self._repeat(item)
            else:
                yield from self._page(item)

    def _page(self, page: Page) -> Iterator[OutRow]:
        if [question.name for question in page.questions] == [page.name]:
            yield self._question(page.questions[0])
            return
        cells = {"type": "begin_group", "name": page.name, "appearance": "field-list"}
        told = Told(cells, {}, {}).expression("relevant", page.relevant)
        yield self._row(told, page, ("label",), ("hint",))
        yield from (self._question(question) for question in page.questions)
        yield _row_of({"type": "end_group"})

    def _repeat(self, repeat: Repeat) -> Iterator[OutRow]:
        told = Told({"type": "begin_repeat", "name": repeat.name}, {}, {})
        told = told.expression("relevant", repeat.relevant).expression("repeat_count", repeat.count)
        yield self._row(told, repeat, ("label",), ("hint", "entry", "add"))
        yield from self._items(repeat.items)
        yield _row_of({"type": "end_repeat"})

    def _question(self, question: Question) -> OutRow:
        told = told_type(question, filed=question.choice_list in self.filed)
        for column in ("relevant", "required", "calculation", "choice_filter"):
            told = told.expression(column, getattr(question, column))
        told = told.expression("default", question.worked_default)
        parameters = " ".join(f"{key}={value}" for key, value in question.parameters.items())
        strange = not knows_parameters(told.cells["type"], question.parameters)
        plain_default = "" if question.worked_default else question.default
        cells = {
            "name": question.name,
            **({"default": plain_default} if plain_default else {}),
            "read_only": _yes(question.read_only),
            "parameters": "" if strange else parameters,
        }
        own = {
            "parameters": parameters if strange else "",
            "sensitive": _yes(question.sensitive),
            "role": question.role,
            "optional": _yes(question.optional),
        }
        whole = Told({**told.cells, **cells}, {**told.own, **own}, told.remarks)
        own_texts = ("why", "example", "summary")
        return self._row(whole, question, ("label", "hint", "constraint_message"), own_texts)

    def _row(
        self,
        told: Told,
        thing: Section | Page | Repeat | Question,
        texts: tuple[str, ...],
        own_texts: tuple[str, ...],
    ) -> OutRow:
        """A row with its texts. The hint of a group has a column in ODK, though nothing shows it."""
        columns = {column: column if column == "hint" else f"{OURS}{column}" for column in own_texts}
        columns |= {column: column for column in texts}
        spoken = {
            written: self.said.of(f"{thing.name}:{column}", getattr(thing, column))
            for column, written in columns.items()
        }
        own = {f"{OURS}{column}": text for column, text in told.own.items() if text}
        unsaid = [*own_texts, *("or_other", "sensitive", "role", "optional")]
        unsaid += ["minutes", "heavy", "parameters"]
        remarks = {
            column: ("column_not_odk", "")
            for column in unsaid
            if spoken.get(columns.get(column, ""), {}) or own.get(f"{OURS}{column}")
        }
        return OutRow({**told.cells, **own}, spoken, {**remarks, **told.remarks})


def _row_of(cells: Mapping[str, str]) -> OutRow:
    return OutRow(cells, {}, {})


def _yes(flag: bool) -> str:
    return "yes" if flag else ""
