"""Copies of a vault, and what is to be done about damage."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from intake.commands.asking import (
    DONE,
    FOUND,
    LOSSES,
    Commands,
    OneLineParser,
    add_passphrase,
    open_vault,
    passphrase_of,
)
from intake.folders import Folders
from intake.terminal import put, tell
from intake.vault.restoring import restore
from intake.vault.salvage import check, salvage
from intake.words import Words


def add_commands(commands: Commands) -> None:
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
        add_passphrase(parser)


def _back_up(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    vault = open_vault(asked, words)
    try:
        vault.back_up(asked.file)
    finally:
        vault.abandon()
    put(words.say("The copy was made and opened to prove it. It opens with today's passphrases."))
    return DONE


def _restore(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    label = restore(asked.file, asked.vault, passphrase_of(asked, words))
    made = label.made.astimezone().strftime("%Y-%m-%d %H:%M")
    put(
        words.say(
            "This is the vault as it was on {moment}. What was written later is not in it.", moment=made
        )
    )
    return DONE


def _check_vault(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    if asked.save_to is not None:
        saved = salvage(asked.vault, asked.save_to, passphrase_of(asked, words))
        put(words.say_many("{count} draft was saved.", "{count} drafts were saved.", saved.count))
        return _tell_damage(saved.damaged_cases, (), words) and LOSSES
    found = check(asked.vault, passphrase_of(asked, words))
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
