"""What this process must not leave behind: files that others can read, and pictures of its memory."""

import ctypes
import os
import sys

PR_SET_DUMPABLE = 4
"""Of Linux: 0 keeps other programs of the user from reading the memory, the system from dumping it."""


def keep_private() -> None:
    """New files belong to the person alone; no core dump is written, where the system knows such things."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource  # not on every system

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
