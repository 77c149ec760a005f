"""What the status of a draft means for who may read it, in a sentence."""

from collections.abc import Mapping

from intake.case import Status
from intake.words import mark

WHO_READS: Mapping[Status, str] = {
    Status.IN_PROGRESS: mark(
        "Only you can read it. Nobody who reviews drafts sees more than that it exists."
    ),
    Status.HELP_WANTED: mark("It asks for help: those who review drafts in this vault can read it."),
    Status.SHARED: mark("It is shared: those who review drafts in this vault can read it."),
}
