"""Bands as PDF drawing operators."""

from collections.abc import Iterator

from intake.export.pdf.bands import Band, Box, Ink, Run
from intake.export.text.shape import Piece


def paint(band: Band, left: float, top: float) -> Iterator[str]:
    """The operators of a band whose upper left is (left, top), in points from the lower left of the page."""
    for box in band.boxes:
        yield _box(box, left, top)
    for run in band.runs:
        if run.line.pieces:
            yield _run(run, left, top - band.baseline)


def _box(box: Box, left: float, top: float) -> str:
    corner = f"{left + box.x:.2f} {top - box.top - box.height:.2f} {box.width:.2f} {box.height:.2f}"
    return f"{_colour(box.ink)} {corner} re f"


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
