"""Bands as PDF drawing operators, each piece marked as part of an element or as an artifact."""

from collections.abc import Iterator

from intake.export.pdf.bands import Art, Band, Box, Disc, Ink, Mark, Run, Stroke
from intake.export.pdf.structure import Numbering
from intake.export.text.shape import Piece

_ARC = 0.5523
"""How far the control points of a quarter of a circle lie from its ends, in radii."""


def paint(band: Band, left: float, top: float, number: Numbering) -> Iterator[str]:
    """The operators of a band whose upper left is (left, top), in points from the lower left of the page."""
    if band.boxes:
        yield "/Artifact BMC"
        for box in band.boxes:
            yield _box(box, left, top)
        yield "EMC"
    for run in band.runs:
        if run.line.pieces:
            yield _marked(run, left, top - band.baseline, number)
    if band.art and band.art.image is None:
        yield from _art(band.art, left, top, number)


def _marked(run: Run, left: float, baseline: float, number: Numbering) -> str:
    drawn = _run(run, left, baseline)
    if run.element is None:
        return f"/Artifact BMC {drawn} EMC"
    return f"/{run.element.kind} <</MCID {number(run.element)}>> BDC {drawn} EMC"


def _art(art: Art, left: float, top: float, number: Numbering) -> Iterator[str]:
    """A figure as one piece."""
    yield f"/Figure <</MCID {number(art.element)}>> BDC"
    for mark in art.marks:
        yield _mark(mark, left, top)
    for distance, run in art.runs:
        if run.line.pieces:
            yield _run(run, left, top - distance)
    yield "EMC"


def _mark(mark: Mark, left: float, top: float) -> str:
    match mark:
        case Box():
            return _box(mark, left, top)
        case Stroke():
            return _stroke(mark, left, top)
        case Disc():
            return _disc(mark, left + mark.x, top - mark.top)


def _box(box: Box, left: float, top: float) -> str:
    corner = f"{left + box.x:.2f} {top - box.top - box.height:.2f} {box.width:.2f} {box.height:.2f}"
    if box.hollow:
        return f"{_colour(box.ink)} {_colour(box.ink).upper()} 0.75 w {corner} re S"
    return f"{_colour(box.ink)} {corner} re f"


def _stroke(stroke: Stroke, left: float, top: float) -> str:
    dash = "[3 2.5] 0 d" if stroke.dashed else "[] 0 d"
    ends = (
        f"{left + stroke.x:.2f} {top - stroke.top:.2f} m {left + stroke.to_x:.2f} {top - stroke.to_top:.2f} l"
    )
    return f"{_colour(stroke.ink).upper()} {stroke.width:g} w {dash} {ends} S [] 0 d"


def _disc(disc: Disc, x: float, y: float) -> str:
    r, k = disc.radius, disc.radius * _ARC
    curves = (
        f"{x + r:.2f} {y:.2f} m"
        f" {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c"
        f" {x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c"
        f" {x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c"
        f" {x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c"
    )
    if disc.hollow:
        return f"1 1 1 rg {_colour(disc.ink).upper()} 1.2 w {curves} b"
    return f"{_colour(disc.ink)} {curves} f"


def _run(run: Run, left: float, baseline: float) -> str:
    """A line as one text object; plain pieces share an array, so that a line of prose is one operator."""
    out = [_colour(run.ink), f"BT 1 0 0 1 {left + run.x:.2f} {baseline:.2f} Tm"]
    plain: list[str] = []
    face = ""
    for piece in run.line.pieces:
        if piece.face.resource != face or piece.actual or len(piece.parts) > 1:
            _flush(plain, out)
        if piece.face.resource != face:
            face = piece.face.resource
            out.append(f"/{face} {run.size:g} Tf")
        if piece.actual or len(piece.parts) > 1 or piece.parts[0][0]:
            out += _special(piece, run.size)
        else:
            plain.append(piece.parts[0][1])
    _flush(plain, out)
    out.append("ET")
    return " ".join(out)


def _flush(plain: list[str], out: list[str]) -> None:
    if plain:
        out.append(f"[{''.join(plain).replace('><', '')}] TJ")
        plain.clear()


def _special(piece: Piece, size: float) -> Iterator[str]:
    """A piece with raised marks, or whose characters have to be told beside its glyphs."""
    if piece.actual:
        yield f"/Span <</ActualText <FEFF{piece.actual.encode('utf-16-be').hex().upper()}>>> BDC"
    for rise, body in piece.parts:
        yield f"{rise * size / 1000:.2f} Ts [{body}] TJ"
    yield "0 Ts"
    if piece.actual:
        yield "EMC"


def _colour(ink: Ink) -> str:
    return f"{ink[0]:.3f} {ink[1]:.3f} {ink[2]:.3f} rg"
