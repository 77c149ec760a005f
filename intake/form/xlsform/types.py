"""The word in the `type` column of a questionnaire, as a kind of question of ours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from intake.form.kinds.registry import KINDS, STANDING_IN

Fate = Literal["", "capture_as_text", "metadata_left_out"]
"""What becomes of a type that does not stay what it is."""

Frame = Literal["begin_group", "end_group", "begin_repeat", "end_repeat"]


@dataclass(frozen=True, slots=True)
class Type:
    """A type: its kind here, the list or file it names, `or_other`, and what its fate is."""

    kind: str
    of: str = ""
    or_other: bool = False
    from_file: bool = False
    fate: Fate = ""


_FRAME = re.compile(r"(begin|end)[\s_-]*(group|lgroup|looped group|repeat|loop)\b.*", re.IGNORECASE)

_STRANGE_FRAME = re.compile(r"(begin|end)[\s_]+\w+", re.IGNORECASE)
"""Tools have groups of their own: `begin_score`, `begin_kobomatrix`."""

_CHOOSING: Mapping[str, str] = {
    "select one from file": "select_one",
    "select multiple from file": "select_multiple",
    "select one external": "select_one",
    "select one from": "select_one",
    "select one using": "select_one",
    "select one": "select_one",
    "select1": "select_one",
    "select multiple from": "select_multiple",
    "select multiple using": "select_multiple",
    "select multiple": "select_multiple",
    "select all that apply from": "select_multiple",
    "select all that apply": "select_multiple",
    "select": "select_multiple",
    "add select one prompt using": "select_one",
    "add select multiple prompt using": "select_multiple",
    "rank": "rank",
}
_LONGEST_FIRST = sorted(_CHOOSING, key=len, reverse=True)
_OR_OTHER = re.compile(r"[\s_]+or[\s_]+(specify[\s_]+)?other$", re.IGNORECASE)

_OTHER_WORDS: Mapping[str, str] = {
    "string": "text",
    "int": "integer",
    "percentage": "integer",
    "date time": "datetime",
    "trigger": "acknowledge",
    "photo": "image",
    "picture": "image",
    "signature": "image",
}

_WORDY = re.compile(r"^(?:q|add)\s+|\s+prompt$")
"""`add text prompt`, `q text`: what types were called before XLSForm."""

_CAPTURE: Mapping[str, str] = {
    **{name.replace("-", " "): name for name in STANDING_IN},
    "location": "geopoint",
    "gps": "geopoint",
    "osm": "geopoint",
}
"""What needs a recorder or a map, by the name that a pack has for it."""

METADATA: Mapping[str, str] = {
    "start": "now()",
    "end": "now()",
    "today": "today()",
    "start time": "now()",
    "end time": "now()",
    "get start time": "now()",
    "get end time": "now()",
    "get today": "today()",
    "deviceid": "''",
    "device id": "''",
    "uri:deviceid": "''",
    "imei": "''",
    "subscriberid": "''",
    "subscriber id": "''",
    "uri:subscriberid": "''",
    "simserial": "''",
    "sim id": "''",
    "uri:simserial": "''",
    "phonenumber": "''",
    "phone number": "''",
    "get phone number": "''",
    "uri:phonenumber": "''",
    "username": "''",
    "uri:username": "''",
    "email": "''",
    "uri:email": "''",
    "audit": "''",
    "start-geopoint": "''",
    "background-audio": "''",
}
"""What a telephone notes by itself, and what stands for it in expressions that name it."""


def frame_of(said: str) -> Frame | None:
    """Whether a row opens or closes a group or repeat."""
    found = _FRAME.fullmatch(said.strip())
    if found is None:
        return _strange_frame(said.strip())
    opens, group = found[1].lower() == "begin", found[2].lower() == "group"
    if group:
        return "begin_group" if opens else "end_group"
    return "begin_repeat" if opens else "end_repeat"


def is_strange_frame(said: str) -> bool:
    """Whether a row opens or closes a group of a kind that we do not know."""
    return _FRAME.fullmatch(said.strip()) is None and _strange_frame(said.strip()) is not None


def _strange_frame(said: str) -> Frame | None:
    found = _STRANGE_FRAME.fullmatch(said)
    if found is None or metadata_of(said) is not None:
        return None
    return "begin_group" if found[1].lower() == "begin" else "end_group"


def type_of(said: str) -> Type | None:
    """The type that a cell says; None for one that nobody knows."""
    words = " ".join(said.split())
    spaced = words.replace("_", " ").lower()
    for name in _LONGEST_FIRST:
        if spaced == name or spaced.startswith(f"{name} "):
            return _choosing(name, words[len(name) :].strip())
    if metadata_of(said) is not None:
        return Type("", fate="metadata_left_out")
    spaced = _WORDY.sub("", spaced)
    if spaced.replace("-", " ") in _CAPTURE:
        kind = _CAPTURE[spaced.replace("-", " ")]
        return Type(kind, fate="" if STANDING_IN[kind] == "file" else "capture_as_text")
    kind = _OTHER_WORDS.get(spaced, spaced.replace(" ", "_"))
    return Type(kind) if kind in KINDS else None


def metadata_of(said: str) -> str | None:
    """The expression that stands for metadata of this type; None when the type is none."""
    words = " ".join(said.lower().split())
    return METADATA.get(words, METADATA.get(words.replace("_", " ")))


def _choosing(name: str, rest: str) -> Type:
    or_other = _OR_OTHER.search(f" {rest}")
    listed = _OR_OTHER.sub("", f" {rest}").strip()
    return Type(_CHOOSING[name], listed, or_other is not None, from_file=name.endswith("from file"))
