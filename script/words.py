"""Bring every catalogue up to date with the texts of its source: the code of the program, the YAML of a pack.

A text that is new stands there untranslated. One whose English changed keeps its translation, marked fuzzy.
What no source says any more goes. A run that changes no text changes no byte.
"""

import difflib
import io
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from intake.dates.phrases import CONTEXTS  # noqa: E402  (found on the path set above)
from intake.form.catalogues import texts_of  # noqa: E402  (found on the path set above)
from intake.form.loader import load_form  # noqa: E402

KEYWORDS = {"say": None, "say_in": ((1, "c"), 2), "say_many": (1, 2), "mark": None}
DATED = {"_dated": None}
"""What marks a phrase that is said in each place a date has in a sentence."""

SOURCES = ("intake", "ui")
ALIKE = 0.75
"""How much of two English texts must agree for the one to count as the other, changed."""
WIDTH = 100


def program_texts(root: Path) -> Catalog:
    """The texts that stand in the code, in the order of its files."""
    catalogue = Catalog()
    for source in SOURCES:
        found = extract_from_dir(root / source, [("**.py", "python")], keywords=KEYWORDS)
        for _, _, message, _, context in found:
            catalogue.add(message, context=context)
        for _, _, message, _, _ in extract_from_dir(root / source, [("**.py", "python")], keywords=DATED):
            for context in CONTEXTS.values():
                catalogue.add(message, context=context)
    return catalogue


def pack_texts(pack: Path) -> Catalog:
    """The texts of a form pack, in the order of the form."""
    catalogue = Catalog()
    for context, text in texts_of(load_form(pack)):
        catalogue.add(text, context=context)
        catalogue.get(text, context).flags.clear()  # `${name}` is no Python format
    return catalogue


def updated(old: Catalog, texts: Catalog, language: str) -> Catalog:
    """The texts with what is translated already."""
    gone = [message for message in old if message.id and texts.get(message.id, message.context) is None]
    new = Catalog(locale=language)
    for text in texts:
        if not text.id:
            continue
        before = old.get(text.id, text.context) or _changed(text, gone)
        kept = before is not None and isinstance(before.string, str) == isinstance(text.id, str)
        new.add(text.id, before.string if kept else None, context=text.context)
        added = new.get(text.id, text.context)
        added.flags = set(text.flags)
        if kept and (before.fuzzy or before.id != text.id):
            added.flags.add("fuzzy")
    return new


def _changed(text: Message, gone: list[Message]) -> Message | None:
    """What this text was before its English changed: the one of its context, else the most alike."""
    translated = [message for message in gone if message.string and message.context == text.context]
    if text.context and len(translated) == 1:
        return translated[0]
    by_text = {_english(message): message for message in translated}
    alike = difflib.get_close_matches(_english(text), by_text, n=1, cutoff=ALIKE)
    return by_text[alike[0]] if alike else None


def _english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def written(catalogue: Catalog, language: str) -> bytes:
    """The file of a catalogue. Its head holds nothing that differs from run to run or says who ran it."""
    head = (
        'msgid ""',
        'msgstr ""',
        f'"Language: {language}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Plural-Forms: {catalogue.plural_forms}\\n"',
    )
    body = io.BytesIO()
    write_po(body, catalogue, width=WIDTH, omit_header=True, no_location=True, ignore_obsolete=True)
    return "\n".join((*head, "", "")).encode() + body.getvalue().strip(b"\n") + b"\n"


def update(folder: Path, texts: Catalog) -> None:
    """Update each catalogue of a folder and say how it stands."""
    for file in sorted(folder.glob("*.po")):
        language = file.stem
        with file.open("rb") as lines:
            old = read_po(lines, locale=language)
        new = updated(old, texts, language)
        file.write_bytes(written(new, language))
        print(f"{file.relative_to(ROOT)}: {_standing(new)}")


def _standing(catalogue: Iterable[Message]) -> str:
    messages = [message for message in catalogue if message.id]
    missing = sum(1 for message in messages if not any(message.string or ""))
    fuzzy = sum(1 for message in messages if message.fuzzy)
    return f"{len(messages)} texts, {missing} not translated, {fuzzy} fuzzy"


def main() -> None:
    update(ROOT / "resources" / "translations", program_texts(ROOT))
    for head in sorted(ROOT.glob("forms/*/form.yaml")):
        update(head.parent / "translations", pack_texts(head.parent))


if __name__ == "__main__":
    main()
