"""What an export touches: its fonts, its target, and nothing else on the disk or beyond it."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.support.documents import FONTS, ROOT

WATCHED = """
import importlib
import pkgutil
import sys
from pathlib import Path

import encodings

target, fonts = Path(sys.argv[1]), Path(sys.argv[2])
for found in pkgutil.iter_modules(encodings.__path__):
    if found.name not in {"mbcs", "oem"}:
        importlib.import_module(f"encodings.{found.name}")

from intake.export.document import Document, Heading, Pair, Prose
from intake.export.plain import Text
from intake.export.finish import write_pdf
from intake.export.pdf.render import Press, make_pdf
from intake.export.text.fonts import Fonts

touched = []

def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        touched.append(f"open {arguments[0]}")
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.")):
        touched.append(event)

sys.addaudithook(watch)
own = Text('<img src="/etc/passwd"> <img src="http://127.0.0.1:9/a.png"> Шадринск سلام 漢 😀', own=True)
blocks = (Heading(1, own), Prose(own), Pair(own, (own,)))
document = Document("en", "t", "l", "f", "{page} {pages}", blocks=blocks)
write_pdf(make_pdf(document, Press(Fonts.load(fonts))), target, "quiet garden")
for line in touched:
    print(line)
"""


def test_an_export_opens_its_fonts_and_its_target_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    command = [sys.executable, "-c", WATCHED, str(target), str(FONTS)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    opened = done.stdout.splitlines()
    assert sum(line.startswith(f"open {FONTS}/Noto") for line in opened) == 6
    astray = [line for line in opened if not line.startswith((f"open {FONTS}/", f"open {tmp_path}"))]
    assert astray == []


WHOLE = """
import sys
from pathlib import Path

from intake.export.counsel import Draft, Order, Tongue, write_document
from intake.export.profiles import Profile
from intake.words import Words
from tests.support.samples import NOW, sample_source

source, english = sample_source("teacher_ru"), Words.load("en", Path())
target, tongue = Path(sys.argv[1]), Tongue(english, english, Path(sys.argv[2]))


def make():
    for profile in Profile:
        write_document(Order(Draft(source.case, source.interview), target, None, profile), tongue, NOW)


make()  # what is imported when it is first needed is imported by now
touched = []


def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        touched.append(f"open {arguments[0]}")
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.")):
        touched.append(event)


sys.addaudithook(watch)
make()
print("\\n".join(touched))
"""


def test_no_document_of_a_whole_case_reaches_further(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WHOLE, str(tmp_path / "summary.pdf"), str(FONTS)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    opened = done.stdout.splitlines()
    assert len(opened) > 8
    own = (FONTS, tmp_path, sys.prefix, sys.base_prefix)  # the version of the program stands beside it
    assert [line for line in opened if not line.startswith(tuple(f"open {folder}" for folder in own))] == []


def test_no_module_knows_a_paragraph_with_markup() -> None:
    named = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "intake").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Name | ast.Attribute) and _name(node) == "Paragraph")
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab.platypus"))
    ]
    assert named == []


def _name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr
