"""From a form pack to a spreadsheet that ODK and Kobo read, and that our own import reads back whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.form.loader import load_form, pack_files
from intake.form.model import Form
from intake.form.texts import NAMES
from intake.form.xlsform.data_sheets import DATA, DATA_TEXTS, data_lines, data_texts
from intake.form.xlsform.headers import OURS
from intake.form.xlsform.languages import language_header
from intake.form.xlsform.odk import KEPT_NAMES
from intake.form.xlsform.own_lists import own_choices
from intake.form.xlsform.report import Remarks, Report
from intake.form.xlsform.said import Said, read_said
from intake.form.xlsform.saving import Grid, save
from intake.form.xlsform.settings import (
    CHRONOLOGY,
    HAPPENING_COLUMNS,
    OUR_NAME,
    RENAMES,
    UNTRANSLATED,
)
from intake.form.xlsform.survey_rows import OutRow, survey_rows
from intake.words import SOURCE_LANGUAGE

Texts = Mapping[str, Mapping[str, str]]

_SURVEY = (
    *("type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message"),
    *("calculation", "choice_filter", "default", "read_only", "appearance", "parameters", "repeat_count"),
)
_OWN = (
    *("type", "required", "relevant", "constraint", "calculation", "choice_filter", "default", "appearance"),
    *("parameters", "repeat_count", "why", "example", "summary", "entry", "add", "or_other", "sensitive"),
    *("role", "optional", "minutes", "heavy", "at_hand", "support"),
)
SURVEY_COLUMNS = (*_SURVEY, *(f"{OURS}{column}" for column in _OWN))
_ALWAYS = frozenset({"type", "name", "label", "list_name"})


def export_xlsform(folder: Path, target: Path) -> Report:
    """Write the pack in a folder as an .xlsx file, and tell what ODK will not know of it.

    Whatever it will not know stands in columns of our own as well. A file that is there is replaced when the
    new one is complete. Raises FormError for a pack that does not load, SpreadsheetTooLarge,
    SpreadsheetUnwritable.
    """
    form, files = load_form(folder), pack_files(folder)
    remarks = Remarks()
    said = read_said(folder, form, remarks)
    save(tuple(_Writing(form, said, tuple(data_lines(files)), remarks).grids()), target)
    return remarks.report()


@dataclass(frozen=True, slots=True)
class _Line:
    """Cells by column, and texts by column and language."""

    cells: Mapping[str, str]
    texts: Texts


@dataclass(frozen=True, slots=True)
class _Writing:
    """One form on its way out."""

    form: Form
    said: Said
    data: tuple[tuple[str, str], ...]
    """The lines of files beside the questions, each with the name of its file."""
    remarks: Remarks

    def grids(self) -> Iterator[Grid]:
        """The sheets of the spreadsheet."""
        yield self._grid("survey", SURVEY_COLUMNS, tuple(self._survey()))
        yield self._choices()
        yield self._settings()
        yield from self._own_sheets()

    def _own_sheets(self) -> Iterator[Grid]:
        """What ODK has no sheet for."""
        chronology = tuple(
            _Line(
                {"name": h.name, **{column: getattr(h, column) for column in HAPPENING_COLUMNS}},
                {"label": self.said.of(f"chronology/{h.name}:title", h.title)},
            )
            for h in self.form.chronology
        )
        renames = tuple(_Line({"old": old, "new": new}, {}) for old, new in self.form.renames.items())
        texts = tuple(
            _Line({"name": context}, {"label": self.said.of(context, text)})
            for context, text in data_texts(self.form)
        )
        for name, columns, lines in (
            (CHRONOLOGY, ("name", "label", *HAPPENING_COLUMNS), chronology),
            (RENAMES, ("old", "new"), renames),
            (UNTRANSLATED, ("text",), tuple(_Line({"text": text}, {}) for text in self.form.untranslated)),
            (
                DATA,
                ("file", "line"),
                tuple(_Line({"file": file, "line": line}, {}) for file, line in self.data),
            ),
            (DATA_TEXTS, ("name", "label"), texts),
        ):
            if lines:
                self.remarks.of(name).add(0, "", "sheet_not_odk")
                yield self._grid(name, columns, lines)

    def _survey(self) -> Iterator[_Line]:
        told = self.remarks.of("survey")
        for number, row in enumerate(survey_rows(self.form, self.said), 2):
            for column, (code, about) in _in_order(row):
                told.add(number, column, code, name=row.cells.get("name", ""), about=about)
            if row.cells.get("name") in KEPT_NAMES:
                told.add(number, "name", "name_not_odk", name=row.cells["name"])
            yield _Line(row.cells, row.texts)

    def _choices(self) -> Grid:
        extra = dict.fromkeys(
            column
            for found in self.form.choice_lists.values()
            for choice in found.choices
            for column in choice.columns
        )
        lines = [
            _Line(
                {**choice.columns, "list_name": found.name, "name": choice.name},
                {"label": self.said.of(f"{found.name}/{choice.name}:label", choice.label)},
            )
            for found in self.form.choice_lists.values()
            for choice in found.choices
        ]
        kinds = {question.kind for question in self.form.questions.values()}
        if "yes_no" in kinds and len(self.said.languages) > 1:
            self.remarks.of("choices").add(0, "label", "yes_no_in_english")
        for list_name, name, labels in own_choices(kinds, self.said.languages):
            lines.append(_Line({"list_name": list_name, "name": name}, {"label": labels}))
        return self._grid("choices", ("list_name", "name", "label", *extra), tuple(lines))

    def _settings(self) -> Grid:
        title = self.said.of("form:title", self.form.title)
        case_title = self.said.of("form:case_title", self.form.case_title)
        cells = {
            "form_title": self.form.title,
            "form_id": self.form.name,
            "version": self.form.version,
            "default_language": language_header(SOURCE_LANGUAGE),
            "instance_name": self._instance_name(),
            OUR_NAME: self.form.name,
        }
        texts = {
            f"{OURS}title": {code: text for code, text in title.items() if code != SOURCE_LANGUAGE},
            f"{OURS}case_title": case_title,
        }
        return self._grid("settings", (*cells, *texts), (_Line(cells, texts),))

    def _instance_name(self) -> str:
        """The case's title as an expression; empty when it cannot be one."""
        pieces = []
        for at, piece in enumerate(NAMES.split(self.form.case_title)):
            if at % 2:
                question = self.form.questions.get(piece)
                if question is None or question.repeats:
                    return ""
                pieces.append(f"${{{piece}}}")
            elif piece:
                if "'" in piece:
                    return ""
                pieces.append(f"'{piece}'")
        return f"concat({', '.join(pieces)})" if len(pieces) > 1 else "".join(pieces)

    def _grid(self, name: str, columns: Sequence[str], lines: tuple[_Line, ...]) -> Grid:
        """Columns that hold nothing are left away; those with texts stand once for each language."""
        spoken = {
            (column, code)
            for line in lines
            for column, said in line.texts.items()
            for code, text in said.items()
            if text
        }
        plain = {column for line in lines for column, text in line.cells.items() if text}
        placed: list[tuple[str, str]] = []
        for column in columns:
            languages = [code for code in self.said.languages if (column, code) in spoken]
            if languages:
                placed.extend((column, code) for code in languages)
            elif column in plain or column in _ALWAYS:
                placed.append((column, ""))
        headers = tuple(f"{column}::{language_header(code)}" if code else column for column, code in placed)
        rows = tuple(tuple(_cell(line, column, code) for column, code in placed) for line in lines)
        return Grid(name, headers, rows)


def _cell(line: _Line, column: str, code: str) -> str:
    return line.texts.get(column, {}).get(code, "") if code else line.cells.get(column, "")


def _in_order(row: OutRow) -> Iterator[tuple[str, tuple[str, str]]]:
    order = {column: at for at, column in enumerate((*_SURVEY, *_OWN))}
    yield from sorted(row.remarks.items(), key=lambda item: order.get(item[0], 0))
