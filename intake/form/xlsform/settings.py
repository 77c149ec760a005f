"""What the settings sheet says about the whole questionnaire, and our own sheets beside it."""

from collections.abc import Iterator, Mapping

from intake.errors import ExpressionError
from intake.form.expressions.lexer import tokens
from intake.form.xlsform.draft import HappeningDraft, Heading
from intake.form.xlsform.headers import OURS
from intake.form.xlsform.naming import made_name
from intake.form.xlsform.report import Remarks
from intake.form.xlsform.sheet import Workbook
from intake.form.xlsform.tables import Row, Sheeted, Wanted, find_sheet, read_rows, read_sheet

CHRONOLOGY, RENAMES, UNTRANSLATED = "intake_chronology", "intake_renames", "intake_untranslated"
"""Sheets of ours, for what XLSForm has no sheet for."""

OUR_NAME = f"{OURS}name"
"""The setting that tells a spreadsheet of our own export."""

FIRST_VERSION = "1"

_SETTINGS = Wanted(
    telling=(frozenset({"form_title", "form_id", "version", "default_language", "instance_name", OUR_NAME}),),
    known=frozenset({"form_title", "form_id", "version", "default_language", "instance_name", OUR_NAME}),
    translated=frozenset({"label", f"{OURS}title", f"{OURS}case_title"}),
    idle=frozenset({"submission_url", "public_key", "auto_send", "auto_delete", "client_editable"})
    | frozenset({"style", "clean_text_values", "allow_choice_duplicates", "omit_instanceid"})
    | frozenset({"namespaces", "instance_xmlns", "prefix", "delimiter"})
    | frozenset({f"sms_{name}" for name in ("keyword", "separator", "allow_media", "response")})
    | frozenset({f"sms_{name}" for name in ("date_format", "datetime_format")}),
)
HAPPENING_COLUMNS = ("when", "until", "still", "place", "lane")

_HAPPENINGS = Wanted(
    telling=(frozenset({"name"}), frozenset({"when"})),
    known=frozenset({"name", *HAPPENING_COLUMNS}),
    translated=frozenset({"label"}),
)
_RENAMES = Wanted(
    telling=(frozenset({"old"}), frozenset({"new"})), known=frozenset({"old", "new"}), translated=frozenset()
)

_TEXTS = Wanted(telling=(frozenset({"text"}),), known=frozenset({"text"}), translated=frozenset())


def read_settings(book: Workbook, stem: str, remarks: Remarks) -> tuple[Heading, Sheeted | None]:
    """The heading of a questionnaire, and the sheet it is from. `stem` is the name of the file, for want of a
    better one.
    """
    sheet = find_sheet(book, "settings")
    told = remarks.of(sheet.name) if sheet else remarks
    found = read_sheet(sheet, _SETTINGS, told) if sheet else None
    row = found.rows[0] if found and found.rows else Row(0, {}, {}, {})
    name = row.get(OUR_NAME) or row.get("form_id") or stem
    if not row.get("form_title"):
        told.add(row.number, "form_title", "title_made", title=name[:60])
    title = row.get("form_title") or name
    heading = Heading(
        name=made_name(name)[:100],
        version=row.get("version") or FIRST_VERSION,
        titles={"": title, **row.texts.get("label", {}), **row.texts.get(f"{OURS}title", {})},
        case_titles=_case_titles(row, told),
        language=row.get("default_language"),
    )
    return heading, found


def is_our_own(found: Sheeted | None) -> bool:
    """Whether a spreadsheet comes from our own export, with pages laid out as they were."""
    return found is not None and any(row.get(OUR_NAME) for row in found.rows)


def read_chronology(book: Workbook, remarks: Remarks) -> tuple[HappeningDraft, ...]:
    """The chronology, from our own sheet for it."""
    rows = read_rows(book, CHRONOLOGY, _HAPPENINGS, remarks)
    return tuple(HappeningDraft(row.cells, row.texts.get("label", {})) for row in rows)


def read_renames(book: Workbook, remarks: Remarks) -> Mapping[str, str]:
    """What names were called in earlier versions, from our own sheet for it."""
    return {row.get("old"): row.get("new") for row in read_rows(book, RENAMES, _RENAMES, remarks)}


def read_untranslated(book: Workbook, remarks: Remarks) -> tuple[str, ...]:
    """The texts that are the same in every language, from our own sheet for them."""
    return tuple(row.get("text") for row in read_rows(book, UNTRANSLATED, _TEXTS, remarks))


def _case_titles(row: Row, remarks: Remarks) -> Mapping[str, str]:
    """What a draft is called, out of `instance_name`: names and texts joined, nothing more clever."""
    own = row.texts.get(f"{OURS}case_title")
    if own:
        return own
    said = row.get("instance_name")
    if not said:
        return {}
    try:
        return {"": "".join(_pieces(said))}
    except (ExpressionError, ValueError):
        remarks.add(row.number, "instance_name", "instance_name_left_out")
        return {}


def _pieces(said: str) -> Iterator[str]:
    """Raises ExpressionError, or ValueError for anything but names and texts in `concat`."""
    for token in tokens(said):
        if token.kind == "reference":
            yield f"${{{token.text}}}"
        elif token.kind == "text":
            yield token.text
        elif token.kind != "end" and token.text not in ("concat", "(", ")", ","):
            raise ValueError(token.text)
