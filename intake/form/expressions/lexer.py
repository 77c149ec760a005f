"""From the text of an expression to its tokens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from intake.errors import ExpressionError

LONGEST = 100_000
"""Characters of an expression. Generated forms reach some thirty thousand; what is longer is no form."""

Kind = Literal["number", "text", "reference", "name", "sign", "end"]

_NAME = r"[^\W\d][\w.\-\u00b7]*"
_TOKEN = re.compile(
    rf"""(?P<number>\d+(?:\.\d*)?|\.\d+)
    |(?P<text>"[^"]*"|'[^']*')
    |(?P<reference>\$\{{[^{{}}]*\}})
    |(?P<name>{_NAME}(?::(?:{_NAME}|\*))?)
    |(?P<sign>::|//|\.\.|!=|<=|>=|[()\[\].@,/|+\-=<>*])""",
    re.VERBOSE,
)
_SPACE = re.compile(r"\s*")
_WORDS = ("and", "or", "div", "mod")
_GLUED = re.compile(r"(and|or|div|mod)(?=\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an expression. Operators spelt as words (`and`) are signs; a `*` for any name is a name."""

    kind: Kind
    text: str
    column: int

    def is_sign(self, *texts: str) -> bool:
        return self.kind == "sign" and self.text in texts


def tokens(source: str) -> tuple[Token, ...]:
    """The tokens of an expression, closed by one of kind `end`.

    Raises ExpressionError: `too_long`, `open_text` (a quotation mark without its partner), `bad_reference`
    (`${` that names nothing), `variable` (`$name`, which forms have none of), `unreadable`.
    """
    if len(source) > LONGEST:
        raise ExpressionError(column=LONGEST + 1, reason="too_long")
    return tuple(_tokens(source))


def _tokens(source: str) -> Iterator[Token]:
    place, before = _skip(source, 0), Token("sign", "(", 0)
    while place < len(source):
        found = _TOKEN.match(source, place)
        if found is None:
            raise ExpressionError(column=place + 1, reason=_why(source, place))
        token, place = _token(found, before, place)
        yield token
        before, place = token, _skip(source, place)
    yield Token("end", "", len(source) + 1)


def _skip(source: str, place: int) -> int:
    found = _SPACE.match(source, place)
    return found.end() if found else place


def _token(found: re.Match[str], before: Token, place: int) -> tuple[Token, int]:
    kind, text, column, end = found.lastgroup, found.group(), place + 1, found.end()
    if kind == "name" and _ends_operand(before):
        if glued := _GLUED.match(text):  # `6div2`: what follows an operand can only be an operator
            return Token("sign", glued.group(), column), place + glued.end()
        return Token("sign" if text in _WORDS else "name", text, column), end
    if kind == "number":
        return Token("number", text, column), end
    if kind == "text":
        return Token("text", text[1:-1], column), end
    if kind == "reference":
        return Token("reference", _named(text, column), column), end
    wildcard = text == "*" and not _ends_operand(before)
    return Token("name" if kind == "name" or wildcard else "sign", text, column), end


def _named(text: str, column: int) -> str:
    name = text[2:-1].strip()
    if not re.fullmatch(_NAME, name):
        reason = "last_saved" if name.startswith("last-saved#") else "bad_reference"
        raise ExpressionError(column=column, reason=reason)
    return name


def _ends_operand(token: Token) -> bool:
    """Whether an operator may follow; otherwise `div` is a name and `*` means any (XPath 1.0, 3.7)."""
    return token.kind in {"number", "text", "reference", "name"} or token.is_sign(")", "]", ".", "..")


def _why(source: str, place: int) -> str:
    if source[place] in "\"'":
        return "open_text"
    if source[place] == "$":
        return "bad_reference" if source.startswith("${", place) else "variable"
    return "unreadable"
