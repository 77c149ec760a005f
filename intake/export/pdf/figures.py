"""Drawings and pictures as bands of a page; mirrored for languages written from the right."""

import io

from reportlab.lib.utils import ImageReader

from intake.export.document import Figure, Picture
from intake.export.drawing import COLUMN, Bar, Dot, Label, Shape, Side, Stroke, Tone
from intake.export.pdf import bands
from intake.export.pdf.bands import ACCENT, HAIRLINE, INK, SOFT, Art, Band, Image, Run
from intake.export.pdf.setting import LEADING, Setting
from intake.export.pdf.structure import Element
from intake.export.text.clean import own_words

_TONES = {Tone.INK: INK, Tone.SOFT: SOFT, Tone.LINE: HAIRLINE, Tone.ACCENT: ACCENT}
_TALLEST = 280.0
_POINTS_A_PIXEL = 0.5


def drawing_band(figure: Figure, setting: Setting, around: Element) -> Band:
    """A drawing with its texts, all on one page."""
    element = around.add("Figure", told=own_words(figure.told))
    marks = []
    runs = []
    for shape in figure.drawing.shapes:
        if isinstance(shape, Label):
            runs.append((shape.y, _run(shape, setting)))
        else:
            marks.append(_mark(shape, mirrored=setting.mirrored))
    art = Art(element, tuple(marks), tuple(runs))
    return Band(figure.drawing.height + LEADING / 2, art=art)


def picture_band(picture: Picture, setting: Setting, around: Element) -> Band:
    """A picture at two pixels a point, or smaller where it would not fit."""
    element = around.add("Figure", told=own_words(picture.told))
    across, down = ImageReader(io.BytesIO(picture.data)).getSize()
    scale = min(_POINTS_A_PIXEL, COLUMN / across, _TALLEST / down)
    width, height = across * scale, down * scale
    x = COLUMN - width if setting.mirrored else 0.0
    return Band(height + LEADING, art=Art(element, image=Image(picture, x, width, height)))


def _mark(shape: Shape, *, mirrored: bool) -> bands.Mark:
    def across(x: float) -> float:
        return COLUMN - x if mirrored else x

    match shape:
        case Stroke():
            colour = _TONES[shape.tone]
            ends = (across(shape.x), shape.y, across(shape.to_x), shape.to_y)
            return bands.Stroke(*ends, shape.width, colour, dashed=shape.dashed)
        case Dot():
            return bands.Disc(across(shape.x), shape.y, shape.radius, _TONES[shape.tone], hollow=shape.hollow)
        case Bar():
            left = across(shape.x + shape.width) if mirrored else shape.x
            return bands.Box(left, shape.y, shape.width, shape.height, _TONES[shape.tone], shape.hollow)
    msg = "a label is a run"
    raise ValueError(msg)


def _run(label: Label, setting: Setting) -> Run:
    line = setting.line(label.text, label.width, label.size, bold=label.bold)
    width = line.width * label.size / 1000
    side = label.side
    if setting.mirrored and side is not Side.AROUND:
        side = Side.BEFORE if side is Side.AFTER else Side.AFTER
    x = COLUMN - label.x if setting.mirrored else label.x
    left = {Side.AFTER: x, Side.BEFORE: x - width, Side.AROUND: x - width / 2}[side]
    return Run(line, left, label.size, SOFT if label.text.soft else INK)
