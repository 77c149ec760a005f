"""A whole evening in a process of its own: a secret is typed into every kind of field and taken out as a PDF.

Arguments: the folder that holds everything this person can write to, and the secret.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from intake.answers import Stored
from intake.form.model import Form, Item, Page, Question, Repeat
from intake.opening import read_pack
from intake.privacy import keep_private
from tests.support.leaking_desk import find_and_give, write_everywhere
from tests.support.vaults import CHEAP
from ui.app import build, guard
from ui.demo_hands import Hands
from ui.demo_sample import Sample, SampleEntry
from ui.demo_story import Story
from ui.opening import keys
from ui.paths import Places, find_folders

FILES = {"file", "image"}


def main(home: Path, secret: str) -> None:
    keep_private()
    app = QApplication(["asylum-intake"])
    folders = find_folders()
    window = build(app, Places(folders, home / "Intake", home / "exports"), keys(CHEAP))
    guard(window)
    sys.excepthook = sys.__excepthook__  # a story that ends here says where
    window.show()
    hands = Hands(window, folders.translations, home / "screens")
    pack = read_pack(folders.forms / "asylum_us")
    story = Story(hands, _telling_everywhere(pack.form, secret), pack, write_everywhere(secret))
    passphrase = story.tell("мой", "summary.pdf")
    app.processEvents()
    phrase = find_and_give(home, secret, passphrase)
    print(passphrase, phrase, sep="\n")


def _telling_everywhere(form: Form, secret: str) -> Sample:
    items = [item for section in form.sections for item in section.items]
    return Sample("ru", _answers(form, items, secret), _entries(form, items, secret))


def _answers(form: Form, items: list[Item], secret: str) -> dict[str, Stored]:
    questions = [question for item in items if isinstance(item, Page) for question in item.questions]
    return {it.name: _said(form, it, secret) for it in questions if it.kind not in FILES}


def _entries(form: Form, items: list[Item], secret: str) -> tuple[SampleEntry, ...]:
    repeats = [item for item in items if isinstance(item, Repeat)]
    return tuple(
        SampleEntry(it.name, _answers(form, list(it.items), secret), _entries(form, list(it.items), secret))
        for it in repeats
    )


def _said(form: Form, question: Question, secret: str) -> Stored:
    match question.kind:
        case "country" | "language":
            return f"other:{secret}"
        case "yes_no":
            return "yes"
        case "uncertain_date":
            return {"edtf": "2022-03~", "words": secret, "calendar": "gregorian"}
        case "select_one" | "select_multiple":
            names = [choice.name for choice in form.choice_lists[question.choice_list].choices]
            return "other" if "other" in names else names[0]
        case _:
            return secret


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
