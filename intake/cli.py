"""The commands that need no window. docs/command-line.md fixes what they print and how they end."""

import argparse
import json
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from intake.case import CaseSummary, Role, Sitting
from intake.errors import (
    CaseClosed,
    CopyDamaged,
    DatabaseDamaged,
    Fault,
    FormError,
    HeaderDamaged,
    IntakeError,
    SpreadsheetError,
    VaultMissing,
    WrongPassphrase,
)
from intake.export.counsel import Order, write_summary
from intake.export.password import fit_password
from intake.export.target import check_target
from intake.folders import Folders, holds_vault
from intake.form.lint import lint
from intake.form.loader import load_form
from intake.form.xlsform import Report, export_xlsform, import_xlsform
from intake.opening import PACK, open_case, read_pack
from intake.sentences import sentence
from intake.terminal import (
    Unusable,
    ask_secret,
    end_output,
    first_line,
    give_up_output,
    printable,
    put,
    tell,
    use_terminal,
)
from intake.vault.restoring import restore
from intake.vault.salvage import check, salvage
from intake.vault.vault import Vault
from intake.words import SOURCE_LANGUAGE, Words

DONE, FOUND, UNUSABLE, LOSSES = 0, 1, 2, 3
"""Exit codes. 3, done with losses that are listed, comes from the reports of commands that convert."""

FINDS = (WrongPassphrase, HeaderDamaged, DatabaseDamaged, CopyDamaged, CaseClosed)
"""Errors that tell something about good input; all others say that the input cannot be used."""

SITTING = Sitting(Role.REVIEWER, "command line")
"""A command sees what a reviewer may see, and its opening of a draft is recorded like theirs."""


class OneLineParser(argparse.ArgumentParser):
    """Says in one line what is wrong with how a command is used."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, printable(f"{self.prog}: {message}. Try: {self.prog} --help") + "\n")


def main(arguments: Sequence[str], folders: Folders) -> int:
    """Run one command, without the program's name. Gives the exit code; writes no traceback."""
    use_terminal()
    words = Words.load(_language(os.environ, folders), folders.translations)
    try:
        code = _run(arguments, folders, words)
        end_output()
    except IntakeError as error:
        tell(sentence(error, words))
        return FOUND if isinstance(error, FINDS) else UNUSABLE
    except Unusable as error:
        tell(str(error))
        return UNUSABLE
    except BrokenPipeError:  # whoever read has heard enough
        give_up_output()
        return UNUSABLE
    except OSError as error:
        tell(words.say("The system does not allow this: {reason}.", reason=error.strerror or "?"))
        return UNUSABLE
    except KeyboardInterrupt:
        return UNUSABLE
    return code


def _run(arguments: Sequence[str], folders: Folders, words: Words) -> int:
    try:
        asked = _parser().parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else UNUSABLE
    command: Callable[[argparse.Namespace, Folders, Words], int] = asked.command
    return command(asked, folders, words)


def _parser() -> argparse.ArgumentParser:
    parser = OneLineParser(
        prog="asylum-intake", description="Intake without a window. Without arguments: the window."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=OneLineParser)
    demo = commands.add_parser("demo", help="play the fictional sample case through the real windows")
    demo.add_argument("--out", metavar="DIR", required=True)
    _add_list(commands.add_parser("list", help="list the drafts of a vault"))
    _add_export(commands.add_parser("export", help="write the PDF summary of a shared draft"))
    _add_copies(commands)
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
    _add_force(take)
    take.set_defaults(command=_export_form)


def _add_copies(commands: "argparse._SubParsersAction[OneLineParser]") -> None:
    make = commands.add_parser("backup", help="copy a vault into one encrypted file")
    make.add_argument("vault", type=Path, metavar="VAULT")
    make.add_argument("file", type=Path, metavar="FILE", help="a file that is not there yet")
    make.set_defaults(command=_back_up)
    restore_ = commands.add_parser("restore", help="make a vault of such a file")
    restore_.add_argument("file", type=Path, metavar="FILE")
    restore_.add_argument("vault", type=Path, metavar="VAULT", help="a folder that is not there yet")
    restore_.set_defaults(command=_restore)
    vault = commands.add_parser("vault", help="look after a vault").add_subparsers(
        required=True, metavar="COMMAND", parser_class=OneLineParser
    )
    check = vault.add_parser("check", help="look for damage, and save what can be read")
    check.add_argument("vault", type=Path, metavar="VAULT")
    check.add_argument("--save-to", type=Path, metavar="NEW", help="a folder that is not there yet")
    check.set_defaults(command=_check_vault)
    for parser in (make, restore_, check):
        _add_passphrase(parser)


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
    _add_force(parser)
    _add_passphrase(parser)
    parser.set_defaults(command=_export)


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="replace the file if it is there already")


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
            put(*([json.dumps(row)] if asked.json else map(_cell, row.values())))
    finally:
        vault.abandon()
    return DONE


