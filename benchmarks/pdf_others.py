"""Other ways to make the pages of a summary, on the same content: what ours is measured against."""

import html
import io
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"

Section = tuple[str, list[tuple[str, str]], str]
"""A heading, questions with answers, and a paragraph."""


def stock(content: list[Section]) -> int:
    """Platypus as it comes."""
    return _platypus(content, shaping=False)


def shaped(content: list[Section]) -> int:
    """Platypus with its own shaping."""
    return _platypus(content, shaping=True)


def _platypus(content: list[Section], *, shaping: bool) -> int:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf", shapable=shaping))
    more = {"shaping": 1} if shaping else {}
    body = ParagraphStyle(
        "body", fontName="NotoSans-Regular", fontSize=9.5, leading=13, spaceAfter=6.5, **more
    )
    head = ParagraphStyle(
        "head", fontName="NotoSans-Bold", fontSize=13, leading=19.5, spaceBefore=26, keepWithNext=1, **more
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


def canvas(content: list[Section]) -> int:
    """Reportlab's bare canvas: lines of ninety letters, drawn one under another. Nothing can be faster."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("NotoSans-Regular", FONTS / "NotoSans-Regular.ttf"))
    drawn = Canvas(io.BytesIO())
    y, pages = 0.0, 0
    for heading, pairs, prose in content:
        texts = [heading, *(text for pair in pairs for text in pair), prose]
        for line in (text[at : at + 90] for text in texts for at in range(0, len(text), 90)):
            if y < 62:
                if pages:
                    drawn.showPage()
                drawn.setFont("NotoSans-Regular", 9.5)
                y, pages = 720.0, pages + 1
            drawn.drawString(66, y, line)
            y -= 13
    drawn.getpdfdata()
    return pages


def qt(content: list[Section]) -> int:
    """Qt's text document on its PDF writer, from HTML."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    app = QGuiApplication.instance() or QGuiApplication([])
    QFontDatabase.addApplicationFont(str(FONTS / "NotoSans-Regular.ttf"))
    parts = []
    for heading, pairs, prose in content:
        cells = "".join(
            f"<tr><td width='35%'>{html.escape(q)}</td><td>{html.escape(a)}</td></tr>" for q, a in pairs
        )
        parts.append(f"<h2>{html.escape(heading)}</h2><table>{cells}</table><p>{html.escape(prose)}</p>")
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Sans", 9))
    document.setHtml("".join(parts))
    with TemporaryDirectory() as folder:
        writer = QPdfWriter(str(Path(folder, "summary.pdf")))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        writer.setResolution(72)
        document.setPageSize(writer.pageLayout().paintRectPixels(72).size())
        pages = document.pageCount()
        document.print_(writer)
    del app
    return pages


OTHERS: Mapping[str, Callable[[list[Section]], int]] = {
    "stock": stock,
    "shaped": shaped,
    "canvas": canvas,
    "qt": qt,
}
