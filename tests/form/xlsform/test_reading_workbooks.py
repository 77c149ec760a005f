"""What a spreadsheet file says is read as plain text, whichever program wrote it."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from intake.errors import NotASpreadsheet, SpreadsheetTooLarge, SpreadsheetUnreadable
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.sheet import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Sheet
from intake.form.xlsform.workbook import read_workbook
from tests.support.spreadsheets import inline_rows, raw_xlsx, xls, xlsx, zipped


def sheets(file: Path, remarks: Remarks | None = None) -> tuple[Sheet, ...]:
    return read_workbook(file, remarks or Remarks()).sheets


def codes(remarks: Remarks) -> list[str]:
    return [item.code for item in remarks.report().items]


def raw(tmp_path: Path, rows: str, **more: str | bytes) -> Path:
    file = tmp_path / "raw.xlsx"
    file.write_bytes(zipped(raw_xlsx(rows, **more)))
    return file


def test_texts_come_trimmed_and_rows_end_with_their_last_filled_cell(tmp_path: Path) -> None:
    file = xlsx(
        tmp_path / "a.xlsx", survey=[["type ", "name\t", ""], [" text", "a\u00a0", " "], ["", "", ""]]
    )
    assert sheets(file) == (Sheet("survey", (("type", "name"), ("text", "a"))),)


def test_numbers_and_flags_read_as_people_write_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([1, 2.0, 0.1, 1e20, True, False, -3])
    book.save(tmp_path / "a.xlsx")
    assert sheets(tmp_path / "a.xlsx")[0].rows == (("1", "2", "0.1", "1e+20", "TRUE", "FALSE", "-3"),)


def test_a_date_in_a_cell_reads_as_a_date(tmp_path: Path) -> None:
    from datetime import date, datetime

    book = Workbook()
    book.worksheets[0].append([date(2022, 3, 14), datetime(2022, 3, 14, 8, 30)])  # noqa: DTZ001
    book.save(tmp_path / "a.xlsx")
    assert sheets(tmp_path / "a.xlsx")[0].rows == (("2022-03-14", "2022-03-14 08:30:00"),)


def test_the_older_files_are_told_by_what_is_in_them_whatever_they_are_called(tmp_path: Path) -> None:
    file = xls(tmp_path / "old.xlsx", survey=[["type", "имя"], ["integer", 3.0], ["decimal", 0.5]])
    assert sheets(file) == (Sheet("survey", (("type", "имя"), ("integer", "3"), ("decimal", "0.5"))),)


def test_a_formula_gives_the_value_that_was_kept_with_it(tmp_path: Path) -> None:
    remarks = Remarks()
    file = raw(tmp_path, '<row><c t="str"><f>"te"&amp;"xt"</f><v>text</v></c><c><f>1+1</f><v>2</v></c></row>')
    assert sheets(file, remarks)[0].rows == (("text", "2"),)
    assert codes(remarks) == ["formula"]


def test_a_formula_without_a_value_and_a_faulty_cell_are_told_as_lost(tmp_path: Path) -> None:
    remarks = Remarks()
    file = raw(tmp_path, '<row r="7"><c r="A7"><f>A1</f></c><c r="C7" t="e"><v>#REF!</v></c></row>')
    assert sheets(file, remarks)[0].rows == ()
    assert [(item.row, item.code, item.lost) for item in remarks.report().losses] == [
        (7, "formula_without_value", True),
        (7, "cell_error", True),
    ]


def test_a_style_sheet_that_nobody_can_read_costs_nothing_but_dates(tmp_path: Path) -> None:
    remarks = Remarks()
    file = raw(tmp_path, inline_rows([["type", "name"]]), xl__styles_xml="<styleSheet><cellXfs>")
    assert sheets(file, remarks)[0].rows == (("type", "name"),)
    assert codes(remarks) == ["styles_unreadable"]


def test_shared_texts_keep_all_their_pieces_and_no_reading_aids(tmp_path: Path) -> None:
    strings = "<sst><si><r><t>bold</t></r><r><t> and not</t></r></si>"
    strings += "<si><t>東京</t><rPh><t>とう</t></rPh></si></sst>"
    row = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>99</v></c></row>'
    assert sheets(raw(tmp_path, row, xl__sharedStrings_xml=strings))[0].rows == (("bold and not", "東京"),)


def test_control_characters_and_lone_surrogates_do_not_get_in(tmp_path: Path) -> None:
    file = raw(tmp_path, inline_rows([["a_x0007_b", "c_xD800_d", "e_x000D_\nf"]]))
    assert sheets(file)[0].rows == (("ab", "c\ufffdd", "e\nf"),)


def test_macros_and_links_to_other_files_are_left_alone_and_told(tmp_path: Path) -> None:
    remarks = Remarks()
    file = raw(
        tmp_path,
        inline_rows([["type"]]),
        xl__vbaProject_bin=b"\0",
        xl__externalLinks__externalLink1_xml="<externalLink/>",
    )
    sheets(file, remarks)
    assert sorted(codes(remarks)) == ["external_links_ignored", "macros_ignored"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "unknown"),
        (b"\0\0\0\0", "unknown"),
        (b"type,name\ntext,a\n", "text"),
        (b"\xef\xbb\xbf<html><table><tr><td>type</td></tr></table></html>", "web_page"),
        (b"<?xml version='1.0'?><Workbook/>", "web_page"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (zipped({"word/document.xml": "<w/>"}), "other_document"),
        (zipped({"content.xml": "<office/>"}), "open_document"),
        (zipped({"xl/workbook.bin": b"\0"}), "binary_workbook"),
        (zipped({"xl/workbook.xml": "<workbook><sheets>"}), "damaged"),
        (zipped({"xl/workbook.xml": '<?xml version="1.0" encoding="nonsense"?><workbook/>'}), "damaged"),
    ],
)
def test_what_is_no_spreadsheet_says_what_it_is(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(NotASpreadsheet) as told:
        sheets(tmp_path / "a.xlsx")
    assert told.value.facts == {"reason": reason}


def test_a_folder_and_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "nothing.xlsx"):
        with pytest.raises(SpreadsheetUnreadable):
            sheets(file)


@pytest.mark.parametrize("cut", range(30, 3000, 211))
def test_a_file_cut_off_anywhere_is_told_as_damaged(cut: int, tmp_path: Path) -> None:
    whole = xlsx(tmp_path / "a.xlsx", survey=[["type", "name"], ["text", "a"]]).read_bytes()
    (tmp_path / "b.xlsx").write_bytes(whole[: min(cut, len(whole) - 1)])
    with pytest.raises(NotASpreadsheet):
        sheets(tmp_path / "b.xlsx")


ENTITIES = '<!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/one.xml", "xl/sharedStrings.xml", "_rels/.rels"]
)
def test_a_document_that_declares_entities_is_refused_in_any_part(part: str, tmp_path: Path) -> None:
    parts = raw_xlsx(inline_rows([["type"]]), xl__sharedStrings_xml="<sst/>")
    parts[part] = f"{ENTITIES}{parts[part]!s}"
    (tmp_path / "a.xlsx").write_bytes(zipped(parts))
    with pytest.raises(NotASpreadsheet) as told:
        sheets(tmp_path / "a.xlsx")
    assert told.value.facts == {"reason": "declares_entities"}


def test_an_encoding_that_hides_the_declaration_from_a_search_does_not_help(tmp_path: Path) -> None:
    hidden = f"<?xml version='1.0' encoding='utf-16'?>{ENTITIES}<workbook>&b;</workbook>".encode("utf-16")
    (tmp_path / "a.xlsx").write_bytes(zipped({**raw_xlsx(""), "xl/workbook.xml": hidden}))
    with pytest.raises(NotASpreadsheet) as told:
        sheets(tmp_path / "a.xlsx")
    assert told.value.facts == {"reason": "declares_entities"}


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = zipped({**raw_xlsx(inline_rows([["type"]])), "xl/media/big.bin": bytes(90_000_000)})
    assert len(bomb) < 200_000
    (tmp_path / "a.xlsx").write_bytes(bomb)
    with pytest.raises(SpreadsheetTooLarge) as told:
        sheets(tmp_path / "a.xlsx")
    assert told.value.facts["reason"] == "unpacked"


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "a.xlsx").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(30_000_000)
    with pytest.raises(SpreadsheetTooLarge) as told:
        sheets(tmp_path / "a.xlsx")
    assert told.value.facts["reason"] == "file"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f'<row r="{MOST_ROWS + 1}"><c t="str"><v>x</v></c></row>', "rows"),
        ('<row r="1048576"><c t="str"><v>x</v></c></row>', "rows"),
        ('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>', "columns"),
        (f'<row r="1"><c t="str"><v>{"x" * (LONGEST_CELL + 1)}</v></c></row>', "cell"),
    ],
)
def test_more_than_a_questionnaire_has_is_refused(row: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(SpreadsheetTooLarge) as told:
        sheets(raw(tmp_path, row))
    assert told.value.facts["reason"] == reason


def test_a_long_text_that_many_cells_share_is_refused(tmp_path: Path) -> None:
    strings = f"<sst><si><t>{'x' * 30_000}</t></si></sst>"
    row = "<row>" + '<c t="s"><v>0</v></c>' * 400 + "</row>"
    with pytest.raises(SpreadsheetTooLarge) as told:
        sheets(raw(tmp_path, row * 3, xl__sharedStrings_xml=strings))
    assert told.value.facts["reason"] == "text"


def test_empty_rows_and_columns_far_out_cost_nothing(tmp_path: Path) -> None:
    rows = '<row r="1"><c t="str"><v>type</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert sheets(raw(tmp_path, rows))[0].rows == (("type",),)
    assert MOST_COLUMNS < 16_384
