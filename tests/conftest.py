"""What every test stands on: no display needed, private files, compiled catalogues."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.umask(0o077)

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "script"))

from build_backend import compile_catalogues  # noqa: E402  (found on the path set above)

compile_catalogues(ROOT)
