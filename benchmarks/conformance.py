"""Run a file of ODK expression cases: a line a function, then `N passed, M failed`.

    python benchmarks/conformance.py FILE [--failed]

The file is JSON: `cases` with `expr`, `type` (boolean, number, string), `expected` (numbers JSON has no word
for as text: "NaN", "Infinity", "-0") and `engine`. Cases of web-forms and enketo run in America/Phoenix,
JavaRosa's in GMT. With `--failed` each failure is shown. Exit code 1 when any case failed.
"""

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from intake.errors import ExpressionError  # noqa: E402  (found on the path set above)
from intake.form.expressions import ChoiceRow, Expression, Shape, compile_expression  # noqa: E402

SHAPE = Shape("data", "group", (Shape("answer", "question"),))
"""Expressions are asked from its root, which has one empty answer inside."""
ZONES = {"javarosa": "GMT"}
ZONE = "America/Phoenix"
NEAR = 1e-5
"""How far off a number may be, as a part of the expected one."""
LOOSE = 2
"""Where a suite gives just so many decimals (days of a date: 0.29), agreeing in them is enough."""


@dataclass(frozen=True)
class NoAnswers:
    """A form without answers in some time zone."""

    now: datetime
    random: Random

    def text(self, question: str, entry: str | None) -> str:
        return ""

    def entries(self, repeat: str, parent: str | None) -> Sequence[str]:
        return ()

    def parent(self, entry: str) -> str | None:
        return None

    def choices(self, list_name: str) -> Sequence[ChoiceRow]:
        return ()


def main(arguments: Sequence[str]) -> int:
    """Run the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("file", type=Path)
    parser.add_argument("--failed", action="store_true", help="show each case that failed")
    given = parser.parse_args(arguments)
    cases = json.loads(given.file.read_text(encoding="utf-8"))["cases"]
    passed: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for case in cases:
        found = _outcome(case)
        kept = _agrees(found, case)
        (passed if kept else failed)[_function(case["expr"])] += 1
        if given.failed and not kept:
            print(
                f"{case['engine']}: {case['expr']!r} as {case['type']}: {case['expected']!r}, not {found!r}"
            )
    for name in sorted(passed.keys() | failed.keys()):
        print(f"{name:<24} {passed[name]:>4} passed {failed[name]:>4} failed")
    print(f"{passed.total()} passed, {failed.total()} failed")
    return 1 if failed else 0


def _function(expression: str) -> str:
    """The outermost function of a case, or what else it is about."""
    found = re.match(r"\s*([A-Za-z][\w.:-]*)\s*\(", expression)
    return found.group(1) if found else "operators and literals"


def _outcome(case: dict[str, Any]) -> bool | float | str:
    answers = NoAnswers(datetime.now(ZoneInfo(ZONES.get(case["engine"], ZONE))), Random(0))
    try:
        expression = compile_expression(case["expr"], SHAPE, "data")
        return _evaluated(expression, case["type"], answers)
    except ExpressionError as error:
        return str(error)


def _evaluated(expression: Expression, kind: str, answers: NoAnswers) -> bool | float | str:
    if kind == "boolean":
        return expression.holds(answers, None)
    return expression.number(answers, None) if kind == "number" else expression.text(answers, None)


def _agrees(found: bool | float | str, case: dict[str, Any]) -> bool:
    if case["type"] != "number":
        return bool(found == case["expected"])
    if not isinstance(found, float):
        return False
    expected = float(case["expected"])
    if math.isnan(expected):
        return math.isnan(found)
    same_zero = case["expected"] != "-0" or math.copysign(1, found) == -1
    loosely = len(str(case["expected"]).partition(".")[2]) == LOOSE and round(found, LOOSE) == expected
    return same_zero and (loosely or math.isclose(found, expected, rel_tol=NEAR, abs_tol=1e-12))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
