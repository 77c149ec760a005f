"""A field with its name above it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.labels import label, name_field


def captioned(text: str, field: QWidget) -> QWidget:
    """The field under its name, which is also how it is heard."""
    pair = QWidget()
    caption = label(text, "field")
    caption.setWordWrap(False)
    name_field(caption, field)
    rows = QVBoxLayout(pair)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    rows.addWidget(caption)
    rows.addWidget(field)
    return pair
