"""Which passwords a PDF can have: one rule for the window and the command line."""

import unicodedata

from intake.errors import ExportNoPassword, ExportPasswordUnfit

SHORTEST = 8
"""Letters of a password for a file that anyone may try to open for as long as they like; ours has 29."""

LONGEST = 127
"""Bytes of UTF-8: programs that read PDF look at no more (ISO 32000-2, 7.6.4.3.3)."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
"""Programs disagree whether to leave these out, so the file might open in one and not in the other."""


def fit_password(password: str) -> str:
    """The password as a reader of the file takes what is typed there (NFKC).

    Raises ExportNoPassword when there is none, else ExportPasswordUnfit.
    """
    taken = unicodedata.normalize("NFKC", password)
    if not taken:
        raise ExportNoPassword
    if any(unicodedata.category(letter) in _UNSEEN for letter in taken):
        raise ExportPasswordUnfit(reason="unseen")
    if len(taken.strip()) < SHORTEST:
        raise ExportPasswordUnfit(reason="short", least=SHORTEST)
    if len(taken.encode()) > LONGEST:
        raise ExportPasswordUnfit(reason="long", most=LONGEST)
    return taken
