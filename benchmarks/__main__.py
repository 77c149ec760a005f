"""Every figure of the design in one run: `script/bench`, or `script/bench vault pdf` for some of them."""

import sys
from importlib import import_module

from benchmarks.rows import print_rows

PARTS = (
    "start",
    "pages",
    "shell",
    "leaving",
    "form",
    "review",
    "vault",
    "copies",
    "desk",
    "windows",
    "pdf",
    "handover",
    "size",
)


def main(chosen: list[str]) -> int:
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        print(
            f"There is no bench called {', '.join(unknown)}; there are {', '.join(PARTS)}.", file=sys.stderr
        )
        return 2
    missed = 0
    for name in chosen or PARTS:
        rows = import_module(f"benchmarks.{name}").rows()
        print_rows(rows)
        missed += sum(not row.kept for row in rows)
    print(f"{missed} bound(s) missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
