"""Records of values with a mark between them, some in quotation marks, as spreadsheets write them.

What the reader of the standard library makes of them, which has one limit on a cell for the whole
process, too low for what is written here; whoever raised it for one file would change it for all.
Invariant: a text in quotation marks has at most `LONGEST_RECORD` characters, so that a mark that is
never closed does not take in the rest of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from aligner.errors import UnusableInput

LONGEST_RECORD = 1 << 20
"""Characters, as of a line of text."""
_MARK = '"'


def records_of(lines: Iterable[str], delimiter: str, path: Path) -> Iterator[list[str]]:
    """Yield the cells of each record of a text, given its lines with their ends.

    A blank line is a record without cells. Raises `UnusableInput` for a record that is too long.
    """
    lines = iter(lines)
    for line in lines:
        if _MARK in line:
            yield _record(line, lines, delimiter, path)
        else:
            line = line.rstrip("\r\n")
            yield line.split(delimiter) if line else []


def _record(line: str, lines: Iterator[str], delimiter: str, path: Path) -> list[str]:
    """Return the cells of a record that begins with a line; takes further lines where it must."""
    cells: list[str] = []
    at = 0
    while True:
        inside = ""
        if line.startswith(_MARK, at):
            inside, line, at = _quoted(line, at + 1, lines, path)
        end = line.find(delimiter, at)
        if end < 0:
            cells.append(inside + line[at:].rstrip("\r\n"))
            return cells
        cells.append(inside + line[at:end])
        at = end + len(delimiter)


def _quoted(line: str, at: int, lines: Iterator[str], path: Path) -> tuple[str, str, int]:
    """Return what is in quotation marks, the line in which they close, and the place behind them.

    Where they never close, the text ends with the file.
    """
    parts: list[str] = []
    length = 0
    while True:
        end = line.find(_MARK, at)
        if end < 0:
            parts.append(line[at:])
            length += len(parts[-1])
            if length > LONGEST_RECORD:
                raise UnusableInput(
                    f"{path} has a record of more than {LONGEST_RECORD:,} characters; a quotation "
                    "mark in it may not be closed."
                )
            line, at = next(lines, ""), 0
            if not line:
                return "".join(parts), "", 0
            continue
        parts.append(line[at:end])
        at = end + 1
        if not line.startswith(_MARK, at):
            return "".join(parts), line, at
        parts.append(_MARK)
        at += 1
