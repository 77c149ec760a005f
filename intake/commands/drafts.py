"""Listing drafts, and writing one as a PDF."""

import argparse
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from functools import partial
from pathlib import Path

from intake.case import CaseSummary
from intake.commands.asking import (
    DONE,
    SITTING,
    Commands,
    add_force,
    add_passphrase,
    check_new,
    now,
    open_vault,
)
from intake.evidence.glimpse import glimpse
from intake.export.counsel import PAPERS, Look, Order, Tongue, write_document
from intake.export.firm import FirmPapers, papers_of
from intake.export.gathering import gather
from intake.export.password import fit_password
from intake.export.profiles import Profile
from intake.export.source import Earlier
from intake.folders import Folders
from intake.opening import PACK, open_case, open_version, read_pack
from intake.terminal import Unusable, first_line, put, tell
from intake.words import SOURCE_LANGUAGE, Words


def add_commands(commands: Commands) -> None:
    _add_list(commands)
    _add_export(commands)


def _add_list(commands: Commands) -> None:
    parser = commands.add_parser("list", help="list the drafts of a vault")
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("--json", action="store_true", help="one JSON object a draft, one a line")
    add_passphrase(parser)
    parser.set_defaults(command=_list)


def _add_export(commands: Commands) -> None:
    parser = commands.add_parser("export", help="write the PDF summary of a shared draft")
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("case", metavar="CASE", help="the id that `list` shows")
    parser.add_argument("--pdf", type=Path, metavar="FILE", required=True)
    parser.add_argument("--profile", choices=[one.value for one in Profile], default=Profile.COUNSEL.value)
    parser.add_argument(
        "--include-sensitive", action="store_true", help="in an applicant's copy, sensitive answers too"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="of questions and headings: en, es, ru; else that of the terminal"
    )
    parser.add_argument("--pdf-password-file", type=Path, metavar="F", help="its first line protects the PDF")
    _add_look(parser)
    add_force(parser)
    add_passphrase(parser)
    parser.set_defaults(command=_export)


def _add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--prepared-for", metavar="NAME", default="", help="the lawyer it is prepared for")
    parser.add_argument("--paper", choices=[*PAPERS], help="else that of the vault, or letter")
    parser.add_argument("--letterhead", type=Path, metavar="F", help="a text file: the lines at its head")
    parser.add_argument("--logo", type=Path, metavar="F", help="a JPEG or PNG that stands above them")
    parser.add_argument("--fonts", type=Path, metavar="DIR", help="a folder of fonts for further scripts")
    parser.add_argument("--with-text", action="store_true", help="enclose its text as UTF-8")
    parser.add_argument(
        "--with-originals",
        action="store_true",
        help="enclose the files that were given, unchanged: photos may tell where they were taken",
    )


def _list(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    vault = open_vault(asked, words)
    try:
        for case in vault.cases(SITTING):
            row = _row(case)
            put(*([json.dumps(row)] if asked.json else map(_cell, row.values())))
    finally:
        vault.abandon()
    return DONE


def _export(asked: argparse.Namespace, folders: Folders, words: Words) -> int:
    check_new(asked.pdf, words, force=asked.force)
    password = first_line(asked.pdf_password_file, words) if asked.pdf_password_file else None
    if password is not None:
        fit_password(password)
    spoken = _spoken(asked.language, folders, words) if asked.language else words
    shipped = read_pack(folders.forms / PACK)
    vault = open_vault(asked, words)
    try:
        opened = open_case(vault, asked.case, SITTING, shipped, now)
        record = vault.record(asked.case, SITTING)
        read = partial(vault.file, asked.case)
        draft = gather(opened.case, opened.interview, record, read, originals=asked.with_originals)
        papers = papers_of(vault.setting)
        if Profile(asked.profile) is Profile.WORK_PRODUCT and record.sealed:
            last = record.sealed[-1]
            earlier, _ = open_version(vault, opened, last.number, SITTING)
            draft = replace(draft, earlier=Earlier(earlier, last))
    finally:
        vault.abandon()
    order = Order(
        draft,
        asked.pdf,
        password,
        profile=Profile(asked.profile),
        look=_look(asked, papers, words),
        sensitive=asked.include_sensitive,
        with_text=asked.with_text,
    )
    tongue = Tongue(spoken, opened.pack.words_in(spoken.language), folders.fonts, asked.fonts or papers.fonts)
    write_document(order, tongue, now().astimezone())
    if password is None:
        tell(words.say("This PDF has no password: whoever has the file can read it."))
    return DONE


def _look(asked: argparse.Namespace, papers: FirmPapers, words: Words) -> Look:
    """What was asked for, else what the vault keeps.

    Raises Unusable for a logo that is no picture, OSError for a file that cannot be read.
    """
    letterhead, logo = papers.letterhead, papers.logo
    if asked.letterhead:
        letterhead = asked.letterhead.read_text(encoding="utf-8", errors="replace")
    if asked.logo:
        logo = glimpse(asked.logo.read_bytes()).picture
    if asked.logo and not logo:
        raise Unusable(words.say("The file {file} is no picture that can be shown.", file=str(asked.logo)))
    return Look(asked.prepared_for.strip(), asked.paper or papers.paper, letterhead.strip(), logo)


def _spoken(language: str, folders: Folders, words: Words) -> Words:
    """The words of a language that was asked for by its code."""
    known = {SOURCE_LANGUAGE, *(path.stem for path in folders.translations.glob("*.mo"))}
    if language not in known:
        codes = ", ".join(sorted(known))
        raise Unusable(
            words.say("There is no language “{language}” here, only: {codes}", language=language, codes=codes)
        )
    return Words.load(language, folders.translations)


def _row(case: CaseSummary) -> Mapping[str, str | int | None]:
    """One draft for `list`, without names. What a review has not worked out yet is None."""
    return {
        "id": case.id,
        "status": case.status.value,
        "language": case.language,
        "answered": case.answered,
        "open_findings": case.glance.findings if case.glance else None,
        "next_deadline": case.glance.deadline.isoformat() if case.glance and case.glance.deadline else None,
        "changed": case.changed.astimezone(UTC).isoformat(timespec="seconds"),
    }


def _cell(value: str | int | None) -> str:
    return "-" if value is None else str(value)
