"""From a parsed expression to a closure over answers."""

from dataclasses import dataclass

from intake.form.expressions.source import Shape, Source


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression. `references` names the questions and repeats it reads, for the dependency graph."""

    source: str
    references: frozenset[str]

    def holds(self, answers: Source, entry: str | None) -> bool:
        """Its value as a condition, asked from inside `entry` (None outside repeats)."""
        raise NotImplementedError

    def text(self, answers: Source, entry: str | None) -> str:
        """Its value as text."""
        raise NotImplementedError


def compile_expression(source: str, shape: Shape, asker: str) -> Expression:
    """Compile an expression that stands at the question (or repeat, page, section) named `asker`.

    Raises ExpressionError with facts `column` (from 1) and `reason` when it cannot be read or names what is not there.
    """
    raise NotImplementedError
