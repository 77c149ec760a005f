"""A child that does something and is killed at one of its lines, as when a computer loses its power."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Collection
from pathlib import Path
from types import FrameType
from typing import Any


def killed_at(step: int, watched: Collection[str], work: Callable[[Callable[[], None]], None]) -> bool:
    """Whether the work is so many lines long that a child was killed at this one.

    Lines of the files of these names count, on every thread, from where the work calls what it is given.
    """
    child = os.fork()
    if child == 0:
        _die_at(step, watched, work)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), status
    return status != 0


def _die_at(step: int, watched: Collection[str], work: Callable[[Callable[[], None]], None]) -> None:
    left = [0]  # lines to live; 0 is for ever

    def count(frame: FrameType, event: str, _given: Any) -> Any:
        if Path(frame.f_code.co_filename).name not in watched:
            return None
        if event == "line" and left[0]:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return count

    def begin() -> None:
        left[0] = step
        sys.settrace(count)

    threading.settrace(count)
    try:
        work(begin)
    except BaseException:
        os._exit(1)
    os._exit(0)
