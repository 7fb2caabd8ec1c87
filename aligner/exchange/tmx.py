"""Strict TMX 1.4, as the specification, its schema and today's CAT tools ask.

Half-empty and excluded pairs are left out. `segtype` is "sentence" at both levels: tools split
units again where it says "paragraph". Unit ids and the prop types that tools keep for themselves
(file, id, prev, next, path) are never written, since units that bear them are not offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import PurePath

from aligner import __version__
from aligner.bitext import Bitext, Pair
from aligner.exchange.characters import segment
from aligner.exchange.selection import Terms, is_exported


def render_tmx(bitext: Bitext, terms: Terms, *, now: datetime | None = None) -> str:
    """Write the pairs as a TMX document; `now` (default: the clock) dates its units."""
    written = (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    sources = [segment(PurePath(source).name) for source in bitext.article.sources]
    units = [
        line
        for pair in bitext.pairs
        if is_exported(pair, terms)
        for line in _unit(pair, terms, sources, written)
    ]
    return "\n".join([*_head(terms), *units, "  </body>", "</tmx>", ""])


def _head(terms: Terms) -> list[str]:
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f'  <header creationtool="Duizhao" creationtoolversion="{escape(__version__)}"'
        ' segtype="sentence" o-tmf="Duizhao" adminlang="en-US"'
        f' srclang="{escape(terms.zh_code)}" datatype="plaintext"/>',
        "  <body>",
    ]


def _unit(pair: Pair, terms: Terms, sources: list[str], written: str) -> Iterator[str]:
    zh, en = segment(pair.zh_text), segment(pair.en_text)
    if not (zh and en):
        return
    yield f'    <tu creationdate="{written}">'
    if note := segment(pair.note):
        yield f"      <note>{escape(note)}</note>"
    yield f'      <prop type="x-confidence">{pair.confidence:.3f}</prop>'
    yield f'      <prop type="x-status">{pair.status}</prop>'
    for source in sources:
        yield f'      <prop type="x-source-file">{escape(source)}</prop>'
    for code, text in ((terms.zh_code, zh), (terms.en_code, en)):
        yield f'      <tuv xml:lang="{escape(code)}"><seg>{escape(text, quote=False)}</seg></tuv>'
    yield "    </tu>"
