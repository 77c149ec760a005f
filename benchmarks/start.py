"""First window painted: CPU time of our start beside that of a bare PySide6 window.

The bare one has a label, a field and a button, and nothing of ours: no style, no fonts, no words.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.rows import Row

ROUNDS = 9
BARE = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
app = QApplication(sys.argv)
window, page = QMainWindow(), QWidget()
parts = QVBoxLayout(page)
for part in (QLabel("Passphrase"), QLineEdit(), QPushButton("Open")):
    parts.addWidget(part, alignment=Qt.AlignmentFlag.AlignLeading)
window.setCentralWidget(page)
window.resize(900, 700)
window.show()
app.processEvents()
"""
OURS = """
import sys
from PySide6.QtWidgets import QApplication
from ui.app import build
app = QApplication(sys.argv)
window = build(app)
window.show()
app.processEvents()
"""
REPORT = """
import os, resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, flush=True)
os._exit(0)
"""


def rows() -> list[Row]:
    ours, bare = [], []
    with TemporaryDirectory() as home:
        _cpu(OURS, home), _cpu(BARE, home)  # once, so that both find their files in the cache
        for _ in range(ROUNDS):
            bare.append(_cpu(BARE, home))
            ours.append(_cpu(OURS, home))
    return [
        Row("first window painted, CPU time, vs a bare PySide6 window", median(ours) / median(bare), "x", 1.3)
    ]


def _cpu(program: str, home: str) -> float:
    """Seconds of CPU that a fresh interpreter has used when the program's first window is painted."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home}
    done = subprocess.run(
        [sys.executable, "-c", program + REPORT],
        env=surroundings,
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.strip().splitlines()[-1])
