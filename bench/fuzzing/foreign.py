"""What is written, as parsers see it that know nothing of ours: by the ending of the file.

ElementTree for TMX, XLIFF and TBX, `csv`, `json`, openpyxl, polib, `html.parser`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

from bench.fuzzing.oracle import check, skeleton

_CODES = ("bpt", "ept", "it", "ph", "ut", "x", "bx", "ex", "sc", "ec")
"""Inline elements whose content is code."""


def check_foreign(path: Path, texts: Iterable[str]) -> None:
    """Check that another parser reads a file, and finds these texts in it.

    A file without an ending that is known here is not looked at.
    """
    read = _READERS.get(path.suffix)
    if read is None:
        return
    ending = path.suffix
    try:
        found = {skeleton(text) for text in read(path)}
    except Exception as problem:
        check(False, f"another parser reads {ending}", problem)
        return
    found |= {text.removeprefix("'") for text in found}  # guarded against being a formula
    lost = [text for text in map(skeleton, texts) if text and text not in found]
    if ending in (".html", ".htm"):
        page = "".join(read(path))
        lost = [text for text in lost if text not in skeleton(page)]
    check(not lost, f"another parser finds all in {ending}", lost[:3])


def _tmx(path: Path) -> Iterator[str]:
    for segment in ET.parse(path).iter("seg"):
        yield flat_text(segment)


def _xliff(path: Path) -> Iterator[str]:
    for unit in ET.parse(path).iter():
        if local_name(unit) in ("trans-unit", "unit"):
            for side in ("source", "target"):
                yield "".join(flat_text(one) for one in unit.iter() if local_name(one) == side)


def _tbx(path: Path) -> Iterator[str]:
    return (flat_text(one) for one in ET.parse(path).iter() if local_name(one) == "term")


def local_name(element: ET.Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def flat_text(element: ET.Element) -> str:
    """Return the text of a segment without the code in it."""
    parts = [element.text or ""]
    for child in element:
        if local_name(child) not in _CODES:
            parts.append(flat_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _csv(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            yield from row


def _tsv(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8-sig").split("\n"):
        yield from line.split("\t")


def _workbook(path: Path) -> Iterator[str]:
    from openpyxl import load_workbook
    from openpyxl.utils.escape import unescape

    book = load_workbook(path, read_only=True)
    try:
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                yield from (unescape(str(cell)) for cell in row if cell is not None)
    finally:
        book.close()


def _po(path: Path) -> Iterator[str]:
    import polib

    for entry in polib.pofile(str(path), encoding="utf-8"):
        yield from (entry.msgid, entry.msgstr, *entry.msgstr_plural.values())


def _json_lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            yield from (value for value in json.loads(line).values() if isinstance(value, str))


def _json(path: Path) -> Iterator[str]:
    for pair in json.loads(path.read_text(encoding="utf-8"))["pairs"]:
        yield from (pair["zh_text"], pair["en_text"])


class _Page(HTMLParser):
    """Gathers what a page says, scripts and styles aside."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note where a script begins."""
        self._silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        """Take a text."""
        if not self._silent:
            self.texts.append(data)


def _html(path: Path) -> Iterator[str]:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return iter(page.texts)


_READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".tmx": _tmx,
    ".xlf": _xliff,
    ".xliff": _xliff,
    ".tbx": _tbx,
    ".csv": _csv,
    ".tsv": _tsv,
    ".utf8": _tsv,
    ".xlsx": _workbook,
    ".po": _po,
    ".jsonl": _json_lines,
    ".json": _json,
    ".html": _html,
}
