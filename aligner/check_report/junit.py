"""A report as JUnit XML, which pipelines (GitLab, Jenkins, GitHub and others) show as tests.

A finding is a test that failed, an accepted one a test that was passed over; a code of which
nothing was found is a test that passed, a silenced one was passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from aligner.check_report.entry import Entry, Report
from aligner.check_report.report_form import ReportForm
from aligner.files import one_line, xml_text


def write_junit(report: Report, file: BinaryIO) -> None:
    """Write a report as a suite of tests."""
    for line in _lines(report):
        file.write(f"{line}\n".encode())


FORM = ReportForm(".xml", write_junit)


def _lines(report: Report) -> Iterator[str]:
    failed, skipped, met = _counted(report)
    quiet = [code for code in report.codes if code not in met and code not in report.silenced]
    unasked = [code for code in report.codes if code not in met and code in report.silenced]
    total = failed + skipped + len(quiet) + len(unasked)
    figures = f'tests="{total}" failures="{failed}" errors="0" skipped="{skipped + len(unasked)}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="duizhao check" {figures}>'
    yield f"<testsuite name={_quoted(report.file)} {figures}>"
    for entry in report.entries():
        yield _case(entry)
    for code in quiet:
        yield f"<testcase classname={_quoted(code)} name={_quoted(report.codes[code])}/>"
    for code in unasked:
        head = f"<testcase classname={_quoted(code)} name={_quoted(report.codes[code])}>"
        yield f'{head}<skipped message="silenced"/></testcase>'
    if report.remarks:
        yield f"<system-out>{xml_text(chr(10).join(report.remarks))}</system-out>"
    yield "</testsuite>"
    yield "</testsuites>"


def _counted(report: Report) -> tuple[int, int, set[str]]:
    """Return how many tests fail, how many are passed over, and the codes of all of them."""
    failed = skipped = 0
    met: set[str] = set()
    for entry in report.entries():
        met.add(entry.noted.code)
        if entry.noted.accepted is None:
            failed += 1
        else:
            skipped += 1
    return failed, skipped, met


def _case(entry: Entry) -> str:
    noted = entry.noted
    place = f"unit {noted.number}" if noted.number else f"line {noted.line}"
    head = (
        f"<testcase classname={_quoted(noted.code)} name={_quoted(f'{place}: {noted.sentence}')}>"
    )
    if noted.accepted is not None:
        return f"{head}<skipped message={_quoted(noted.accepted)}/></testcase>"
    texts = "\n".join(text for text in (entry.zh, entry.en) if text)
    return (
        f"{head}<failure type={_quoted(noted.code)} message={_quoted(noted.sentence)}>"
        f"{xml_text(texts)}</failure></testcase>"
    )


def _quoted(text: str) -> str:
    return quoteattr(one_line(text))
