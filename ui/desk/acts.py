"""What a reviewer does beside the answers: each act puts values into the dossier."""

from dataclasses import replace
from datetime import date

from intake.answers import Path
from intake.record import FindingState, FindingWord, Note, Query, ReadBack
from intake.review.digests import section_digest
from intake.review.findings import Finding
from ui.desk.dossier import Dossier


def keep_note(dossier: Dossier, text: str, path: Path | None, note: Note | None) -> Note:
    """Keep a new note, or what a note says now."""
    kept = replace(note, text=text) if note is not None else Note(*dossier.stamp(), text, path)
    dossier.put(kept)
    return kept


def ask(dossier: Dossier, text: str, path: Path | None, finding: Finding | None) -> None:
    """Ask the applicant; the finding it comes from counts as asked."""
    key = finding.key if finding is not None else ""
    query = Query(*dossier.stamp(), text, dossier.session.case.language, path, key)
    if finding is None:
        dossier.put(query)
    else:
        word = FindingWord(*dossier.stamp(), finding.key, FindingState.ASKED, "", finding.digest)
        dossier.put(query, word)


def say_of(dossier: Dossier, finding: Finding, state: FindingState, reason: str) -> None:
    """Say what became of a finding, as its answers stand now."""
    dossier.put(FindingWord(*dossier.stamp(), finding.key, state, reason, finding.digest))


def read_back(dossier: Dossier, section: str, on: date, language: str, interpreter: str) -> None:
    """A section was read back to the applicant on this day, and they confirmed it."""
    digest = section_digest(dossier.interview, section)
    dossier.put(ReadBack(*dossier.stamp(), section, on, language, interpreter, digest))
