"""A report as a page of HTML: one file, without a network and without a script.

Findings are folded by kind, each with its texts and its place marked; the mark is underlined, so
that it is seen without colours. Of a kind with very many findings the page has the first, and says
how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import BinaryIO

from aligner import __version__
from aligner.check_report.entry import Entry, Report, Span
from aligner.check_report.marking import marked
from aligner.check_report.report_form import ReportForm
from aligner.check_report.wording import fact, word
from aligner.checks import counted_kind, kind_of, ranked_kinds
from aligner.files import legal
from aligner.speaking import told

_ACCEPTED = "accepted"
"""Stands for a kind where findings are those that somebody accepted."""
_MOST = 2_000
"""Findings of a kind on the page; a browser takes seconds for each ten thousand rows."""
_UNFOLDED = 100
"""Findings of a kind up to which it is open from the start."""
_LANGUAGES = {"en": "en", "zh": "zh-CN", "zh-Hant": "zh-TW"}


def write_page(report: Report, file: BinaryIO) -> None:
    """Write a report as a page."""
    for line in _lines(report):
        file.write(f"{line}\n".encode())


FORM = ReportForm(".html", write_page)


def _lines(report: Report) -> Iterator[str]:
    title = _text(word("title", report.lang, report.file))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_LANGUAGES[report.lang]}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="robots" content="noindex">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{_style()}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<header>\n<h1>{title}</h1>"
    yield from _overview(report)
    yield "</header>"
    yield "<main>"
    yield from _kinds(report)
    yield "</main>"
    yield f"<footer>{escape(word('made', report.lang, __version__))}</footer>"
    yield "</body>"
    yield "</html>"


def _overview(report: Report) -> Iterator[str]:
    lang = report.lang
    facts = [
        fact("units", f"{report.units:,}", lang),
        fact("findings", f"{report.total:,}", lang),
    ]
    if report.accepted:
        facts.append(f'<a href="#{_ACCEPTED}">{_told_accepted(report)}</a>')
    yield f"<p>{' · '.join(facts)}</p>"
    if report.total:
        links = [
            f'<li><a href="#{_anchor(kind)}">{escape(counted_kind(kind, times, lang))}</a></li>'
            for kind, times in ranked_kinds(report.found)
        ]
        yield f'<ul class="kinds">{"".join(links)}</ul>'
    else:
        yield f"<p>{word('nothing', lang)}</p>"
    if report.silenced:
        codes = ", ".join(sorted(report.silenced))
        yield f"<p>{escape(fact('silenced', codes, lang))}</p>"
    yield from (f"<p>{_text(remark)}</p>" for remark in report.remarks)


def _kinds(report: Report) -> Iterator[str]:
    counts = dict(ranked_kinds(report.found))
    for kind, entries in groupby(report.entries(), _section):
        is_accepted = kind == _ACCEPTED
        times = report.accepted if is_accepted else counts[kind]
        name = _told_accepted(report) if is_accepted else counted_kind(kind, times, report.lang)
        is_open = " open" if times <= _UNFOLDED else ""
        yield f'<details id="{_anchor(kind)}"{is_open}>\n<summary>{escape(name)}</summary>'
        yield from _table(report, entries)
        yield "</details>"


def _table(report: Report, entries: Iterator[Entry]) -> Iterator[str]:
    heads = (word(name, report.lang) for name in ("place", "finding", "zh", "en"))
    yield "<table>\n<thead><tr>"
    yield from (f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>"
    shown = more = 0
    for entry in entries:
        if shown == _MOST:
            more += entry.noted.times
        else:
            shown += 1
            yield _row(entry, report)
    yield "</tbody>\n</table>"
    if more:
        yield f"<p>{escape(word('more', report.lang, f'{more:,}'))}</p>"


def _row(entry: Entry, report: Report) -> str:
    noted = entry.noted
    place = f"{noted.number:,}" if noted.number else ""
    if noted.line:
        place = told(f"line {noted.line:,}", report.lang)
    remark = f"<p>{_text(noted.accepted)}</p>" if noted.accepted else ""
    return (
        f'<tr><th scope="row">{place}</th>'
        f"<td>{_text(noted.sentence)} <code>{escape(noted.code)}</code>{remark}</td>"
        f"{_cell(entry.zh, noted.zh_span, report.zh_code)}"
        f"{_cell(entry.en, noted.en_span, 'en')}</tr>"
    )


def _cell(text: str, span: Span | None, code: str) -> str:
    before, place, behind = marked(text, span)
    mark = f"<mark>{_text(place)}</mark>" if place else ""
    return f'<td class="text" lang="{escape(code)}">{_text(before)}{mark}{_text(behind)}</td>'


def _section(entry: Entry) -> str:
    return kind_of(entry.noted.code) if entry.noted.accepted is None else _ACCEPTED


def _told_accepted(report: Report) -> str:
    return fact("accepted", f"{report.accepted:,}", report.lang)


def _anchor(kind: str) -> str:
    return kind.replace(" ", "-") or "file"


@cache
def _style() -> str:
    return files("aligner.check_report").joinpath("page.css").read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(legal(text))
