"""A card as a sheet of paper: whose it is, its picture, and the digits that are read aloud."""

from pathlib import Path

from intake.export.document import Document, Heading, Notice, Picture, Prose
from intake.export.handover.cards import Card, fingerprint, picture
from intake.export.plain import Text
from intake.export.target import write_whole
from intake.moments import day
from intake.words import Words


def sheet(card: Card, words: Words) -> Document:
    """The page of a card. Nothing on it is secret."""
    how = words.say(
        "Give a draft to us sealed: in Intake, choose “Share it, or ask for help”, then “Give it to a firm”,"
        " and choose our card. Intake asks for the twenty digits. Call us, and let us read them to you."
    )
    told = words.say("The card as a picture that a telephone can read (a QR code).")
    made = words.say("Card of {day}", day=day(card.made, words))
    title = words.say("Card of {name}", name=card.name) if card.name else words.say("A card of Intake")
    digits = fingerprint(card.recipient, card.verifier)
    return Document(
        language=words.language,
        title=title,
        label=title,
        foot=made,
        page_of=words.say("Page {page} of {pages}"),
        blocks=(
            Heading(0, Text(title)),
            Prose(Text(made, soft=True)),
            Notice((Text(words.say("The twenty digits of this card")), Text(digits))),
            Picture(picture(card), told),
            Prose(Text(how)),
        ),
    )


def write_sheet(target: Path, card: Card, words: Words, fonts: Path) -> None:
    """Write the sheet as a PDF on US Letter, not encrypted: a card is for everyone. Raises ExportError."""
    # start-up: drawing is loaded when first needed
    from intake.export.pdf.render import Press, make_pdf
    from intake.export.text.fonts import Fonts

    write_whole(target, make_pdf(sheet(card, words), Press(Fonts.load(fonts))))
