"""The demonstration: the fictional sample case, told through the real windows by keys and clicks.

Nothing here reaches into the core: what is saved, shown and printed came in through the windows.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from intake.commands.asking import OneLineParser

SAMPLE = Path("asylum_us", "samples", "teacher_ru.yaml")
VAULT = "demo"
SUMMARY = "summary.pdf"


def main(arguments: Sequence[str]) -> int:
    """Play the sample case into a folder. Exit code 0, or 2 when the folder cannot be used."""
    parser = OneLineParser(prog="asylum-intake demo", description="Play the fictional sample case.")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True)
    try:
        folder: Path = parser.parse_args(arguments).out.absolute()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    vault = folder / f"{VAULT}.intake"
    if os.path.lexists(vault):
        print(f"{vault} is there already. Give another folder, or move it away.", file=sys.stderr)
        return 2
    try:
        (folder / "screens").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"{folder} cannot be used: {error.strerror}. Give another folder.", file=sys.stderr)
        return 2
    from ui.demo_hands import NotOnScreen  # Qt is loaded when the folder is good

    try:
        passphrase = _play(folder)
    except NotOnScreen as missing:
        print(f"The demonstration stopped: “{missing}” did not come to the screen.", file=sys.stderr)
        return 1
    print(f"vault: {vault}")
    print(f"passphrase: {passphrase}")
    return 0


def _play(folder: Path) -> str:
    """Open the window, on a screen if there is one, and play; gives the passphrase of the vault."""
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from intake.opening import read_pack
    from ui.app import build, guard
    from ui.demo_hands import Hands
    from ui.demo_review import review
    from ui.demo_sample import read_sample
    from ui.demo_story import Story
    from ui.opening import keys
    from ui.paths import Places, find_folders
    from ui.theme import make_program

    app = make_program(["asylum-intake"])
    folders = find_folders()
    window = build(app, Places(folders, folder, folder), keys(fictional=True))
    guard(window)
    window.show()
    hands = Hands(window, folders.translations, folder / "screens")
    sample, pack = read_sample(folders.forms / SAMPLE), read_pack(folders.forms / SAMPLE.parts[0])
    story = Story(hands, sample, pack, review)
    return story.tell(VAULT, SUMMARY)
