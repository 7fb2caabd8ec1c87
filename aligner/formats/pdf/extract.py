"""The text of a PDF as pieces of lines with their places: a program of its own.

PDFium is C++ and reads files from anywhere, so it runs in a process that may crash without harm
(`worker` starts it): the file comes by standard input, a line of JSON a page goes out. Characters
are taken one by one, by their boxes; how PDFium would order them does not matter.
"""

from __future__ import annotations

import ctypes
import json
import sys
from dataclasses import dataclass, field
from typing import Any

MOST_PAGES = 5_000
MOST_CHARACTERS = 200_000
"""Of one page; a page of a newspaper has ten thousand."""
_HYPHENS = (0x02, 0xFFFE)
"""What PDFium puts where a word is broken at the end of a line, of which the hyphen is drawn."""
_SAME_LINE = 0.5
"""The part of a character's height by which two of one line may be shifted."""
_GAP = 1.2
"""Heights between two characters, beyond which they belong to two pieces."""
_RAISED = 0.8
"""The part of a line's height up to which a raised figure is the mark of a note or an exponent."""
_FIGURES, _RAISED_FIGURES = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
_WORD_GAP = 0.25
"""Heights between two words whose blank was not written."""


@dataclass(slots=True)
class _Box:
    """Where a character stands, in points from the top left of the page as it is read."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 0.1)


@dataclass(slots=True)
class _Piece:
    """Characters that follow each other on a line."""

    box: _Box
    last: _Box
    parts: list[str] = field(default_factory=list)

    def continues(self, box: _Box) -> bool:
        """Whether a character goes on from the last one."""
        last = self.last
        overlap = min(last.bottom, box.bottom) - max(last.top, box.top)
        if overlap < _SAME_LINE * min(last.height, box.height):
            return False
        if abs(box.left - last.left) < 0.1 and abs(box.right - last.right) < 0.1:
            return True  # both are one ligature
        height = max(last.height, box.height)
        return -0.6 * height < box.left - last.right < _GAP * height

    def add(self, text: str, box: _Box) -> None:
        """Take a character in."""
        whole = self.box
        if self._is_raised(box) and text in _FIGURES:
            text = _RAISED_FIGURES[_FIGURES.index(text)]
            if self.parts and self.parts[-1].isspace():
                self.parts.pop()
        elif self.parts and not self.parts[-1].isspace() and not text.isspace():
            height = max(self.last.height, box.height)
            if box.left - self.last.right > _WORD_GAP * height and _is_latin(self.parts[-1], text):
                self.parts.append(" ")
        self.parts.append(text)
        self.box = _Box(
            min(whole.left, box.left),
            min(whole.top, box.top),
            max(whole.right, box.right),
            max(whole.bottom, box.bottom),
        )
        if not text.isspace():
            self.last = box

    def _is_raised(self, box: _Box) -> bool:
        """Whether a character is smaller than its line, and stands above its foot."""
        height = self.box.height
        return box.height < _RAISED * height and box.bottom < self.box.bottom - 0.2 * height


def _is_latin(before: str, after: str) -> bool:
    return before[-1] < "\u2e80" and after[0] < "\u2e80"


def pieces_of(page: Any, raw: Any) -> tuple[list[_Piece], bool]:
    """Return the pieces of a page, and whether its lines run from top to bottom."""
    text = page.get_textpage()
    characters = _characters(text, raw, page)
    is_vertical = _is_vertical(characters)
    width, _ = page.get_size()
    pieces: list[_Piece] = []
    is_open = False
    for character, box in characters:
        if box is None:
            is_open = is_open and character != "\n"
            if character == "\x02" and pieces:
                pieces[-1].parts.append("\x02")
            elif is_open and not pieces[-1].parts[-1].isspace():
                pieces[-1].parts.append(" ")
            continue
        placed = _turned(box, width) if is_vertical else box
        if not (is_open and pieces[-1].continues(placed)):
            pieces.append(_Piece(placed, placed))
            is_open = True
        pieces[-1].add(character, placed)
    text.close()
    return pieces, is_vertical


def _characters(text: Any, raw: Any, page: Any) -> list[tuple[str, _Box | None]]:
    """Return each character with its box; a blank, a line end and a hyphen that is drawn have none.

    A character that stands for others, or none that can be written, is left out by PDFium itself.
    """
    found: list[tuple[str, _Box | None]] = []
    height = page.get_height()
    rectangle = raw.FS_RECTF()
    pending = ""  # the first half of a character that UTF-16 divides
    for number in range(min(text.count_chars(), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, number)
        if code in (0x0D, 0x00):
            continue
        if code == 0x0A or code in _HYPHENS:
            found.append(("\n" if code == 0x0A else "\x02", None))
            continue
        if code in (0x20, 0x09, 0xA0):
            found.append((" ", None))
            continue
        if 0xD800 <= code < 0xDC00:
            pending = chr(code)
            continue
        character = chr(code)
        if pending:
            pair = (pending + character).encode("utf-16", "surrogatepass")
            character, pending = pair.decode("utf-16", "ignore"), ""
        if not character:
            continue
        raw.FPDFText_GetLooseCharBox(text, number, ctypes.byref(rectangle))
        box = _Box(
            rectangle.left, height - rectangle.top, rectangle.right, height - rectangle.bottom
        )
        found.append((character, box))
    return found


def _is_vertical(characters: list[tuple[str, _Box | None]]) -> bool:
    """Whether most characters stand below the one before, as in vertical writing."""
    down = across = 0
    before: _Box | None = None
    for _, box in characters:
        if box is not None and before is not None:
            if abs(box.left - before.left) < 0.3 * before.height and box.top > before.top:
                down += 1
            elif abs(box.top - before.top) < 0.5 * before.height:
                across += 1
        before = box or before
    return down > 20 and down > 3 * across


def _turned(box: _Box, width: float) -> _Box:
    """Return a box of a page with vertical lines as if they were horizontal ones."""
    return _Box(box.top, width - box.right, box.bottom, width - box.left)


def main() -> int:
    """Read a PDF from standard input, write its pages to standard output; 3: it is locked."""
    import pypdfium2
    from pypdfium2 import raw

    data = sys.stdin.buffer.read()
    out = sys.stdout.buffer
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        return 3 if locked or "password" in str(error).lower() else 4
    count = len(document)
    if count > MOST_PAGES:
        return 5
    out.write(json.dumps({"pages": count}).encode() + b"\n")
    for number in range(count):
        try:
            page = document[number]
            pieces, is_vertical = pieces_of(page, raw)
            size = page.get_size()
            page.close()
        except pypdfium2.PdfiumError:
            pieces, is_vertical, size = [], False, (0.0, 0.0)
        width, height = reversed(size) if is_vertical else size
        told = {
            "width": round(width, 1),
            "height": round(height, 1),
            "vertical": is_vertical,
            "pieces": [_told(piece) for piece in pieces],
        }
        out.write(json.dumps(told).encode() + b"\n")
    return 0


def _told(piece: _Piece) -> list[object]:
    box = piece.box
    return [
        round(box.left, 1),
        round(box.top, 1),
        round(box.right, 1),
        round(box.bottom, 1),
        "".join(piece.parts),
    ]


if __name__ == "__main__":
    sys.exit(main())
