"""A plain page of units, side by side, in one file without a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from aligner import __version__
from aligner.bitext import low_confidence
from aligner.files import legal
from aligner.formats.options import ExportOptions
from aligner.unit import Unit


def page_text(units: Iterable[Unit], options: ExportOptions) -> Iterator[str]:
    """Write units as one HTML document, in pieces."""
    style = files("aligner.formats.html").joinpath("style.css").read_text(encoding="utf-8")
    title = _text(options.title)
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n</header>\n<main>\n<table>\n<thead><tr>"
        '<th scope="col">No.</th><th scope="col" lang="zh">中文</th>'
        '<th scope="col">English</th><th scope="col">Confidence</th></tr></thead>\n<tbody>\n'
    )
    for number, unit in enumerate(units, start=1):
        zh_code, en_code = options.codes(unit)
        yield (
            f'<tr id="p{number}"{_class(unit)}><th scope="row">{number}</th>'
            f"{_cell(unit.zh, zh_code, 'no Chinese')}{_cell(unit.en, en_code, 'no English')}"
            f"<td>{_verdict(unit)}</td></tr>\n"
        )
    yield (
        "</tbody>\n</table>\n</main>\n"
        f"<footer>Written by Duizhao 對照 {escape(__version__)}.</footer>\n</body>\n</html>\n"
    )


def _class(unit: Unit) -> str:
    if unit.status == "excluded":
        return ' class="excluded"'
    if not (unit.zh and unit.en):
        return ' class="alone"'
    return ' class="doubtful"' if _is_doubtful(unit) else ""


def _is_doubtful(unit: Unit) -> bool:
    if unit.status == "review":
        return True
    low = unit.confidence is not None and unit.confidence < low_confidence()
    return unit.status == "proposed" and low


def _cell(text: str, code: str, label: str) -> str:
    if not text:
        return f'<td><em class="label">{label}</em></td>'
    return f'<td lang="{escape(code)}">{_text(text)}</td>'


def _verdict(unit: Unit) -> str:
    words = []
    if unit.confidence is not None:
        words.append(f"{'▽ ' if _is_doubtful(unit) else ''}{unit.confidence:.0%}")
    if unit.status != "proposed":
        words.append(unit.status)
    words += [_text(line) for line in unit.note.splitlines()]
    return "<br>".join(words)


def _text(text: str) -> str:
    return escape(legal(text))
