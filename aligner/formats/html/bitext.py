"""A page that a client can read: both languages side by side, in one file without a network.

Nothing is left out: what has no counterpart stands in its place and again in a list of its own,
and so does what was set apart. Confidence is a figure and a mark, never a colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import PurePath

from aligner import __version__
from aligner.article import Article, Leftover, Side
from aligner.bitext import (
    Bitext,
    Pair,
    Statistics,
    begins_paragraph,
    low_confidence,
    moved_to,
    statistics_of,
)
from aligner.files import legal
from aligner.formats.html.svg_map import render_map
from aligner.formats.options import ExportOptions
from aligner.formats.selection import is_exported
from aligner.wording import noun_for


def render_html(bitext: Bitext, options: ExportOptions) -> str:
    """Write the whole bitext as one HTML document."""
    counts = statistics_of(bitext)
    title = _text(" + ".join(PurePath(source).name for source in bitext.article.sources))
    return "\n".join(
        [
            *_head(title),
            f"<header>\n<h1>{title}</h1>\n{_overview(counts, bitext)}\n</header>",
            "<main>",
            *_map(bitext),
            *_table(bitext, options),
            *_without_counterpart(bitext, options),
            *_set_apart(bitext.article.leftovers),
            "</main>",
            f"<footer>Aligned by Duizhao 對照 {escape(__version__)}, model {_text(bitext.model)}."
            "</footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


@cache
def _style() -> str:
    return files("aligner.formats.html").joinpath("style.css").read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(legal(text))


def _head(title: str) -> list[str]:
    return [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f"<title>{title}</title>",
        f"<style>\n{_style()}</style>",
        "</head>",
        "<body>",
    ]


def _overview(counts: Statistics, bitext: Bitext) -> str:
    mean = counts.mean_confidence
    facts = [f"{counts.pairs} {noun_for(counts.pairs, f'{bitext.level} pair')}"]
    if mean is not None:
        facts.append(f"mean confidence {mean:.0%}")
    facts.append(
        f"sentences without a counterpart: {counts.zh_unaligned} Chinese, "
        f"{counts.en_unaligned} English"
    )
    legend = f"▽ marks a pair with a confidence below {low_confidence():.0%}."
    return f"<p>{' · '.join(facts)}</p>\n<p>{legend}</p>"


def _map(bitext: Bitext) -> Iterator[str]:
    yield "<details open>\n<summary>Map of the alignment</summary>"
    yield from render_map(bitext)
    yield "</details>"


def _table(bitext: Bitext, options: ExportOptions) -> Iterator[str]:
    yield "<table>"
    yield (
        "<thead><tr>"
        '<th scope="col">No.</th><th scope="col" lang="zh">中文</th>'
        '<th scope="col">English</th><th scope="col">Confidence</th>'
        "</tr></thead>"
    )
    yield "<tbody>"
    for number, pair in enumerate(bitext.pairs, start=1):
        yield _row(number, pair, bitext.article, options)
    yield "</tbody>"
    yield "</table>"


def _row(number: int, pair: Pair, article: Article, options: ExportOptions) -> str:
    classes = " ".join(_classes(pair, article))
    attribute = f' class="{classes}"' if classes else ""
    return (
        f'<tr id="p{number}"{attribute}><th scope="row">{number}</th>'
        f"{_cell(pair.zh_text, options.zh_code, 'no Chinese')}"
        f"{_cell(pair.en_text, options.code('en'), 'no English')}"
        f"<td>{_verdict(pair, options)}</td></tr>"
    )


def _classes(pair: Pair, article: Article) -> Iterator[str]:
    if begins_paragraph(article.zh, pair.zh) or begins_paragraph(article.en, pair.en):
        yield "edge"
    if _is_heading(article.zh, pair.zh) or _is_heading(article.en, pair.en):
        yield "heading"
    if pair.status == "excluded":
        yield "excluded"
    if not pair.is_full:
        yield "alone"
    elif pair.is_doubtful:
        yield "doubtful"


def _is_heading(side: Side, indices: tuple[int, ...]) -> bool:
    return bool(indices) and all(
        side.paragraphs[side.sentences[i].paragraph].kind == "heading" for i in indices
    )


def _cell(text: str, code: str, label: str) -> str:
    if not text:
        return f'<td><em class="label">{label}</em></td>'
    return f'<td lang="{escape(code)}">{_text(text)}</td>'


def _verdict(pair: Pair, options: ExportOptions) -> str:
    mark = "▽ " if pair.is_full and pair.is_doubtful else ""
    words = [f"{mark}{pair.confidence:.0%}"]
    if pair.status != "proposed":
        words.append(pair.status)
    elif not is_exported(pair, options.min_confidence):
        words.append("not exported")
    if pair.note:
        words.append(_text(pair.note))
    return "<br>".join(words)


def _without_counterpart(bitext: Bitext, options: ExportOptions) -> Iterator[str]:
    alone = [(n, pair) for n, pair in enumerate(bitext.pairs, start=1) if not pair.is_full]
    if not alone:
        return
    yield '<section>\n<h2>Without a counterpart</h2>\n<ul class="apart">'
    elsewhere = moved_to(bitext)
    for number, pair in alone:
        code = options.code("zh" if pair.zh else "en")
        text = pair.zh_text if pair.zh else pair.en_text
        link = _link(number)
        there = elsewhere.get(number - 1)
        moved = (
            f' <em class="label">moved? see {_link(there + 1)}</em>' if there is not None else ""
        )
        yield f'<li>{link} <span lang="{escape(code)}">{_text(text)}</span>{moved}</li>'
    yield "</ul>\n</section>"


def _link(number: int) -> str:
    return f'<a href="#p{number}">{number}</a>'


def _set_apart(leftovers: tuple[Leftover, ...]) -> Iterator[str]:
    if not leftovers:
        return
    yield '<section>\n<h2>Set apart</h2>\n<ul class="apart">'
    for left in leftovers:
        yield f'<li><em class="label">{_text(left.label)}</em> {_text(left.text)}</li>'
    yield "</ul>\n</section>"
