"""The look: colours that can be told apart, a style sheet that grows with the text, icons in every theme."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontMetrics, QImageReader
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.kit.conftest import RESOURCES
from ui.theme import SCALES, THEMES, Look, contrast, palette, scaled, style_sheet

TEXT, LARGE_OR_PART = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for text, 1.4.11 for what has to be seen to be used."""
TEMPLATE = (RESOURCES / "theme" / "intake.qss").read_text(encoding="utf-8")
TEXTS = [
    *(
        (ink, ground)
        for ink in ("ink", "soft", "accent", "accent_near")
        for ground in ("paper", "surface", "sunken")
    ),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_near"),
    ("calm_ink", "calm"),
    ("calm_ink", "paper"),
    ("note_ink", "note"),
    ("grave_ink", "grave"),
]
PARTS = [
    *((part, ground) for part in ("control", "focus", "grave") for ground in ("paper", "surface")),
    *((part, ground) for part in ("control", "focus") for ground in ("sunken", "calm", "note")),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_every_text_can_be_read_on_its_ground(theme: str, ink: str, ground: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme][ground]) >= TEXT


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_borders_and_the_focus_ring_can_be_seen(theme: str, part: str, ground: str) -> None:
    assert contrast(THEMES[theme][part], THEMES[theme][ground]) >= LARGE_OR_PART


def test_high_contrast_keeps_seven_to_one_throughout() -> None:
    tokens = THEMES["contrast"]
    assert min(contrast(tokens[ink], tokens[ground]) for ink, ground in TEXTS) >= 7


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


def test_all_themes_have_the_same_tokens() -> None:
    assert len({frozenset(tokens) for tokens in THEMES.values()}) == 1


@pytest.mark.parametrize("theme", THEMES)
def test_no_colour_stands_in_the_style_sheet_that_is_no_token(theme: str) -> None:
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b[^{]*;", TEMPLATE)
    used = set(re.findall(r"#[0-9A-F]{6}\b", style_sheet(TEMPLATE, Look(theme))))
    assert used <= set(THEMES[theme].values())


def test_text_and_room_grow_with_the_scale_and_hairlines_do_not() -> None:
    doubled = style_sheet(TEMPLATE, Look(scale=2.0))
    assert "font-size: 32px" in doubled
    assert "border: 3px solid" in doubled
    assert "max-width: 1280px" in doubled
    assert scaled(1, Look(scale=2.0)) == 1
    assert scaled(10, Look(scale=1.25)) == 12


@pytest.mark.parametrize(
    "state", ["QLineEdit", "PrimaryButton", "QuietButton", "LinkButton", "QRadioButton", "QCheckBox"]
)
def test_whatever_takes_the_focus_shows_a_ring(state: str) -> None:
    rules = [rule for rule in TEMPLATE.split("}") if f"{state}:focus" in rule]
    assert rules
    assert any("$focus" in rule for rule in rules)


@pytest.mark.parametrize("theme", THEMES)
def test_each_theme_has_its_icons_in_its_own_colours(theme: str) -> None:
    icons = {
        icon.name: icon.read_text(encoding="utf-8") for icon in (RESOURCES / "icons" / theme).glob("*.svg")
    }
    wanted = set(re.findall(r"icons:([a-z-]+\.svg)", TEMPLATE)) | {"back.svg", "forward.svg", "down.svg"}
    assert set(icons) == wanted
    for text in icons.values():
        assert set(re.findall(r"#[0-9A-F]{6}\b", text)) <= set(THEMES[theme].values())
        assert 'stroke-width="2"' in text


@pytest.mark.parametrize("theme", THEMES)
def test_icons_are_pictures_that_qt_can_draw(theme: str) -> None:
    for icon in (RESOURCES / "icons" / theme).glob("*.svg"):
        assert not QImageReader(str(icon)).read().isNull(), icon.name


@pytest.mark.parametrize("scale", SCALES)
def test_labels_grow_with_the_look(
    scale: float, wear: Callable[[Look], None], show: Callable[[QWidget], QWidget]
) -> None:
    wear(Look(scale=scale))
    label = QLabel("Шрифт")
    show(label)
    assert QFontMetrics(label.font()).height() >= 16 * scale
    assert label.font().pixelSize() == round(16 * scale)


@pytest.mark.parametrize("theme", THEMES)
def test_the_palette_carries_the_tokens(theme: str, qapp: QApplication) -> None:
    made = palette(THEMES[theme])
    assert made.window().color().name().upper() == THEMES[theme]["paper"]
    assert made.text().color().name().upper() == THEMES[theme]["ink"]
