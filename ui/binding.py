"""What Qt's binding for Python does unasked, and we can do without."""

import builtins
import gc

import PySide6.QtCore  # noqa: F401  (it is this that steps into every import)


def import_plainly() -> None:
    """Keep the binding out of the imports that follow, and what it is made of out of the search for garbage.

    It reads the source of every module that is imported after it, in search of a switch that we never set
    (`from __feature__ import ...`): some 5 ms before the first page, 40 ms and 17 MB behind it. It stays for
    good: nothing of it is ever garbage, and each look through it costs 1 ms, several before the first page.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    gc.freeze()
