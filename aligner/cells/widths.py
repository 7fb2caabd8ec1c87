"""How many cells text takes in a terminal, as rich counts it, and so Textual.

Characters that Unicode calls ambiguous (“ ” … — · ① ℃ → ─) take one cell, or two in terminals that
are set so; which, is said once for the whole program, rich included.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

import rich.cells
import rich.segment
from rich._unicode_data import load as _rich_table
from rich.cells import cell_len

if TYPE_CHECKING:
    from rich.cells import CellTable

Width = Literal[1, 2]

_TABLE, _IS_NARROW = "load_cell_table", "_is_single_cell_widths"

_rich_is_narrow: Callable[[str], bool] = rich.cells._is_single_cell_widths
_PRIVATE = (range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
_LAST = 0x10FFFF
_LAST_AMBIGUOUS = 0x1F2FF  # but for private use, which has whole planes


def width(text: str) -> int:
    """Measure drawable text in terminal cells."""
    return cell_len(text)


def pad(text: str, columns: int) -> str:
    """Fill drawable text with spaces on the right, up to `columns` cells; never cuts."""
    return text + " " * max(0, columns - width(text))


def ambiguous_width() -> Width:
    """Return how many cells an ambiguous character takes now."""
    return 1 if getattr(rich.cells, _TABLE) is _rich_table else 2


def set_ambiguous_width(cells: Width) -> None:
    """Say how many cells an ambiguous character takes, to rich as well.

    To be said before anything is drawn: what was measured before stays where a widget kept it.
    """
    if cells not in (1, 2):
        raise ValueError("an ambiguous character takes one cell or two")
    wide = cells == 2
    # rich reads its tables through these two names only.
    setattr(rich.cells, _TABLE, _wide_table if wide else _rich_table)
    for module in (rich.cells, rich.segment):
        setattr(module, _IS_NARROW, _wide_is_narrow() if wide else _rich_is_narrow)
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
    rich.segment.Segment._split_cells.cache_clear()


@cache
def is_ambiguous(character: str) -> bool:
    """Whether terminals may be set to draw a character in two cells instead of one."""
    return (
        unicodedata.east_asian_width(character) == "A"
        and _width_in(_rich_table("auto").widths, ord(character)) == 1
    )


@cache
def _wide_table(unicode_version: str = "auto") -> CellTable:
    """Return rich's table with two cells for ambiguous characters."""
    table = _rich_table(unicode_version)
    codes = (code for code in range(0xA1, _LAST_AMBIGUOUS + 1) if is_ambiguous(chr(code)))
    runs = [(first, last, 2) for first, last in _runs(codes)]
    runs += [(codes.start, codes.stop - 1, 2) for codes in _PRIVATE]
    return table._replace(
        widths=tuple(sorted([*table.widths, *runs])),
        narrow_to_wide=frozenset(c for c in table.narrow_to_wide if not is_ambiguous(c)),
    )


@cache
def _wide_is_narrow() -> Callable[[str], bool]:
    """Return rich's test for text that takes a cell a character, for such terminals."""
    return frozenset(c for c in rich.cells._SINGLE_CELLS if not is_ambiguous(c)).issuperset


def _runs(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Join numbers that follow each other to their first and last."""
    first = last = -1
    for code in codes:
        if code != last + 1:
            if last >= 0:
                yield first, last
            first = code
        last = code
    if last >= 0:
        yield first, last


def _width_in(table: Sequence[tuple[int, int, int]], code: int) -> int:
    place = bisect_right(table, (code, _LAST, 0)) - 1
    return table[place][2] if place >= 0 and code <= table[place][1] else 1
