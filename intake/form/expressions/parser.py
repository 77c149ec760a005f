"""From tokens to a tree: the grammar of XPath 1.0 with `${name}`."""

from intake.errors import ExpressionError
from intake.form.expressions.lexer import Token, tokens
from intake.form.expressions.syntax import (
    Call,
    Chain,
    Filter,
    Literal,
    Negation,
    Node,
    Path,
    Reference,
    Step,
    Term,
    Union,
    height,
)

DEEPEST = 90
"""Brackets, and parts of a tree, inside one another. Hand-written chains of `if()` reach sixty. Reading,
compiling and running take up to eight frames a level: together less than the thousand that Python allows."""

AXES = frozenset(
    {
        *("child", "parent", "self", "attribute", "namespace", "descendant", "descendant-or-self"),
        *("ancestor", "ancestor-or-self", "following", "following-sibling", "preceding", "preceding-sibling"),
    }
)
NODE_KINDS = frozenset({"node", "text", "comment", "processing-instruction"})
_RANKS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_ANYWHERE_BELOW = "descendant-or-self"


def parse(source: str) -> Node:
    """The tree of an expression. Raises ExpressionError with `column` and `reason`."""
    reader = _Reader(tokens(source))
    if reader.is_done():
        raise ExpressionError(column=1, reason="empty")
    node = reader.chain(0)
    if not reader.is_done():
        raise reader.fault()
    if height(node) > DEEPEST:
        raise ExpressionError(column=1, reason="too_deep")
    return node


class _Reader:
    """Where the reading stands in the tokens, and how deep."""

    def __init__(self, found: tuple[Token, ...]) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0

    def is_done(self) -> bool:
        return self._ahead().kind == "end"

    def chain(self, rank: int) -> Node:
        """Operands joined by operators of this rank or a tighter one."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionError(column=self._ahead().column, reason="too_deep")
        node = self._operand()
        for tighter in range(len(_RANKS) - 1, rank - 1, -1):
            node = self._terms(node, tighter)
        self._depth -= 1
        return node

    def fault(self) -> ExpressionError:
        reason = "ends_early" if self._ahead().kind == "end" else "unexpected"
        return ExpressionError(column=self._ahead().column, reason=reason, found=self._ahead().text[:20])

    def _terms(self, first: Node, rank: int) -> Node:
        terms = []
        while self._ahead().is_sign(*_RANKS[rank]):
            sign = self._take()
            right = self._operand() if rank + 1 == len(_RANKS) else self.chain(rank + 1)
            terms.append(Term(sign.text, right, sign.column))
        return Chain(first, tuple(terms)) if terms else first

    def _operand(self) -> Node:
        minuses = 0
        while self._ahead().is_sign("-"):
            self._take()
            minuses += 1
        column, members = self._ahead().column, [self._path()]
        while self._ahead().is_sign("|"):
            self._take()
            members.append(self._path())
        node = members[0] if len(members) == 1 else Union(tuple(members), column)
        return Negation(node, odd=minuses % 2 == 1) if minuses else node

    def _path(self) -> Node:
        column = self._ahead().column
        if self._ahead().is_sign("//"):
            return Path("root", self._steps(), column)
        if self._ahead().is_sign("/"):
            follows = self._tokens[self._at + 1]
            if follows.kind == "name" or follows.is_sign(".", "..", "@"):
                return Path("root", self._steps(), column)
            self._take()
            return Path("root", (), column)
        if not self._starts_primary():
            return Path("here", (self._step(), *self._steps()), column)
        base = self._primary()
        if predicates := self._predicates():
            base = Filter(base, predicates, column)
        return Path(base, self._steps(), column) if self._ahead().is_sign("/", "//") else base

    def _starts_primary(self) -> bool:
        token = self._ahead()
        if token.kind == "name":
            return self._tokens[self._at + 1].is_sign("(") and token.text not in NODE_KINDS
        return token.kind in {"number", "text", "reference"} or token.is_sign("(")

    def _primary(self) -> Node:
        token = self._take()
        if token.kind == "number":
            return Literal(float(token.text), token.column)
        if token.kind == "text":
            return Literal(token.text, token.column)
        if token.kind == "reference":
            return Reference(token.text, token.column)
        if token.kind == "sign":
            node = self.chain(0)
            self._expect(")")
            return node
        self._expect("(")
        return Call(token.text, self._arguments(), token.column)

    def _arguments(self) -> tuple[Node, ...]:
        found: list[Node] = []
        while not self._ahead().is_sign(")"):
            if found:
                self._expect(",")
            found.append(self.chain(0))
        self._expect(")")
        return tuple(found)

    def _predicates(self) -> tuple[Node, ...]:
        found = []
        while self._ahead().is_sign("["):
            self._take()
            found.append(self.chain(0))
            self._expect("]")
        return tuple(found)

    def _steps(self) -> tuple[Step, ...]:
        found = []
        while self._ahead().is_sign("/", "//"):
            sign = self._take()
            if sign.text == "//":
                found.append(Step(_ANYWHERE_BELOW, "node()", (), sign.column))
            found.append(self._step())
        return tuple(found)

    def _step(self) -> Step:
        token = self._ahead()
        if token.is_sign(".", ".."):
            self._take()
            return Step("self" if token.text == "." else "parent", "node()", self._predicates(), token.column)
        axis = self._axis()
        return Step(axis, self._test(), self._predicates(), token.column)

    def _axis(self) -> str:
        if self._ahead().is_sign("@"):
            self._take()
            return "attribute"
        if self._ahead().kind != "name" or not self._tokens[self._at + 1].is_sign("::"):
            return "child"
        name = self._take()
        self._take()
        if name.text not in AXES:
            raise ExpressionError(column=name.column, reason="unknown_axis", found=name.text)
        return name.text

    def _test(self) -> str:
        if self._ahead().kind != "name":
            raise self.fault()
        token = self._take()
        if token.text not in NODE_KINDS or not self._ahead().is_sign("("):
            return token.text
        self._take()
        if token.text == "processing-instruction" and self._ahead().kind == "text":
            self._take()
        self._expect(")")
        return f"{token.text}()"

    def _ahead(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._ahead()
        self._at += token.kind != "end"
        return token

    def _expect(self, sign: str) -> None:
        if not self._ahead().is_sign(sign):
            raise self.fault()
        self._take()
