"""The commands that need no window. docs/command-line.md fixes what they print and how they end."""

import os
from collections.abc import Mapping, Sequence

from intake.commands import copies, drafts, forms, handover
from intake.commands.asking import FOUND, UNUSABLE, Command, OneLineParser
from intake.errors import (
    CaseClosed,
    CopyDamaged,
    DatabaseDamaged,
    FingerprintDiffers,
    HeaderDamaged,
    IntakeError,
    PackageDamaged,
    PackageWrongPassphrase,
    WrongPassphrase,
)
from intake.folders import Folders
from intake.sentences import sentence
from intake.terminal import Unusable, end_output, give_up_output, tell, use_terminal
from intake.words import SOURCE_LANGUAGE, Words

FINDS = (
    WrongPassphrase,
    HeaderDamaged,
    DatabaseDamaged,
    CopyDamaged,
    CaseClosed,
    FingerprintDiffers,
    PackageDamaged,
    PackageWrongPassphrase,
)
"""Errors that tell something about good input; all others say that the input cannot be used."""


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
    command: Command = asked.command
    return command(asked, folders, words)


def _parser() -> OneLineParser:
    parser = OneLineParser(
        prog="asylum-intake", description="Intake without a window. Without arguments: the window."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=OneLineParser)
    demo = commands.add_parser("demo", help="play the fictional sample case through the real windows")
    demo.add_argument("--out", metavar="DIR", required=True)
    for room in (drafts, copies, handover, forms):
        room.add_commands(commands)
    return parser


def _language(surroundings: Mapping[str, str], folders: Folders) -> str:
    """The language of the terminal, when the program speaks it."""
    named = next(
        (surroundings[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if surroundings.get(name)), ""
    )
    language = named.split(".")[0].split("_")[0].lower()
    return language if (folders.translations / f"{language}.mo").is_file() else SOURCE_LANGUAGE
