"""Paragraphs set into lines of a given width."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.export.text import bidi
from intake.export.text.breaks import is_boundary, words
from intake.export.text.fonts import Fonts
from intake.export.text.shape import Face, Piece, Shaper

_LEFT_TO_RIGHT = re.compile(
    "[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u048a-\u0556\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116]*"
)
_DRAWN_NOWHERE = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Pieces from left to right, with their width in thousandths of an em; `rtl` lines begin at the right."""

    pieces: tuple[Piece, ...]
    width: int
    rtl: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """An unbreakable stretch of a paragraph: its characters with their levels, and its pieces with theirs."""

    text: str
    levels: Sequence[int]
    pieces: tuple[tuple[Piece, int], ...]
    width: int


class Typesetter:
    """Sets the texts of one document. Widths are thousandths of an em: 100 pt in 10 pt type are 10,000."""

    def __init__(self, fonts: Fonts) -> None:
        self._shaper = Shaper(fonts)
        self._words: dict[tuple[str, bool], _Word] = {}

    @property
    def faces(self) -> tuple[Face, ...]:
        return self._shaper.faces

    def lines(
        self, text: str, width: float, *, bold: bool = False, base: int | None = None
    ) -> Iterator[Line]:
        """The lines of a cleaned text; U+000A ends one.

        `base` is the level of its paragraphs: 0, 1, or None for that of their first strong character.
        """
        for paragraph in text.split("\n"):
            if base != 1 and _LEFT_TO_RIGHT.fullmatch(paragraph):
                level, levels = 0, None
            else:
                level, found = bidi.levels(paragraph, base)
                levels = _kept(found, level) if level or any(found) else None
            yield from self._paragraph(paragraph, levels, level, width, bold)

    def _paragraph(
        self, text: str, levels: Sequence[int] | None, base: int, width: float, bold: bool
    ) -> Iterator[Line]:
        line: list[tuple[Piece, int]] = []
        filled = gap = 0
        (space,) = self._shaper.pieces(" ", 0, bold=bold)
        spaces: list[tuple[Piece, int]] = []
        for start, end, after in words(text):
            word = self._word(text[start:end], levels and levels[start:end], bold)
            goes_on = not gap and word.width > width and len(word.text) > 1
            if filled + gap + word.width > width and not goes_on:
                if line:
                    yield _line(line, filled, base)
                line, filled = [], 0
            elif gap:
                line += spaces
                filled += gap
            while filled + word.width > width and len(word.text) > 1:
                first, rest = self._cut(word, width - filled, bold)
                if line and filled + first.width > width:
                    yield _line(line, filled, base)
                else:
                    yield _line([*line, *first.pieces], filled + first.width, base)
                    word = rest
                line, filled = [], 0
            line += word.pieces
            filled += word.width
            spaces = [(space, levels[i] if levels else 0) for i in range(end, after)]
            gap = space.width * (after - end)
        yield _line(line, filled, base)

    def _word(self, text: str, levels: Sequence[int] | None, bold: bool) -> _Word:
        if levels is not None and any(levels):
            return self._mixed(text, levels, bold)
        known = self._words.get((text, bold))
        if known is None:
            drawn = text if text.isascii() else _DRAWN_NOWHERE.sub("", text)
            pieces = self._shaper.pieces(drawn, 0, bold=bold)
            width = sum([piece.width for piece in pieces])
            known = _Word(text, (0,) * len(text), tuple([(piece, 0) for piece in pieces]), width)
            self._words[text, bold] = known
        return known

    def _mixed(self, text: str, levels: Sequence[int], bold: bool) -> _Word:
        """A word whose characters run in more than one direction, or from the right."""
        pieces: list[tuple[Piece, int]] = []
        start = 0
        for index in range(1, len(text) + 1):
            if index == len(text) or levels[index] != levels[start]:
                drawn, level = _DRAWN_NOWHERE.sub("", text[start:index]), levels[start]
                pieces += ((piece, level) for piece in self._shaper.pieces(drawn, level, bold=bold))
                start = index
        return _Word(text, levels, tuple(pieces), sum(piece.width for piece, _ in pieces))

    def _cut(self, word: _Word, width: float, bold: bool) -> tuple[_Word, _Word]:
        """A word that is wider than the line, cut where the line ends."""
        at = max(1, min(len(word.text) - 1, int(len(word.text) * width / word.width)))
        first = self._word(word.text[:at], word.levels[:at], bold)
        while at > 1 and (first.width > width or not is_boundary(word.text, at)):
            at -= 1
            first = self._word(word.text[:at], word.levels[:at], bold)
        return first, self._word(word.text[at:], word.levels[at:], bold)


def _kept(levels: list[int], base: int) -> list[int]:
    """Levels for shaping: joiners and the like, which the algorithm takes out, stay with what they follow."""
    kept, last = [], base
    for level in levels:
        last = last if level == bidi.REMOVED else level
        kept.append(last)
    return kept


def _line(pieces: list[tuple[Piece, int]], width: int, base: int) -> Line:
    if base == 0 and not any(level for _, level in pieces):
        return Line(tuple(piece for piece, _ in pieces), width)
    order = bidi.visual_order([level for _, level in pieces])
    return Line(tuple(pieces[index][0] for index in order), width, rtl=base == 1)
