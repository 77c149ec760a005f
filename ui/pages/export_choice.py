"""What a PDF shall hold: for whom it is, and what goes with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout, QWidget

from intake.export.firm import PaperName
from intake.export.profiles import Profile
from intake.words import Words, mark
from ui.typed import keep
from ui.widgets.choice import ChoiceCheck, ChoiceRadio
from ui.widgets.labels import label

_PROFILES: Mapping[Profile, str] = {
    Profile.COUNSEL: mark("A summary for a lawyer: everything that was told, and nothing else."),
    Profile.MEMO: mark("A memo of two pages: who it is, what happened when, what is open."),
    Profile.APPLICANT: mark("A copy for the person who told it."),
    Profile.WORK_PRODUCT: mark("Work product: days to keep, findings, grounds, notes. Never to be filed."),
}


class ProfileChoice(QWidget):
    """One of the documents that are offered; with a copy for the applicant, whether it holds all."""

    chosen = Signal(Profile)

    def __init__(self, words: Words, offered: Sequence[Profile]) -> None:
        """The first that is offered is chosen."""
        super().__init__()
        self._radios = {profile: ChoiceRadio(words.say(_PROFILES[profile])) for profile in offered}
        self._sensitive = ChoiceCheck(words.say("With the answers to sensitive questions"))
        keep(self._sensitive, "sensitive")
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(label(words.say("What it shall be"), "strong"))
        named = {f"profile-{profile.value}": radio for profile, radio in self._radios.items()}
        parts.addWidget(group(words.say("What it shall be"), named))
        parts.addWidget(self._sensitive)
        for profile, radio in self._radios.items():
            radio.toggled.connect(lambda on, profile=profile: self._choose(profile) if on else None)
        self._radios[offered[0]].setChecked(True)
        self.setFocusProxy(self._radios[offered[0]])

    def profile(self) -> Profile:
        return next(profile for profile, radio in self._radios.items() if radio.isChecked())

    def sensitive(self) -> bool:
        """Whether a copy for the applicant holds answers to sensitive questions."""
        return self._sensitive.isChecked()

    def _choose(self, profile: Profile) -> None:
        self._sensitive.setVisible(profile is Profile.APPLICANT)
        self.chosen.emit(profile)


class PaperChoice(QWidget):
    """The size of the paper."""

    chosen = Signal(str)
    """With a PaperName."""

    def __init__(self, words: Words, paper: PaperName) -> None:
        super().__init__()
        self._radios: Mapping[PaperName, ChoiceRadio] = {
            "letter": ChoiceRadio(words.say("US Letter")),
            "a4": ChoiceRadio("A4"),
        }
        self._radios[paper].setChecked(True)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(label(words.say("Paper"), "strong"))
        parts.addWidget(group(words.say("Paper"), {str(name): it for name, it in self._radios.items()}))
        for name, radio in self._radios.items():
            radio.clicked.connect(lambda _checked, name=name: self.chosen.emit(name))

    def paper(self) -> PaperName:
        return next(name for name, radio in self._radios.items() if radio.isChecked())


class Enclosures(QWidget):
    """What travels inside the PDF beside its pages; nothing unless it is chosen."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._text = ChoiceCheck(words.say("Its text too, for programs that read no PDF"))
        self._originals = ChoiceCheck(
            words.say("The files that were given, unchanged. A photo can tell where it was taken.")
        )
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(label(words.say("What goes with it"), "strong"))
        for name, check in (("with-text", self._text), ("with-originals", self._originals)):
            keep(check, name)
            parts.addWidget(check)

    def with_text(self) -> bool:
        return self._text.isChecked()

    def with_originals(self) -> bool:
        return self._originals.isChecked()


def group(name: str, radios: Mapping[str, ChoiceRadio]) -> QGroupBox:
    """Choices of which one is made; each is kept under its key when the page is built anew."""
    box = QGroupBox()
    box.setAccessibleName(name)
    together, around = QButtonGroup(box), QVBoxLayout(box)
    around.setContentsMargins(0, 0, 0, 0)
    for key, radio in radios.items():
        keep(radio, key)
        together.addButton(radio)
        around.addWidget(radio)
    return box
