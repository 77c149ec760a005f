"""Telling a person above the page what went wrong, without a log file and without their words."""

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout

from intake.errors import IntakeError
from intake.words import Words
from ui.faults import FaultBook
from ui.pages.parts import Notice
from ui.stage import Stage
from ui.widgets.buttons import PrimaryButton
from ui.widgets.flow import row
from ui.widgets.labels import label


def tell_of_fault(stage: Stage, book: FaultBook) -> None:
    """Say above the page that something went wrong."""

    def note(words: Words) -> Notice:
        notice = Notice(
            words.say(
                "Something in the program went wrong. It is not your fault, and what was saved is kept."
                " You can go on."
            )
        )
        notice.offer(words.say("Show what is known"), lambda: _show(stage, book))
        return _with_end(notice, words, stage)

    stage.show_note(note)


def tell_of_error(stage: Stage, error: IntakeError) -> None:
    """Say above the page what happened outside the program: a damaged file, a drive that is gone."""
    stage.show_note(lambda words: _with_end(Notice(stage.sentence(error)), words, stage))


def _with_end(notice: Notice, words: Words, stage: Stage) -> Notice:
    notice.offer(words.say("Put this away"), lambda: stage.show_note(None))
    return notice


def _show(stage: Stage, book: FaultBook) -> None:
    words = stage.words
    dialog = QDialog(stage.window)
    dialog.setWindowTitle("Intake")
    lines = QPlainTextEdit("\n".join(map(str, book.faults)))
    lines.setReadOnly(True)
    lines.setTabChangesFocus(True)
    lines.setAccessibleName(words.say("What is known"))
    close = PrimaryButton(words.say("Close"))
    close.clicked.connect(dialog.accept)
    parts = QVBoxLayout(dialog)
    parts.addWidget(
        label(
            words.say(
                "This list is in memory only and goes when Intake is closed. It holds times, places in the"
                " program and numbers: no word of yours. You may copy it for whoever helps you."
            )
        )
    )
    parts.addWidget(lines, 1)
    parts.addWidget(row(close))
    dialog.resize(620, 420)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
