"""Writing a report, in the form that the ending of its file names."""

from __future__ import annotations

from pathlib import Path

from aligner.check_report import data, junit, page, workbook
from aligner.check_report.entry import Report
from aligner.check_report.report_form import ReportForm
from aligner.errors import UnknownFormat
from aligner.files import writing_atomically

_FORMS = {form.suffix: form for form in (page.FORM, workbook.FORM, data.FORM, junit.FORM)}


def report_form_of(path: Path) -> ReportForm:
    """Return the form that a report is written to a path in; raises UnknownFormat."""
    if form := _FORMS.get(path.suffix.lower()):
        return form
    raise UnknownFormat(
        f"{path.name} is no name for a report; let it end in {', '.join(_FORMS)} (JUnit)."
    )


def write_report(report: Report, path: Path) -> None:
    """Write a report to a file, whole or not at all; raises UnwritableOutput, UnknownFormat."""
    form = report_form_of(path)
    with writing_atomically(path) as file:
        form.write(report, file)
