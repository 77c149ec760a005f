"""What came, as a person reads it: ours and theirs in the words of the questionnaire, in its order."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from random import SystemRandom

from intake.answers import Answers, Path
from intake.delivery.receiving import CameDraft
from intake.export.handover.merging import Difference
from intake.interview import Interview
from intake.review.places import asked_in
from intake.review.reading import Reading
from intake.words import Words


def readings(came: CameDraft, words: Words, now: datetime) -> tuple[Reading, Reading]:
    """Our answers and theirs, both read with the questionnaire that came."""

    def read(answers: Answers) -> Reading:
        interview = Interview.begin(came.pack.form, answers, now=lambda: now, random=SystemRandom())
        return Reading(interview, words, came.pack.words_in(words.language))

    return read(came.ours), read(came.draft.sheet.answers)


def in_order(came: CameDraft, ours: Reading, theirs: Reading) -> tuple[Difference, ...]:
    """The differences in the order in which the form asks; what nobody is asked any more comes last."""
    asked = dict.fromkeys(chain(_asked(theirs.interview), _asked(ours.interview)))
    places = {path: place for place, path in enumerate(asked)}
    return tuple(sorted(came.comparison.differences, key=lambda it: places.get(it.path, len(places))))


def reading_of(path: Path, ours: Reading, theirs: Reading) -> Reading:
    """The one of the two in which the question at this path has its place."""
    there = path.entry is None or path.entry in theirs.interview.answers.by_entry
    return theirs if there else ours


def _asked(interview: Interview) -> Iterator[Path]:
    return chain.from_iterable(asked_in(interview, section.name) for section in interview.form.sections)
