"""XLSForm spreadsheets to form packs and back, with a report of whatever did not stay the same."""

from intake.form.xlsform.reader import import_xlsform
from intake.form.xlsform.report import Item, Report

__all__ = ["Item", "Report", "import_xlsform"]
