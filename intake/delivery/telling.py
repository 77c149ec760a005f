"""What came, as a person reads it: ours and theirs side by side, in the order of the questionnaire."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from random import SystemRandom

from intake.answers import Answers, Path
from intake.delivery.receiving import CameDraft
from intake.export.handover.merging import Difference
from intake.interview import Interview
from intake.review.places import asked_in


def interviews(came: CameDraft, now: datetime) -> tuple[Interview, Interview]:
    """Our answers and theirs, both under the questionnaire that came."""

    def begin(answers: Answers) -> Interview:
        return Interview.begin(came.pack.form, answers, now=lambda: now, random=SystemRandom())

    return begin(came.ours), begin(came.draft.sheet.answers)


def in_order(came: CameDraft, ours: Interview, theirs: Interview) -> tuple[Difference, ...]:
    """The differences in the order in which the form asks; what nobody is asked any more comes last."""
    places = {path: place for place, path in enumerate(dict.fromkeys((*_asked(theirs), *_asked(ours))))}
    return tuple(sorted(came.comparison.differences, key=lambda it: places.get(it.path, len(places))))


def seen_in(path: Path, ours: Interview, theirs: Interview) -> Interview:
    """The one of the two in which this path has its place."""
    return theirs if path.entry is None or path.entry in theirs.answers.by_entry else ours


def _asked(interview: Interview) -> Iterator[Path]:
    return chain.from_iterable(asked_in(interview, section.name) for section in interview.form.sections)
