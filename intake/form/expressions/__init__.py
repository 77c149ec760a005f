"""The ODK dialect of XPath, compiled once to closures over answers. The reference is getodk/web-forms."""

from intake.form.expressions.compiler import Doubt
from intake.form.expressions.expression import Expression, compile_choice_filter, compile_expression
from intake.form.expressions.graph import Graph, Rule, graph_of
from intake.form.expressions.source import ChoiceRow, Shape, Source

__all__ = [
    "ChoiceRow",
    "Doubt",
    "Expression",
    "Graph",
    "Rule",
    "Shape",
    "Source",
    "compile_choice_filter",
    "compile_expression",
    "graph_of",
]
