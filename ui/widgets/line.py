"""A line to write in, which tells of whatever a person writes there, by whatever means."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """Tells apart what the person writes from what the program shows with `setText`.

    Qt's own `textEdited` is silent when a program writes for somebody: a screen reader, a keyboard on the
    screen, a voice that is written down. Their words would be on screen and nowhere else.
    """

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.composed = ""
        """What an input method is still putting together; it is no part of the text yet."""
        self._known: str | None = ""  # None: whatever comes now is shown by the program
        self.textEdited.connect(self._tell)
        self.textChanged.connect(self._note)

    def offers(self) -> bool:
        """Whether what stands here now is an offer that the person has not taken yet."""
        return False

    def _tell(self, text: str) -> None:
        self._known = text
        self.written.emit(text)

    def _note(self, text: str) -> None:
        if self._known not in (None, text) and not self.offers():
            self._tell(text)

    def setText(self, text: str | None) -> None:  # noqa: N802  (Qt's own name)
        self._known = None
        super().setText(text)
        self._known = self.text()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.composed = event.preeditString()
