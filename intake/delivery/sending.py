"""Sealing a draft, or questions on their way back: what goes along, and what stays."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path as FilePath

from intake.answers import Path
from intake.case import Case
from intake.delivery.acquaintances import own_keys, sender_of, standing_of
from intake.errors import CardNotCompared, NotFromPackage
from intake.export.handover.cards import Acquaintance, Card
from intake.export.handover.contents import Draft, Sheet, Talk, draft_files, sheet_of, talk_files
from intake.export.handover.keys import OwnKeys
from intake.export.handover.manifest import Letterhead, Purpose
from intake.export.handover.sealing import Files, seal, seal_with_passphrase
from intake.form.kinds.files import file_of
from intake.interview import Interview
from intake.opening import Opened
from intake.vault.closing import closed
from intake.vault.keys import Cost, calibrated
from intake.vault.parcels import Departure
from intake.vault.vault import Vault

_ID_BYTES = 16


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


def left_out(interview: Interview, choice: Choice) -> frozenset[Path]:
    """The answers that a choice keeps back, of those that are shown anywhere."""
    return frozenset(path for path in _visible(interview) if _stays(interview, path, choice))


def sheet_for(opened: Opened, choice: Choice) -> Sheet:
    """The sheet that travels: hidden answers and what was put aside are not in it."""
    hidden = frozenset(opened.interview.hidden_answers())
    kept = {path: it for path, it in opened.interview.answers.by_path.items() if path not in hidden}
    answers = replace(opened.interview.answers, by_path=kept)
    return sheet_of(opened.case, answers, left_out(opened.interview, choice))


def send_draft(vault: Vault, target: FilePath, draft: Draft, to: Addressee, now: datetime) -> None:
    """Seal a draft into a file.

    Raises CardNotCompared, ExportError, PackageTooLarge, FileMissing, DatabaseDamaged, VaultNeedsMemory,
    NotSaved.
    """
    if to.card is not None and standing_of(vault, to.card) is not Acquaintance.KNOWN:
        raise CardNotCompared
    case = draft.sheet.case
    head = _letterhead(vault, case.id, case, Purpose.DRAFT, now)
    keys = _depart(vault, case.id, head, to)
    _seal(target, head, draft_files(draft), to, keys)


def send_back(vault: Vault, target: FilePath, case: Case, talk: Talk, now: datetime) -> None:
    """Seal questions and proposals to whoever the newest draft of this case came from.

    Raises NotFromPackage when it came from nobody, and as `send_draft` does.
    """
    came = vault.parcels.last_arrival(case.id)
    card = sender_of(vault, came.verifier) if came else None
    if came is None or card is None:
        raise NotFromPackage
    to = Addressee(card)
    head = _letterhead(vault, came.origin, case, Purpose.BACK, now)
    keys = _depart(vault, case.id, head, to)
    _seal(target, head, talk_files(talk), to, keys)


def _letterhead(vault: Vault, called: str, case: Case, purpose: Purpose, now: datetime) -> Letterhead:
    """`called` is the id that the case has where it comes from."""
    number = vault.parcels.next_number(case.id)
    return Letterhead(secrets.token_hex(_ID_BYTES), purpose, called, number, now, case.language)


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


def _visible(interview: Interview) -> frozenset[Path]:
    return frozenset(interview.answers.by_path) - frozenset(interview.hidden_answers())


def _stays(interview: Interview, path: Path, choice: Choice) -> bool:
    question = interview.form.questions.get(path.question)
    if question is None:
        return False
    answer = interview.answers.by_path[path]
    is_file = answer.value is not None and file_of(answer.value) is not None
    return (
        (question.sensitive and not choice.sensitive)
        or (is_file and not choice.evidence)
        or interview.form.section_asking(path.question).name in choice.without
    )
