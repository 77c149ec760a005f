"""Who may make what of the status of a draft."""

from intake.case import Role, Status, settable
from intake.words import Words
from ui.paths import find_folders
from ui.status import OPEN_OR_CLOSED, STATUS_WORDS, WHO_READS


def test_only_the_applicant_opens_a_draft_or_closes_it_again() -> None:
    for status in Status:
        assert not {Status.IN_PROGRESS, Status.HELP_WANTED, Status.SHARED} & {
            *settable(Role.REVIEWER, status)
        }
        for role in (Role.APPLICANT, Role.ASSISTED):
            assert Status.IN_PROGRESS in settable(role, status)


def test_a_reviewer_makes_nothing_of_a_draft_that_is_closed_to_them() -> None:
    assert settable(Role.REVIEWER, Status.IN_PROGRESS) == ()
    assert settable(Role.REVIEWER, Status.SHARED)


def test_what_a_reviewer_sets_stays_open_to_reviewers() -> None:
    assert all(status.open_to_reviewers for status in settable(Role.REVIEWER, Status.HELP_WANTED))


def test_every_status_is_said_in_every_language() -> None:
    for language in ("en", "es", "ru"):
        words = Words.load(language, find_folders().translations)
        said = [words.say(texts[it]) for texts in (STATUS_WORDS, WHO_READS, OPEN_OR_CLOSED) for it in Status]
        assert not any("[en]" in text for text in said)
