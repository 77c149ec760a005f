"""What of the talk in a package is taken: each side's own words alone; neither can change the other's."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from intake.answers import Path
from intake.export.handover.contents import Talk
from intake.quoting import says_again
from intake.record import ForApplicant, Proposal, Query, Record


def talk_of(record: Record) -> Talk:
    """All of a record that may travel. What is counsel-only has no place in it.

    That something was read back is confirmed in the vault in which it was, and stays there.
    """
    return Talk(record.queries, record.replies, record.proposals)


def talk_without(talk: Talk, stays: Callable[[Path], bool], words: Sequence[str]) -> Talk:
    """The talk without what is said of answers that stay, and without what quotes these words of theirs.

    A query goes with its replies, or stays with all of them: alone they might be taken for something else.
    """

    about = {it.id for it in talk.queries if it.path is not None and stays(it.path)}
    about |= {it.id for it in talk.queries if says_again(it, words)}
    about |= {it.query for it in talk.replies if says_again(it, words)}
    return Talk(
        queries=tuple(it for it in talk.queries if it.id not in about),
        replies=tuple(it for it in talk.replies if it.query not in about),
        proposals=tuple(it for it in talk.proposals if not stays(it.path) and not says_again(it, words)),
    )


def from_applicant(ours: Record, theirs: Talk) -> tuple[ForApplicant, ...]:
    """What helpers take: new replies to questions they asked, and decisions on proposals they made."""
    asked = {query.id for query in ours.queries}
    known = {reply.id for reply in ours.replies}
    replies = (reply for reply in theirs.replies if reply.query in asked and reply.id not in known)
    return (*replies, *_decisions(ours.proposals, theirs.proposals))


def untaken(ours: Record, theirs: Talk) -> int:
    """How many questions, proposals and replies helpers do not take, as they were said to others."""
    asked, made = {it.id for it in ours.queries}, {it.id for it in ours.proposals}
    return (
        sum(it.id not in asked for it in theirs.queries)
        + sum(it.query not in asked for it in theirs.replies)
        + sum(it.id not in made for it in theirs.proposals)
    )


def from_helpers(ours: Record, theirs: Talk) -> tuple[ForApplicant, ...]:
    """What an applicant takes: questions as they stand now, and new proposals; decisions stay theirs."""
    return (*_news(ours.queries, theirs.queries), *_undecided(ours.proposals, theirs.proposals))


def _news(ours: Iterable[Query], theirs: Iterable[Query]) -> Iterable[Query]:
    known = {query.id: query for query in ours}
    return (query for query in theirs if known.get(query.id) != query)


def _undecided(ours: Iterable[Proposal], theirs: Iterable[Proposal]) -> Iterable[Proposal]:
    known = {proposal.id for proposal in ours}
    fresh = (proposal for proposal in theirs if proposal.id not in known)
    return (replace(proposal, adopted=None, declined=False) for proposal in fresh)


def _decisions(ours: Iterable[Proposal], theirs: Iterable[Proposal]) -> Iterable[Proposal]:
    decided: Mapping[str, Proposal] = {it.id: it for it in theirs if it.adopted or it.declined}
    return (
        replace(it, adopted=decided[it.id].adopted, declined=decided[it.id].declined)
        for it in ours
        if it.id in decided and it.adopted is None and not it.declined
    )
