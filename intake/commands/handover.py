"""Handing drafts over: a vault's own card, sealing a draft, taking one in."""

import argparse
from dataclasses import replace
from pathlib import Path

from intake.commands.asking import (
    DONE,
    FOUND,
    SITTING,
    Commands,
    add_force,
    add_passphrase,
    check_new,
    now,
    open_vault,
)
from intake.delivery.acquaintances import compare_card, keep_keys, own_keys, standing_of
from intake.delivery.receiving import (
    CameDraft,
    Taker,
    look_at_draft,
    look_at_questions,
    open_package,
    take_draft,
    take_questions,
)
from intake.delivery.sending import Addressee, Choice, Dispatch, draft_of, send_draft
from intake.disk import read_regular
from intake.export.handover.cards import LARGEST, Acquaintance, Card, card_of, fingerprint, read_card, written
from intake.export.handover.manifest import Purpose
from intake.export.handover.merging import Side
from intake.export.target import write_whole
from intake.folders import Folders
from intake.opening import PACK, open_case, read_pack
from intake.terminal import ask_line, first_line, put, tell
from intake.vault.vault import Vault
from intake.words import Words


def add_commands(commands: Commands) -> None:
    _add_card(commands)
    _add_key(commands)
    _add_seal(commands)
    _add_receive(commands)


def _add_card(commands: Commands) -> None:
    parser = commands.add_parser("card", help="write this vault's card, for those who seal drafts to it")
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("--out", type=Path, metavar="FILE", required=True)
    parser.add_argument("--name", metavar="NAME", help="what the card says whose it is; kept in the vault")
    add_force(parser)
    add_passphrase(parser)
    parser.set_defaults(command=_card)


def _add_key(commands: Commands) -> None:
    parser = commands.add_parser("key", help="write the private keys of this vault's cards, for emergencies")
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("--out", type=Path, metavar="FILE", required=True)
    add_passphrase(parser)
    parser.set_defaults(command=_key)


def _add_seal(commands: Commands) -> None:
    parser = commands.add_parser("seal", help="seal a shared draft for the holder of a card")
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("case", metavar="CASE", help="the id that `list` shows")
    parser.add_argument("--to", type=Path, metavar="CARD", required=True)
    parser.add_argument("--out", type=Path, metavar="FILE", required=True)
    parser.add_argument(
        "--fingerprint",
        metavar="DIGITS",
        help="the twenty digits that the holder read to you; else asked for",
    )
    parser.add_argument(
        "--include-sensitive", action="store_true", help="answers to sensitive questions go along"
    )
    parser.add_argument("--without-evidence", action="store_true", help="files stay here")
    add_force(parser)
    add_passphrase(parser)
    parser.set_defaults(command=_seal)


def _add_receive(commands: Commands) -> None:
    parser = commands.add_parser("receive", help="take a sealed draft, or questions, into a vault")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("vault", type=Path, metavar="VAULT")
    parser.add_argument("--keep", choices=[*Side], help="which answer stands where both sides changed one")
    parser.add_argument(
        "--package-passphrase-file", type=Path, metavar="F", help="its first line opens the package"
    )
    add_passphrase(parser)
    parser.set_defaults(command=_receive)


def _card(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    check_new(asked.out, words, force=asked.force)
    vault = open_vault(asked, words)
    try:
        keys = own_keys(vault, now().date())
        if asked.name is not None:
            keys = replace(keys, name=asked.name)
            keep_keys(vault, keys)
    finally:
        vault.abandon()
    card = card_of(keys)
    write_whole(asked.out, written(card).encode())
    put(fingerprint(card.recipient, card.verifier))
    return DONE


def _key(asked: argparse.Namespace, _folders: Folders, words: Words) -> int:
    check_new(asked.out, words, force=False)
    vault = open_vault(asked, words)
    try:
        keys = own_keys(vault, now().date())
    finally:
        vault.abandon()
    write_whole(asked.out, "".join(f"{key.secret}\n" for key in keys.receiving).encode())
    tell(
        words.say(
            "Whoever has this file can open every package that was sealed to this vault. Keep it like the"
            " papers themselves."
        )
    )
    return DONE


def _seal(asked: argparse.Namespace, folders: Folders, words: Words) -> int:
    check_new(asked.out, words, force=asked.force)
    card = read_card(read_regular(asked.to, LARGEST + 1))
    shipped = read_pack(folders.forms / PACK)
    vault = open_vault(asked, words)
    try:
        _compare(vault, card, asked.fingerprint, words)
        opened = open_case(vault, asked.case, SITTING, shipped, now)
        choice = Choice(sensitive=asked.include_sensitive, evidence=not asked.without_evidence)
        draft = draft_of(vault, opened, choice, words, now().astimezone())
        send_draft(vault, draft, Dispatch(asked.out, Addressee(card), now()))
    finally:
        vault.abandon()
    kept = len(draft.sheet.left_out)
    if kept:
        tell(words.say_many("{count} answer stays here.", "{count} answers stay here.", kept))
    return DONE


def _compare(vault: Vault, card: Card, digits: str | None, words: Words) -> None:
    """Ask for the digits of a card that was not compared before. Raises FingerprintDiffers, Unusable."""
    standing = standing_of(vault, card)
    if standing is Acquaintance.KNOWN:
        return
    if standing is Acquaintance.CHANGED:
        tell(words.say("Take care: a card of this name had other keys before. Ask its holder why."))
    question = words.say("The twenty digits that the holder of the card reads to you")
    compare_card(vault, card, digits or ask_line(words, question, "--fingerprint"), now())


def _receive(asked: argparse.Namespace, folders: Folders, words: Words) -> int:
    secret = first_line(asked.package_passphrase_file, words) if asked.package_passphrase_file else None
    vault = open_vault(asked, words)
    try:
        parcel = open_package(vault, asked.file, secret, now())
        if parcel.manifest.letterhead.purpose is Purpose.BACK:
            put(take_questions(vault, look_at_questions(vault, parcel), now()).id)
            return DONE
        return _take(vault, look_at_draft(vault, parcel, SITTING), asked.keep, words)
    finally:
        vault.abandon()


def _take(vault: Vault, came: CameDraft, keep: str | None, words: Words) -> int:
    """Take a draft in, or list what a person has to decide first."""
    conflicts = came.comparison.conflicts
    if conflicts and keep is None:
        for it in conflicts:
            put(it.path.question, it.path.entry or "")
        tell(
            words.say_many(
                "Both sides changed {count} answer. Nothing was taken. Say which stands: --keep",
                "Both sides changed {count} answers. Nothing was taken. Say which stand: --keep",
                len(conflicts),
            )
        )
        return FOUND
    decided = {it.path: Side(keep) for it in conflicts} if keep else {}
    if came.stranger:
        tell(words.say("The sender of this package is not known here yet."))
    put(take_draft(vault, came, decided, Taker(SITTING, words, now())).id)
    return DONE
