"""What the header of a column means, in any of the spellings in use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from intake.form.xlsform.languages import language_code

OURS = "intake::"
"""How a column begins that only this program knows: it stands instead of the column of that name."""

TRANSLATED = frozenset(
    {"label", "hint", "guidance_hint", "constraint_message", "required_message"}
    | {"image", "big-image", "audio", "video", "title", "case_title"}
    | {f"{OURS}{name}" for name in ("why", "example", "summary", "entry", "add", "title")}
    | {f"{OURS}at_hand", f"{OURS}support"}
    | {f"{OURS}case_title"}
    | {f"{OURS}{name}" for name in ("label", "hint", "constraint_message")}
)
"""Columns that may stand once for each language."""

UNKNOWN_LANGUAGE = "?"

ALIASES: Mapping[str, str] = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "relevance": "relevant",
    "calculate": "calculation",
    "readonly": "read_only",
    "constraining_message": "constraint_message",
    "constraint_msg": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "required_msg": "required_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "noapperrorstring": "no_app_error_string",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "big_image": "big-image",
    "guidance": "guidance_hint",
    "listname": "list_name",
    "list": "list_name",
    "set_form_title": "form_title",
    "title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
    "formid": "form_id",
    "form_version": "version",
}
"""Spellings of XLSForm's own history, and of those who type by heart."""

_FRAMES = frozenset({"bind", "control", "body", "media", "instance"})
"""First words that only say where in the XForm a column lands."""

_WHOLE = frozenset({"jr:count", "jr:constraintmsg", "jr:requiredmsg", "jr:noapperrorstring"})


@dataclass(frozen=True, slots=True)
class Header:
    """A header: the column it means, the code of its language (empty when it names none,
    UNKNOWN_LANGUAGE when it is none we know), and its own text.
    """

    column: str
    language: str
    text: str


def header_of(text: str) -> Header:
    """The meaning of a header. What is not known comes back as it stands, in small letters."""
    parts = _parts(text)
    if len(parts) > 1 and key_of(parts[0]) == OURS.rstrip(":"):
        return _header(f"{OURS}{key_of(parts[1])}", parts[2:], text)
    if len(parts) > 1 and key_of(parts[0]) in _FRAMES:
        parts = parts[1:]
    return _header(_meant(key_of(parts[0])), parts[1:], text)


def key_of(text: str) -> str:
    """A word of a header in small letters, with underscores for spaces."""
    return re.sub(r"[\s_]+", "_", text.strip().lower())


def _header(column: str, rest: list[str], text: str) -> Header:
    if not rest:
        return Header(column, "", text)
    if column not in TRANSLATED:
        return Header(key_of(text), "", text)
    said = " ".join(rest)
    return Header(column, language_code(said) or UNKNOWN_LANGUAGE, text)


def _meant(key: str) -> str:
    return ALIASES.get(key, key)


def _parts(text: str) -> list[str]:
    """`label::English (en)` in two; a single colon will do."""
    if key_of(text) in _WHOLE:
        return [text]
    parts = text.split("::") if "::" in text else text.split(":")
    found = [part.strip() for part in parts if part.strip()]
    return found or [text]
