"""A report as JSON, for scripts: all findings, with whole texts and the places in them.

Places are in characters of the texts. A script, or a person, that writes a reason for `accepted`
accepts the finding; `accepted` reads that again by its key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from aligner import __version__
from aligner.check_report.entry import Entry, Report
from aligner.check_report.report_form import ReportForm
from aligner.checks import kind_of


def write_data(report: Report, file: BinaryIO) -> None:
    """Write a report as one JSON object, a finding a line."""
    for part in _parts(report):
        # Python's escape of a lone surrogate is JSON's as well.
        file.write(part.encode("utf-8", "backslashreplace"))


FORM = ReportForm(".json", write_data)


def _parts(report: Report) -> Iterator[str]:
    head = {
        "tool": {"name": "duizhao", "version": __version__},
        "file": report.file,
        "units": report.units,
        "findings": report.total,
        "accepted": report.accepted,
        "counts": dict(report.found),
        "silenced": sorted(report.silenced),
        "remarks": list(report.remarks),
    }
    yield f'{_json(head)[:-1]}, "entries": ['
    between = "\n"
    for entry in report.entries():
        yield between + _json(_said(entry))
        between = ",\n"
    yield "\n]}\n"


def _said(entry: Entry) -> dict[str, Any]:
    noted = entry.noted
    return {
        "unit": noted.number or None,
        "line": noted.line or None,
        "kind": kind_of(noted.code) or "file",
        "code": noted.code,
        "sentence": noted.sentence,
        "times": noted.times,
        "zh": entry.zh,
        "en": entry.en,
        "zh_span": noted.zh_span,
        "en_span": noted.en_span,
        "key": noted.key,
        "accepted": noted.accepted,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
