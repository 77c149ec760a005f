"""The summary of 40, 400 and 1,200 pages against other ways to make the same pages.

Ours is timed as it is used: set, drawn, tagged, compressed, encrypted, written and proved. The others are
reportlab's Platypus, unshaped as it comes and shaped; its bare canvas, which breaks no line and is the limit;
and Qt's text document. Each run is a process of its own, by turns; a figure is the median of the CPU seconds
that making the document takes.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.pdf_others import OTHERS, Section
from benchmarks.rows import Row

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
CHINESE = Path("/usr/share/fonts/truetype/droid")
"""Where Debian's fonts-droid-fallback lies; without it Chinese is timed as boxes."""
RUNS = {40: 5, 400: 3}
LONG = 1200
SECTIONS_A_PAGE = 0.89
MOST_CPU, MOST_MEMORY, MOST_MEMORY_LONG = 2.5, 120.0, 200.0
SLOW = frozenset({"shaped"})
"""Ways that take so long that one run tells enough."""
PARAGRAPHS = {
    "fa": "در سال ۱۴۰۱ در تهران بازداشت شدم و چند روز در زندان بودم، بی‌آنکه به من بگویند چرا. ",
    "zh": "我于2022年3月14日离开北京，警察打了我的弟弟，并威胁我们全家，没有人告诉我们原因。",
}


def rows() -> list[Row]:
    found = []
    for pages, runs in RUNS.items():
        made = {engine: [_child(engine, pages)] for engine in ("ours", *OTHERS)}
        for _ in range(runs - 1):
            for engine in made.keys() - SLOW:
                made[engine].append(_child(engine, pages))
        cpu = {engine: median(run["cpu"] for run in told) for engine, told in made.items()}
        exact, peak = made["ours"][0]["pages"], max(run["peak"] for run in made["ours"])
        what = f"summary of {exact:.0f} pages, tagged and encrypted"
        found.append(Row(f"{what}, CPU vs unshaped Platypus", cpu["ours"] / cpu["stock"], "x", MOST_CPU))
        found.append(Row(f"{what}, peak memory", peak, "MB", MOST_MEMORY))
        for engine, told in made.items():
            known = f"  {told[0]['pages']:.0f} pages, {engine}"
            found.append(Row(f"{known}, CPU", cpu[engine], "s"))
            found.append(Row(f"{known}, peak memory", max(run["peak"] for run in told), "MB"))
    long = _child("ours", LONG)
    found.append(
        Row(f"summary of {long['pages']:.0f} pages, peak memory", long["peak"], "MB", MOST_MEMORY_LONG)
    )
    for language in PARAGRAPHS:
        one = _child(language, 1)
        found.append(Row(f"  pages a second, {language}", one["pages"] / one["cpu"], "1/s"))
    return found


def _child(engine: str, pages: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.pdf", engine, str(pages)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _content(pages: int) -> Iterator[Section]:
    random = Random(1)
    syllables = [a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "is", "on")]
    vocabulary = ["".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(6000)]

    def sentence(words: int) -> str:
        return " ".join(random.choices(vocabulary, k=words)).capitalize() + random.choice(
            [".", ".", ";", "?"]
        )

    for number in range(round(pages * SECTIONS_A_PAGE)):
        pairs = [(sentence(7), sentence(random.randint(2, 24))) for _ in range(14)]
        yield f"{number}. {sentence(4)}", pairs, " ".join(sentence(14) for _ in range(9))


def _ours(content: list[Section]) -> int:
    from intake.export.document import Heading, Pair, Prose
    from intake.export.plain import Text

    blocks: list[object] = []
    for heading, pairs, prose in content:
        blocks.append(Heading(1, Text(heading)))
        blocks += [Pair(Text(question), (Text(answer, own=True),)) for question, answer in pairs]
        blocks.append(Prose(Text(prose, own=True)))
    return _printed(blocks)


def _in_script(language: str) -> Callable[[list[Section]], int]:
    """Two hundred paragraphs in another script, each a little different."""

    def make(content: list[Section]) -> int:
        from intake.export.document import Prose
        from intake.export.plain import Text

        count = 200 if len(content) > 1 else 1
        said = PARAGRAPHS[language]
        blocks = [Prose(Text(f"{number} {said * 8}", own=True)) for number in range(count)]
        return _printed(blocks, CHINESE if language == "zh" else None)

    return make


def _printed(blocks: Sequence[object], more: Path | None = None) -> int:
    """Set, drawn, finished and proved; how many pages it has."""
    from typing import Any

    from intake.export.document import Document
    from intake.export.finish import write_pdf
    from intake.export.pdf.render import Press, make_pdf
    from intake.export.text.fonts import Fonts

    held: Any = tuple(blocks)
    document = Document("en", "Intake summary", "Draft", "Case", "Page {page} of {pages}", blocks=held)
    pdf = make_pdf(document, Press(Fonts.load(FONTS, more if more and more.is_dir() else None)))
    with TemporaryDirectory() as folder:
        write_pdf(pdf, Path(folder, "summary.pdf"), "quiet garden")
    return pdf.count(b"/Type /Page\n")


def _run(engine: str, pages: int) -> None:
    scripts = {language: _in_script(language) for language in PARAGRAPHS}
    make = {"ours": _ours, **OTHERS, **scripts}[engine]
    content = [*_content(max(pages, 4))]
    make(content[:1])  # what imports cost is start-up's figure
    start = time.process_time()
    made = make(content)
    cpu = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "pages": made, "peak": peak}))


if __name__ == "__main__":
    _run(sys.argv[1], int(sys.argv[2]))
