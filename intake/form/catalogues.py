"""The texts of a pack as its catalogues hold them: each English text under its context."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake.form.kinds.registry import NEVER_SHOWN
from intake.form.model import Form, Happening, Item, Page, Question, Section
from intake.form.packdata import Check

_OF_QUESTION = ("label", "hint", "why", "example", "constraint_message", "summary")


@dataclass(frozen=True, slots=True)
class Text:
    """One text that a person may read. `around` are the repeats it stands in: it may name answers of those.

    `owner` is the name of what it belongs to, with `LIST/` before a choice, `chronology/` before a happening,
    `rules/` before a rule, `terms/` before a term and `checks/` before a check.
    """

    owner: str
    column: str
    english: str
    around: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """What tells it from other texts in a catalogue."""
        return f"{self.owner}:{self.column}"


def texts_of(form: Form) -> Iterator[tuple[str, str]]:
    """Every text of a pack as (context, English), in the order of the form."""
    return ((text.context, text.english) for text in standing_texts(form))


def standing_texts(form: Form) -> Iterator[Text]:
    """Every text of a pack with where it stands, in the order of the form.

    Lists from files, and what is never shown, are not for translating.
    """
    yield from _columns("form", form, ("title", "case_title"))
    for section in form.sections:
        yield from texts_of_section(section)
    for found in form.choice_lists.values():
        for choice in found.choices:
            if not choice.as_it_is:
                yield Text(f"{found.name}/{choice.name}", "label", choice.label)
    for happening in form.chronology:
        yield _title(happening, form)
    for rule in form.data.rules:
        yield Text(f"rules/{rule.rule}", "title", rule.title)
    for term in form.data.terms:
        around = next((form.questions[name].repeats for name in term.sources), ())
        yield from _columns(f"terms/{term.name}", term, ("title", "neutral", "changes"), around)
    for check in form.data.checks:
        yield _finding(check, form)


def texts_of_section(section: Section) -> Iterator[Text]:
    """Every text of a section, in the order it is read."""
    yield from _columns(section.name, section, ("label", "hint", "at_hand", "support"))
    yield from _of_items(section.items)


def _finding(check: Check, form: Form) -> Text:
    repeat = form.repeats.get(check.each)
    around = (*repeat.repeats, repeat.name) if repeat else ()
    return Text(f"checks/{check.name}", "finding", check.finding, around)


def _title(happening: Happening, form: Form) -> Text:
    when = form.questions.get(happening.when)
    return Text(f"chronology/{happening.name}", "title", happening.title, when.repeats if when else ())


def _of_items(items: Iterable[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Page):
            yield from _of_page(item)
        else:
            yield from _columns(item.name, item, ("label", "hint"), item.repeats)
            yield Text(item.name, "entry", item.entry, (*item.repeats, item.name))
            yield from _columns(item.name, item, ("add",), item.repeats)
            yield from _of_items(item.items)


def _of_page(page: Page) -> Iterator[Text]:
    lone = [question.name for question in page.questions] == [page.name]
    if not lone:  # a question that stands alone lends its page name and label
        yield from _columns(page.name, page, ("label", "hint"), page.repeats)
    for question in page.questions:
        if question.kind not in NEVER_SHOWN:
            yield from _of_question(question)


def _of_question(question: Question) -> Iterator[Text]:
    yield from _columns(question.name, question, _OF_QUESTION, question.repeats)


def _columns(
    owner: str, thing: object, columns: Iterable[str], around: tuple[str, ...] = ()
) -> Iterator[Text]:
    for column in columns:
        english: str = getattr(thing, column)
        if english:
            yield Text(owner, column, english, around)
