"""What the pages look like, against pictures that somebody looked at.

A picture that differs is looked at first. If the new one is right, it is taken by running this file:
`python tests/export/test_page_images.py`.
"""

import io
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from intake.export.document import Block, Figure, Heading, Notice, Pair, Pointer, Prose, Space, Table
from intake.export.drawing import Bar, Dot, Drawing, Label, Stroke, Tone
from intake.export.plain import Text
from tests.support.documents import pdf_of

PICTURES = Path(__file__).resolve().parents[1] / "data" / "pages"
DPI = "40"
UNLIKE = 1.5
"""Mean difference in levels of grey, of 255, after a blur: fonts are drawn a little otherwise elsewhere."""


def first_page() -> tuple[Block, ...]:
    return (
        Heading(0, Text("Summary of an intake")),
        Notice((Text("Days to keep"), Text("19 August 2027: Hearing in immigration court"))),
        Pair(Text("Name as given"), (Text("Образцова Марина (вымышленная)", own=True, language="ru"),)),
        Pair(Text("Date of birth"), (Text("3 May 1987"), Text("3 мая 1987 года", own=True, language="ru"))),
        Space(),
        Heading(1, Text("Where to look for what is open")),
        Pointer(Text("What happened?"), "story"),
        Heading(1, Text("The story"), place="story"),
        Prose(Text("Слова. " * 60, own=True, language="ru")),
    )


def drawn() -> tuple[Block, ...]:
    shapes = (
        Stroke(90, 10, 468, 10, 0.5),
        Bar(100, 20, 120, 6, tone=Tone.ACCENT),
        Bar(220, 20, 60, 6, hollow=True, tone=Tone.ACCENT),
        Label(0, 26, Text("Harm"), 80, bold=True),
        Stroke(200, 50, 200, 90, 1.5, dashed=True, tone=Tone.SOFT),
        Dot(200, 50, 4, tone=Tone.ACCENT),
        Dot(200, 90, 4, hollow=True, tone=Tone.ACCENT),
        Label(214, 53, Text("Стамбул", own=True), 200, 9.5, bold=True),
    )
    rows = tuple(
        ((Text(f"{day} March 2022"),), (Text("exact day", soft=True),), (Text("уехали", own=True),))
        for day in range(1, 12)
    )
    table = Table((Text("When"), Text("How exact"), Text("What")), rows, (1, 1, 2), headed=True)
    return (Heading(1, Text("Chronology")), Figure(Drawing(100, shapes), "A drawing"), table)


def from_the_right() -> tuple[Block, ...]:
    return (
        Heading(1, Text("الملخص")),
        Pair(Text("الاسم"), (Text("ליאת כהן", own=True, language="he"),)),
        Pair(Text("متى؟"), (Text("١٤ مارس ٢٠٢٢ (JFK, 14:30)", own=True, language="ar"),)),
        Prose(Text("در ۲۲ مهر ۱۴۰۱ در تهران بازداشت شدم. " * 12, own=True, language="fa")),
    )


PAGES = {"first": (first_page, "en"), "drawn": (drawn, "en"), "right": (from_the_right, "ar")}


def looks(name: str) -> Image.Image:
    blocks, language = PAGES[name]
    command = ["pdftoppm", "-r", DPI, "-gray", "-png", "-l", "1", "-"]
    pdf = pdf_of(*blocks(), language=language)
    shown = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return Image.open(io.BytesIO(shown.stdout)).convert("L")


def unlikeness(one: Image.Image, other: Image.Image) -> float:
    blurred = [picture.filter(ImageFilter.GaussianBlur(1.5)) for picture in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*blurred)).mean[0])


@pytest.mark.skipif(not which("pdftoppm"), reason="needs poppler-utils")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did_when_somebody_looked_at_it(name: str) -> None:
    with Image.open(PICTURES / f"{name}.png") as seen:
        now = looks(name)
        assert now.size == seen.size
        assert unlikeness(now, seen.convert("L")) < UNLIKE


@pytest.mark.skipif(not which("pdftoppm"), reason="needs poppler-utils")
def test_another_page_would_be_told_from_it() -> None:
    pictures = {name: looks(name) for name in PAGES}
    assert unlikeness(pictures["first"], pictures["drawn"]) > UNLIKE
    assert unlikeness(pictures["first"], pictures["right"]) > UNLIKE


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    for page in sys.argv[1:] or PAGES:
        looks(page).save(PICTURES / f"{page}.png", optimize=True)
