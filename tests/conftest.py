"""What every test stands on: no display needed, private files, compiled catalogues."""

import os
import sys
from pathlib import Path

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
