"""Findings that somebody accepted, read from a report in which reasons were filled in.

A finding is known by its key, which its code, its place and the texts of its unit make: it stays
accepted where the unit moves, and is open again when a text changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from aligner.check_report.wording import every
from aligner.errors import UnusableInput
from aligner.files import load, open_source
from aligner.formats import read_workbook

_ZIP = b"PK"


def read_accepted(path: Path) -> dict[str, str]:
    """Return the keys of the findings that a report says are accepted, with the reasons.

    Raises `UnusableInput` for what is no such report, or a damaged one.
    """
    data = load(path)
    found = _of_workbook(path) if data.startswith(_ZIP) else _of_json(path, data)
    return {key: remark.strip() for key, remark in found if key and remark.strip()}


def _of_json(path: Path, data: bytes) -> Iterator[tuple[str, str]]:
    try:
        entries = json.loads(data)["entries"]
        for entry in entries:
            reason = entry.get("accepted")
            if reason is True:
                yield str(entry["key"]), "accepted"
            elif reason:
                yield str(entry["key"]), str(reason)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _no_report(path) from None


def _of_workbook(path: Path) -> Iterator[tuple[str, str]]:
    with open_source(path, ()) as source:
        is_report = False
        for rows in read_workbook(source):
            columns = _columns(next(rows, []))
            if columns is None:
                continue
            is_report = True
            for row in rows:
                if max(columns) < len(row):
                    yield row[columns[0]], row[columns[1]]
        if not is_report:
            raise _no_report(path)


def _columns(header: list[str]) -> tuple[int, int] | None:
    """Return where the keys and the reasons stand; None for a sheet without both."""
    keys, reasons = every("key"), every("remark")
    key = next((n for n, name in enumerate(header) if name in keys), None)
    reason = next((n for n, name in enumerate(header) if name in reasons), None)
    return None if key is None or reason is None else (key, reason)


def _no_report(path: Path) -> UnusableInput:
    return UnusableInput(
        f"{path} is no report of duizhao check; name one that was written as .xlsx or .json."
    )
