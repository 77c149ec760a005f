"""An evening by mouse and keys on a real display: in Russian, left in a hurry, gone on with, taken out."""

from pathlib import Path

import pypdf
import pytest

from intake.words import Words
from tests.support.displays import Desk, needs_display
from ui.paths import find_folders

pytestmark = needs_display

PASSPHRASE = "пять слов для меня одной"
SHIFTS = ("key", "--delay", "60", "Shift_L", "Shift_L", "Shift_L")


@pytest.fixture
def words() -> Words:
    return Words.load("ru", find_folders().translations)


def make_vault(desk: Desk, words: Words) -> None:
    desk.click("Русский")
    desk.click(words.say("Make a new vault"))
    desk.click(words.say("Continue"))
    desk.type_into(words.say("Passphrase"), PASSPHRASE)
    desk.type_into(words.say("The same passphrase again"), PASSPHRASE)
    desk.click(words.say("Make the vault"))


def sit(desk: Desk, words: Words) -> None:
    desk.click(words.say("I answer about myself"))
    desk.click(words.say("Continue"))


def exported(desk: Desk) -> Path:
    (found,) = (desk.home / "Intake exports").glob("*.pdf")
    return found


def test_begun_in_russian_left_by_three_shifts_and_gone_on_with(desk: Desk, words: Words) -> None:
    desk.use_keys("us,ru")
    program = desk.start()
    make_vault(desk, words)
    sit(desk, words)
    desk.click(words.say("Begin a new draft"))
    desk.click("О вас")
    desk.type_into("Фамилия", "Образцова")
    desk.type_into("Имя", "Марина")
    desk.press(*SHIFTS)
    assert program.wait(30) == 0

    desk.start()
    desk.click("Русский")
    desk.click(words.say("Open “{name}”", name=next((desk.home / "Intake").iterdir()).stem))
    desk.type_into(words.say("Passphrase"), PASSPHRASE)
    desk.press("key", "Return")
    sit(desk, words)
    desk.click(words.say("Open"))
    desk.click(words.say("Go on"))
    field = desk.eyes.wait(desk.focused, "a field with the focus")
    assert (field.heard, field.text) == ("Имя", "Марина")
    assert desk.eyes.wait_for("Фамилия").text == "Образцова"
    desk.press("type", "На")
    desk.press("key", "alt+Left")

    desk.click(words.say("Make a PDF for a lawyer"))
    password = desk.eyes.wait_for(words.say("Password of the PDF")).text
    desk.click(words.say("Make the PDF"))
    desk.eyes.wait_for(words.say("Back to my draft"))
    pages = pypdf.PdfReader(exported(desk), password=password).pages
    told = "\n".join(page.extract_text() for page in pages)
    assert "Образцова" in told
    assert "МаринаНа" in told
