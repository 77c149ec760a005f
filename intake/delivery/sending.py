"""Sealing a draft, or questions on their way back: what goes along, and what stays."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path as FilePath

from intake.answers import Answers, Path
from intake.case import Case, Role, Sitting
from intake.delivery.acquaintances import own_keys, sender_of, standing_of
from intake.delivery.talking import talk_of, talk_without
from intake.errors import CardNotCompared, ExportStopped, NotFromPackage
from intake.export.as_text import as_text
from intake.export.handover.cards import Acquaintance, Card
from intake.export.handover.contents import Draft, Talk, count_files, draft_files, sheet_of, talk_files
from intake.export.handover.keys import OwnKeys
from intake.export.handover.manifest import Letterhead, Purpose
from intake.export.handover.sealing import Files, seal, seal_with_passphrase
from intake.export.progress import Progress, unwatched
from intake.export.source import Imprint, Source
from intake.export.summary import applicants_copy
from intake.form.kinds.files import file_of
from intake.interview import Interview
from intake.opening import Opened
from intake.quoting import own_words
from intake.review.reading import Reading
from intake.vault.closing import closed
from intake.vault.keys import Cost, calibrated
from intake.vault.parcels import Departure
from intake.vault.vault import Vault
from intake.words import Words

_ID_BYTES = 16
_APPLICANT = Sitting(Role.APPLICANT)
"""What is written beside the answers travels as far as an applicant may see it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes along besides the rest: answers to sensitive questions, files, all but these sections."""

    sensitive: bool = True
    evidence: bool = True
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whoever may open it: the holder of a card that was compared, or who knows a passphrase.

    `cost` is that of a passphrase; without one it is measured here.
    """

    card: Card | None = None
    passphrase: str = ""
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Where a package is written, for whom, and when.

    `progress` is told how many of its files are packed, on the thread that seals; once it has said yes to the
    last one, the package is sealed and nothing stops it.
    """

    target: FilePath
    to: Addressee
    at: datetime
    progress: Progress = unwatched


def left_out(interview: Interview, choice: Choice) -> frozenset[Path]:
    """The answers that a choice keeps back, and those asked only because of one, of all that is shown."""
    shown = shown_answers(interview)
    chosen = frozenset(path for path in shown.by_path if _stays(interview, path, choice))
    kept = {path: it for path, it in shown.by_path.items() if path not in chosen}
    return chosen | frozenset(interview.with_answers(replace(shown, by_path=kept)).hidden_answers())


def draft_of(vault: Vault, opened: Opened, choice: Choice, words: Words, now: datetime) -> Draft:
    """The draft that travels, without hidden answers, what was put aside, and what the choice keeps back.
    What is said beside answers that stay does not travel either.

    `words` are those of its readable copy; `now` carries its time zone. Raises CaseMissing, NotSaved.
    """
    case, stays = opened.case, left_out(opened.interview, choice)
    shown = shown_answers(opened.interview)
    told = {path: it for path, it in shown.by_path.items() if path not in stays}
    telling = opened.interview.with_answers(replace(shown, by_path=told))

    def is_kept(path: Path) -> bool:
        return path in stays or not telling.is_asked(path) or _is_chosen(telling, path, choice)

    own = own_words(shown.by_path[path] for path in stays)
    seen = frozenset(path for path in shown.seen if telling.is_asked(path))
    return Draft(
        sheet=sheet_of(case, replace(shown, seen=seen), stays),
        talk=talk_without(talk_of(vault.record(case.id, _APPLICANT)), is_kept, own),
        pack=vault.pack(case.pack_hash).files,
        readable=_readable(opened, telling, words, now),
        original=partial(vault.file, case.id),
    )


def send_draft(vault: Vault, draft: Draft, dispatch: Dispatch) -> None:
    """Seal a draft into a file.

    Raises CardNotCompared, ExportError (ExportStopped when it was not wanted any more), PackageTooLarge,
    FileMissing, DatabaseDamaged, VaultNeedsMemory, NotSaved.
    """
    to = dispatch.to
    if to.card is not None and standing_of(vault, to.card) is not Acquaintance.KNOWN:
        raise CardNotCompared
    case = draft.sheet.case
    head = _letterhead(vault, case.id, case, Purpose.DRAFT, dispatch.at)
    keys = _depart(vault, case.id, head, to)
    _seal(dispatch.target, head, _watched(draft, dispatch.progress), to, keys)


def answer_to(vault: Vault, case_id: str) -> tuple[Card, str]:
    """Whom questions about a case go back to, and what the case is called there.

    Raises NotFromPackage when it came from nobody.
    """
    came = vault.parcels.last_arrival(case_id)
    card = sender_of(vault, came.verifier) if came else None
    if came is None or card is None:
        raise NotFromPackage
    return card, came.origin


def send_back(vault: Vault, target: FilePath, case: Case, talk: Talk, now: datetime) -> None:
    """Seal questions and proposals to whoever the newest draft of this case came from.

    Raises as `answer_to` and `send_draft` do.
    """
    card, called = answer_to(vault, case.id)
    to = Addressee(card)
    head = _letterhead(vault, called, case, Purpose.BACK, now)
    keys = _depart(vault, case.id, head, to)
    _seal(target, head, talk_files(talk), to, keys)


def _watched(draft: Draft, progress: Progress) -> Files:
    """The files of a draft as long as they are wanted. Raises ExportStopped."""
    of = count_files(draft)
    for done, file in enumerate(draft_files(draft), start=1):
        yield file
        if not progress(done, of):
            raise ExportStopped


def _letterhead(vault: Vault, called: str, case: Case, purpose: Purpose, now: datetime) -> Letterhead:
    """`called` is the id that the case has where it comes from."""
    number = vault.parcels.next_number(case.id)
    return Letterhead(secrets.token_hex(_ID_BYTES), purpose, called, number, now, case.language)


def _readable(opened: Opened, told: Interview, words: Words, now: datetime) -> str:
    reading = Reading(told, words, opened.pack.words_in(words.language))
    imprint = Imprint(now, version("asylum-intake"))
    return as_text(applicants_copy(Source(opened.case, reading, imprint)))


def _depart(vault: Vault, case_id: str, head: Letterhead, to: Addressee) -> OwnKeys:
    """Remember the package before it is made: a number that was given once is never given again."""
    verifier = to.card.verifier if to.card else ""
    vault.parcels.note_departure(Departure(head.id, case_id, head.number, verifier, head.made))
    return own_keys(vault, head.made.date())


def _seal(target: FilePath, head: Letterhead, files: Files, to: Addressee, keys: OwnKeys) -> None:
    if to.card is not None:
        seal(target, head, files, to.card, keys)
        return
    close = partial(closed, passphrase=to.passphrase, cost=to.cost or calibrated())
    seal_with_passphrase(target, head, files, close, keys)


def shown_answers(interview: Interview) -> Answers:
    """All answers but the hidden ones."""
    hidden = frozenset(interview.hidden_answers())
    kept = {path: it for path, it in interview.answers.by_path.items() if path not in hidden}
    return replace(interview.answers, by_path=kept)


def _stays(interview: Interview, path: Path, choice: Choice) -> bool:
    value = interview.answers.by_path[path].value
    is_file = value is not None and file_of(value) is not None
    return (is_file and not choice.evidence) or _is_chosen(interview, path, choice)


def _is_chosen(interview: Interview, path: Path, choice: Choice) -> bool:
    """Whether a choice keeps back whatever is answered there."""
    question = interview.form.questions.get(path.question)
    if question is None:
        return False
    section = interview.form.section_asking(path.question).name
    return (question.sensitive and not choice.sensitive) or section in choice.without
