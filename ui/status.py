"""How a draft is called and who may read it, in words."""

from collections.abc import Mapping

from intake.case import OF_REVIEWER, Status
from intake.consent import Wish
from intake.words import Words, mark

WHO_READS: Mapping[Status, str] = {
    Status.IN_PROGRESS: mark(
        "Whoever has the passphrase of this vault can read it. Someone who says that they review drafts sees "
        "only that it exists."
    ),
    Status.HELP_WANTED: mark("It asks for help: those who review drafts in this vault can read it."),
    Status.SHARED: mark("It is shared: those who review drafts in this vault can read it."),
    Status.IN_REVIEW: mark("It is being reviewed: those who review drafts in this vault can read it."),
    Status.QUESTIONS: mark("It waits for answers to questions. Those who review drafts can read it."),
    Status.READY_FOR_COUNSEL: mark("Its review is done. Those who review drafts in this vault can read it."),
    Status.EXPORTED: mark("It was handed to a lawyer. Those who review drafts in this vault can read it."),
    Status.CLOSED: mark("The work on it has ended. Those who review drafts in this vault can read it."),
}
"""What the status of a draft means."""

STATUS_WORDS: Mapping[Status, str] = {
    Status.IN_PROGRESS: mark("In progress"),
    Status.HELP_WANTED: mark("Asks for help"),
    Status.SHARED: mark("Ready for review"),
    Status.IN_REVIEW: mark("In review"),
    Status.QUESTIONS: mark("Questions to the applicant"),
    Status.READY_FOR_COUNSEL: mark("Ready for the lawyer"),
    Status.EXPORTED: mark("Exported"),
    Status.CLOSED: mark("Closed"),
}
"""A status in a word or two."""

_REVIEWED = mark(
    "Your draft is open. Those who review drafts in this vault can read it now. It was sent nowhere."
)

OPEN_OR_CLOSED: Mapping[Status, str] = {
    Status.IN_PROGRESS: mark(
        "Your draft is closed to those who review drafts. Whatever they read before, or made a PDF of, stays"
        " with them."
    ),
    Status.HELP_WANTED: mark(
        "Your draft asks for help. Those who review drafts in this vault can read it now. It was sent"
        " nowhere."
    ),
    Status.SHARED: mark("It can be read now by those who review drafts in this vault. It was sent nowhere."),
    **dict.fromkeys(OF_REVIEWER, _REVIEWED),
}
"""What the applicant is told once a status is chosen, and when choosing anew."""

WISHES: Mapping[Wish, str] = {
    Wish.NOT_KEPT: mark("You said that your answers are not to be kept. Share them all the same?"),
    Wish.NOT_SHOWN: mark("You said that no one may see your answers yet. Share them all the same?"),
}
"""What is asked before a draft is shared against a wish in its answers."""


def called(title: str, words: Words, *, fictional: bool) -> str:
    """What a draft is called on screen. One that is fictional says so wherever it is shown."""
    return words.say("{title} (fictional)", title=title) if fictional else title
