"""Bands stacked into pages: what must stay together does, and heads of tables come again."""

from collections.abc import Iterable, Iterator

from intake.export.pdf.bands import Band

Page = tuple[tuple[float, Band], ...]
"""The bands of a page, each with the distance in points of its top from the top of the text."""


def paginate(bands: Iterable[Band], height: float) -> tuple[Page, ...]:
    """Pages whose text is `height` points high; at least one. What is kept together but fits no page is parted."""
    pages: list[Page] = []
    page: list[tuple[float, Band]] = []
    filled = 0.0
    for group in _groups(bands):
        if page and filled + sum(band.height for band in group) > height:
            pages.append(tuple(page))
            page, filled = [], 0.0
        for band in group:
            if page and filled + band.height > height:
                pages.append(tuple(page))
                page, filled = [], 0.0
            if not page:
                if band.is_space:
                    continue
                for again in band.head:
                    page.append((filled, again))
                    filled += again.height
            page.append((filled, band))
            filled += band.height
    if page or not pages:
        pages.append(tuple(page))
    return tuple(pages)


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
