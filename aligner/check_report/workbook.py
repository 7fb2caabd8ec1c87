"""A report as a workbook of Excel: a row a finding, its place in bold, and a column to fill in.

Whoever writes into the column of reasons accepts the finding; `accepted` reads that again by the
key of the last column.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from aligner.check_report.entry import Report, Span
from aligner.check_report.marking import marked
from aligner.check_report.report_form import ReportForm
from aligner.check_report.wording import fact, word
from aligner.checks import kind_of, named_kind
from aligner.files import legal
from aligner.formats import Cell, MarkedText, SheetLayout, write_workbook

_COLUMNS = (
    ("unit", 8),
    ("line", 8),
    ("kind", 18),
    ("code", 14),
    ("finding", 45),
    ("zh", 50),
    ("en", 60),
    ("remark", 24),
    ("key", 18),
)
"""Words for the heads of the columns, with their widths."""


def write_report_workbook(report: Report, file: BinaryIO) -> None:
    """Write a report as a workbook; what is not about a finding stands in rows at its end."""
    header = [word(name, report.lang) for name, _ in _COLUMNS]
    layout = SheetLayout(header, [width for _, width in _COLUMNS], word("findings", report.lang))
    write_workbook(_rows(report), layout, file)


FORM = ReportForm(".xlsx", write_report_workbook)


def _rows(report: Report) -> Iterator[list[Cell]]:
    for entry in report.entries():
        noted = entry.noted
        yield [
            noted.number or None,
            noted.line or None,
            named_kind(kind_of(noted.code), report.lang),
            noted.code,
            _shown(noted.sentence),
            _cell(entry.zh, noted.zh_span),
            _cell(entry.en, noted.en_span),
            None if noted.accepted is None else legal(noted.accepted),
            noted.key,
        ]
    for remark in _remarks(report):
        yield [None, None, None, None, _shown(remark)]


def _remarks(report: Report) -> Iterator[str]:
    lang = report.lang
    yield word("title", lang, report.file)
    yield fact("units", f"{report.units:,}", lang)
    if report.silenced:
        yield fact("silenced", ", ".join(sorted(report.silenced)), lang)
    yield from report.remarks


def _shown(text: str) -> str:
    return legal(marked(text, None).before)


def _cell(text: str, span: Span | None) -> Cell:
    before, place, behind = map(legal, marked(text, span))
    return MarkedText(before, place, behind) if place else before
