"""What the documents of a firm look like: the head of the first page, the paper, and further fonts."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from intake.export.firm import LONGEST_LETTERHEAD, FirmPapers
from intake.words import Words
from ui.editors.texts import LongTextEditor
from ui.pages.export_choice import PaperChoice
from ui.pages.parts import Told
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.flow import row
from ui.widgets.labels import announce, label

_LOGO_WIDTH, _LOGO_HEIGHT = 320, 120
"""Px, at most, of the logo as it is shown here."""


class PapersPage(Column):
    """Each choice counts at once."""

    wished = Signal(FirmPapers)
    logo_asked = Signal()
    fonts_asked = Signal()

    def __init__(self, words: Words, papers: FirmPapers) -> None:
        super().__init__()
        self._words = words
        self._papers = papers
        self.told = Told()
        self.letterhead = LongTextEditor()
        self.letterhead.field.setObjectName("letterhead")
        self.letterhead.show_value(papers.letterhead or None)
        self.letterhead.changed.connect(self._write)
        self.paper = PaperChoice(words, papers.paper)
        self.paper.chosen.connect(lambda name: self._wish(replace(self._papers, paper=name)))
        self._logo = QLabel()
        self._fonts = label("")
        self._fonts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._choose_logo = QuietButton("")
        self._choose_fonts = QuietButton("")
        self._no_logo = LinkButton(words.say("Remove the logo"))
        self._no_fonts = LinkButton(words.say("Use no further fonts"))
        self._connect()
        self._lay_out()
        self._show()

    def show_logo(self, logo: bytes) -> None:
        """A logo that was chosen, drawn anew; empty when the file is no picture that can be shown."""
        if not logo:
            self.told.tell(
                self._words.say("This file is no picture that can be shown. Please choose a JPEG or PNG.")
            )
            self.show_part(self.told)
            return
        self._wish(replace(self._papers, logo=logo))
        announce(self, self._words.say("The logo is kept."))

    def show_fonts(self, folder: Path) -> None:
        """A folder that was chosen."""
        self._wish(replace(self._papers, fonts=folder))

    def _connect(self) -> None:
        for button, name in (
            (self._choose_logo, "logo"),
            (self._no_logo, "no-logo"),
            (self._choose_fonts, "fonts"),
            (self._no_fonts, "no-fonts"),
        ):
            button.setObjectName(name)
        self._choose_logo.clicked.connect(lambda: self.logo_asked.emit())
        self._choose_fonts.clicked.connect(lambda: self.fonts_asked.emit())
        self._no_logo.clicked.connect(lambda: self._wish(replace(self._papers, logo=b"")))
        self._no_fonts.clicked.connect(lambda: self._wish(replace(self._papers, fonts=None)))

    def _lay_out(self) -> None:
        words = self._words
        caption = label(words.say("Letterhead"), "question")
        hint = words.say("Name and address, as many lines as you like. They stand above every PDF made here.")
        self.letterhead.name_after(caption, hint)
        self.add(label(words.say("The firm’s papers"), "title"))
        self.add(self.told)
        self.add(caption, above=8)
        self.add(label(hint, "hint"))
        self.add(self.letterhead)
        self.add(label(words.say("Logo"), "question"), above=16)
        self.add(
            label(words.say("A JPEG or PNG. A copy without anything hidden in the file is kept."), "hint")
        )
        self.add(self._logo)
        self.add(row(self._choose_logo, self._no_logo))
        self.add(self.paper, above=16)
        self.add(label(words.say("Further fonts"), "question"), above=16)
        self.add(
            label(
                words.say(
                    "A folder with TrueType fonts, for scripts that Intake has none for, such as Amharic or"
                    " Hindi. The folder must be there whenever a PDF is made."
                ),
                "hint",
            )
        )
        self.add(self._fonts)
        self.add(row(self._choose_fonts, self._no_fonts))

    def _write(self) -> None:
        letterhead = str(self.letterhead.value() or "")[:LONGEST_LETTERHEAD]
        self._wish(replace(self._papers, letterhead=letterhead))

    def _wish(self, papers: FirmPapers) -> None:
        self._papers = papers
        self.told.tell("")
        self._show()
        self.wished.emit(papers)

    def _show(self) -> None:
        words, papers, shown = self._words, self._papers, QPixmap()
        seen = bool(papers.logo) and shown.loadFromData(papers.logo)
        if seen:
            side, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            fits = shown.width() <= _LOGO_WIDTH and shown.height() <= _LOGO_HEIGHT
            self._logo.setPixmap(shown if fits else shown.scaled(_LOGO_WIDTH, _LOGO_HEIGHT, side, smooth))
            self._logo.setAccessibleName(words.say("The logo as it is kept"))
        self._logo.setVisible(seen)
        self._no_logo.setVisible(seen)
        self._choose_logo.rename(words.say("Choose another logo") if seen else words.say("Choose a logo"))
        self._fonts.setText(str(papers.fonts or ""))
        self._fonts.setVisible(papers.fonts is not None)
        self._no_fonts.setVisible(papers.fonts is not None)
        chosen = papers.fonts is not None
        self._choose_fonts.rename(
            words.say("Choose another folder") if chosen else words.say("Choose a folder")
        )
