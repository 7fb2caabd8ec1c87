"""A report as a page of HTML, in one file without a network and without a script.

A reason to look at a document is said in words, never by a colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from aligner import __version__
from aligner.batch.run_report.rows import Row
from aligner.files import legal
from aligner.pairing import Plan
from aligner.wording import counted

_TITLE = "Documents aligned"
_HEAD = (
    "Document",
    "Look at",
    "Confidence",
    "Pairs",
    "Doubtful",
    "Unaligned",
    "Paired by",
    "Files and remarks",
)


def page_of(rows: Sequence[Row], plan: Plan, *, total: int, others: Sequence[Path] = ()) -> str:
    """Return the page of a run: sums, a line for each document, and what is in no pair.

    `total` is how many documents the run has, done or not; `others` are files of pairs that are of
    none of them.
    """
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="robots" content="noindex">',
            f"<title>{_TITLE}</title>",
            f"<style>\n{_style()}</style>",
            "</head>",
            "<body>",
            f"<header>\n<h1>{_TITLE}</h1>",
            *_sums(rows, total),
            "</header>",
            "<main>",
            *_table(rows),
            *_in_no_pair(plan, others),
            "</main>",
            f"<footer>Aligned by Duizhao 對照 {escape(__version__)}.</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _sums(rows: Sequence[Row], total: int) -> Iterator[str]:
    failed = sum(not row.pairs for row in rows)
    pairs = sum(int(row.pairs or 0) for row in rows)
    facts = [f"{counted(len(rows), 'document')}: {len(rows) - failed:,} aligned, {failed:,} failed"]
    facts.append(counted(pairs, "pair"))
    if missing := total - len(rows):
        facts.append(f"not done yet: {counted(missing, 'document')}; the same command goes on")
    reasons = Counter(look.partition(": ")[0] for row in rows for look in row.looks)
    facts += [f"{name}: {number:,}" for name, number in reasons.most_common()]
    yield '<ul class="sums">'
    yield from (f"<li>{_text(fact)}</li>" for fact in facts)
    yield "</ul>"


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield "<table>"
    heads = "".join(f'<th scope="col">{name}</th>' for name in _HEAD)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    yield from map(_line, rows)
    yield "</tbody>"
    yield "</table>"


def _in_no_pair(plan: Plan, others: Sequence[Path]) -> Iterator[str]:
    """Yield the files that are in no pair; each is somewhere on the page."""
    for name, listed in (
        ("Cannot be read", [f"{path}: {sentence}" for path, sentence in plan.failed]),
        ("Without a partner", [str(path) for path in plan.unpaired]),
        ("No documents", [str(path) for path in plan.ignored]),
        ("Results of an earlier plan", [str(path) for path in others]),
    ):
        if listed:
            yield f"<details>\n<summary>{name}: {len(listed):,}</summary>\n<ul>"
            yield from (f"<li>{_text(file)}</li>" for file in listed)
            yield "</ul>\n</details>"


def _line(row: Row) -> str:
    name = _text(row.id)
    if row.page:
        name = f'<a href="{escape(quote(row.page, errors="replace"))}">{name}</a>'
    figures = (row.confidence, row.pairs, row.doubtful, row.unaligned)
    by = row.origin + (f" {row.score}" if row.score else "")
    looks = "<br>".join(map(_text, row.looks))
    kind = "" if row.pairs else ' class="failed"'
    return (
        f"<tr{kind}>"
        f'<th scope="row">{name}</th>'
        f'<td class="looks">{looks}</td>'
        + "".join(f'<td class="figure">{_text(figure)}</td>' for figure in figures)
        + f"<td>{_text(by)}</td>"
        f"<td>{_about(row)}</td></tr>"
    )


def _about(row: Row) -> str:
    names = [name for name in (row.zh, row.en) if name]
    said = [f"<small>{_text(name)}</small>" for name in names]
    if row.encodings:
        said.append(f"<small>{_text(row.encodings)}</small>")
    if row.sentence:
        said.append(f"<p>{_text(row.sentence)}</p>")
    return "".join([*said, f"<code>{_text(row.review)}</code>"])


@cache
def _style() -> str:
    return files("aligner.batch.run_report").joinpath("page.css").read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(legal(text))
