"""A terminal drawn as SVG: each character at its cell, whatever fonts the reader has.

No font is fetched and no script runs, so that a picture looks the same in every browser, offline
too. Bars and blocks are drawn as shapes and not as letters, since fonts disagree about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME

CELL, ROW, SIZE, WIDE = 10, 24, 16.6, 18
"""Units of the picture: width of a cell, height of a line, the size at which a Latin letter of the
usual fonts fills a cell, and that of a Han character."""
BASE = 17
"""Where the letters of a line stand, below its upper edge."""
FONTS = "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK TC, PingFang TC, monospace"

_SHAPES: dict[str, tuple[float, float, float, float]] = {
    "█": (0, 0, CELL, ROW),
    "▌": (0, 0, CELL / 2, ROW),
    "│": (4.5, 0, 1, ROW),
    "─": (0, 11.5, CELL, 1),
    "━": (0, 10.5, CELL, 3),
    "╸": (0, 10.5, CELL / 2, 3),
    **{
        sign: (0, ROW - ROW * part / 8, CELL, ROW * part / 8)
        for part, sign in enumerate("▁▂▃▄▅▆▇", start=1)
    },
}
"""Left, top, width and height in the cell."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Those of text that names none, of what is dimmed, and of the paper."""

    ink: str
    faint: str
    paper: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch is drawn."""

    ink: str
    paper: str
    bold: bool = False
    line: str = ""
    """`underline`, `line-through` or nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line in one look: its text and the cell where it begins."""

    column: int
    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of one colour."""

    left: float
    top: float
    width: float
    height: float
    ink: str


def draw(lines: Sequence[Iterable[Segment]], columns: int, command: str, colours: Colours) -> str:
    """Return a picture of a terminal so many cells wide, below the command that was typed."""
    rows = [list(runs(line, colours)) for line in lines]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {(columns + 4) * CELL}'
            f' {(len(rows) + 3) * ROW}" font-size="{SIZE}" font-family="{FONTS}" role="img">',
            f"<title>{escape(command)}</title>",
            f'<rect width="100%" height="100%" rx="8" fill="{colours.paper}"/>',
            f'<text x="{2 * CELL}" y="{ROW + BASE - 7}" fill="{colours.faint}">'
            f"$ {escape(command)}</text>",
            f'<g transform="translate({2 * CELL} {2 * ROW + 4})">',
            *(_rectangle(box) for box in stacked(boxes(rows, colours))),
            *(word for y, row in enumerate(rows) for run in row for word in words(run, y * ROW)),
            "</g>",
            "</svg>",
        ]
    )


def runs(line: Iterable[Segment], colours: Colours) -> Iterator[Run]:
    """Yield the stretches of a line; neighbours that look alike are one."""
    column = 0
    segments = ((s.text, look(s.style, colours)) for s in line if s.text and not s.control)
    for same, group in groupby(segments, key=lambda part: part[1]):
        text = "".join(part[0] for part in group)
        yield Run(column, text, same)
        column += cell_len(text)


def look(style: Style | None, colours: Colours) -> Look:
    """Return how a style is drawn."""
    style = style or Style()
    ink = colours.faint if style.dim else colours.ink
    if style.color and not style.color.is_default and not style.dim:
        ink = style.color.get_truecolor(SVG_EXPORT_THEME).hex
    paper = colours.paper
    if style.bgcolor and not style.bgcolor.is_default:
        paper = style.bgcolor.get_truecolor(SVG_EXPORT_THEME).hex
    if style.reverse:
        ink, paper = paper, ink
    line = "underline" if style.underline else "line-through" if style.strike else ""
    return Look(ink, paper, bool(style.bold), line)


def boxes(rows: Sequence[Sequence[Run]], colours: Colours) -> Iterator[Box]:
    """Yield the backgrounds, and the characters that are drawn as shapes."""
    for y, row in enumerate(rows):
        for run in row:
            if run.look.paper != colours.paper:
                across = cell_len(run.text) * CELL
                yield Box(run.column * CELL, y * ROW, across, ROW, run.look.paper)
    for y, row in enumerate(rows):
        for run in row:
            column = run.column
            for character, group in groupby(run.text):
                count = len(list(group))
                if shape := _SHAPES.get(character):
                    left, top, wide, high = shape
                    wide_in_all = wide + (count - 1) * CELL
                    x, ink = column * CELL + left, run.look.ink
                    yield Box(x, y * ROW + top, wide_in_all, high, ink)
                column += count * cell_len(character)


def stacked(some: Iterable[Box]) -> list[Box]:
    """Return the same area in fewer boxes: those that stand on each other are one."""
    found: list[Box] = []
    open_at: dict[tuple[float, float, float, str], int] = {}
    for box in some:
        foot = (box.left, box.width, box.top, box.ink)
        place = open_at.pop(foot, None)
        if place is None:
            place = len(found)
            found.append(box)
        else:
            above = found[place]
            found[place] = Box(box.left, above.top, box.width, above.height + box.height, box.ink)
        open_at[box.left, box.width, box.top + box.height, box.ink] = place
    return found


def words(run: Run, top: int) -> Iterator[str]:
    """Yield the words of a stretch, each at its cell; a Han character takes two cells."""
    column = run.column
    for word in re.findall(r"\s+|[^\W\d_]+|[^\w\s]+|.", run.text):
        for wide, group in groupby(word, key=cell_len):
            piece = "".join(group)
            if not piece.isspace() and not set(piece) <= _SHAPES.keys():
                yield (
                    f'<text x="{column * CELL}" y="{top + BASE}" fill="{run.look.ink}"'
                    f"{_attributes(run.look, is_wide=wide > 1)}>{escape(piece, quote=False)}</text>"
                )
            column += cell_len(piece)


def _attributes(how: Look, *, is_wide: bool) -> str:
    found = f' font-size="{WIDE}" letter-spacing="{2 * CELL - WIDE}"' if is_wide else ""
    found += ' font-weight="bold"' if how.bold else ""
    return found + (f' text-decoration="{how.line}"' if how.line else "")


def _rectangle(box: Box) -> str:
    return (
        f'<rect x="{box.left:g}" y="{box.top:g}" width="{box.width:g}" height="{box.height:g}"'
        f' fill="{box.ink}"/>'
    )
