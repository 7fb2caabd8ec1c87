"""UTX, tab-separated terms of MT users (1.11): a header in comments, then a row an entry.

The first line names the version and the languages, the last comment before the rows the columns.
Other lines that begin with # say nothing of terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aligner.errors import UnusableInput
from aligner.terms.formats.rows import entries_of_rows
from aligner.terms.values import Entry

_LANGUAGES = re.compile(r"([A-Za-z]{2,3}(?:[-_]\w+)*)\s*/\s*([A-Za-z]{2,3}(?:[-_]\w+)*)")
_NAMES = {"src:pos": "part of speech", "tgt:pos": "", "domain": "domain", "comment": "note"}


def is_utx(head: str) -> bool:
    """Whether a text begins as UTX does."""
    return head.lstrip("\ufeff").upper().startswith("#UTX")


def utx_entries(lines: Iterable[str], name: str) -> Iterator[Entry]:
    """Make entries of the lines of a UTX file; raises UnusableInput without a row of names."""
    header: list[str] = []
    codes: tuple[str, str] | None = None
    rows: list[list[str]] = []
    for line in lines:
        text = line.rstrip("\r\n").lstrip("\ufeff")
        if not text.startswith("#"):
            if text.strip():
                rows.append(text.split("\t"))
            continue
        if found := _LANGUAGES.search(text) if codes is None else None:
            codes = found[1], found[2]
        if not header and text[1:].lower().startswith(("src", "source")):
            header = text[1:].split("\t")
    if codes is None or not header:
        raise UnusableInput(f"{name} is UTX without its languages or the names of its columns.")
    yield from entries_of_rows([_named(header, codes), *rows])


def _named(header: list[str], codes: tuple[str, str]) -> list[str]:
    """Return the names of columns as other tables have them."""
    terms = dict(zip(("src", "tgt"), codes, strict=True))
    names = (cell.strip().lower() for cell in header)
    return [terms.get(name, _NAMES.get(name, name)) for name in names]
