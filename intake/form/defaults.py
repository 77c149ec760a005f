"""What a question begins with: its `default`, which becomes an answer when the question is first on screen.

So nothing is said in a person's name that they did not see. Such an answer names no language and no moment:
nobody typed it. Once it is changed or cleared, the default does not come back.
"""

import re

from intake.answers import Answer, Stored
from intake.errors import ExpressionError
from intake.form.expressions import Source
from intake.form.kinds.registry import KINDS
from intake.form.model import Question

_WORKED = re.compile(r"\$\{|[\w-]\(.*\)", re.DOTALL)
"""A name or a call, as XLSForm tells an expression from a text."""


def is_worked(default: str) -> bool:
    """Whether a default is an expression rather than the answer itself."""
    return _WORKED.search(default) is not None


def starts_with(question: Question, text: str) -> Stored | None:
    """The stored form of a default's text; None when there is none, or it makes no answer of this kind."""
    value = KINDS[question.kind].from_text(text) if text else ""
    return None if value in ("", ()) or KINDS[question.kind].check(value) else value


def default_answer(question: Question, answers: Source, entry: str | None) -> Answer | None:
    """The answer that a question begins with in this entry; None when there is none to begin with."""
    text = question.default
    if question.worked_default is not None:
        try:
            text = question.worked_default.text(answers, entry)
        except ExpressionError:
            return None
    value = starts_with(question, text)
    return None if value is None else Answer(value, kind=question.kind)


def came_by_itself(answer: Answer) -> bool:
    """Whether an answer is a default that nobody has touched."""
    return answer.at is None and not answer.language and not answer.by
