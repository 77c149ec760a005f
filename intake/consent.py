"""What an applicant said about keeping and showing their answers, where a questionnaire asks for it.

A question with the role `consent` (`yes_no`) asks whether the answers may be kept; one with the role
`audience` (`select_multiple`) who may see them, with the choice `nobody` among others.
"""

from enum import StrEnum

from intake.answers import Path
from intake.interview import Interview, Spot

CONSENT, AUDIENCE = "consent", "audience"
NOBODY = "nobody"


class Wish(StrEnum):
    """A wish that stands in the way of showing answers to anybody."""

    NOT_KEPT = "not_kept"
    NOT_SHOWN = "not_shown"


def wish_against(interview: Interview) -> Wish | None:
    """The gravest wish that the answers go nowhere; None when nothing of the kind was said."""
    for question in interview.form.questions.values():
        if question.role == CONSENT and _says_no(interview, question.name):
            return Wish.NOT_KEPT
    for question in interview.form.questions.values():
        if question.role == AUDIENCE and NOBODY in _chosen(interview, question.name):
            return Wish.NOT_SHOWN
    return None


def refuses_at(interview: Interview, spot: Spot) -> bool:
    """Whether it was said on this page that the answers are not to be kept."""
    asked = (interview.form.questions[path.question] for path in interview.paths(spot))
    return any(question.role == CONSENT and _says_no(interview, question.name) for question in asked)


def _says_no(interview: Interview, question: str) -> bool:
    answer = interview.answers.get(Path(question))
    return answer is not None and answer.value == "no"


def _chosen(interview: Interview, question: str) -> tuple[object, ...]:
    answer = interview.answers.get(Path(question))
    value = answer.value if answer is not None else None
    return tuple(value) if isinstance(value, list | tuple) else (value,)
