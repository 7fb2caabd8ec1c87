"""A form that a report is written in, by the ending of its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from aligner.check_report.entry import Report


@dataclass(frozen=True, slots=True)
class ReportForm:
    """One form of a report."""

    suffix: str
    write: Callable[[Report, BinaryIO], None]
    """Writes a report to a file that is open."""
