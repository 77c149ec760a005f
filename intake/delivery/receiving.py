"""Taking in what came: first a look that changes nothing, then, by a person's word, the vault."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path as FilePath
from random import SystemRandom

from intake.answers import Answers, Path, new_entry_id
from intake.case import Case, Role, Sitting, Status
from intake.delivery.acquaintances import compared_cards, own_keys, sender_of
from intake.delivery.renaming import renamed
from intake.delivery.talking import from_applicant, from_helpers, untaken
from intake.errors import (
    CaseMissing,
    DatabaseDamaged,
    FileGone,
    FormError,
    PackageDamaged,
    PackageForNothing,
    PackageFromStranger,
    PackageOlder,
    PackageTaken,
    PackageWrongPassphrase,
)
from intake.export.handover.cards import Card, written
from intake.export.handover.contents import Draft, Sheet, Talk, read_draft, read_talk
from intake.export.handover.manifest import Letterhead, Purpose
from intake.export.handover.merging import Comparison, Side, compare, merge
from intake.export.handover.sealing import Slot
from intake.export.handover.unsealing import Parcel, needs_passphrase, unseal, unseal_with_passphrase
from intake.interview import Interview
from intake.moments import day
from intake.opening import Pack, pack_of_text, title_of
from intake.record import Record
from intake.vault.closing import reopened
from intake.vault.parcels import Arrival, Before, Incoming
from intake.vault.vault import PackText, Vault
from intake.words import Words
from intake.written import read, text_of

_OURS = Sitting(Role.ASSISTED)
"""Questions go into their draft whoever takes them, and show nothing of it."""


@dataclass(frozen=True, slots=True)
class CameDraft:
    """A draft that came, before anything was taken: who signed it, what it is, how it differs from ours.

    `into` is the case it would go into, None for a new one; `ours` what that holds now. `stranger`: nothing
    that its sender signed was taken here before. `untaken`: how many questions, proposals and replies came
    along that were meant for others, and stay out.
    """

    letterhead: Letterhead
    sender: Card
    stranger: bool
    into: str | None
    ours: Answers
    draft: Draft
    pack: Pack
    comparison: Comparison
    untaken: int = 0


@dataclass(frozen=True, slots=True)
class CameBack:
    """Questions and proposals that came back about a case of ours, from helpers whose card was compared."""

    letterhead: Letterhead
    sender: Card
    talk: Talk


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes something in, in which words it is noted down, and when."""

    sitting: Sitting
    words: Words
    at: datetime


def open_package(vault: Vault, path: FilePath, passphrase: str | None, now: datetime) -> Parcel:
    """Open and prove a package, with its passphrase or with the keys of this vault.

    Raises HandoverError (PackageTaken when it was taken in before), OSError, VaultNeedsMemory, NotSaved.
    """
    if passphrase is None:
        parcel = unseal(path, own_keys(vault, now.date()))
    else:
        parcel = unseal_with_passphrase(path, lambda slot: _identity(slot, passphrase))
    if vault.parcels.was_taken(parcel.manifest.letterhead.id):
        raise PackageTaken
    return parcel


def look(
    vault: Vault, path: FilePath, passphrase: str | None, now: datetime, sitting: Sitting
) -> CameDraft | CameBack | None:
    """What is in a package, for whoever sits here; None when it opens with a passphrase alone, and none was
    given.

    Raises FileGone, and what `open_package`, `look_at_draft` and `look_at_questions` do.
    """
    try:
        if passphrase is None and needs_passphrase(path):
            return None
        parcel = open_package(vault, path, passphrase, now)
    except OSError as fault:
        raise FileGone from fault
    if parcel.manifest.letterhead.purpose is Purpose.BACK:
        return look_at_questions(vault, parcel)
    return look_at_draft(vault, parcel, sitting)


def look_at_draft(vault: Vault, parcel: Parcel, sitting: Sitting) -> CameDraft:
    """What a draft in a package would change here.

    Raises PackageDamaged, PackageOlder, NotSaved, and CaseClosed for a reviewer when its applicant closed the
    draft here.
    """
    manifest = parcel.manifest
    head, verifier = manifest.letterhead, manifest.sender.verifier
    draft = read_draft(parcel.files, manifest.hashes)
    if head.purpose is not Purpose.DRAFT or head.case != draft.sheet.case.id:
        raise PackageDamaged(reason="contents")
    into = vault.parcels.case_of(head.case, verifier)
    last = vault.parcels.last_arrival(into) if into else None
    if last is not None and last.number >= head.number:
        raise PackageOlder
    pack, sheet = _pack_in(draft), _sheet_here(vault, draft.sheet, into)
    ours = vault.answers(into, sitting) if into else Answers()
    record = vault.record(into, sitting) if into else Record()
    base = read(Sheet, last.sheet) if last else None
    return CameDraft(
        letterhead=head,
        sender=manifest.sender,
        stranger=sender_of(vault, verifier) is None,
        into=into,
        ours=ours,
        draft=replace(draft, sheet=sheet),
        pack=pack,
        comparison=compare(ours, sheet, base),
        untaken=untaken(record, draft.talk),
    )


