"""A photo for the demonstration, drawn by the program itself: nobody's picture is needed to show one."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

WIDTH, HEIGHT = 1200, 800
SHEET = QRect(250, 180, 700, 420)
WORDS = "НЕТ ВОЙНЕ"
MARK = "FICTIONAL · ВЫМЫШЛЕНО"


def draw_photo(path: Path) -> None:
    """Draw a sheet of paper with two words on a square, marked fictional, as a JPEG."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#8c98a3"))
    painter = QPainter(image)
    painter.fillRect(QRect(0, HEIGHT * 3 // 4, WIDTH, HEIGHT // 4), QColor("#6f7780"))
    painter.fillRect(SHEET, QColor("#f7f5ee"))
    painter.setPen(QColor("#2b2b2b"))
    for text, size, place in (
        (WORDS, 84, SHEET),
        (MARK, 40, QRect(0, HEIGHT * 3 // 4, WIDTH, HEIGHT // 4)),
    ):
        font = QFont()
        font.setPixelSize(size)
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    image.save(str(path))
