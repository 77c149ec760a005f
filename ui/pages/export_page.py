"""Making a PDF for counsel: what leaves the vault, where it goes and what protects it there."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGroupBox

from intake.errors import ExportError
from intake.export.firm import FirmPapers, PaperName
from intake.export.password import fit_password
from intake.export.profiles import Profile
from intake.passphrases import suggest_passphrase
from intake.sentences import sentence
from intake.words import SOURCE_LANGUAGE, Words
from ui.pages.export_choice import Enclosures, PaperChoice, ProfileChoice, group
from ui.pages.parts import LineField, SecretShown, Told, copyable
from ui.typed import keep
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceCheck, ChoiceRadio
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label


@dataclass(frozen=True, slots=True)
class Wish:
    """What the PDF shall be: which document, for whom, in which language (a code) it says what the person did
    not, on which paper, with which password (None: deliberately without), and what is enclosed.
    """

    prepared_for: str
    language: str
    paper: PaperName
    password: str | None
    profile: Profile = Profile.COUNSEL
    sensitive: bool = False
    with_text: bool = False
    with_originals: bool = False
    headed: bool = False
    """Under the letterhead of the vault."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be had: documents, languages (codes and names; English is chosen at first), and a place.

    A copy for the applicant is in their `own` language at first.
    """

    profiles: Sequence[Profile]
    languages: Sequence[tuple[str, str]]
    target: Path
    own: str = SOURCE_LANGUAGE
    papers: FirmPapers = field(default_factory=FirmPapers)


class ExportPage(Column):
    """Says first that the PDF leaves the vault's protection; a password is preselected."""

    asked = Signal(Wish)
    place_asked = Signal()
    stopped = Signal()

    def __init__(self, words: Words, offer: Offer) -> None:
        super().__init__()
        self._words = words
        self._languages = dict(offer.languages)
        self._own = offer.own
        self.told = Told()
        self.choice = ProfileChoice(words, offer.profiles)
        self._enclosures = Enclosures(words)
        self.counsel = LineField(
            "counsel",
            words.say("Name of the lawyer (if there is one)"),
            words.say("It stands on every page, beside the words that this is an unsworn draft."),
        )
        self.first = self.choice
        self._paper = PaperChoice(words, offer.papers.paper)
        self._headed = ChoiceCheck(words.say("With the letterhead of the firm"))
        keep(self._headed, "headed")
        self._headed.setChecked(offer.papers.heads)
        self._headed.setVisible(offer.papers.heads)
        self.password = LineField(
            "password",
            words.say("Password of the PDF"),
            words.say("Tell it to the lawyer in person or by phone, never together with the file."),
        )
        self.password.line.setText(suggest_passphrase(secrets.SystemRandom()))
        self.add(label(words.say("Make a PDF for a lawyer"), "title"))
        self.add(self._warning())
        self.add(self.told)
        self.add(self.choice, above=8)
        self.add(self.counsel, above=8)
        self.add(label(words.say("Language of the PDF"), "strong"), above=8)
        self.add(label(words.say("Only questions and headings. Your own words stay as they are."), "hint"))
        self.add(self._language_group())
        self.add(self._paper, above=8)
        self.add(self._headed)
        self.add(self._enclosures, above=8)
        self._add_protection()
        self._add_place(offer.target)
        self.choice.chosen.connect(self._speak_to)

    def wait(self) -> None:
        """The PDF is being made."""
        self.told.tell("")
        self._waiting.setText(self._words.say("Making the PDF. This can take a moment."))
        announce(self, self._waiting.text())
        self._make.setEnabled(False)
        self._stop.show()

    def progress(self, percent: int) -> None:
        """How far it is; nothing is announced, since a hundred numbers help nobody."""
        self._waiting.setText(self._words.say("Making the PDF: {percent} of 100", percent=percent))

    def rest(self) -> None:
        """It is not being made any more."""
        self._waiting.setText("")
        self._make.setEnabled(True)
        self._stop.hide()

    def tell(self, said: str) -> None:
        """It was not made, and why."""
        self.rest()
        self.told.tell(said)
        self.show_part(self.told)

    def _speak_to(self, profile: Profile) -> None:
        language = self._own if profile is Profile.APPLICANT else SOURCE_LANGUAGE
        if language in self._spoken:
            self._spoken[language].setChecked(True)

    def show_place(self, target: Path) -> None:
        """Where it will be saved."""
        self._place.setText(str(target))

    def _warning(self) -> Card:
        card = Card("note")
        card.add(label(self._words.say("The PDF leaves the protection of the vault."), "strong"))
        card.add(
            label(
                self._words.say(
                    "Whoever has the file and its password can read it, copy it and pass it on."
                    " Your answers stay in the vault too."
                )
            )
        )
        return card

    def _language_group(self) -> QGroupBox:
        """Each language by its own name; English, which counsel reads, is chosen and stands first."""
        codes = sorted(self._languages, key=lambda code: code != SOURCE_LANGUAGE)
        self._spoken = {code: ChoiceRadio(self._languages[code]) for code in codes}
        self._spoken[codes[0]].setChecked(True)
        named = {f"language-{code}": radio for code, radio in self._spoken.items()}
        return group(self._words.say("Language of the PDF"), named)

    def _add_protection(self) -> None:
        self._plain = ChoiceCheck(
            self._words.say("Without a password. Anyone who gets the file can read it.")
        )
        keep(self._plain, "plain")
        self._plain.toggled.connect(self.password.setDisabled)
        self.add(self.password, above=8)
        self.add(self._plain)

    def _add_place(self, target: Path) -> None:
        self._place = place = label(str(target))
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        change = LinkButton(self._words.say("Choose another place"))
        change.setObjectName("place")
        self._make = PrimaryButton(self._words.say("Make the PDF"))
        self._make.setObjectName("make")
        self._waiting = label("", "soft")
        self._stop = LinkButton(self._words.say("Stop"))
        self._stop.setObjectName("stop")
        self._stop.hide()
        self.add(label(self._words.say("It will be saved as"), "strong"), above=8)
        self.add(place)
        self.add(change)
        self.add(row(self._make), above=12)
        self.add(self._waiting)
        self.add(self._stop)
        self._stop.clicked.connect(self.stopped)
        change.clicked.connect(self.place_asked)
        self._make.clicked.connect(self._ask)

    def _ask(self) -> None:
        password = None if self._plain.isChecked() else self.password.text()
        try:
            if password is not None:
                fit_password(password)
        except ExportError as error:
            self.tell(sentence(error, self._words))
            self.bring(self.password.line)
            return
        language = next(code for code, radio in self._spoken.items() if radio.isChecked())
        wish = Wish(
            self.counsel.text().strip(),
            language,
            self._paper.paper(),
            password,
            profile=self.choice.profile(),
            sensitive=self.choice.sensitive(),
            with_text=self._enclosures.with_text(),
            with_originals=self._enclosures.with_originals(),
            headed=self._headed.isChecked(),
        )
        self.asked.emit(wish)


class ExportedPage(Column):
    """The PDF is there: where, and with which password."""

    went_on = Signal()

    def __init__(self, words: Words, target: Path, password: str | None, back: str) -> None:
        """`back` says where one goes on."""
        super().__init__()
        self.add(label(words.say("The PDF is made"), "title"))
        self.add(label(words.say("It was opened again and checked before it was put in its place.")))
        self.add(label(words.say("Folder"), "strong"), above=8)
        self.add(copyable(str(target.parent)))
        self.add(label(words.say("File"), "strong"))
        self.add(copyable(target.name))
        if password is not None:
            self.add(label(words.say("Password"), "strong"))
            self.add(SecretShown(words, password))
        self.go_on = PrimaryButton(back)
        self.go_on.setObjectName("go-on")
        self.go_on.clicked.connect(self.went_on)
        self.add(row(self.go_on), above=12)
