"""Bands stacked into pages."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from intake.export.pdf.bands import Band, Box, Run
from intake.export.pdf.paginate import Page, paginate
from intake.export.text.lines import Line

HEIGHT = 100.0
EMPTY = Line((), 0)


def band(number: float, height: float = 10, *, keep: bool = False, head: tuple[Band, ...] = ()) -> Band:
    """A band that is known by the place of its one run."""
    return Band(height, runs=(Run(EMPTY, number, 1),), keep=keep, head=head)


def pages_of(bands: Iterable[Band], height: float) -> tuple[Page, ...]:
    return tuple(paginate(bands, height))


def numbers(page: tuple[tuple[float, Band], ...]) -> list[float]:
    return [run.x for _, placed in page for run in placed.runs]


BANDS = st.lists(
    st.builds(band, st.just(0.0), st.integers(1, 90), keep=st.booleans()) | st.just(Band(15)), max_size=60
)


@given(BANDS)
def test_every_band_with_text_stands_once_and_in_order(bands: list[Band]) -> None:
    numbered = [
        Band(b.height, runs=tuple(Run(EMPTY, i, 1) for _ in b.runs), keep=b.keep) for i, b in enumerate(bands)
    ]
    found = [number for page in pages_of(numbered, HEIGHT) for number in numbers(page)]
    assert found == [i for i, b in enumerate(bands) if b.runs]


@given(BANDS)
def test_no_page_is_higher_than_the_paper_and_none_begins_with_space(bands: list[Band]) -> None:
    for page in pages_of(bands, HEIGHT):
        assert all(top + placed.height <= HEIGHT for top, placed in page)
        assert not page or not page[0][1].is_space


def test_a_heading_is_never_left_alone_at_the_foot() -> None:
    pages = pages_of([*(band(n) for n in range(9)), band(9, keep=True), band(10)], HEIGHT)
    assert [numbers(page) for page in pages] == [[*range(9)], [9, 10]]


def test_the_head_of_a_table_stands_again_on_each_page() -> None:
    head = (band(-1, keep=True),)
    pages = pages_of([*head, *(band(n, head=head) for n in range(20))], HEIGHT)
    assert [numbers(page)[0] for page in pages] == [-1, -1, -1]
    assert [number for page in pages for number in numbers(page)[1:]] == [*range(20)]


def test_a_line_between_rows_is_not_drawn_at_the_top_of_a_page() -> None:
    hairline = Band(3, boxes=(Box(0, 0, 10, 1),), keep=True)
    pages = pages_of([*(band(n) for n in range(10)), hairline, band(10)], HEIGHT)
    assert [placed.boxes for _, placed in pages[1]] == [()]


def test_what_is_kept_together_but_fits_no_page_is_parted() -> None:
    pages = pages_of([band(n, keep=True) for n in range(25)], HEIGHT)
    assert [len(page) for page in pages] == [10, 10, 5]


def test_a_document_of_nothing_has_one_page() -> None:
    assert pages_of([], HEIGHT) == ((),)
