"""The commands that need no window. docs/command-line.md fixes what they print and how they end."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from intake.case import CaseSummary, Role, Sitting
from intake.errors import (
    CaseClosed,
    DatabaseDamaged,
    Fault,
    FormError,
    HeaderDamaged,
    IntakeError,
    SpreadsheetError,
    WrongPassphrase,
)
from intake.export.counsel import Order, write_summary
from intake.folders import Folders
from intake.form.lint import lint
from intake.form.loader import load_form
from intake.form.xlsform import Report, export_xlsform, import_xlsform
from intake.opening import PACK, open_case, read_pack
from intake.sentences import sentence
from intake.vault.vault import Vault
from intake.words import SOURCE_LANGUAGE, Words

DONE, FOUND, UNUSABLE = 0, 1, 2
"""Exit codes. 3, done with losses that are listed, comes from the reports of commands that convert."""

FINDS = (WrongPassphrase, HeaderDamaged, DatabaseDamaged, CaseClosed)
"""Errors that tell something about good input; all others say that the input cannot be used."""

STDIN = Path("-")
OTHERS = 0o077
"""The permissions of everyone but the owner."""

SITTING = Sitting(Role.REVIEWER, "command line")
"""A command sees what a reviewer may see, and its opening of a draft is recorded like theirs."""


class _Unusable(Exception):
    """Input that cannot be used, with the sentence for it."""


class OneLineParser(argparse.ArgumentParser):
    """Says in one line what is wrong with how a command is used."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {message}. Try: {self.prog} --help\n")


def main(arguments: Sequence[str], folders: Folders) -> int:
    """Run one command, without the program's name. Gives the exit code; writes no traceback."""
    words = Words.load(_language(os.environ, folders), folders.translations)
    try:
        asked = _parser().parse_args(arguments)
        command: Callable[[argparse.Namespace, Folders, Words], int] = asked.command
        return command(asked, folders, words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else UNUSABLE
    except IntakeError as error:
        _say(sentence(error, words))
        return FOUND if isinstance(error, FINDS) else UNUSABLE
    except _Unusable as error:
        _say(str(error))
        return UNUSABLE
    except KeyboardInterrupt:
        return UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = OneLineParser(
        prog="asylum-intake", description="Intake without a window. Without arguments: the window."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=OneLineParser)
    demo = commands.add_parser("demo", help="play the fictional sample case through the real windows")
    demo.add_argument("--out", metavar="DIR", required=True)
    _add_list(commands.add_parser("list", help="list the drafts of a vault"))
    _add_export(commands.add_parser("export", help="write the PDF summary of a shared draft"))
    _add_form(commands.add_parser("form", help="work on form packs"))
    return parser


def _add_form(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=OneLineParser)
    check = commands.add_parser("check", help="look for faults in a form pack")
    check.add_argument("pack", type=Path, metavar="PACK")
    check.set_defaults(command=_check)
    bring = commands.add_parser("import", help="make a form pack of an XLSForm spreadsheet")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument(
        "--out", type=Path, metavar="PACK", required=True, help="a folder that is not there yet"
    )
    bring.set_defaults(command=_import_form)
    take = commands.add_parser("export", help="make an XLSForm spreadsheet of a form pack")
    take.add_argument("pack", type=Path, metavar="PACK")
    take.add_argument("--xlsx", type=Path, metavar="FILE", required=True)
    take.set_defaults(command=_export_form)


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("--json", action="store_true", help="one JSON object a draft, one a line")
    _add_passphrase(parser)
    parser.set_defaults(command=_list)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("case", metavar="CASE", help="the id that `list` shows")
    parser.add_argument("--pdf", type=Path, metavar="FILE", required=True)
    parser.add_argument("--profile", choices=["counsel"], default="counsel")
    parser.add_argument(
        "--language", metavar="CODE", help="of questions and headings: en, es, ru; else that of the terminal"
    )
    parser.add_argument("--pdf-password-file", type=Path, metavar="F", help="its first line protects the PDF")
    _add_passphrase(parser)
    parser.set_defaults(command=_export)


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help="its first line opens the vault; - is standard input",
    )


