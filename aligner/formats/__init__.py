"""The files that pairs and units are written to and read from: one module a format.

Reading is lenient and trusts no file; writing is strict, and a file is written whole or not at all.
Whoever is outside this room needs no more than these names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from aligner.article import Language
from aligner.bitext import Bitext
from aligner.errors import UnknownFormat
from aligner.files.atomic import write_atomically
from aligner.formats.heading import XliffVersion
from aligner.formats.html.bitext_page import render_html
from aligner.formats.json.bitext_file import render_json
from aligner.formats.reading_units import names_units, read_units
from aligner.formats.selection import Terms, terms_for, units_of
from aligner.formats.tools import PLAIN, TOOLS, Tool
from aligner.formats.writing_units import (
    UNIT_FORMATS,
    Writing,
    Written,
    check_unit_format,
    write_units,
)

__all__ = [
    "PLAIN",
    "TOOLS",
    "Terms",
    "Tool",
    "Writing",
    "Written",
    "check_format",
    "check_unit_format",
    "names_units",
    "read_units",
    "terms_for",
    "units_of",
    "write_bitext",
    "write_units",
]

_WHOLE: dict[str, Callable[[Bitext, Terms], str]] = {".json": render_json, ".html": render_html}
"""Formats of a whole bitext, with what is in no pair."""
FORMATS = (".tmx", ".tsv", *_WHOLE, *(suffix for suffix in UNIT_FORMATS if suffix != ".html"))
"""Extensions of the files that a bitext can be written to."""


def check_format(path: Path) -> None:
    """Raise UnknownFormat if no format of a bitext goes by the extension of `path`."""
    if path.suffix.lower() not in FORMATS:
        known = ", ".join(dict.fromkeys(FORMATS))
        raise UnknownFormat(f"{path.name} names no known format; it must end in one of {known}.")


def write_bitext(
    bitext: Bitext,
    path: str | Path,
    *,
    zh_code: str | Sequence[str] | None = None,
    en_code: str | None = None,
    min_confidence: float = 0.0,
    tool: Tool = PLAIN,
    source: Language | None = None,
    xliff: XliffVersion = "1.2",
) -> None:
    """Write a bitext to a file, atomically, in the format that its extension names.

    `zh_code` defaults to what `tool` calls the script of the article, zh-CN or zh-TW for most; with
    several codes each pair is written for each, converted to the writing of its region. Excluded
    pairs and proposed pairs below `min_confidence` (0 to 1) are not exported: JSON and HTML show
    them marked as such, the other formats leave them out. Raises UnknownFormat and
    UnwritableOutput.
    """
    path = Path(path)
    check_format(path)
    codes = (zh_code,) if isinstance(zh_code, str) else tuple(zh_code or ())
    terms = terms_for(
        bitext,
        zh_code=codes[0] if len(codes) == 1 else None,
        en_code=en_code or tool.en,
        min_confidence=min_confidence,
    )
    render = _WHOLE.get(path.suffix.lower())
    if render:
        write_atomically(path, render(bitext, terms).encode("utf-8"))
        return
    writing = Writing(codes, en_code, tool, source, xliff)
    title = " + ".join(Path(name).name for name in bitext.article.sources)
    write_units(units_of(bitext, terms), path, writing, title=title)
