"""Listing drafts, and writing one as a PDF."""

import argparse
import json
from collections.abc import Mapping
from datetime import UTC
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
from intake.export.counsel import Order, write_summary
from intake.export.password import fit_password
from intake.folders import Folders
from intake.opening import PACK, open_case, read_pack
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
    parser.add_argument("--profile", choices=["counsel"], default="counsel")
    parser.add_argument(
        "--language", metavar="CODE", help="of questions and headings: en, es, ru; else that of the terminal"
    )
    parser.add_argument("--pdf-password-file", type=Path, metavar="F", help="its first line protects the PDF")
    add_force(parser)
    add_passphrase(parser)
    parser.set_defaults(command=_export)


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
    finally:
        vault.abandon()
    order = Order(opened.case, opened.interview, asked.pdf, password)
    pack_words = opened.pack.words_in(spoken.language)
    write_summary(order, spoken, pack_words, folders.fonts, now().astimezone())
    if password is None:
        tell(words.say("This PDF has no password: whoever has the file can read it."))
    return DONE


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
    """One draft for `list`, without names. What this version does not work out is None."""
    return {
        "id": case.id,
        "status": case.status.value,
        "language": case.language,
        "answered": case.answered,
        "open_findings": None,
        "next_deadline": None,
        "changed": case.changed.astimezone(UTC).isoformat(timespec="seconds"),
    }


def _cell(value: str | int | None) -> str:
    return "-" if value is None else str(value)
