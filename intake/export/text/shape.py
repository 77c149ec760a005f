"""Words to glyphs: which face has each character, and how HarfBuzz places what it draws."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import uharfbuzz as hb

from intake.export.text.clean import is_ignorable, is_mark
from intake.export.text.fonts import FontFile, Fonts

MISSING_GLYPH = 0


@dataclass(eq=False)
class Face:
    """A font file as one document uses it. `glyphs`: what was drawn -> the characters it stands for."""

    resource: str
    file: FontFile
    glyphs: dict[int, str] = field(default_factory=lambda: {MISSING_GLYPH: "\ufffd"})
    widths: dict[int, int] = field(default_factory=dict)

    def width(self, glyph: int) -> int:
        """The advance of a glyph in thousandths of an em, as the PDF states it."""
        known = self.widths.get(glyph)
        if known is None:
            known = self.widths[glyph] = round(self.file.font.get_glyph_h_advance(glyph) * self.file.scale)
        return known


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Glyphs of one face in visual order, ready for a PDF text array.

    `parts` are (rise, array body), all in thousandths of an em; `actual` says what the characters are
    where the glyphs alone do not tell it, for copying and reading aloud.
    """

    face: Face
    width: int
    parts: tuple[tuple[int, str], ...]
    actual: str = ""


class Shaper:
    """Shapes words for one document and remembers their pieces as long as the document is made."""

    def __init__(self, fonts: Fonts) -> None:
        files = dict.fromkeys((*fonts.regular, *fonts.bold))
        faces = {file: Face(f"F{number}", file) for number, file in enumerate(files, 1)}
        self._stacks = {
            False: tuple(faces[file] for file in fonts.regular),
            True: tuple(faces[file] for file in fonts.bold),
        }
        self._known: dict[tuple[str, int, bool], tuple[Piece, ...]] = {}
        self._looks: dict[tuple[str, tuple[Face, ...]], tuple[Face, str, bool]] = {}
        self.faces = tuple(faces.values())

    def pieces(self, text: str, level: int, *, bold: bool) -> tuple[Piece, ...]:
        """The pieces of a text of one level, in logical order."""
        key = (text, level % 2, bold)
        known = self._known.get(key)
        if known is None:
            known = tuple(
                _piece(face, part, right_to_left=level % 2 == 1)
                for face, part in self._runs(text, self._stacks[bold])
            )
            self._known[key] = known
        return known

    def _runs(self, text: str, stack: tuple[Face, ...]) -> Iterator[tuple[Face, str]]:
        """A text cut where its face or its script changes; marks and joiners stay with what they follow."""
        if text.isascii():
            if text:
                yield stack[0], text
            return
        start = 0
        face, script = stack[0], ""
        for index, character in enumerate(text):
            found, writing, clings = self._look(character, stack)
            if clings and index:
                continue
            if index > start and (found is not face or (writing and script and writing != script)):
                yield face, text[start:index]
                start, script = index, ""
            face, script = found, writing or script
        if start < len(text):
            yield face, text[start:]

    def _look(self, character: str, stack: tuple[Face, ...]) -> tuple[Face, str, bool]:
        """The face and the script of a character (empty for one that all share), and whether it clings."""
        known = self._looks.get((character, stack))
        if known is None:
            face = next((face for face in stack if ord(character) in face.file.characters), stack[0])
            buffer = hb.Buffer()
            buffer.add_str(character)
            buffer.guess_segment_properties()
            known = (face, buffer.script or "", is_mark(character) or is_ignorable(character))
            self._looks[character, stack] = known
        return known


def _piece(face: Face, text: str, *, right_to_left: bool) -> Piece:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(face.file.font, buffer)
    infos = buffer.glyph_infos
    told = _note_glyphs(face, text, [info.codepoint for info in infos], [info.cluster for info in infos])
    scale = face.file.scale
    placed = [
        (info.codepoint, round(at.x_advance * scale), round(at.x_offset * scale), round(at.y_offset * scale))
        for info, at in zip(infos, buffer.glyph_positions, strict=True)
    ]
    width = sum([advance for _, advance, _, _ in placed])
    return Piece(face, width, tuple(_parts(face, placed)), "" if told or right_to_left else text)


def _note_glyphs(face: Face, text: str, glyphs: list[int], clusters: list[int]) -> bool:
    """Note which characters each glyph stands for; whether the glyphs alone tell the text."""
    if clusters == [*range(len(text))]:
        known = [
            face.glyphs.setdefault(glyph, character) for glyph, character in zip(glyphs, text, strict=True)
        ]
        return "".join(known) == text
    starts = sorted({*clusters})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    told = True
    for glyph, cluster in zip(glyphs, clusters, strict=True):
        stands_for = text[cluster : ends.pop(cluster)] if cluster in ends else ""
        told = face.glyphs.setdefault(glyph, stands_for) == stands_for and bool(stands_for) and told
    return told


def _parts(face: Face, placed: list[tuple[int, int, int, int]]) -> Iterator[tuple[int, str]]:
    """Bodies of text arrays, one for each rise; the pen ends where the advances end."""
    pen = at = rise = 0
    body: list[str] = []
    for glyph, advance, aside, up in placed:
        if up != rise:
            if body:
                yield rise, _joined(body)
            body, rise = [], up
        if pen != at + aside:
            body.append(str(pen - at - aside))
        body.append(f"<{glyph:04X}>")
        pen = at + aside + face.width(glyph)
        at += advance
    if pen != at:
        body.append(str(pen - at))
    yield rise, _joined(body)


def _joined(body: list[str]) -> str:
    return "".join(body).replace("><", "")
