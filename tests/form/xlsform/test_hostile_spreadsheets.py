"""No spreadsheet makes the import hang, crash, or write something that does not load."""

import string
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from intake.errors import SpreadsheetError
from intake.form.loader import form_of
from intake.form.xlsform.reader import convert
from tests.support.spreadsheets import inline_rows, raw_xlsx, xls, xlsx, zipped

NAMES = st.sampled_from(["a", "b", "c", "имя", "a b", "1st", "", "a", "meta", "x" * 200])
TYPES = st.sampled_from(
    """
    text|note|integer|image|file|audio|rank l|geopoint
    range|hidden|acknowledge|uncertain_date|yes_no|start|calculate
    select_one l|select_multiple l or_other|select_one|select_one_from_file x.csv
    begin group|end group|begin_repeat|end_repeat|begin repeat|nonsense|
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
EXPRESSIONS = st.one_of(
    st.just(""),
    st.sampled_from(
        """
        ${a}
        ${b} = 1
        ../a = 2
        /data/a/b
        current()/../c
        position(..)
        count(${a}) > 1
        yes
        selected(., 'x y')
        pulldata('a', 'b', 'c', 1)
        instance('l')/root/item[name = ../a]/label
        ${имя} and ${a b} or ${start}
        l = ${a}
        once(1)
        (
        ''
        ‘a’
        [[[[
        """.strip().split("\n        ")
    ),
    st.text("${}()[]./*'\"=ab ,|", max_size=12),
)
TEXTS = st.one_of(
    st.text(max_size=20), st.sampled_from(["${a}", "${nobody} x", "=1+1", "", "\n- type: group\n"])
)
HEADERS = [
    "type",
    "name",
    "label",
    "label::Español (es)",
    "relevant",
    "constraint",
    "calculation",
    "required",
]
HEADERS += ["choice_filter", "repeat_count", "appearance", "parameters", "default", "read_only", "hint"]
HEADERS += [
    "intake::type",
    "intake::minutes",
    "intake::entry",
    "intake::sensitive",
    "media::image",
    "mystery",
]
CELLS = {
    "type": TYPES,
    "name": NAMES,
    "intake::type": st.sampled_from(["", "", "", "-", "yes_no", "country", "begin_group", "nonsense"]),
    **dict.fromkeys(
        ["relevant", "constraint", "calculation", "required", "choice_filter", "repeat_count"], EXPRESSIONS
    ),
}
ROW = st.tuples(*(CELLS.get(header, TEXTS) for header in HEADERS))
BESIDE = st.tuples(
    st.sampled_from(["rules.yaml", "checks.yaml", "i589.yaml", "terms.yaml", "form.yaml", "../x", ""]),
    st.one_of(
        st.sampled_from(
            [
                *(
                    "|- {name: c, finding: F, when: '${a} = 1', sources: [a]}",
                    "|- &x *x",
                    "|edition: e",
                    "|\t-",
                ),
                *("|items: [{item: A, title: T, answers: [a]}]", "|- rule: r", "||", "|- [[[[", "|---", ""),
            ]
        ),
        TEXTS,
    ),
)
CHOICE = st.tuples(st.sampled_from(["l", "l", "", "l m"]), NAMES, TEXTS, TEXTS)


def printable(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Without what openpyxl refuses to write."""
    kept = set(string.printable) - set("\x0b\x0c")
    return [
        tuple("".join(c for c in cell if c in kept or (c > "\xa0" and c.isprintable())) for cell in row)
        for row in rows
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(ROW, max_size=14), choices=st.lists(CHOICE, max_size=6), beside=st.lists(BESIDE, max_size=4)
)
def test_rows_of_any_kind_become_a_pack_that_loads_or_are_told_as_unusable(
    rows: list[tuple[str, ...]], choices: list[tuple[str, ...]], beside: list[tuple[str, ...]]
) -> None:
    with TemporaryDirectory() as folder:
        file = xlsx(
            Path(folder, "a.xlsx"),
            survey=[HEADERS, *printable(rows)],
            choices=[("list_name", "name", "label", "l"), *printable(choices)],
            intake_data=[("file", "line"), *printable(beside)],
        )
        try:
            files, report = convert(file)
        except SpreadsheetError:
            return
    assert form_of(files).questions
    assert report.exit_code in (0, 3)


@settings(max_examples=100, deadline=None)
@given(cells=st.lists(st.lists(st.text(max_size=8), max_size=5), max_size=8))
def test_sheets_of_any_text_are_read_or_told(cells: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.xlsx")
        file.write_bytes(zipped(raw_xlsx(inline_rows(printable([tuple(row) for row in cells])))))
        with pytest.raises(SpreadsheetError):
            convert(file)


@settings(max_examples=150, deadline=None)
@example(at=47, data=b"\xcf\x07", old=True)  # the directory of the container leads into itself
@given(at=st.integers(0, 100_000), data=st.binary(min_size=1, max_size=4), old=st.booleans())
def test_a_file_with_bytes_changed_anywhere_is_read_or_told(at: int, data: bytes, old: bool) -> None:
    rows = [["type", "name", "label"], ["text", "a", "A"], ["integer", "b", "B"]]
    with TemporaryDirectory() as folder:
        file = (xls if old else xlsx)(Path(folder, "a"), survey=rows)
        whole = bytearray(file.read_bytes())
        at %= len(whole)
        whole[at : at + len(data)] = data
        file.write_bytes(whole)
        try:
            files, _ = convert(file)
        except SpreadsheetError:
            return
    assert form_of(files).questions


def test_groups_a_thousand_deep_are_opened_flat(tmp_path: Path) -> None:
    rows = [["type", "name", "label"]]
    rows += [["begin group", f"g{at}", "G"] for at in range(1000)]
    rows += [["text", "a", "A"], *[["end group", "", ""]] * 1000]
    files, report = convert(xlsx(tmp_path / "a.xlsx", survey=rows))
    assert list(form_of(files).questions) == ["a"]
    assert "nested_too_deep" in {item.code for item in report.items}


def test_repeats_thirty_deep_load_as_deep_as_a_pack_can_be(tmp_path: Path) -> None:
    rows = [["type", "name", "label"]]
    rows += [["begin repeat", f"r{at}", "R"] for at in range(30)]
    rows += [["text", "a", "A"], *[["end repeat", "", ""]] * 30]
    files, report = convert(xlsx(tmp_path / "a.xlsx", survey=rows))
    assert len(form_of(files).questions["a"].repeats) == 10
    assert "nested_too_deep" in {item.code for item in report.items}


def test_thousands_of_rows_of_one_name_that_wait_for_themselves_come_to_an_end(tmp_path: Path) -> None:
    rows = [["type", "name", "label", "relevant"], *[["text", "a", "A", "${a} = '' or ../a = ''"]] * 600]
    choices = [["list_name", "name", "label"], *[["l", "a", "A"]] * 600]
    files, _ = convert(xlsx(tmp_path / "a.xlsx", survey=rows, choices=choices))
    assert len(form_of(files).questions) == 600


def test_a_list_that_is_too_long_for_a_pack_is_told(tmp_path: Path) -> None:
    survey = [["type", "name", "label"], ["text", "a", "A"]]
    choices = [["list_name", "name", "label"], *[["l", f"c{at}", "x" * 500] for at in range(9_000)]]
    with pytest.raises(SpreadsheetError) as told:
        convert(xlsx(tmp_path / "a.xlsx", survey=survey, choices=choices))
    assert told.value.facts["reason"] == "pack"
