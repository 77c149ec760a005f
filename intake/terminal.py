"""The terminal of a command: what is read from it, and what may be printed on it."""

import getpass
import io
import os
import re
import sys
import warnings
from pathlib import Path

from intake.words import Words

STDIN = Path("-")
OTHERS = 0o077
"""The permissions of everyone but the owner."""

BYTE_ORDER_MARK = "\ufeff"

_COMMANDING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


class Unusable(Exception):
    """Input that cannot be used, with the sentence for it."""


def printable(text: str) -> str:
    """A text that commands no terminal and turns no line around: such characters are spelt out (`\\x1b`)."""
    return _COMMANDING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def use_terminal() -> None:
    """Letters that the terminal's encoding lacks are spelt out, too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def put(*cells: str) -> None:
    """A line of what was asked for, its cells with tabs between them.

    Raises OSError when it cannot be written, now or in `end_output`.
    """
    sys.stdout.write("\t".join(map(printable, cells)) + "\n")


def tell(line: str) -> None:
    """The one line beside it that says what happened."""
    sys.stderr.write(printable(" ".join(line.split())) + "\n")


def end_output() -> None:
    """Write what still waits. Raises OSError; then Python, which tries again at the end, is kept from it."""
    try:
        sys.stdout.flush()
    except OSError:
        give_up_output()
        raise


def give_up_output() -> None:
    """Nothing more is printed, and nothing said of that at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def ask_secret(words: Words, option: str) -> str:
    """A passphrase from the keyboard, never shown. Without a terminal `option` is named. Raises Unusable."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would show what is typed
            return getpass.getpass(words.say("Passphrase") + ": ")
    except (EOFError, getpass.GetPassWarning) as error:
        raise Unusable(
            words.say("There is no terminal to ask on. Please use {option}.", option=option)
        ) from error


def ask_line(words: Words, question: str, option: str) -> str:
    """A line from the keyboard, shown while typed. Without a terminal `option` is named. Raises Unusable."""
    sys.stderr.write(printable(question) + ": ")
    sys.stderr.flush()
    line = sys.stdin.readline() if sys.stdin.isatty() else ""
    if not line:
        raise Unusable(words.say("There is no terminal to ask on. Please use {option}.", option=option))
    return _bare(line)


def first_line(file: Path, words: Words) -> str:
    """The first line of a file that holds a secret, `-` being standard input. Raises Unusable.

    Editors of Windows begin files with a mark that is no part of the secret.
    """
    try:
        if file == STDIN:
            return _bare(sys.stdin.readline())
        with file.open(encoding="utf-8") as lines:
            if os.name == "posix" and os.fstat(lines.fileno()).st_mode & OTHERS:
                tell(words.say("Others can read the file {file}. Make it private: chmod 600", file=str(file)))
            return _bare(lines.readline())
    except (OSError, ValueError) as error:
        raise Unusable(words.say("The file {file} cannot be read.", file=str(file))) from error


def _bare(line: str) -> str:
    return line.removeprefix(BYTE_ORDER_MARK).rstrip("\r\n")
