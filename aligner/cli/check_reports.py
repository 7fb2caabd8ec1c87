"""Reports of `duizhao check`: refused before the work, gathered meanwhile, written at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from aligner.check_report import Gathering, Report


def check_reports(outputs: Sequence[Path], others: Iterable[Path | None]) -> None:
    """Refuse, before any work, reports that could not be written, or would replace `others`."""
    if not outputs:
        return
    from aligner.check_report import report_form_of
    from aligner.files import check_writable

    named = [other for other in others if other]
    for path in outputs:
        report_form_of(path)
        check_writable(path, named)
        if path in named or outputs.count(path) > 1:
            raise click.UsageError(f"{path} is named twice; name another file for the report.")


def gathered_in(context: click.Context, accepted_in: Path | None) -> Gathering:
    """Return what gathers findings until the command ends, and knows those that were accepted.

    Raises UnusableInput where the report with the accepted ones cannot be read.
    """
    from aligner.check_report import gathering, read_accepted

    accepted = read_accepted(accepted_in) if accepted_in else {}
    return context.with_resource(gathering(accepted))


def write_reports(outputs: Iterable[Path], report: Report) -> None:
    """Write a report to each file, with progress on standard error."""
    from aligner.check_report import write_report
    from aligner.cli.progress import Meter

    with Meter(sys.stderr) as meter:
        for path in outputs:
            write_report(report, path, meter)
