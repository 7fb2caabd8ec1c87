"""Reports of a check: a page, a workbook, JSON, and JUnit XML for pipelines.

Owns what a report holds, how its places are marked, and which findings somebody has accepted. Finds
nothing itself. Invariant: every finding is in the report, open or accepted; a page that leaves some
out says how many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.check_report.accepted import read_accepted
    from aligner.check_report.entry import Entry, Noted, Report
    from aligner.check_report.gathered import Gathering, gathering
    from aligner.check_report.writing import report_form_of, write_report

_MODULES = {
    "accepted": ("read_accepted",),
    "entry": ("Entry", "Noted", "Report"),
    "gathered": ("Gathering", "gathering"),
    "writing": ("report_form_of", "write_report"),
}

__all__ = [
    "Entry",
    "Gathering",
    "Noted",
    "Report",
    "gathering",
    "read_accepted",
    "report_form_of",
    "write_report",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
