"""The ODK dialect of XPath, compiled once to closures over answers. The reference is getodk/web-forms."""

from intake.form.expressions.compiler import Expression, compile_expression
from intake.form.expressions.source import Shape, Source

__all__ = ["Expression", "Shape", "Source", "compile_expression"]
