"""Writing a bitext to a file: one module a format, chosen by the file's extension.

Every format is UTF-8 without a byte order mark, and every file is written whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aligner.bitext import Bitext
from aligner.errors import UnknownFormat
from aligner.exchange.atomic import write_atomically
from aligner.exchange.html_page import render_html
from aligner.exchange.json_file import render_json
from aligner.exchange.reading_units import read_units
from aligner.exchange.selection import Terms, terms_for
from aligner.exchange.tmx import render_tmx
from aligner.exchange.tsv import render_tsv

__all__ = ["check_format", "read_units", "write_bitext"]

_FORMATS: dict[str, Callable[[Bitext, Terms], str]] = {
    ".tmx": render_tmx,
    ".tsv": render_tsv,
    ".json": render_json,
    ".html": render_html,
}


def check_format(path: Path) -> None:
    """Raise UnknownFormat if no format goes by the extension of `path`."""
    if path.suffix.lower() not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise UnknownFormat(f"{path.name} names no known format; it must end in one of {known}.")


def write_bitext(
    bitext: Bitext,
    path: str | Path,
    *,
    zh_code: str | None = None,
    en_code: str = "en-US",
    min_confidence: float = 0.0,
) -> None:
    """Write a bitext to a .tmx, .tsv, .json or .html file, atomically.

    `zh_code` defaults to zh-CN or zh-TW by the script of the article. Excluded pairs and proposed
    pairs below `min_confidence` (0 to 1) are not exported: TMX and TSV leave them out, JSON and
    HTML show them marked as such. Raises UnknownFormat and UnwritableOutput.
    """
    path = Path(path)
    check_format(path)
    terms = terms_for(bitext, zh_code=zh_code, en_code=en_code, min_confidence=min_confidence)
    text = _FORMATS[path.suffix.lower()](bitext, terms)
    write_atomically(path, text.encode("utf-8"))
