"""Editing spells, pure: when a change to an answer begins a new one, whose wording before it is then kept.

A spell is one person changing one answer without a pause of fifteen minutes. What stood there before a spell
is kept: for the applicant alone until the draft is first shared, as history from then on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from intake.answers import Answer, Path
from intake.searching import texts_in

PAUSE = timedelta(minutes=15)
MUCH = 20
"""Letters. A change that takes more than that and more than half of a text away may be a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A spell: what stood at `path` before (None: nothing), who began to change it, and when (UTC)."""

    path: Path
    before: Answer | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed at `path` since some moment: before and now (None: no answer), the last to change it."""

    path: Path
    before: Answer | None
    now: Answer | None
    by: str
    at: datetime


def begins(edit: Edit, after: Answer | None, shared: datetime | None, last: Edit | None) -> bool:
    """Whether this change begins a spell. `last` is the newest that is kept of this path.

    Sharing ends every spell: what was shared stays to be seen. Before it, a change that takes much away
    counts as a spell of its own, and a first answer as none: there is nothing to come back to.
    """
    before = edit.before
    if _content(before) == _content(after):
        return False
    if before is None:
        return shared is not None and not (last is not None and _goes_on(last.by, last.at, edit))
    if before.at is None or (shared is not None and before.at < shared):
        return True
    if not _goes_on(before.by, before.at, edit):
        return True
    return shared is None and takes_away(before, after)


def takes_away(before: Answer, after: Answer | None) -> bool:
    """Whether much of the words is gone. A state takes nothing away: it keeps what it replaces."""
    if after is None:
        return True
    if after.state is not None:
        return False
    had, has = _letters(before), _letters(after)
    return had - has > MUCH and has < had / 2


def since(edits: Iterable[Edit], now: Answer | None, moment: datetime) -> Changed | None:
    """What changed at one path since a moment, of its spells in their order and the answer there now."""
    passed = list(edits)
    late = [edit for edit in passed if edit.at >= moment]
    if late:
        last = late[-1]
        newer = now is not None and now.at is not None and now.at >= last.at
        by, at = (now.by, now.at) if newer and now is not None and now.at is not None else (last.by, last.at)
        return Changed(last.path, late[0].before, now, by, at)
    if now is None or now.at is None or now.at < moment or not passed:
        return None
    return Changed(passed[-1].path, passed[-1].before, now, now.by, now.at)


def _goes_on(by: str, at: datetime, edit: Edit) -> bool:
    return by == edit.by and abs(edit.at - at) < PAUSE


def _content(answer: Answer | None) -> object:
    return answer and (answer.value, answer.state, answer.kept)


def _letters(answer: Answer) -> int:
    return sum(map(len, texts_in(answer.kept if answer.value is None else answer.value)))
