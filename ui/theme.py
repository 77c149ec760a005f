"""The look: colours as data, and one style sheet rendered from them and a text size."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""The steps of the text size."""

FIRST_FONT = "NotoSans-"
SMALLEST_SCALED = 4
"""Lengths from this many px up grow with the text; hairlines and rings keep their width."""

Tokens = Mapping[str, str]

_LIGHT = {
    "paper": "#FAF8F4",
    "surface": "#FFFFFF",
    "sunken": "#F1EEE7",
    "line": "#CFC9BD",
    "control": "#7A756B",
    "ink": "#1E2A33",
    "soft": "#4F5B66",
    "accent": "#1D5B79",
    "accent_ink": "#FFFFFF",
    "accent_near": "#174A63",
    "focus": "#B4560A",
    "calm": "#E8F1EF",
    "calm_ink": "#1F5147",
    "note": "#FFF4D6",
    "note_ink": "#6B4700",
    "grave": "#8C2F2F",
    "grave_ink": "#FFFFFF",
}
_DARK = {
    "paper": "#13181C",
    "surface": "#1B2227",
    "sunken": "#0E1215",
    "line": "#3A464F",
    "control": "#8795A1",
    "ink": "#E8ECEF",
    "soft": "#AEBAC3",
    "accent": "#8CC7E6",
    "accent_ink": "#0E1A21",
    "accent_near": "#B3DCF2",
    "focus": "#F0B429",
    "calm": "#17312C",
    "calm_ink": "#BFE3D8",
    "note": "#3A2E10",
    "note_ink": "#F6DFA4",
    "grave": "#F0A3A3",
    "grave_ink": "#2A0E0E",
}
_CONTRAST = {
    "paper": "#000000",
    "surface": "#000000",
    "sunken": "#000000",
    "line": "#FFFFFF",
    "control": "#FFFFFF",
    "ink": "#FFFFFF",
    "soft": "#FFFFFF",
    "accent": "#FFE600",
    "accent_ink": "#000000",
    "accent_near": "#FFF27A",
    "focus": "#00E5FF",
    "calm": "#000000",
    "calm_ink": "#FFFFFF",
    "note": "#000000",
    "note_ink": "#FFE600",
    "grave": "#FFB3B3",
    "grave_ink": "#000000",
}
THEMES: Mapping[str, Tokens] = MappingProxyType({"light": _LIGHT, "dark": _DARK, "contrast": _CONTRAST})
"""Name of a theme -> its tokens as `#RRGGBB`. `accent_near` is the accent under the pointer."""


@dataclass(frozen=True, slots=True)
class Look:
    """A theme by name and a text size, one of `SCALES`."""

    theme: str = "light"
    scale: float = 1.0


def apply_look(app: QApplication, look: Look, resources: Path) -> None:
    """Give the whole program this look. `resources` holds `theme/intake.qss` and `icons/`.

    Restyling what is on screen costs far more than building it anew: drop cached pages first.
    """
    QDir.setSearchPaths("icons", [str(resources / "icons" / look.theme)])
    if not app.styleSheet():  # under a style sheet Qt does not tell which style it has
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(THEMES[look.theme]))
    template = (resources / "theme" / "intake.qss").read_text(encoding="utf-8")
    app.setStyleSheet(style_sheet(template, look))


def style_sheet(template: str, look: Look) -> str:
    """Fill the colours (`$ink`) of a style sheet and bring its lengths, in px at 100 %, to the text size."""
    filled = Template(template).substitute(THEMES[look.theme])
    return re.sub(r"\b(\d+)px", lambda length: f"{scaled(int(length[1]), look)}px", filled)


def scaled(length: int, look: Look) -> int:
    """A length in px at the text size of a look."""
    return length if length < SMALLEST_SCALED else round(length * look.scale)


def load_fonts(folder: Path, *, late: bool = False) -> None:
    """Register the program's own fonts; without them the system's stand in.

    First those that every language of the program is written with; with `late` the others, which take time to
    read and are for what people write.
    """
    for font in sorted(folder.glob("*.ttf")):
        if font.name.startswith(FIRST_FONT) != late:
            QFontDatabase.addApplicationFont(str(font))


def palette(tokens: Tokens) -> QPalette:
    """The colours of what the style sheet does not name."""
    roles = {
        QPalette.ColorRole.Window: "paper",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_ink",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.PlaceholderText: "soft",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "ink",
    }
    made = QPalette(QColor(tokens["surface"]), QColor(tokens["paper"]))
    for role, token in roles.items():
        made.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["soft"]))
    return made


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, 1 to 21, by the formula of WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    # WCAG prints 0.03928; 0.04045 is sRGB's own bound, and no 8-bit colour lies between the two
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