def take_draft(vault: Vault, came: CameDraft, decided: Mapping[Path, Side], taker: Taker) -> Case:
    """Take a draft in: as a new case, or into the one it belongs to, as decided for each conflict. What the
    case held before stays as a sealed version, and so does where a reviewer left it.

    Raises PackageTaken, CaseClosed, NotSaved, and KeyError for a conflict without a decision.
    """
    sheet = came.draft.sheet
    record = vault.record(came.into, taker.sitting) if came.into else Record()
    return vault.parcels.take_in(
        Incoming(
            case=sheet.case,
            arrival=_arrival(came.letterhead, came.sender, taker.at, text_of(sheet)),
            changes=merge(came.comparison, sheet, decided, taker.at),
            items=from_applicant(record, came.draft.talk),
            card=written(came.sender),
            files=map(came.draft.original, sheet.originals),
            pack=_pack_text(came.draft),
            title=_title(came, taker),
            before=_before(came, taker) if came.comparison.says_something else None,
        )
    )


def look_at_questions(vault: Vault, parcel: Parcel) -> CameBack:
    """What came back. Raises PackageDamaged, PackageForNothing, PackageFromStranger, PackageOlder."""
    head, sender = parcel.manifest.letterhead, parcel.manifest.sender
    talk = read_talk(parcel.files)
    if head.purpose is not Purpose.BACK:
        raise PackageDamaged(reason="contents")
    if sender.verifier not in {card.verifier for card in compared_cards(vault)}:
        raise PackageFromStranger
    try:
        vault.case(head.case, _OURS)
    except CaseMissing:
        raise PackageForNothing from None
    last = vault.parcels.last_arrival(head.case, of_questions=True)
    if last is not None and last.number >= head.number:
        raise PackageOlder
    return CameBack(head, sender, talk)


def take_questions(vault: Vault, came: CameBack, now: datetime) -> Case:
    """Take questions and proposals into their case. Raises PackageTaken, CaseMissing, NotSaved."""
    case = vault.case(came.letterhead.case, _OURS)
    return vault.parcels.take_in(
        Incoming(
            case=case,
            arrival=_arrival(came.letterhead, came.sender, now, ""),
            changes=(),
            items=from_helpers(vault.record(case.id, _OURS), came.talk),
            card=written(came.sender),
        )
    )


def _identity(slot: Slot, passphrase: str) -> bytes:
    secret = reopened(slot, passphrase)
    if secret is None:
        raise PackageWrongPassphrase
    return secret


def _arrival(head: Letterhead, sender: Card, now: datetime, sheet: str) -> Arrival:
    return Arrival(head.id, head.case, sender.verifier, head.number, now, sheet)


def _sheet_here(vault: Vault, sheet: Sheet, into: str | None) -> Sheet:
    """The sheet under the ids that it has here, open to reviewers: sealing it to helpers was sharing it."""
    status = sheet.case.status if sheet.case.status.open_to_reviewers else Status.SHARED
    sheet = replace(sheet, case=replace(sheet.case, status=status))
    if into is None and vault.parcels.has_case_of(sheet.case.id, sheet.entries):
        return renamed(sheet, new_entry_id())
    return sheet if into in (None, sheet.case.id) else renamed(sheet, into or "")


def _pack_text(draft: Draft) -> PackText:
    return PackText(draft.sheet.case.pack, draft.sheet.case.pack_hash, draft.pack)


def _pack_in(draft: Draft) -> Pack:
    try:
        return pack_of_text(_pack_text(draft))
    except (DatabaseDamaged, FormError):
        raise PackageDamaged(reason="contents") from None


def _before(came: CameDraft, taker: Taker) -> Before:
    made = day(came.letterhead.made.astimezone().date(), taker.words)
    return Before(taker.sitting, taker.words.say("Before the package of {day}", day=made))


def _title(came: CameDraft, taker: Taker) -> str:
    sheet = came.draft.sheet
    interview = Interview.begin(came.pack.form, sheet.answers, now=lambda: taker.at, random=SystemRandom())
    return title_of(interview, taker.words, came.pack.words_in(sheet.case.language))
