"""A word about a place for a vault that is also elsewhere."""

from pathlib import Path

from intake.vault.files import Exposure
from intake.words import Words
from ui.widgets.card import Card
from ui.widgets.labels import label


def place_note(words: Words, folder: Path) -> Card | None:
    """What it means to keep a vault in this folder, when a service copies it or a network brings it."""
    from intake.vault.elsewhere import elsewhere  # start-up: no folder is chosen before the first page

    found = elsewhere(folder)
    if found is None:
        return None
    note = Card("note")
    note.setObjectName("place-note")
    if found.service:
        said = words.say(
            "{service} copies this folder to other computers. Its copies keep what you erase here, and open"
            " with passphrases that were changed since. Please keep the vault in a folder that is not"
            " copied.",
            service=found.service,
        )
    else:
        said = words.say(
            "This folder is on another computer. A vault there can be damaged when the connection breaks, and"
            " others may copy it. Please keep the vault in a folder on this computer."
        )
    note.add(label(said))
    return note


def exposure_told(words: Words, exposure: Exposure) -> str:
    """What to say of a vault's folder that others could look into; empty when they could not."""
    match exposure:
        case Exposure.ENDED:
            return words.say(
                "Other people of this computer could look into the folder of this vault. They could not read"
                " your answers. The folder is closed to them now."
            )
        case Exposure.STILL:
            return words.say(
                "Other people of this computer can look into the folder of this vault, and this disk does not"
                " let us close it. They cannot read your answers, but they can copy or remove the vault."
            )
        case _:
            return ""
