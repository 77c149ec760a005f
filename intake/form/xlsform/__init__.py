"""XLSForm spreadsheets to form packs and back, with a report of whatever did not stay the same."""

from intake.form.xlsform.reader import import_xlsform
from intake.form.xlsform.report import Item, Report
from intake.form.xlsform.writer import export_xlsform

__all__ = ["Item", "Report", "export_xlsform", "import_xlsform"]
