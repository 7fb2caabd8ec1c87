"""The texts of subtitles and tables: what is shown, and neither times nor numbers of cues."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from aligner.anonymising.blocks import Block, Piece

_MARKUP = re.compile(r"<[^<>\n]*>|\{[^{}\n]*\}|\\[Nnh]|&[a-z]{2,8};")
_LINE = re.compile(r"[^\r\n]+")
_TIMES = re.compile(r"[0-9][0-9:.,]*[ \t]*-->")
_EVENT = re.compile(r"(?:Dialogue|Comment):(?:[^,]*,){9}")
_DRAWING = re.compile(r"\\p[1-9]")
"""What says that an event draws lines, whose figures are places."""
_QUOTED = r'"(?:[^"]|"")*"'
_CELLS = {
    True: re.compile(rf"{_QUOTED}|[^\t\r\n]+"),
    False: re.compile(rf"{_QUOTED}|[^\t\r\n,;|]+"),
}
"""By whether tabs alone divide the cells."""


def blocks_for(form: str) -> Callable[[str], Iterator[Block]]:
    """Return what finds the blocks of a text that is no XML, by the name of its format."""
    return {
        "SubRip": cue_blocks,
        "WebVTT": cue_blocks,
        "SubStation Alpha": event_blocks,
        "CSV": comma_blocks,
    }.get(form, tab_blocks)


def cue_blocks(text: str) -> Iterator[Block]:
    """Yield the lines of SubRip or WebVTT, each as a block; times and numbers are left out."""
    lines = list(_LINE.finditer(text))
    for number, line in enumerate(lines):
        behind = lines[number + 1][0] if number + 1 < len(lines) else ""
        is_number = line[0].strip().isdecimal() and _TIMES.match(behind.lstrip())
        if not _TIMES.match(line[0].lstrip()) and not is_number:
            yield from _marked_up(line[0], line.start())


def event_blocks(text: str) -> Iterator[Block]:
    """Yield the events of SubStation, and all other lines as what is no content."""
    for line in _LINE.finditer(text):
        head = _EVENT.match(line[0])
        stop = head.end() if head else 0
        fields = line[0][:stop] if head else line[0]
        if _DRAWING.search(line[0]):
            head, fields = None, line[0]
        yield Block((Piece(line.start(), fields, fields),), False)
        if head:
            yield from _marked_up(line[0][stop:], line.start() + stop)


def comma_blocks(text: str) -> Iterator[Block]:
    """Yield the cells of a table with commas, semicolons or tabs between them."""
    return _cells(text, tabs_alone=False)


def tab_blocks(text: str) -> Iterator[Block]:
    """Yield the cells of a table with tabs between them."""
    return _cells(text, tabs_alone=True)


def _cells(text: str, *, tabs_alone: bool) -> Iterator[Block]:
    for cell in _CELLS[tabs_alone].finditer(text):
        yield Block((Piece(cell.start(), cell[0], cell[0]),))


def _marked_up(line: str, start: int) -> Iterator[Block]:
    """Yield a line as one block without its tags, and each tag as one that is no content."""
    pieces: list[Piece] = []
    at = 0
    for tag in _MARKUP.finditer(line):
        if at < tag.start():
            pieces.append(Piece(start + at, line[at : tag.start()], line[at : tag.start()]))
        yield Block((Piece(start + tag.start(), tag[0], tag[0]),), False)
        at = tag.end()
    if at < len(line):
        pieces.append(Piece(start + at, line[at:], line[at:]))
    if pieces:
        yield Block(tuple(pieces))
