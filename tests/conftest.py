"""What every test stands on: no display needed, private files, compiled catalogues."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.umask(0o077)

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "script"))

from build_backend import compile_catalogues  # noqa: E402  (found on the path set above)

compile_catalogues(ROOT)

# The clock of a shared machine proves nothing. In CI the same examples every time; at a desk, new ones.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was not proved is said loudly: a skipped test looks like a good one."""
    skipped = [it for it in terminalreporter.stats.get("skipped", ()) if "display" in it.keywords]
    if skipped:
        terminalreporter.write_line(f"NOT PROVED ON A DISPLAY: {len(skipped)} tests", red=True, bold=True)
