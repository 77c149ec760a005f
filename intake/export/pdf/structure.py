"""The structure tree of a tagged PDF (ISO 32000-2, 14.7): what each piece of a page is, in reading order."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked content `number` of a page, both counted from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A link annotation of a page by its number in the file."""

    page: int
    annotation: int


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree. `kind` is a standard structure type; `language` is set where it is another than
    around it; `told` says in words what a figure shows; `scope` is what a TH heads.
    """

    kind: str
    language: str = ""
    told: str = ""
    scope: str = ""
    parts: "list[Element | Marked | Linked]" = field(default_factory=list)
    number: int = 0
    """Its number in the file, once it has one."""

    def add(self, kind: str, *, language: str = "", told: str = "", scope: str = "") -> "Element":
        """A new element inside this one, after what is there."""
        made = Element(kind, language, told, scope)
        self.parts.append(made)
        return made


Numbering: TypeAlias = Callable[[Element], int]
"""Gives the next piece of marked content of a page to an element."""
_Owners: TypeAlias = list[Element]


@dataclass(frozen=True, slots=True)
class Site:
    """Numbers of objects in a file that a tree goes into: the next free one, the catalogue and its info, the
    pages, and `root`, which the catalogue names as the root of the tree and which holds nothing yet.
    """

    size: int
    catalogue: int
    info: int
    pages: Sequence[int]
    root: int


class Structure:
    """Numbers marked content page by page while it is drawn, and writes the tree once all is."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._pages: list[_Owners] = []
        self._links: _Owners = []

    def marks_of(self, page: int) -> Numbering:
        """Gives the next number of marked content on a page, counted from 0, to an element."""
        if page == len(self._pages):
            self._pages.append([])
        owners = self._pages[page]

        def mark(element: Element) -> int:
            number = len(owners)
            owners.append(element)
            element.parts.append(Marked(page, number))
            return number

        return mark

    def key_of_link(self) -> int:
        """The key in the parent tree of the next link. All pages are there by now: links stand after them."""
        return len(self._pages) + len(self._links)

    def link(self, element: Element, page: int, annotation: int) -> None:
        """A link annotation on a page, by its number in the file, is part of `element`."""
        self._links.append(element)
        element.parts.append(Linked(page, annotation))

    def append_to(self, pdf: bytes, site: Site) -> bytes:
        """The file with the tree after it, as an update of it (ISO 32000-2, 7.5.6).

        Reportlab keeps half a kilobyte in memory for every object, and a tree has fifty a page.
        """
        size, root, pages = site.size, site.root, site.pages
        elements = [*_all(self._root)]
        for number, element in enumerate(elements, size):
            element.number = number
        out = bytearray(pdf)
        offsets = array("Q")
        for element, around in _with_parents(self._root, root):
            offsets.append(len(out))
            out += f"{element.number} 0 obj\n{_element(element, around, pages)}\nendobj\n".encode("ascii")
        parents = size + len(elements)
        offsets.append(len(out))
        out += f"{parents} 0 obj\n{self._parents()}\nendobj\n".encode("ascii")
        head = len(out)
        out += f"{root} 0 obj\n{self._head(parents)}\nendobj\n".encode("ascii")
        xref = len(out)
        out += f"xref\n{root} 1\n{head:010} 00000 n \n{size} {len(offsets)}\n".encode("ascii")
        for offset in offsets:
            out += b"%010d 00000 n \n" % offset
        before = _last_number(pdf)
        keys = f"/Root {site.catalogue} 0 R /Info {site.info} 0 R /Size {size + len(offsets)} /Prev {before}"
        out += f"trailer\n<< {keys} >>\nstartxref\n{xref}\n%%EOF\n".encode("ascii")
        return bytes(out)

    def _head(self, parents: int) -> str:
        following = len(self._pages) + len(self._links)
        return (
            f"<< /Type /StructTreeRoot /K {self._root.number} 0 R /ParentTree {parents} 0 R"
            f" /ParentTreeNextKey {following} >>"
        )

    def _parents(self) -> str:
        """From the keys of pages and links to the elements that they are part of."""
        out = []
        for page, owners in enumerate(self._pages):
            out.append(f"{page} [{' '.join(f'{owner.number} 0 R' for owner in owners)}]")
        for key, owner in enumerate(self._links, len(self._pages)):
            out.append(f"{key} {owner.number} 0 R")
        return f"<< /Nums [{' '.join(out)}] >>"


def text_string(words: str) -> str:
    """Words as a string of PDF."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def _element(element: Element, around: int, pages: Sequence[int]) -> str:
    out = [f"<< /Type /StructElem /S /{element.kind} /P {around} 0 R"]
    page = next((part.page for part in element.parts if isinstance(part, Marked)), None)
    if page is not None:
        out.append(f"/Pg {pages[page]} 0 R")
    if element.language:
        out.append(f"/Lang {text_string(element.language)}")
    if element.told:
        out.append(f"/Alt {text_string(element.told)}")
    if element.scope:
        out.append(f"/A << /O /Table /Scope /{element.scope} >>")
    kids = " ".join(_kid(part, page, pages) for part in element.parts)
    return " ".join((*out, f"/K [{kids}] >>"))


def _kid(part: Element | Marked | Linked, page: int | None, pages: Sequence[int]) -> str:
    match part:
        case Element():
            return f"{part.number} 0 R"
        case Marked() if part.page == page:
            return str(part.number)
        case Marked():
            return f"<< /Type /MCR /Pg {pages[part.page]} 0 R /MCID {part.number} >>"
        case Linked():
            return f"<< /Type /OBJR /Obj {part.annotation} 0 R /Pg {pages[part.page]} 0 R >>"


def _last_number(pdf: bytes) -> int:
    """Where the table of objects stands, which the end of a file says."""
    return int(pdf[pdf.rindex(b"startxref") + len("startxref") : pdf.rindex(b"%%EOF")])


def _all(element: Element) -> Iterator[Element]:
    return (found for found, _ in _with_parents(element, 0))


def _with_parents(element: Element, around: int) -> Iterator[tuple[Element, int]]:
    """Every element with the number of the one around it, as far as it has one by now."""
    yield element, around
    for part in element.parts:
        if isinstance(part, Element):
            yield from _with_parents(part, element.number)
