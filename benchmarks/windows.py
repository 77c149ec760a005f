"""The windows of the desk: the list of ten thousand drafts, and the long sample opened; in CPU time."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path as File
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.rows import Row
from intake.answers import new_entry_id
from intake.case import CaseSummary, Glance, Role, Sitting, Status
from intake.changes import changes_to
from intake.opening import Opened, open_case, read_pack, text_of_pack
from intake.vault.keys import Cost
from intake.vault.vault import Vault
from intake.words import Words
from tests.support.shipped import sample

ROOT = File(__file__).resolve().parent.parent
PACK = ROOT / "forms" / "asylum_us"
WHO = Sitting(Role.REVIEWER, "A. Example (fictional)")
CHEAP = Cost(19 * 1024, 1, 1)
DRAFTS, ROUNDS = 10_000, 11
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QStackedWidget

    from ui.theme import Look, apply_look, load_fonts

    app = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts(ROOT / "resources" / "fonts")
    apply_look(app, Look(), ROOT / "resources")
    window = QStackedWidget()
    window.resize(1280, 800)
    window.show()

    def turn(page: object) -> None:
        window.setCurrentIndex(window.addWidget(page))
        for _ in range(3):  # what is measured and painted a moment later belongs to it
            app.processEvents()

    drafts = list(_drafts())
    with _opened() as (vault, opened):
        listed = [_milliseconds(lambda: turn(_cases_page(drafts))) for _ in range(ROUNDS)]
        reviewed = [_milliseconds(lambda: turn(_review_page(vault, opened))) for _ in range(ROUNDS)]
        narrowed = _milliseconds(lambda: _narrow(drafts))
    return [
        Row(f"first screen of the list of {DRAFTS:,} drafts, CPU, median", median(listed), "ms", 100),
        Row(f"{DRAFTS:,} drafts sorted and narrowed down, CPU", narrowed, "ms", 100),
        Row("review window of the long sample, CPU, median", median(reviewed), "ms", 200),
    ]


def _cases_page(drafts: list[CaseSummary]) -> object:
    from ui.pages.cases_page import CasesPage

    return CasesPage(Words.read("en", None), WHO, drafts)


def _narrow(drafts: list[CaseSummary]) -> None:
    from ui.models.cases import CasesModel, Wanted

    model = CasesModel(Words.read("en", None), reviewing=True)
    model.set_rows(drafts)
    model.sort(model.column_of("deadline"))
    model.show_only(Wanted(Status.IN_REVIEW))


def _review_page(vault: Vault, opened: Opened) -> object:
    from ui.desk.dossier import Dossier
    from ui.desk.review_page import ReviewPage
    from ui.session import Session

    session = Session(vault, WHO, opened, lambda: NOW)
    dossier = Dossier(session, NOW.date())
    page = ReviewPage(dossier.voice(Words.read("en", None)), "Sample", dossier, [])
    session.end()
    return page


@contextmanager
def _opened() -> Iterator[tuple[Vault, Opened]]:
    """The long sample in a vault of its own."""
    pack = read_pack(PACK)
    with TemporaryDirectory(prefix="intake bench ") as home:
        vault = Vault.create(File(home) / "v.intake", "words of a bench", listener=lambda _: None, cost=CHEAP)
        case = vault.new_case(text_of_pack(PACK, pack.form), "ru", fictional=True)
        vault.submit(case.id, changes_to(sample("teacher_ru").answers, new_entry_id))
        vault.set_case(case.id, status=Status.SHARED)
        yield vault, open_case(vault, case.id, WHO, pack, lambda: NOW)
        vault.close()


def _drafts() -> Iterator[CaseSummary]:
    statuses = tuple(Status)
    for number in range(DRAFTS):
        glance = Glance(number % 7, NOW.date().replace(day=1 + number % 28))
        yield CaseSummary(
            id=f"MANY{number:06}",
            title=f"Образцова Марина {number}",
            language="ru",
            status=statuses[number % len(statuses)],
            answered=number % 400,
            created=NOW,
            changed=NOW,
            glance=glance,
        )


def _milliseconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return 1000 * (process_time() - start)
