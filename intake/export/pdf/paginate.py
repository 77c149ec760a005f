"""Bands stacked into pages: what must stay together does, and heads of tables come again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from intake.export.pdf.bands import Band

Page = tuple[tuple[float, Band], ...]
"""The bands of a page, each with the distance in points of its top from the top of the text."""


def paginate(bands: Iterable[Band], height: float) -> Iterator[Page]:
    """Pages of text `height` points high, at least one. What is kept together but fits none is parted."""
    page: list[tuple[float, Band]] = []
    filled, begun = 0.0, False
    for group in _groups(bands):
        if page and filled + sum(band.height for band in group) > height:
            yield tuple(page)
            page, filled, begun = [], 0.0, True
        for band in group:
            if page and filled + band.height > height:
                yield tuple(page)
                page, filled, begun = [], 0.0, True
            for placed in (band,) if page else _at_top(band):
                page.append((filled, placed))
                filled += placed.height
    if page or not begun:
        yield tuple(page)


def _at_top(band: Band) -> Iterator[Band]:
    """What stands for a band at the top of a page: space and lines between rows are not needed there."""
    yield from band.head
    if not band.is_space:
        yield band
    elif band.head:
        yield replace(band, boxes=())


def _groups(bands: Iterable[Band]) -> Iterator[tuple[Band, ...]]:
    """Runs of bands that stay on one page."""
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.keep:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
