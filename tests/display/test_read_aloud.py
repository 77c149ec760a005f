"""A whole section answered by somebody who sees nothing: found by name, written and pressed from outside."""

from collections.abc import Iterator
from pathlib import Path

from intake.answers import Answers
from intake.vault.vault import Vault
from tests.support.displays import Desk, needs_display
from tests.support.reader import Node, Reader
from tests.support.vaults import ALONE, CHEAP, PASSPHRASE, Receipts

pytestmark = needs_display

NAMED = {"frame", "panel", "radio button", "push button", "text", "combo box", "check box", "password text"}
WRITTEN = {
    "Family name": "Образцова",
    "Given name": "Марина",
    "Family name in Latin letters": "OBRAZTSOVA",
    "The whole name, as it was written": "Marina Primer (fictional)",
    "Year": "1988",
    "City, town or village": "Казань",
    "Which people, ethnic group or tribe do you belong to?": "татары",
}
CHOSEN = {
    "Have you ever used another name or another spelling?": "Yes",
    "Does any country see you as its citizen now?": "Yes",
    "Are you fluent in English?": "No",
    "Are you in the United States now?": "No",
}
LATIN_ONLY = "This box is for Latin letters, as in a passport."
MOST_PAGES = 40


def vault_in(home: Path) -> Path:
    """A vault where the program looks for it."""
    folder = home / "Intake" / "mine.intake"
    folder.parent.mkdir()
    Vault.create(folder, PASSPHRASE, listener=Receipts(), cost=CHEAP).close()
    return folder


def stored(folder: Path) -> Answers:
    vault = Vault.open(folder, PASSPHRASE, listener=Receipts())
    try:
        (case,) = vault.cases(ALONE)
        return vault.answers(case.id, ALONE)
    finally:
        vault.close()


def enter(eyes: Reader) -> None:
    """From the first page to that of the own name."""
    eyes.press("Open “mine”")
    eyes.write("Passphrase", PASSPHRASE)
    eyes.press("Open")
    eyes.press("I answer about myself")
    eyes.press("Continue")
    eyes.press("Begin a new draft")
    eyes.press("About you")
    eyes.wait_for("Family name")


def unnamed(seen: tuple[Node, ...]) -> list[Node]:
    """What can be reached and says nothing of what it is."""
    return [it for it in seen if "focusable" in it.states and it.role in NAMED and not it.heard]


def answer(eyes: Reader) -> None:
    """Write and choose whatever is known of what this page asks; what appears by that too."""
    seen = eyes.look()
    for name, text in WRITTEN.items():
        if any(it.is_called(name) and it.text != text for it in seen):
            eyes.write(name, text)
    for question, choice in CHOSEN.items():
        if any(it.heard == question for it in seen):
            eyes.press(choice, within=question)


def pages(eyes: Reader) -> Iterator[tuple[Node, ...]]:
    """Every page from here to the list of answers at the section's end; turned with Continue."""
    added = False
    for _ in range(MOST_PAGES):
        eyes.wait_still()
        yield eyes.look()
        if eyes.says("Check your answers"):
            return
        if eyes.finds("Add a name") and not added:
            added = True
            eyes.turn("Add a name")
        else:
            answer(eyes)
            eyes.turn("Continue")
    raise AssertionError("the section does not end")


def test_a_section_is_answered_and_finished_by_name_alone(desk: Desk) -> None:
    folder = vault_in(desk.home)
    program, eyes = desk.start(), desk.eyes
    enter(eyes)
    walked = 0
    for seen in pages(eyes):
        assert unnamed(seen) == []
        assert [it for it in seen if "<" in it.heard + it.description] == []
        walked += 1
    assert walked > 12
    eyes.press("I have finished this section")
    eyes.wait_for("Make a PDF for a lawyer")
    assert eyes.says("Finished by me")
    eyes.press("Leave now")
    assert program.wait(30) == 0
    answers = stored(folder)
    given = {path.question: it.value for path, it in answers.by_path.items()}
    written = {
        "family_name": "Образцова",
        "family_name_latin": "OBRAZTSOVA",
        "other_names": "yes",
        "name_used": "Marina Primer (fictional)",
        "birth_city": "Казань",
        "english_well": "no",
    }
    assert {**given, **written} == given
    assert answers.finished == {"about_you"}


def test_saving_and_what_is_wrong_are_said_aloud(desk: Desk) -> None:
    vault_in(desk.home)
    desk.start()
    eyes = desk.eyes
    enter(eyes)
    eyes.heard()
    eyes.write("Family name", "Образцова")
    eyes.turn("Continue")
    eyes.wait_heard("Saved on this computer")
    eyes.write("Family name in Latin letters", "Образцова")
    eyes.press("Continue")
    eyes.wait_heard(LATIN_ONLY)
    assert eyes.finds("Family name in Latin letters"), "the page stays"
    eyes.turn("Continue")
    eyes.wait_for_text("Have you ever used another name or another spelling?")


def test_a_wrong_passphrase_is_said_aloud(desk: Desk) -> None:
    vault_in(desk.home)
    desk.start()
    eyes = desk.eyes
    eyes.press("Open “mine”")
    eyes.write("Passphrase", "not this one")
    eyes.press("Open")
    eyes.wait_heard("does not open")
