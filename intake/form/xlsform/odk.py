"""What ODK can say of a question of ours, and what of it stands in our own columns instead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.errors import ExpressionError
from intake.form.expressions import Expression
from intake.form.expressions.functions.uncertain import FUNCTIONS as OURS_ALONE
from intake.form.expressions.lexer import tokens
from intake.form.external import SUFFIX
from intake.form.model import Question
from intake.form.xlsform.choices import OUR_LISTS
from intake.form.xlsform.survey import NOTHING

_POINT = r"(X{4}|[0-9]{1,4})(-(XX|[0-9]{2})(-(XX|[0-9]{2}))?)?[~?%]?"
_DATE = rf"({_POINT}(/({_POINT}|\.\.)?)?|\.\./{_POINT}|\[(\.\.)?{_POINT}(\.\.({_POINT})?)?\])"
UNCERTAIN_DATE = f"regex(., '^{_DATE}$')"
"""The texts that our uncertain dates are written as; ODK has no type for them."""

_CURLY = re.compile("[‘’“”]")

_AS_IT_IS = frozenset(
    {"text", "integer", "decimal", "note", "select_one", "select_multiple", "rank", "date", "time"}
    | {"datetime", "range", "acknowledge", "barcode", "calculate", "hidden", "image", "file"}
)
_SPELT: Mapping[str, str] = {"datetime": "dateTime", "long_text": "text"}


_CHOOSING = frozenset({"randomize", "seed"})
_PARAMETERS: Mapping[str, frozenset[str]] = {
    "text": frozenset({"rows"}),
    "range": frozenset({"start", "end", "step"}),
    "image": frozenset({"max-pixels", "app"}),
    "audio": frozenset({"quality"}),
    "geopoint": frozenset({"capture-accuracy", "warning-accuracy", "allow-mock-accuracy"}),
    "select_one": _CHOOSING,
    "select_multiple": _CHOOSING,
    "rank": _CHOOSING,
}
"""The parameters that ODK takes with a type; others it refuses, and the whole form with them."""


@dataclass(frozen=True, slots=True)
class Told:
    """Cells that ODK reads, cells that stand in for them in our own columns, and remarks by column: a code
    with the text it is about.
    """

    cells: Mapping[str, str]
    own: Mapping[str, str]
    remarks: Mapping[str, tuple[str, str]]

    def expression(self, column: str, said: Expression | None) -> "Told":
        """The same with an expression, in our own column only if ODK lacks one of its functions."""
        if said is None:
            return self
        lacking = next(functions_of_ours(said.source), "")
        if lacking:
            remarks = {**self.remarks, column: ("expression_not_odk", lacking)}
            return replace(self, own={**self.own, column: said.source}, remarks=remarks)
        spelt = _without_curly_marks(said.source)
        own = {column: said.source} if spelt != said.source else {}
        return replace(self, cells={**self.cells, column: spelt}, own={**self.own, **own})


KEPT_NAMES = frozenset({"meta"})
"""What ODK calls things of its own, and nothing else may be called."""


def knows_parameters(said: str, parameters: Mapping[str, str]) -> bool:
    """Whether ODK takes these parameters with the type of this cell."""
    return parameters.keys() <= _PARAMETERS.get(said.split(" ", maxsplit=1)[0], frozenset())


def told_type(question: Question, *, filed: bool) -> Told:
    """The type, appearance and constraint of a question; `filed` when its list stands in a file."""
    appearance = " ".join(question.appearance)
    if question.stands_in_for:
        return Told({"type": question.stands_in_for, "appearance": appearance}, {}, {}).expression(
            "constraint", question.constraint
        )
    kind, own = question.kind, dict[str, str]()
    if kind in ("text", "long_text") and "multiline" in question.appearance:
        own["type"] = kind
    elif kind == "long_text":
        appearance = f"{appearance} multiline".strip()
    elif kind not in _AS_IT_IS:
        return _told_otherwise(question, appearance)
    said = f"{_SPELT.get(kind, kind)} {question.choice_list}".strip()
    if filed:
        own["type"] = f"{kind}_from_file {question.choice_list}{SUFFIX}"
    if question.or_other and (filed or question.choice_filter):
        own["or_other"] = "yes"
    elif question.or_other:
        said = f"{said} or_other"
    told = Told({"type": said, "appearance": appearance}, own, {})
    return told.expression("constraint", question.constraint)


def _without_curly_marks(source: str) -> str:
    """Curly quotation marks as a pattern can spell them: tools of ODK make straight ones of all they find,
    and so break the expression.
    """
    return _CURLY.sub(lambda found: f"\\u{ord(found[0]):04x}", source) if "regex" in source else source


def functions_of_ours(source: str) -> Iterator[str]:
    """The functions in an expression that ODK does not have."""
    try:
        found = tokens(source)
    except ExpressionError:
        return
    for token, after in pairwise(found):
        if token.kind == "name" and token.text in OURS_ALONE and after.is_sign("("):
            yield token.text


def _told_otherwise(question: Question, appearance: str) -> Told:
    """A kind that ODK has no word for, as the one that comes nearest."""
    ours = f"{question.kind} {question.choice_list}".strip()
    own = {"type": ours, "appearance": appearance or NOTHING}
    remarks = {"type": ("kind_not_odk", ours)}
    if question.kind in ("yes_no", "country", "language"):
        cells = {
            "type": f"select_one {OUR_LISTS}{question.kind}",
            "appearance": appearance or ("" if question.kind == "yes_no" else "minimal autocomplete"),
        }
        return Told(cells, own, remarks).expression("constraint", question.constraint)
    told = Told({"type": "text", "appearance": appearance}, own, remarks)
    if question.kind != "uncertain_date":
        return told.expression("constraint", question.constraint)
    told = told.expression("constraint", question.constraint)
    said = told.cells.get("constraint", "")
    kept = told.own.get("constraint") or said or NOTHING
    both = f"{UNCERTAIN_DATE} and ({said})" if said else UNCERTAIN_DATE
    return replace(told, cells={**told.cells, "constraint": both}, own={**told.own, "constraint": kept})
