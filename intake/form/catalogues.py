"""The texts of a pack as its catalogues hold them: each English text under its context."""

from collections.abc import Iterable, Iterator

from intake.form.model import Form, Item, Page, Question

_OF_QUESTION = ("label", "hint", "why", "example", "constraint_message")


def texts_of(form: Form) -> Iterator[tuple[str, str]]:
    """Every text that a person may read, as (context, English text), in the order of the form.

    A context is `name:column`; for a choice `LIST/choice:label`, for a happening `chronology/NAME:title`.
    """
    yield from _columns("form", form, ("title", "case_title"))
    for section in form.sections:
        yield from _columns(section.name, section, ("label", "hint"))
        yield from _of_items(section.items)
    for found in form.choice_lists.values():
        for choice in found.choices:
            yield f"{found.name}/{choice.name}:label", choice.label
    for happening in form.chronology:
        yield f"chronology/{happening.name}:title", happening.title


def _of_items(items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    for item in items:
        if isinstance(item, Page):
            yield from _of_page(item)
        else:
            yield from _columns(item.name, item, ("label", "hint", "entry", "add"))
            yield from _of_items(item.items)


def _of_page(page: Page) -> Iterator[tuple[str, str]]:
    lone = [question.name for question in page.questions] == [page.name]
    if not lone:  # a question that stands alone lends its page name and label
        yield from _columns(page.name, page, ("label", "hint"))
    for question in page.questions:
        yield from _of_question(question)


def _of_question(question: Question) -> Iterator[tuple[str, str]]:
    yield from _columns(question.name, question, _OF_QUESTION)


def _columns(name: str, thing: object, columns: Iterable[str]) -> Iterator[tuple[str, str]]:
    for column in columns:
        text: str = getattr(thing, column)
        if text:
            yield f"{name}:{column}", text
