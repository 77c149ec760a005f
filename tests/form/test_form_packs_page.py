"""The page on form packs is true: its example loads, and its tables name every word there is."""

import re
from pathlib import Path

from intake.form.building import GROUP, QUESTION, REPEAT, SECTION
from intake.form.data_files import CHECK, ITEM, OFFICIAL_FORM, RULE, TERM
from intake.form.expressions.functions import FUNCTIONS
from intake.form.kinds.registry import FROM_FILE, KINDS, STANDING_IN
from intake.form.lint import lint
from intake.form.lists import LANES
from intake.form.loader import load_form
from intake.form.packdata import CLOCKS, NAMED_CHECKS, NOT_ASKED
from ui.editors import DROPPED_DOWN, IN_A_ROW, OF_LINES, OF_MONEY, OF_PHONES, SEARCHED

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "form-packs.md").read_text(encoding="utf-8")

TABLES = (SECTION, GROUP, REPEAT, QUESTION, OFFICIAL_FORM, ITEM, RULE, TERM, CHECK)


def test_the_example_on_the_page_loads_and_is_without_doubt(tmp_path: Path) -> None:
    files = ("form.yaml", "sections/about_you.yaml", "choices.yaml")
    examples = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "sections").mkdir()
    for name, text in zip(files, examples, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    form = load_form(tmp_path)
    assert lint(form, tmp_path) == ()
    assert [*form.questions] == ["family_name", "arrived", "way", "way_other"]


def test_the_page_names_every_key_every_kind_and_every_lane() -> None:
    keys = set[str]().union(*(table.needed | table.allowed for table in TABLES))
    unnamed = [
        word
        for word in (
            *sorted(keys),
            *KINDS,
            *STANDING_IN,
            *FROM_FILE,
            *LANES,
            *NOT_ASKED,
            *NAMED_CHECKS,
            *CLOCKS,
        )
        if not re.search(rf"`[^`\n]*\b{word}\b", PAGE)
    ]
    assert unnamed == []


def test_the_page_names_every_function_there_is_and_no_other() -> None:
    table = PAGE[PAGE.index("| function | gives |") : PAGE.index("The last two lines are ours")]
    rows = (row.split("|")[1] for row in table.splitlines()[2:] if row.startswith("|"))
    named = {name for row in rows for name in re.findall(r"`([a-z0-9:-]+)\(", row)}
    assert named == FUNCTIONS.keys()


def test_the_page_names_the_appearances_that_are_heeded() -> None:
    heeded = {*IN_A_ROW, *SEARCHED, DROPPED_DOWN, OF_LINES, OF_MONEY, OF_PHONES}
    table = PAGE[PAGE.index("### How a question looks") : PAGE.index("Other words are let pass")]
    rows = (row.split("|")[1] for row in table.splitlines() if row.startswith("| `"))
    named = {word for row in rows for word in re.findall("`([a-z]+)`", row)}
    assert named - {"appearance"} == heeded
