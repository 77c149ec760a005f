"""From "leave now" to a covered screen: with a page of eight questions and a file dialog open over it."""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.pages import page_of_eight
from benchmarks.rows import Row

ROUNDS = 15


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from intake.words import Words
    from ui.dialogs import ask_folder
    from ui.paths import find_folders
    from ui.theme import Look, apply_look, load_fonts
    from ui.ways_out import cover_everything
    from ui.window import Window

    app = QApplication.instance() or QApplication(sys.argv[:1])
    folders = find_folders()
    load_fonts(folders.fonts)
    apply_look(app, Look(), folders.resources)
    words = Words.load("en", folders.translations)
    passed, worked = [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(ROUNDS):
            window = Window()
            window.show_page(page_of_eight(words))
            window.show()
            ask_folder(window, words, Path(home), lambda _: None)
            app.processEvents()
            since, used = perf_counter(), process_time()
            cover_everything(window)
            passed.append((perf_counter() - since) * 1000)
            worked.append((process_time() - used) * 1000)
            window.close_for_good()
            window.deleteLater()
            app.processEvents()
    return [
        Row("leave now to a covered window and no dialog, median", median(passed), "ms", 50),
        Row("the same, the slowest of 15, CPU", max(worked), "ms", 50),
    ]
