"""The arrows between rooms, each as a sentence. They are the design; a failing one is a change of design."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).resolve().parent.parent


def test_the_core_never_reaches_for_the_windows() -> None:
    archrule("core knows no shell").match("intake*").should_not_import("ui*", "PySide6*").check("intake")


def test_vault_and_export_are_siblings_that_do_not_know_each_other() -> None:
    for one, other in (("intake.vault*", "intake.export*"), ("intake.export*", "intake.vault*")):
        archrule(f"{one} ignores {other}").match(one).should_not_import(other).check("intake")


def test_pure_rooms_know_neither_store_nor_paper() -> None:
    pure = (
        "intake.dates*",
        "intake.form*",
        "intake.answers",
        "intake.interview*",
        "intake.review*",
        "intake.changes",
        "intake.case",
    )
    archrule("pure rooms").match(*pure).should_not_import(
        "intake.vault*", "intake.export*", "intake.cli", "intake.commands*", "intake.delivery*"
    ).check("intake")


OWNERS = {
    "PySide6": ("ui/",),
    "sqlalchemy": ("intake/vault/",),
    "alembic": ("intake/vault/",),
    "sqlcipher3": ("intake/vault/engine.py",),
    "keyring": ("intake/vault/keystore.py",),
    "argon2": ("intake/vault/keys.py",),
    "cryptography": ("intake/vault/", "intake/export/handover/"),
    "pyrage": ("intake/export/handover/",),
    "segno": ("intake/export/handover/cards.py",),
    "mnemonic": ("intake/passphrases.py",),
    "zxcvbn": ("intake/passphrases_guessed.py",),
    "jdatetime": ("intake/dates/calendars.py",),
    "hijridate": ("intake/dates/calendars.py",),
    "reportlab": ("intake/export/pdf/", "intake/export/text/"),
    "uharfbuzz": ("intake/export/text/",),
    "uniseg": ("intake/export/text/",),
    "pikepdf": ("intake/export/finish.py", "intake/evidence/"),
    "PIL": ("intake/evidence/", "intake/export/pdf/"),
    "openpyxl": ("intake/form/xlsform/",),
    "xlrd": ("intake/form/xlsform/",),
    "re2": ("intake/form/expressions/",),
    "yaml": ("intake/form/", "ui/demo"),
    "holidays": ("intake/review/clock.py",),
    "icalendar": ("intake/export/calendar.py",),
    "babel": ("intake/words.py", "intake/moments.py", "intake/form/"),
}
"""Each of these packages has one home; nobody else sees it."""


@pytest.mark.parametrize("package", OWNERS)
def test_a_package_is_imported_only_in_its_home(package: str) -> None:
    homes = OWNERS[package]
    strangers = [
        place for place, name in _imports() if name.split(".")[0] == package and not place.startswith(homes)
    ]
    assert strangers == []


PURE = (
    "intake/dates/",
    "intake/form/",
    "intake/interview",
    "intake/review/",
    "intake/export/summary",
    "intake/answers.py",
)
REACHED_FOR = {
    "datetime.now",
    "datetime.utcnow",
    "date.today",
    "datetime.today",
    "time.time",
    "random.random",
    "Path.home",
    "Path.cwd",
}


def test_pure_rooms_are_handed_the_clock_and_never_reach_for_it() -> None:
    found = [
        f"{place}:{call.lineno} {name}"
        for place, tree in _sources("intake")
        if place.startswith(PURE)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and (name := ast.unparse(call.func)).removeprefix("dt.") in REACHED_FOR
    ]
    assert found == []


NETWORK = {"socket", "http", "urllib", "ssl", "requests", "httpx", "ftplib", "smtplib", "asyncio", "xmlrpc"}
NETWORK_QT = {"QtNetwork", "QtWebSockets", "QtWebEngineWidgets"}
SIGNAL_SOCKET = "ui/signals.py"
"""A socketpair of this process wakes the event loop when the system says TERM; it leads nowhere else."""


def test_there_is_no_network_code() -> None:
    strangers = [
        f"{place} {name}"
        for place, name in _imports()
        if (name.split(".")[0] in NETWORK or NETWORK_QT & set(name.split("."))) and place != SIGNAL_SOCKET
    ]
    assert strangers == []


def test_nothing_is_evaluated_or_unpickled() -> None:
    found = [
        f"{place}:{call.lineno}"
        for room in ("intake", "ui")
        for place, tree in _sources(room)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in {"eval", "exec", "compile", "pickle.loads", "__import__"}
    ]
    assert found == []


def test_markup_of_reportlab_stands_nowhere() -> None:
    found = [
        place
        for place, tree in _sources("intake")
        if "Paragraph" in {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    ]
    assert found == []


DOORS = {"ui/jobs.py", "ui/faults.py", "intake/vault/keystore.py", "intake/vault/thread.py"}
"""In `thread.py` a write may raise anything, and that must not keep later ones from the disk."""


def test_all_exceptions_are_caught_only_at_the_four_doors() -> None:
    found = [
        f"{place}:{handler.lineno}"
        for room in ("intake", "ui")
        for place, tree in _sources(room)
        for handler in ast.walk(tree)
        if isinstance(handler, ast.ExceptHandler) and _catches_all(handler) and place not in DOORS
    ]
    assert found == []


def test_no_cycle_is_hidden_behind_type_checking() -> None:
    found = [
        p for room in ("intake", "ui") for p, tree in _sources(room) if "TYPE_CHECKING" in ast.unparse(tree)
    ]
    assert found == []


def _catches_all(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or ast.unparse(handler.type) in {"Exception", "BaseException"}


def _sources(room: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / room).rglob("*.py")):
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def _imports() -> Iterator[tuple[str, str]]:
    for room in ("intake", "ui"):
        for place, tree in _sources(room):
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    yield from ((place, alias.name) for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    yield place, node.module
                    yield from ((place, f"{node.module}.{alias.name}") for alias in node.names)
