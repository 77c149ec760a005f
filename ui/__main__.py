"""The start: no arguments open the window, `demo` plays the sample case, all else is the command line's."""

import sys
from collections.abc import Sequence

from intake.evidence import LOOK
from intake.privacy import keep_private
from ui.paths import DataMissing, find_folders


def main() -> int:
    """The exit code of whatever was asked for. Whatever it is, it handles what nobody else may read."""
    keep_private()
    if sys.argv[1:2] == [LOOK]:
        from intake.evidence.child import main as look

        return look(sys.argv[2:])
    try:
        return _run(sys.argv[1:])
    except DataMissing:
        print(
            "Intake's own forms and resources are not where they should be. Please install it again.",
            file=sys.stderr,
        )
        return 2


def _run(arguments: Sequence[str]) -> int:
    """Each way loads what it needs and no more: the window must stand at once."""
    if not arguments:
        from ui.binding import import_plainly

        import_plainly()
        from ui.app import run

        return run(sys.argv)
    if arguments[0] == "demo":
        from ui.demo import main as demo

        return demo(arguments[1:])
    from intake.cli import main as command

    return command(arguments, find_folders())


if __name__ == "__main__":
    sys.exit(main())
