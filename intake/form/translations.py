"""Whether a pack's catalogue says all that the pack says, and nothing else."""

import io
from collections.abc import Container, Iterable
from pathlib import PurePosixPath

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from intake.form.catalogues import Text
from intake.form.faults import Faults
from intake.form.texts import NAMES, names_in

_SHOWN = 60
"""Characters of a text in a fault; enough to find it by."""


def check_catalogue(data: bytes, texts: Iterable[Text], untranslated: Container[str], faults: Faults) -> None:
    """Tell what one `.po` leaves out, doubts, says too much, says in English, or fills with other answers
    than the English text. Those `untranslated` are the same in every language.
    """
    catalogue = _read(data, faults)
    if catalogue is None:
        return
    wanted = {(text.context, text.english) for text in texts}
    for message in catalogue:
        if message.id and (message.context, message.id) not in wanted:
            faults.add(message.lineno or 0, "stale", context=message.context or _short(str(message.id)))
    for context, english in sorted(wanted):
        found = catalogue.get(english, context)
        if found is None or not found.string:
            faults.add(_line(found), "not_translated", context=context, text=_short(english))
        elif found.fuzzy:
            faults.add(_line(found), "fuzzy", context=context)
        elif names_in(str(found.string)) != names_in(english):
            faults.add(_line(found), "names_differ", context=context)
        elif found.string == english and english not in untranslated and _says_something(english):
            faults.add(_line(found), "same_as_english", context=context, text=_short(english))


def compiled(file: str, data: bytes) -> bytes:
    """A `.po` as gettext reads it, texts that are doubtful included. Raises FormError when it is none."""
    faults = Faults()
    catalogue = _read(data, faults.of(file))
    if catalogue is None:
        raise faults.error()
    target = io.BytesIO()
    write_mo(target, catalogue, use_fuzzy=True)
    return target.getvalue()


def _read(data: bytes, faults: Faults) -> Catalog | None:
    try:
        return read_po(io.BytesIO(data), locale=PurePosixPath(faults.file).stem, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, UnknownLocaleError, ValueError) as error:
        faults.add(0, "catalogue_unreadable", problem=str(error).partition("\n")[0])
        return None


def _says_something(text: str) -> bool:
    """Whether there is a letter in it besides the answers it names."""
    return any(letter.isalpha() for letter in NAMES.sub("", text))


def _line(message: Message | None) -> int:
    return (message.lineno or 0) if message else 0


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
