"""The start: no arguments open the window, `demo` plays the sample case, all else is the command line's."""

import sys
from collections.abc import Sequence


def main() -> int:
    """The exit code of whatever was asked for."""
    return _run(sys.argv[1:])


def _run(arguments: Sequence[str]) -> int:
    """Each way loads what it needs and no more: the window must stand at once."""
    if not arguments:
        from ui.app import run

        return run(sys.argv)
    if arguments[0] == "demo":
        from ui.demo import main as demo

        return demo(arguments[1:])
    from intake.cli import main as command
    from ui.paths import find_folders

    return command(arguments, find_folders())


if __name__ == "__main__":
    sys.exit(main())
