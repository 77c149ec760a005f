"""What a PDF says of itself: the tree of what each piece is, read by another program than made it."""

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from intake.export.document import (
    Block,
    Figure,
    Heading,
    Notice,
    Pair,
    Picture,
    Pointer,
    Prose,
    Space,
    Table,
)
from intake.export.drawing import Bar, Dot, Drawing, Label, Stroke
from intake.export.finish import Enclosed, write_pdf
from intake.export.plain import Text
from tests.support.documents import pdf_of


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), (200, 30, 30)).save(out, "PNG")
    return out.getvalue()


def drawing() -> Drawing:
    shapes = (
        Stroke(0, 20, 100, 20, dashed=True),
        Dot(50, 20, 3, hollow=True),
        Bar(60, 16, 30, 8),
        Label(100, 20, Text("Шадринск", own=True, language="ru"), 60),
    )
    return Drawing(40, shapes)


def sample() -> tuple[Block, ...]:
    rows = tuple(((Text(f"{day} March"),), (Text("уехали", own=True, language="ru"),)) for day in range(60))
    return (
        Heading(0, Text("Summary")),
        Notice((Text("Before all else"), Text("It is a draft."))),
        Heading(1, Text("What is open")),
        Pointer(Text("The chronology"), "chronology"),
        Pointer(Text("Nowhere"), "gone"),
        Heading(1, Text("Chronology"), place="chronology"),
        Figure(drawing(), "One place, told without a date"),
        Table((Text("When"), Text("What")), rows, (1, 2), headed=True),
        Space(),
        Pair(Text("Family name"), (Text("Образцова", own=True, language="ru"),)),
        Pair(Text("Languages"), (Text("Russian"), Text("See the chronology", to="chronology"))),
        Picture(png(), "A red picture"),
        Prose(Text("The end.\nTruly.")),
    )


BLOCKS = st.lists(st.sampled_from(sample()), min_size=1, max_size=12)


def opened(*blocks: Block) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf_of(*blocks)))


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every element, in reading order."""

    def inside(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        yield element
        for kid in element.K:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from inside(kid)

    yield from inside(pdf.Root.StructTreeRoot.K)


def marks(pdf: pikepdf.Pdf) -> Counter[tuple[int, int]]:
    """How often each piece of marked content (page, number) is part of an element."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    found: Counter[tuple[int, int]] = Counter()
    for element in elements(pdf):
        for kid in element.K:
            if isinstance(kid, int):
                found[pages[element.Pg.objgen], kid] += 1
            elif kid.get("/Type") == "/MCR":
                found[pages[kid.Pg.objgen], int(kid.MCID)] += 1
    return found


def drawn(page: pikepdf.Page) -> bytes:
    return b"\n".join(part.read_bytes() for part in page.Contents)


@settings(max_examples=20, deadline=None)
@given(BLOCKS)
def test_every_piece_that_is_drawn_is_part_of_one_element_or_an_artifact(blocks: list[Block]) -> None:
    with opened(*blocks) as pdf:
        numbers = Counter(
            (at, int(number))
            for at, page in enumerate(pdf.pages)
            for number in re.findall(rb"/MCID (\d+)", drawn(page))
        )
        assert numbers == marks(pdf)
        assert set(numbers.values()) <= {1}
        for page in pdf.pages:
            outside = re.sub(
                rb"(BDC|BMC).*?EMC",
                b"",
                re.sub(rb"/Span.*?BDC|EMC\s*(?=0 Ts)", b"", drawn(page)),
                flags=re.DOTALL,
            )
            assert not re.search(rb"\bTJ\b|\bre\b|\bDo\b", outside)


def test_the_tree_leads_back_from_every_page_to_the_elements_on_it() -> None:
    with opened(*sample()) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        keys = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for at, page in enumerate(pdf.pages):
            assert int(page.obj.StructParents) == at
            for number, element in enumerate(keys[at]):
                assert number in [kid if isinstance(kid, int) else kid.get("/MCID") for kid in element.K]
            for link in page.obj.get("/Annots", ()):
                assert any(
                    isinstance(kid, pikepdf.Dictionary) and kid.get("/Obj") == link
                    for kid in keys[int(link.StructParent)].K
                )


def test_reading_follows_the_document_with_its_kinds() -> None:
    with opened(*sample()) as pdf:
        kinds = [str(element.S)[1:] for element in elements(pdf)]
    outer = [kind for kind in kinds if kind in {"H1", "H2", "TOC", "Table", "L", "Figure", "Sect"}]
    assert outer == ["H1", "Sect", "H2", "TOC", "H2", "Figure", "Table", "L", "Figure"]
    assert kinds[0] == "Document"


def test_a_table_over_pages_is_one_table_whose_head_is_read_once() -> None:
    with opened(*sample()) as pdf:
        assert len(pdf.pages) > 1
        (table,) = [element for element in elements(pdf) if element.S == "/Table"]
        rows = [[str(cell.S) for cell in row.K] for row in table.K]
        assert rows == [["/TH", "/TH"], *[["/TH", "/TD"]] * 60]
        assert [str(cell.A.Scope) for cell in table.K[0].K] == ["/Column", "/Column"]
        assert {str(row.K[0].A.Scope) for row in [*table.K][1:]} == {"/Row"}


def test_what_is_seen_is_told_in_words_and_each_language_is_named() -> None:
    with opened(*sample()) as pdf:
        told = [str(element.Alt) for element in elements(pdf) if element.S == "/Figure"]
        languages = {str(element.Lang) for element in elements(pdf) if "/Lang" in element}
        assert told == ["One place, told without a date", "A red picture"]
        assert languages == {"ru"}
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked


def test_links_lead_somewhere_and_say_what_they_are() -> None:
    with opened(*sample()) as pdf:
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", ())]
        assert len(links) == 2
        for link in links:
            assert link.Dest[0].Type == "/Page"
            assert str(link.Contents)
            assert "/A" not in link


def test_a_picture_is_drawn_once_and_nothing_is_fetched_for_it() -> None:
    with opened(*sample()) as pdf:
        assert sum(len(page.get_images()) for page in pdf.pages) == 1


def test_nothing_that_describes_the_file_names_anybody(tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    enclosed = Enclosed("summary.txt", "text/plain", "The text of this file", "Образцова".encode())
    write_pdf(pdf_of(*sample()), target, None, enclosed=(enclosed,))
    with pikepdf.open(target) as pdf:
        described = pdf.Root.Metadata.read_bytes().decode()
        assert ">Intake summary<" in described
        assert "Образцова" not in described
        assert dict(pdf.docinfo) == {"/Title": "Intake summary", "/Producer": "Intake"}
        assert pdf.attachments["summary.txt"].get_file().read_bytes() == "Образцова".encode()


@pytest.mark.skipif(not which("pdfinfo"), reason="needs poppler-utils")
def test_poppler_reads_the_tree(tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    write_pdf(pdf_of(*sample()), target, None)
    told = subprocess.run(["pdfinfo", "-struct-text", target], capture_output=True, text=True, check=True)
    assert "Table" in told.stdout
    assert "Образцова" in told.stdout
    assert told.stderr == ""