def _list(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    vault = _open(asked, words)
    try:
        for case in vault.cases(SITTING):
            row = _row(case)
            print(json.dumps(row) if asked.json else "\t".join(_cell(value) for value in row.values()))
    finally:
        vault.abandon()
    return DONE


def _export(asked: argparse.Namespace, folders: Folders, words: Words) -> int:
    password = _first_line(asked.pdf_password_file, words) if asked.pdf_password_file else None
    if password == "":
        raise _Unusable(words.say("The first line of the password file is empty."))
    spoken = _spoken(asked.language, folders, words) if asked.language else words
    shipped = read_pack(folders.forms / PACK)
    vault = _open(asked, words)
    try:
        opened = open_case(vault, asked.case, SITTING, shipped, _now)
    finally:
        vault.abandon()
    order = Order(opened.case, opened.interview, asked.pdf, password)
    pack_words = opened.pack.words_in(spoken.language)
    write_summary(order, spoken, pack_words, folders.fonts, _now().astimezone())
    if password is None:
        _say(words.say("This PDF has no password: whoever has the file can read it."))
    return DONE


def _spoken(language: str, folders: Folders, words: Words) -> Words:
    """The words of a language that was asked for by its code."""
    known = {SOURCE_LANGUAGE, *(path.stem for path in folders.translations.glob("*.mo"))}
    if language not in known:
        codes = ", ".join(sorted(known))
        raise _Unusable(
            words.say("There is no language “{language}” here, only: {codes}", language=language, codes=codes)
        )
    return Words.load(language, folders.translations)


def _check(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    try:
        form = load_form(asked.pack)
    except FormError as error:
        return _tell_faults(error.faults, words)
    return _tell_faults(lint(form, asked.pack), words)


def _import_form(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    return _tell_report(import_xlsform(asked.file, asked.out), words)


def _export_form(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    try:
        return _tell_report(export_xlsform(asked.pack, asked.xlsx), words)
    except FormError as error:
        if isinstance(error, SpreadsheetError):
            raise
        _tell_faults(error.faults, words)
        return UNUSABLE


def _tell_report(report: Report, words: Words) -> int:
    for line in report.lines(words):
        print(line)
    losses = len(report.losses)
    if losses:
        _say(words.say_many("Done, but for {count} thing.", "Done, but for {count} things.", losses))
    else:
        print(words.say("Done. Nothing was lost."))
    return report.exit_code


def _tell_faults(faults: Sequence[Fault], words: Words) -> int:
    for fault in faults:
        print(f"{fault.file}:{fault.line}: {sentence(fault, words)}")
    if not faults:
        print(words.say("No faults found."))
        return DONE
    _say(words.say_many("{count} fault found.", "{count} faults found.", len(faults)))
    return FOUND


def _open(asked: argparse.Namespace, words: Words) -> Vault:
    """Open the vault that was asked for; nothing is ever written into it but that a draft was opened."""
    file: Path | None = asked.passphrase_file
    passphrase = _first_line(file, words) if file else getpass.getpass(words.say("Passphrase") + ": ")
    return Vault.open(asked.vault, passphrase, listener=lambda _receipt: None)


def _first_line(file: Path, words: Words) -> str:
    """The first line of a file that holds a secret, `-` being standard input."""
    try:
        if file == STDIN:
            return sys.stdin.readline().rstrip("\r\n")
        with file.open(encoding="utf-8") as lines:
            if os.name == "posix" and os.fstat(lines.fileno()).st_mode & OTHERS:
                _say(words.say("Others can read the file {file}. Make it private: chmod 600", file=str(file)))
            return lines.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _Unusable(words.say("The file {file} cannot be read.", file=str(file))) from error


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


def _say(line: str) -> None:
    print(" ".join(line.split()), file=sys.stderr)


def _language(surroundings: Mapping[str, str], folders: Folders) -> str:
    """The language of the terminal, when the program speaks it."""
    named = next(
        (surroundings[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if surroundings.get(name)), ""
    )
    language = named.split(".")[0].split("_")[0].lower()
    return language if (folders.translations / f"{language}.mo").is_file() else SOURCE_LANGUAGE


def _now() -> datetime:
    return datetime.now(UTC)
