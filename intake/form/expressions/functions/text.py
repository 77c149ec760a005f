"""Functions on texts."""

import base64
import binascii
import hashlib
import string
import uuid
from collections.abc import Sequence
from functools import lru_cache
from math import floor, inf, isfinite, isnan

import re2

from intake.errors import ExpressionError
from intake.form.expressions.code import Code, Frame, Scope
from intake.form.expressions.functions.table import ANY, Functions, Special, framed, of_here, taking
from intake.form.expressions.syntax import Call, Literal
from intake.form.expressions.values import Value, text_of

_BLANKS = " \t\r\n"
_DIGESTS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}
_IDENTIFIER = string.ascii_letters + string.digits
_LONGEST_IDENTIFIER = 1_000
_PATTERN_MEMORY = 1 << 20
"""Bytes a pattern may take when compiled, which also bounds counted repetitions inside one another."""


def _concat(*given: Sequence[Value]) -> str:
    return "".join(text_of(value) for values in given for value in values)


def _join(glue: str, *given: Sequence[Value]) -> str:
    return glue.join(text_of(value) for values in given for value in values)


def _before(text: str, mark: str) -> str:
    return text.partition(mark)[0] if mark and mark in text else ""


def _after(text: str, mark: str) -> str:
    if not mark:
        return text
    return text.partition(mark)[2]


def _substring(text: str, start: float, length: float = inf) -> str:
    """Characters count from 1, start and length are rounded, and NaN selects nothing (XPath 1.0, 4.2)."""
    first = _rounded(start)
    end = first + _rounded(length)
    if isnan(first) or isnan(end):
        return ""
    begin = int(min(max(first, 1), len(text) + 1)) - 1
    return text[begin : max(begin, int(min(max(end, 1), len(text) + 1)) - 1)]


def _substr(text: str, start: float, end: float = inf) -> str:
    """Characters count from 0, and from the end when below it (ODK XForms, `substr`)."""
    begin, stop = _place(start, len(text)), _place(end, len(text))
    return text[begin:stop] if begin < stop else ""


def _place(number: float, length: int) -> int:
    if isnan(number):
        return 0
    if abs(number) == inf:
        return length if number > 0 else 0
    whole = int(number)
    return min(max(0, whole + length if whole < 0 else whole), length)


def _rounded(number: float) -> float:
    return float(floor(number + 0.5)) if isfinite(number) else number


def _normal(text: str) -> str:
    spaces = str.maketrans(dict.fromkeys(_BLANKS, " "))
    return " ".join(word for word in text.translate(spaces).split(" ") if word)


def _translate(text: str, these: str, those: str) -> str:
    table: dict[int, str | None] = {}
    for at, character in enumerate(these):
        table.setdefault(ord(character), those[at] if at < len(those) else None)
    return text.translate(table)


def _regex(scope: Scope, call: Call) -> Code:
    """Whether a pattern is found anywhere in a text. RE2 takes linear time: no pattern can hang us."""
    text, pattern = (scope.text(scope.code(argument)) for argument in call.arguments)
    written = call.arguments[1]
    if isinstance(written, Literal) and _compiled(text_of(written.value)) is None:
        return scope.doubt("bad_pattern", call.column, call.name)

    def run(frame: Frame) -> bool:
        compiled = _compiled(pattern(frame))
        if compiled is None:
            raise ExpressionError(column=call.column, reason="bad_pattern", name=call.name)
        return compiled.search(_sound(text(frame))) is not None

    return Code("flag", run)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> "re2._Regexp | None":
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _PATTERN_MEMORY
    try:
        return re2.compile(_sound(pattern), options)
    except re2.error:
        return None


def _sound(text: str) -> str:
    """The text without halves of characters, which no encoding can write."""
    return text.encode(errors="replace").decode()


def _digest(scope: Scope, call: Call) -> Code:
    """The digest of a text by a named algorithm, in Base64 or `hex`."""
    given = [scope.text(scope.code(argument)) for argument in call.arguments]

    def run(frame: Frame) -> str:
        text, algorithm, encoding = (*(text(frame) for text in given), "base64")[:3]
        algorithm, encoding = algorithm.upper(), encoding.lower()
        if algorithm not in _DIGESTS or encoding not in {"base64", "hex"}:
            raise ExpressionError(column=call.column, reason="unknown_digest", name=algorithm[:20])
        made = hashlib.new(_DIGESTS[algorithm], text.encode(errors="replace"), usedforsecurity=False)
        return made.hexdigest() if encoding == "hex" else base64.b64encode(made.digest()).decode()

    return Code("text", run)


def _uuid(frame: Frame, length: float | None = None) -> str:
    """A random identifier; with a length, so many random letters and digits."""
    draw = frame.source.random
    if length is None:
        return str(uuid.UUID(int=draw.getrandbits(128), version=4))
    wanted = int(length) if isfinite(length) else 0
    return "".join(draw.choices(_IDENTIFIER, k=min(max(wanted, 0), _LONGEST_IDENTIFIER)))


def _base64_decode(text: str) -> str:
    """What the text says in Base64, as UTF-8; empty when it says nothing readable."""
    try:
        return base64.b64decode(text, validate=True).decode(errors="replace")
    except (binascii.Error, ValueError):
        return ""


FUNCTIONS: Functions = {
    "string": of_here("text", text_of, "value"),
    "string-length": of_here("number", lambda text: float(len(text)), "text"),
    "normalize-space": of_here("text", _normal, "text"),
    "concat": taking("text", _concat, "values", least=0, most=ANY),
    "join": taking("text", _join, "text", "values", least=1, most=ANY),
    "contains": taking("flag", lambda text, part: part in text, "text", "text"),
    "starts-with": taking("flag", str.startswith, "text", "text"),
    "ends-with": taking("flag", str.endswith, "text", "text"),
    "substring-before": taking("text", _before, "text", "text"),
    "substring-after": taking("text", _after, "text", "text"),
    "substring": taking("text", _substring, "text", "number", "number", least=2),
    "substr": taking("text", _substr, "text", "number", "number", least=2),
    "translate": taking("text", _translate, "text", "text", "text"),
    "regex": Special(_regex, 2, 2),
    "digest": Special(_digest, 2, 3),
    "uuid": framed("text", _uuid, "number", least=0),
    "base64-decode": taking("text", _base64_decode, "text"),
}
