"""Pages drawn on reportlab's canvas: what stands on them, where they lead, and how the tree tells it.

A page is drawn in two passes. The first draws its text as soon as the page is full, and keeps no more of it
than the compressed operators. The second, when all pages are there, adds what needs them all: the number of
pages, the numbers of pages that lines lead to, and links.
"""

import io
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from intake.export.drawing import COLUMN
from intake.export.pdf.bands import Art, Band, Bookmark, Run
from intake.export.pdf.furniture import Furniture
from intake.export.pdf.paginate import Page
from intake.export.pdf.paint import paint
from intake.export.pdf.setting import LEADING
from intake.export.pdf.structure import Element, Site, Structure, text_string

_DEFLATED = PDFDictionary({"Filter": PDFName("FlateDecode")})
_ABOVE = 6.0
"""How far above a place a link lands, in points."""


@dataclass(slots=True)
class _Drawn:
    """A page after the first pass: its operators, and by the height above its foot what is still to come."""

    body: bytes = b""
    places: list[tuple[float, str]] = field(default_factory=list)
    bookmarks: list[tuple[float, Bookmark]] = field(default_factory=list)
    links: list[tuple[float, Run]] = field(default_factory=list)
    numbers: list[tuple[float, Band]] = field(default_factory=list)
    paged: list[tuple[float, Run]] = field(default_factory=list)
    pictures: list[tuple[float, Art]] = field(default_factory=list)


class Pen:
    """Draws the pages of one document, whose text begins `top` points below the upper edge of the paper."""

    def __init__(self, canvas: Canvas, furniture: Furniture, root: Element, top: float) -> None:
        self._canvas = canvas
        self._furniture = furniture
        self._top = top
        self._structure = Structure(root)
        self._drawn: list[_Drawn] = []
        self._places: dict[str, int] = {}

    def draw(self, page: Page) -> None:
        """The first pass of the next page."""
        drawn, number = _Drawn(), len(self._drawn)
        marks = self._structure.marks_of(number)
        self._drawn.append(drawn)
        out: list[str] = []
        for top, band in page:
            y = self._furniture.paper.height - self._top - top
            out += paint(band, self._furniture.left, y, marks)
            self._note(drawn, band, y, number)
        drawn.body = zlib.compress("\n".join(out).encode("ascii"))

    def finish(self) -> bytes:
        """The second pass of all pages; the file with its structure tree."""
        for number, drawn in enumerate(self._drawn):
            self._complete(drawn, number)
        self._document.Catalog.StructTreeRoot = PDFDictionary({})
        self._document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        pdf = bytes(self._canvas.getpdfdata())
        return self._structure.append_to(pdf, self._site())

    def _site(self) -> Site:
        document = self._document
        catalogue, info, root = (
            self._number_of(part.__InternalName__)
            for part in (document.Catalog, document.info, document.Catalog.StructTreeRoot)
        )
        pages = [self._number_of(f"Page{number}") for number in range(1, len(self._drawn) + 1)]
        return Site(document.objectcounter + 1, catalogue, info, pages, root)

    def _number_of(self, name: str) -> int:
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    @property
    def _document(self) -> Any:
        return self._canvas._doc  # noqa: SLF001 - reportlab has no other door to its objects

    def _note(self, drawn: _Drawn, band: Band, y: float, number: int) -> None:
        for place in band.places:
            self._places[place] = number
            drawn.places.append((y, place))
        if band.bookmark:
            drawn.bookmarks.append((y, band.bookmark))
        if band.numbered:
            drawn.numbers.append((y, band))
        drawn.paged += [(y - band.baseline, run) for run in band.runs if run.paged]
        if band.art and band.art.image:
            drawn.pictures.append((y, band.art))
        wide = replace(band.runs[0], x=0.0) if band.numbered and band.runs else None
        drawn.links += [(y - band.height, wide or run) for run in band.runs if run.to and run.element]

    def _complete(self, drawn: _Drawn, number: int) -> None:
        canvas, left, marks = self._canvas, self._furniture.left, self._structure.marks_of(number)
        for y, place in drawn.places:
            canvas.bookmarkHorizontalAbsolute(place, y + _ABOVE, left=0)
        for y, mark in drawn.bookmarks:
            key = f"{number}-{y:.2f}"
            canvas.bookmarkHorizontalAbsolute(key, y + _ABOVE, left=0)
            canvas.addOutlineEntry(mark.title, key, level=mark.level, closed=mark.level > 0)
        for y, art in drawn.pictures:
            self._picture(art, y, number)
        out: list[str] = []
        for top, band in self._furniture.bands(number + 1, len(self._drawn)):
            out += paint(band, left, self._furniture.paper.height - top, marks)
        for y, band in drawn.numbers:
            out += paint(self._number(band), left, y, marks)
        for y, run in drawn.paged:
            if run.to in self._places:
                after = self._furniture.number_after(run, self._places[run.to] + 1)
                out += paint(Band(0.0, runs=(after,)), left, y, marks)
        canvas.addLiteral("\n".join(out))
        self._add_links(drawn.links, number)
        canvas.showPage()
        self._add_body(drawn.body, number)

    def _number(self, band: Band) -> Band:
        """The number of the page that a band leads to; nothing where there is no such place."""
        if band.numbered not in self._places or not band.runs:
            return replace(band, runs=(), boxes=())
        run = replace(self._furniture.number(self._places[band.numbered] + 1), element=band.runs[-1].element)
        return replace(band, runs=(run,), boxes=())

    def _add_body(self, body: bytes, number: int) -> None:
        """Give a page its text, its key in the parent tree, and an order for the tabulator key."""
        page = self._document.idToObject[f"Page{number + 1}"]
        squeezed = zlib.compress(page.stream.encode("ascii"))
        streams = [PDFStream(_DEFLATED, part) for part in (body, squeezed)]
        page.stream, page.Contents = None, PDFArray([self._document.Reference(s) for s in streams])
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, PDFName("S")

    def _add_links(self, links: Iterable[tuple[float, Run]], number: int) -> None:
        for bottom, run in links:
            if run.to in self._places and run.element:
                self._link(run, run.element, bottom, number)

    def _link(self, run: Run, element: Element, bottom: float, number: int) -> None:
        left = self._furniture.left
        x, width = run.x, COLUMN if run.x == 0.0 else run.width
        if run.paged:
            after = self._furniture.number_after(run, self._places[run.to] + 1)
            x, width = min(x, after.x), abs(after.x - run.x) + max(width, after.width)
        key = self._structure.key_of_link()
        name = f"to-{key}"
        said = text_string("".join(piece.actual for piece in run.line.pieces) or run.to)
        area = " ".join(f"{at:.2f}" for at in (left + x, bottom, left + x + width, bottom + LEADING))
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": f"[{area}]",
                "Border": "[0 0 0]",
                "Contents": said,
                "Dest": self._canvas._bookmarkReference(run.to),  # noqa: SLF001 - as its own links are made
                "StructParent": key,
                "F": 4,
            }
        )
        self._canvas._addAnnotation(annotation, name)  # noqa: SLF001 - its own links have no such key
        self._structure.link(element, number, self._number_of(self._document.annotationName(name)))

    def _picture(self, art: Art, top: float, number: int) -> None:
        if art.image:
            image = art.image
            x, bottom = self._furniture.left + image.x, top - image.height
            self._canvas.addLiteral(f"/Figure <</MCID {self._structure.marks_of(number)(art.element)}>> BDC")
            reader = ImageReader(io.BytesIO(image.picture.data))
            self._canvas.drawImage(reader, x, bottom, image.width, image.height)
            self._canvas.addLiteral("EMC")
