"""What commands share: how they are asked, what they open, and how they end."""

import argparse
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn, TypeAlias

from intake.case import Role, Sitting
from intake.errors import VaultMissing
from intake.export.target import check_target
from intake.folders import Folders, holds_vault
from intake.terminal import Unusable, ask_secret, first_line, printable
from intake.vault.vault import Vault
from intake.words import Words

DONE, FOUND, UNUSABLE, LOSSES = 0, 1, 2, 3
"""Exit codes. 3, done with losses that are listed, comes from the reports of commands that convert."""

SITTING = Sitting(Role.REVIEWER, "command line")
"""A command sees what a reviewer may see, and its opening of a draft is recorded like theirs."""

Command: TypeAlias = Callable[[argparse.Namespace, Folders, Words], int]


class OneLineParser(argparse.ArgumentParser):
    """Says in one line what is wrong with how a command is used."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, printable(f"{self.prog}: {message}. Try: {self.prog} --help") + "\n")


Commands: TypeAlias = "argparse._SubParsersAction[OneLineParser]"  # noqa: SLF001  (argparse has no other name)


def add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="replace the file if it is there already")


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="F",
        help="its first line opens the vault; - is standard input",
    )


def check_new(target: Path, words: Words, *, force: bool) -> None:
    """Raises Unusable or ExportError before anything is asked for a file that will not be written."""
    check_target(target)
    if os.path.lexists(target) and not force:
        raise Unusable(
            words.say("The file {file} is there already. With --force it is replaced.", file=str(target))
        )


def open_vault(asked: argparse.Namespace, words: Words) -> Vault:
    """Open the vault that was asked for; nothing is ever written into it but that a draft was opened."""
    if not holds_vault(asked.vault):
        raise VaultMissing(file="vault.json")  # nobody types a passphrase for nothing
    return Vault.open(asked.vault, passphrase_of(asked, words), listener=lambda _receipt: None)


def passphrase_of(asked: argparse.Namespace, words: Words) -> str:
    file: Path | None = asked.passphrase_file
    return first_line(file, words) if file else ask_secret(words, "--passphrase-file")


def now() -> datetime:
    return datetime.now(UTC)
