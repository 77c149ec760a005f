"""What every editor of an answer can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from intake.answers import Stored


class Editor(QWidget):
    """A field, or several, for one answer. It shows and reads stored values and knows nothing of pages.

    `value` is read when it is needed and not on each key. A draft is what stands in the fields, be it a value
    yet or not, so that a page can be built anew without losing a letter.
    """

    changed = Signal()
    """The person changed something; never for what the program shows."""
    entered = Signal()
    """Enter was pressed in a field of one line."""

    clearable = False
    """Whether the answer cannot be taken back in the field itself, as a radio button cannot."""
    explains_itself = False
    """Whether the editor says by itself what is wrong with what was typed."""

    @property
    def unfinished(self) -> bool:
        """Whether what is typed is no value yet, so that `value` still gives the one before it."""
        return False

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(4)

    def value(self) -> Stored | None:
        """What the fields say, as the kind stores it; None when they are empty."""
        raise NotImplementedError

    def show_value(self, value: Stored | None) -> None:
        """Fill the fields with a stored value, or empty them."""
        raise NotImplementedError

    def name_after(self, label: QLabel, hint: str) -> None:
        """Make the label, and the hint under it, those of the fields, for people who hear the page."""
        raise NotImplementedError

    def explain(self) -> None:
        """Say what is wrong with what was typed, as when the field is left."""

    def writes_at(self) -> int:
        """How many letters stand before the cursor, where there is one field to write in."""
        return 0

    def write_at(self, at: int) -> None:
        """Put the cursor behind so many letters, or at the end of fewer."""

    def draft(self) -> object:
        """What stands in the fields now, for `restore`."""
        return self.value()

    def restore(self, draft: object) -> None:
        """Bring back a draft of an editor of the same question, perhaps in another language.

        The stored value is shown first.
        """
        raise NotImplementedError
