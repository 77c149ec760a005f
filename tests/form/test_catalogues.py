"""Every text of a pack has one context, and bringing catalogues up to date loses no translation."""

import io
from pathlib import Path

import pytest
import words as script  # found on the path that conftest sets
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from intake.form.catalogues import texts_of
from intake.form.loader import load_form
from tests.support.packs import form, pack

ROOT = Path(__file__).resolve().parents[2]


def texts(*pairs: tuple[str | None, str]) -> Catalog:
    catalogue = Catalog()
    for context, text in pairs:
        catalogue.add(text, context=context)
        catalogue.get(text, context).flags.clear()
    return catalogue


def russian(text: str) -> Catalog:
    return read_po(io.BytesIO(text.encode()), locale="ru")


def updated(old: str, *pairs: tuple[str | None, str]) -> str:
    """The catalogue after an update, without its head."""
    written = script.written(script.updated(russian(old), texts(*pairs), "ru"), "ru").decode()
    return written.partition("\n\n")[2]


def test_every_text_is_given_with_its_context_in_the_order_of_the_form() -> None:
    made = form(
        """
        - {type: select_one towns, name: town, label: Which town?, hint: Any, why: Why, example: Ex}
        - type: group
          name: page
          label: A page
          items: [{type: text, name: a, label: A, constraint: ". = 1", constraint_message: Look}]
        - type: repeat
          name: legs
          label: Legs
          hint: Each
          entry: To ${to}
          add: Add
          items: [{type: uncertain_date, name: to, label: To}]
        """,
        choices="towns: [{name: x, label: X}]",
        more={"chronology.yaml": "- {name: left, title: Left, when: to}"},
    )
    assert [context for context, _ in texts_of(made)] == [
        "form:title",
        "main:label",
        "town:label",
        "town:hint",
        "town:why",
        "town:example",
        "page:label",
        "a:label",
        "a:constraint_message",
        "legs:label",
        "legs:hint",
        "legs:entry",
        "legs:add",
        "to:label",
        "towns/x:label",
        "chronology/left:title",
    ]


@pytest.mark.parametrize("head", sorted(ROOT.glob("forms/*/form.yaml")), ids=lambda head: head.parent.name)
def test_no_two_texts_of_a_shipped_pack_share_a_context(head: Path) -> None:
    contexts = [context for context, _ in texts_of(load_form(head.parent))]
    assert len(contexts) == len({*contexts})


def test_a_translation_stays_and_a_new_text_stands_untranslated() -> None:
    old = 'msgctxt "town:label"\nmsgid "Which town?"\nmsgstr "Какой город?"\n'
    assert updated(old, ("town:label", "Which town?"), ("town:hint", "Any")) == (
        'msgctxt "town:label"\nmsgid "Which town?"\nmsgstr "Какой город?"\n\n'
        'msgctxt "town:hint"\nmsgid "Any"\nmsgstr ""\n'
    )


def test_a_text_whose_english_changed_keeps_its_translation_marked_fuzzy() -> None:
    old = 'msgctxt "town:label"\nmsgid "Which town?"\nmsgstr "Какой город?"\n'
    changed = '#, fuzzy\nmsgctxt "town:label"\nmsgid "In what place did you live?"\nmsgstr "Какой город?"\n'
    assert updated(old, ("town:label", "In what place did you live?")) == changed
    assert updated(changed, ("town:label", "In what place did you live?")) == changed


def test_a_text_without_context_is_known_again_by_its_likeness() -> None:
    old = 'msgid "The vault is open in another window"\nmsgstr "Хранилище открыто"\n'
    assert "#, fuzzy" in updated(old, (None, "The vault is open in another window."))
    assert updated(old, (None, "Something else entirely")) == 'msgid "Something else entirely"\nmsgstr ""\n'


def test_what_no_source_says_any_more_goes() -> None:
    assert updated('msgid "Gone"\nmsgstr "Нет"\n', (None, "Here, and quite different")).count("msgid") == 1


def test_plural_forms_are_kept() -> None:
    forms = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(("день", "дня", "дней")))
    old = f'msgid "{{count}} day"\nmsgid_plural "{{count}} days"\n{forms}'
    template = Catalog()
    template.add(("{count} day", "{count} days"))
    assert script.updated(russian(old), template, "ru").get("{count} day").string == ("день", "дня", "дней")


def test_updating_twice_writes_the_same_bytes_without_a_date_or_a_name() -> None:
    old = 'msgid "A"\nmsgstr "А"\n'
    once = script.written(script.updated(russian(old), texts((None, "A")), "ru"), "ru")
    again = script.written(script.updated(russian(once.decode()), texts((None, "A")), "ru"), "ru")
    assert once == again
    assert b"Date" not in once
    assert b"Translator" not in once


def test_every_way_to_say_a_text_in_the_code_is_found(tmp_path: Path) -> None:
    for folder in script.SOURCES:
        (tmp_path / folder).mkdir()
    (tmp_path / "ui" / "page.py").write_text(
        'words.say("Plain")\n'
        'words.say_in("date", "{day} {month}", day=1, month="May")\n'
        'self.words.say_many("{count} day", "{count} days", 3)\n'
        'TITLE = mark("As data, " "in two parts")\n'
        "words.say(computed)\n"
        'PHRASE = _dated("about {date}")\n',
        encoding="utf-8",
    )
    found = [(message.context, message.id) for message in script.program_texts(tmp_path) if message.id]
    assert found == [
        (None, "Plain"),
        ("date", "{day} {month}"),
        (None, ("{count} day", "{count} days")),
        (None, "As data, in two parts"),
        ("date", "about {date}"),
        ("date at the start", "about {date}"),
        ("date at the end", "about {date}"),
    ]


def test_the_texts_of_a_pack_are_those_of_its_folder(tmp_path: Path) -> None:
    for name, data in pack("- {type: text, name: town, label: 'To ${town}'}").items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert [(message.context, message.id) for message in script.pack_texts(tmp_path) if message.id] == [
        ("form:title", "A little form"),
        ("main:label", "Main"),
        ("town:label", "To ${town}"),
    ]
