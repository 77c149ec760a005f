"""The recovery code as a sheet of paper: one page that names nobody, and says what a printer may keep."""

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QPagedPaintDevice, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from intake.words import Words

IN_A_LINE = 3
"""Groups of the code."""


def sheet(words: Words, groups: Sequence[str]) -> QTextDocument:
    """The page to print."""
    lines = (groups[at : at + IN_A_LINE] for at in range(0, len(groups), IN_A_LINE))
    code = "<br>".join("&nbsp;&nbsp;&nbsp;".join(escape(group) for group in line) for line in lines)
    before = (
        words.say(
            "Whoever has this code can open the vault without its passphrase. Keep this paper where nobody"
            " looks for it, away from the computer."
        ),
    )
    after = (
        words.say(
            "To use it: choose the vault, then “I forgot the passphrase and have a recovery code”. Type the"
            " nine groups, and choose a new passphrase."
        ),
        words.say(
            "If this sheet was printed, the printer and the computer's list of printed things may keep a"
            " copy. Clear that list, and do not use a printer that others use."
        ),
    )
    heading = words.say("Recovery code")
    document = QTextDocument()
    document.setHtml(
        f"<h1>{escape(heading)}</h1>"
        f"{_paragraphs(before)}"
        f"<p style='font-size:24pt; font-family:monospace'>{code}</p>"
        f"{_paragraphs(after)}"
    )
    return document


def print_on(device: QPagedPaintDevice, words: Words, groups: Sequence[str]) -> None:
    """Print the sheet. The paper is the device's."""
    sheet(words, groups).print_(device)


def ask_to_print(parent: QWidget, words: Words, groups: Sequence[str]) -> None:
    """Let the person choose a printer. Does not wait: a lock must be able to close the dialog."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # start-up: hardly anybody prints

    printer = QPrinter()
    printer.setDocName("Intake")  # print queues show it to anyone
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: print_on(printer, words, groups))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # the print dialog's own `open` wants to know whom to call


def _paragraphs(sentences: Sequence[str]) -> str:
    return "".join(f"<p style='font-size:12pt'>{escape(sentence)}</p>" for sentence in sentences)
