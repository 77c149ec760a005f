"""Form packs: looking for faults, and spreadsheets in and out."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from intake.commands.asking import DONE, FOUND, UNUSABLE, Commands, OneLineParser, add_force, check_new
from intake.errors import Fault, FormError, SpreadsheetError
from intake.folders import Folders
from intake.form.lint import REMARKS, lint
from intake.form.loader import load_form
from intake.form.xlsform import Report, export_xlsform, import_xlsform
from intake.sentences import sentence
from intake.terminal import Unusable, put, tell
from intake.words import Words


def add_commands(commands: Commands) -> None:
    parser = commands.add_parser("form", help="work on form packs")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=OneLineParser)
    check = commands.add_parser("check", help="look for faults in a form pack")
    check.add_argument("pack", type=Path, metavar="PACK")
    check.add_argument(
        "--strict",
        action="store_true",
        help="also what is not finished counts as a fault: translations, lists that nobody uses",
    )
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
    add_force(take)
    take.set_defaults(command=_export_form)


def _check(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    _check_there(asked.pack, words)
    try:
        found = lint(load_form(asked.pack), asked.pack)
    except FormError as error:
        return _tell_faults(error.faults, words)
    if asked.strict:
        return _tell_faults(found, words)
    remarks = [fault for fault in found if fault.code in REMARKS]
    for remark in remarks:
        put(_line(remark, words))
    if remarks:
        put(
            words.say_many(
                "{count} thing is not finished, which keeps nobody from using it (--strict: a fault).",
                "{count} things are not finished, which keeps nobody from using it (--strict: faults).",
                len(remarks),
            )
        )
    return _tell_faults([fault for fault in found if fault.code not in REMARKS], words)


def _check_there(pack: Path, words: Words) -> None:
    if not pack.is_dir():
        raise Unusable(words.say("There is no folder {folder}.", folder=str(pack)))


def _import_form(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    return _tell_report(import_xlsform(asked.file, asked.out), words)


def _export_form(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    _check_there(asked.pack, words)
    check_new(asked.xlsx, words, force=asked.force)
    try:
        return _tell_report(export_xlsform(asked.pack, asked.xlsx), words)
    except FormError as error:
        if isinstance(error, SpreadsheetError):
            raise
        _tell_faults(error.faults, words)
        return UNUSABLE


def _tell_report(report: Report, words: Words) -> int:
    for line in report.lines(words):
        put(line)
    losses = len(report.losses)
    if losses:
        tell(
            words.say_many(
                "Done, but {count} thing was lost; its line is marked.",
                "Done, but {count} things were lost; their lines are marked.",
                losses,
            )
        )
    else:
        put(words.say("Done. Nothing was lost."))
    return report.exit_code


def _tell_faults(faults: Sequence[Fault], words: Words) -> int:
    for fault in faults:
        put(_line(fault, words))
    if not faults:
        put(words.say("No faults found."))
        return DONE
    tell(words.say_many("{count} fault found.", "{count} faults found.", len(faults)))
    return FOUND


def _line(fault: Fault, words: Words) -> str:
    return f"{fault.file}:{fault.line}: {sentence(fault, words)}"