def _export(asked: argparse.Namespace, folders: Folders, words: Words) -> int:
    _check_target(asked.pdf, words, force=asked.force)
    password = first_line(asked.pdf_password_file, words) if asked.pdf_password_file else None
    if password is not None:
        fit_password(password)
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


def _check(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    try:
        form = load_form(asked.pack)
    except FormError as error:
        return _tell_faults(error.faults, words)
    return _tell_faults(lint(form, asked.pack), words)


def _import_form(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    return _tell_report(import_xlsform(asked.file, asked.out), words)


def _export_form(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    _check_target(asked.xlsx, words, force=asked.force)
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
        tell(words.say_many("Done, but for {count} thing.", "Done, but for {count} things.", losses))
    else:
        put(words.say("Done. Nothing was lost."))
    return report.exit_code


def _back_up(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    vault = _open(asked, words)
    try:
        vault.back_up(asked.file)
    finally:
        vault.abandon()
    put(words.say("The copy was made and opened to prove it. It opens with today's passphrases."))
    return DONE


def _restore(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    label = restore(asked.file, asked.vault, _passphrase(asked, words))
    made = label.made.astimezone().strftime("%Y-%m-%d %H:%M")
    put(
        words.say(
            "This is the vault as it was on {moment}. What was written later is not in it.", moment=made
        )
    )
    return DONE


def _check_vault(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    if asked.save_to is not None:
        saved = salvage(asked.vault, asked.save_to, _passphrase(asked, words))
        put(words.say_many("{count} draft was saved.", "{count} drafts were saved.", saved.count))
        return _tell_damage(saved.damaged_cases, (), words) and LOSSES
    found = check(asked.vault, _passphrase(asked, words))
    broken = [name for name, whole in found.copies.items() if not whole]
    if found.good:
        put(words.say("The vault and its copies are whole."))
    elif not found.whole:
        tell(words.say("The database of this vault is damaged. Open a copy, or save what is left: --save-to"))
    return _tell_damage(found.damaged_cases, broken, words) or (DONE if found.good else FOUND)


def _tell_damage(damaged: Sequence[str], copies: Sequence[str], words: Words) -> int:
    for case_id in damaged:
        put(words.say("Something is missing in the draft {id}.", id=case_id))
    for name in copies:
        put(words.say("The copy {file} is damaged.", file=name))
    return FOUND if damaged or copies else DONE


def _tell_faults(faults: Sequence[Fault], words: Words) -> int:
    for fault in faults:
        put(f"{fault.file}:{fault.line}: {sentence(fault, words)}")
    if not faults:
        put(words.say("No faults found."))
        return DONE
    tell(words.say_many("{count} fault found.", "{count} faults found.", len(faults)))
    return FOUND


def _check_target(target: Path, words: Words, *, force: bool) -> None:
    """Raises Unusable or ExportError before anything is asked for a file that will not be written."""
    check_target(target)
    if os.path.lexists(target) and not force:
        raise Unusable(
            words.say("The file {file} is there already. With --force it is replaced.", file=str(target))
        )


def _open(asked: argparse.Namespace, words: Words) -> Vault:
    """Open the vault that was asked for; nothing is ever written into it but that a draft was opened."""
    if not holds_vault(asked.vault):
        raise VaultMissing(file="vault.json")  # nobody types a passphrase for nothing
    return Vault.open(asked.vault, _passphrase(asked, words), listener=lambda _receipt: None)


def _passphrase(asked: argparse.Namespace, words: Words) -> str:
    file: Path | None = asked.passphrase_file
    return first_line(file, words) if file else ask_secret(words, "--passphrase-file")


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


def _language(surroundings: Mapping[str, str], folders: Folders) -> str:
    """The language of the terminal, when the program speaks it."""
    named = next(
        (surroundings[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if surroundings.get(name)), ""
    )
    language = named.split(".")[0].split("_")[0].lower()
    return language if (folders.translations / f"{language}.mo").is_file() else SOURCE_LANGUAGE


def _now() -> datetime:
    return datetime.now(UTC)
