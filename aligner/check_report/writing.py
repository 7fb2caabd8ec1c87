"""Writing a report, in the form that the ending of its file names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from aligner.check_report import data, junit, page, workbook
from aligner.check_report.entry import Entry, Report
from aligner.check_report.report_form import ReportForm
from aligner.errors import UnknownFormat
from aligner.files import Progress, writing_atomically

_FORMS = {form.suffix: form for form in (page.FORM, workbook.FORM, data.FORM, junit.FORM)}


def report_form_of(path: Path) -> ReportForm:
    """Return the form that a report is written to a path in; raises UnknownFormat."""
    if form := _FORMS.get(path.suffix.lower()):
        return form
    raise UnknownFormat(
        f"{path.name} is no name for a report; let it end in {', '.join(_FORMS)} (JUnit)."
    )


def write_report(report: Report, path: Path, progress: Progress | None = None) -> None:
    """Write a report to a file, whole or not at all; raises UnwritableOutput, UnknownFormat."""
    form = report_form_of(path)
    if progress:
        report = _followed(report, progress)
    with writing_atomically(path) as file:
        form.write(report, file)


def _followed(report: Report, progress: Progress) -> Report:
    """Return a report that tells how far it is written."""
    total = report.total + report.accepted

    def entries() -> Iterator[Entry]:
        done = 0
        for entry in report.entries():
            progress("writing", done, total)
            done += entry.noted.times
            yield entry

    return replace(report, entries=entries)
