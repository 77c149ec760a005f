"""The ODK dialect of XPath, compiled once to closures over answers. The reference is getodk/web-forms."""

from intake.form.expressions.compiler import Doubt
from intake.form.expressions.expression import (
    Expression,
    compile_choice_filter,
    compile_expression,
    compile_loosened,
)
from intake.form.expressions.source import ChoiceRow, Shape, Source

__all__ = [
    "ChoiceRow",
    "Doubt",
    "Expression",
    "Shape",
    "Source",
    "compile_choice_filter",
    "compile_expression",
    "compile_loosened",
]
