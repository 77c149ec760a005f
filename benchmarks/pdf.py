"""The summary of 40 and of 400 pages against reportlab's own Platypus, unshaped, on the same content.

Ours is timed as it is used: set, drawn, compressed, encrypted, written and proved. Each run is a process of
its own, ours and stock by turns; a figure is the median of the CPU seconds that making the document takes.
"""

import io
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.rows import Row

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
RUNS = {40: 5, 400: 3}
SECTIONS_A_PAGE = 0.89
MOST_CPU, MOST_MEMORY = 1.5, 120.0

Section = tuple[str, list[tuple[str, str]], str]
"""A heading, questions with answers, and a paragraph."""


def rows() -> list[Row]:
    found = []
    for pages, runs in RUNS.items():
        by_turns = [(_child("ours", pages), _child("stock", pages)) for _ in range(runs)]
        ratio = median(ours["cpu"] for ours, _ in by_turns) / median(stock["cpu"] for _, stock in by_turns)
        peak = max(ours["peak"] for ours, _ in by_turns)
        exact, stock_pages = by_turns[0][0]["pages"], by_turns[0][1]["pages"]
        what = f"summary of {exact:.0f} pages, CPU vs unshaped Platypus ({stock_pages:.0f} pages)"
        found.append(Row(what, ratio, "x", MOST_CPU))
        found.append(Row(f"summary of {exact:.0f} pages, peak memory", peak, "MB", MOST_MEMORY))
    return found


def _child(engine: str, pages: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.pdf", engine, str(pages)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _content(pages: int) -> Iterator[Section]:
    random = Random(1)
    syllables = [a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "is", "on")]
    vocabulary = ["".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(6000)]

    def sentence(words: int) -> str:
        return " ".join(random.choices(vocabulary, k=words)).capitalize() + random.choice(
            [".", ".", ";", "?"]
        )

    for number in range(round(pages * SECTIONS_A_PAGE)):
        pairs = [(sentence(7), sentence(random.randint(2, 24))) for _ in range(14)]
        yield f"{number}. {sentence(4)}", pairs, " ".join(sentence(14) for _ in range(9))


def _ours(content: list[Section]) -> int:
    from intake.export.document import Document, Heading, Pair, Prose
    from intake.export.finish import write_pdf
    from intake.export.pdf.render import Press, make_pdf
    from intake.export.plain import Text
    from intake.export.text.fonts import Fonts

    blocks: list[Heading | Pair | Prose] = []
    for heading, pairs, prose in content:
        blocks.append(Heading(1, Text(heading)))
        blocks += [Pair(Text(question), (Text(answer, own=True),)) for question, answer in pairs]
        blocks.append(Prose(Text(prose, own=True)))
    document = Document(
        "en", "Intake summary", "Draft", "Case", "Page {page} of {pages}", blocks=tuple(blocks)
    )
    pdf = make_pdf(document, Press(Fonts.load(FONTS)))
    with TemporaryDirectory() as folder:
        write_pdf(pdf, Path(folder, "summary.pdf"), "quiet garden")
    return pdf.count(b"/Type /Page\n")


def _stock(content: list[Section]) -> int:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    body = ParagraphStyle("body", fontName="NotoSans-Regular", fontSize=9.5, leading=13, spaceAfter=6.5)
    head = ParagraphStyle(
        "head", fontName="NotoSans-Bold", fontSize=13, leading=19.5, spaceBefore=26, keepWithNext=1
    )
    lines = TableStyle(
        [("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor("#CFC9BD")), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    story: list[object] = []
    for heading, pairs, prose in content:
        story.append(Paragraph(heading, head))
        cells = [[Paragraph(question, body), Paragraph(answer, body)] for question, answer in pairs]
        story += [LongTable(cells, colWidths=(162, 306), style=lines), Paragraph(prose, body)]
    made = SimpleDocTemplate(io.BytesIO(), leftMargin=66, rightMargin=66)
    made.build(story)
    return int(made.page)


def _run(engine: str, pages: int) -> None:
    content = [*_content(pages)]
    make = {"ours": _ours, "stock": _stock}[engine]
    make(content[:1])  # what imports cost is start-up's figure
    start = time.process_time()
    made = make(content)
    cpu = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "pages": made, "peak": peak}))


if __name__ == "__main__":
    _run(sys.argv[1], int(sys.argv[2]))
