"""From a spreadsheet to a form pack."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from intake.errors import FolderTaken, NoQuestions, SpreadsheetTooLarge, SpreadsheetUnwritable
from intake.form.kinds.registry import ASKING_NOTHING
from intake.form.xlsform.catalogues import Catalogues
from intake.form.xlsform.choices import CHOICES, Book
from intake.form.xlsform.choosing import Chooser
from intake.form.xlsform.data_sheets import DATA, DATA_TEXTS, read_data, read_data_texts
from intake.form.xlsform.draft import Draft, Whole
from intake.form.xlsform.judging import judged
from intake.form.xlsform.languages import choose_tongues
from intake.form.xlsform.layout import Layout
from intake.form.xlsform.naming import Names
from intake.form.xlsform.pack_files import PackWriter
from intake.form.xlsform.report import Remarks, Report
from intake.form.xlsform.rewriting import Rewriter
from intake.form.xlsform.settings import (
    CHRONOLOGY,
    RENAMES,
    UNTRANSLATED,
    is_our_own,
    read_chronology,
    read_renames,
    read_settings,
    read_untranslated,
)
from intake.form.xlsform.sheet import Workbook
from intake.form.xlsform.survey import SURVEY, grow
from intake.form.xlsform.tables import Sheeted, find_sheet, read_sheet
from intake.form.xlsform.workbook import read_workbook
from intake.words import SOURCE_LANGUAGE

MOST_QUESTIONS = 10_000
"""Rows of a survey. The longest in use has some six hundred."""

_KNOWN_SHEETS = frozenset(
    {"survey", "choices", "external_choices", "settings"}
    | {CHRONOLOGY, RENAMES, UNTRANSLATED, DATA, DATA_TEXTS}
)


def import_xlsform(file: Path, out: Path) -> Report:
    """Write the form pack that a spreadsheet describes into a new folder `out`, and tell what was changed.

    The pack is loaded before it is written: `load_form(out)` does not fail. Raises SpreadsheetError (each of
    its kinds), and writes nothing then.
    """
    if _is_taken(out):
        raise FolderTaken
    files, report = convert(file)
    _write(files, out)
    return report


def convert(file: Path) -> tuple[Mapping[str, bytes], Report]:
    """The files of the pack by name, and the report, with nothing written. Raises SpreadsheetError."""
    remarks = Remarks()
    book = read_workbook(file, remarks)
    survey = _survey(book, remarks)
    whole, writer = _Reading(book, survey, file, remarks).whole()
    files = judged(whole, writer)
    return files, remarks.report()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One spreadsheet on its way."""

    book: Workbook
    survey: Sheeted
    file: Path
    remarks: Remarks

    def whole(self) -> tuple[Whole, PackWriter]:
        """The questionnaire laid out, and the writer that knows its languages. Raises NoQuestions."""
        told = self.remarks.of(self.survey.name)
        heading, settings = read_settings(self.book, self.file.stem, self.remarks)
        lists, sheets = self._lists()
        tree, metadata = grow(self.survey.rows, told)
        names = Names(told)
        tree = names.rename(Chooser(lists, self.file.parent, told).settle(tree))
        rewriter = Rewriter(
            names, lists.list_names, lists.choice_names, metadata, told, keeps_paths=is_our_own(settings)
        )
        sections = Layout(names, heading.titles, told).sections(rewriter.tree(tree))
        if not any(_asks(draft) for section in sections for draft in section.all()):
            raise NoQuestions
        titles = {code: rewriter.text(text, ()) for code, text in heading.case_titles.items()}
        whole = Whole(
            replace(heading, case_titles=titles),
            sections,
            lists.finished(),
            frozenset(lists.filed),
            read_chronology(self.book, self.remarks),
            read_renames(self.book, self.remarks),
            read_untranslated(self.book, self.remarks),
            read_data(self.book, self.remarks),
            read_data_texts(self.book, self.remarks),
        )
        tongues = choose_tongues(_spoken([self.survey, *sheets, settings]), heading.language)
        if tongues.source != SOURCE_LANGUAGE:
            self.remarks.add(0, "", "source_not_english", language=tongues.source)
        choice_sheet = sheets[0].name if sheets else ""
        return whole, PackWriter(Catalogues(tongues), told, self.remarks.of(choice_sheet))

    def _lists(self) -> tuple[Book, list[Sheeted]]:
        lists, sheets = Book(), []
        for sheet in self.book.sheets:
            if sheet.name.strip().lower() in ("choices", "external_choices"):
                found = read_sheet(sheet, CHOICES, self.remarks.of(sheet.name))
                if found is None and sheet.rows:
                    self.remarks.of(sheet.name).add(0, "", "sheet_without_headers")
                elif found is not None:
                    lists.take(found.rows, self.remarks.of(sheet.name))
                    sheets.append(found)
        return lists, sheets


def _survey(book: Workbook, remarks: Remarks) -> Sheeted:
    """The sheet with the questions, whatever its name. Raises NoQuestions, SpreadsheetTooLarge."""
    named = find_sheet(book, "survey")
    for sheet in [named] if named else book.sheets:
        found = read_sheet(sheet, SURVEY, remarks.of(sheet.name))
        if found is not None:
            if len(found.rows) > MOST_QUESTIONS:
                raise SpreadsheetTooLarge(reason="questions", most=MOST_QUESTIONS)
            known = _KNOWN_SHEETS | {sheet.name}
            for other in book.sheets:
                if other.rows and other.name.strip().lower() not in known and other.name != sheet.name:
                    remarks.of(other.name).add(0, "", "sheet_ignored")
            return found
    raise NoQuestions


def _asks(draft: Draft) -> bool:
    return draft.what == "question" and draft.get("type") not in ASKING_NOTHING


def _spoken(sheets: Iterable[Sheeted | None]) -> list[str]:
    return [code for sheet in sheets if sheet is not None for code in sheet.languages()]


def _is_taken(out: Path) -> bool:
    try:
        return out.exists() and not (out.is_dir() and next(out.iterdir(), None) is None)
    except OSError as error:
        raise SpreadsheetUnwritable(reason=error.strerror or "") from error


def _write(files: Mapping[str, bytes], out: Path) -> None:
    """All of it or nothing: the folder gets its name when it is complete."""
    try:
        beside = Path(mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise SpreadsheetUnwritable(reason=error.strerror or "") from error
    try:
        for name, data in files.items():
            path = beside / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        if out.exists():
            out.rmdir()
        beside.rename(out)
    except OSError as error:
        raise SpreadsheetUnwritable(reason=error.strerror or "") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
