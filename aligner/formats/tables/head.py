"""Where the head of a table stands, and what it says of the direction.

A head is told from titles above it and from rows of text by the names in it, which `names` reads;
what stands below says whether they are names or values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.article import Language
from aligner.formats.column_choice import ColumnChoice
from aligner.formats.tables.names import ColumnName, bare_name, name_of
from aligner.script import language_of

_FIRST_ROWS = 30
"""Rows among which the head is looked for."""

KEY = re.compile(
    r"(?=\S*[A-Za-z])(?=\S*(?:[\d_]|\w[.:/@]\w))[\w.:/@#-]+"
    r"|[a-z]+(?:[A-Z][a-z]+)+|[\d\s.,:/#()+-]+",
    re.ASCII,
)
"""A key or a number: STR_SAVE, menu.save, saveFile, S-0012, 7."""

Rows = Sequence[Sequence[str]]


def head_of(rows: Rows, choice: ColumnChoice) -> tuple[int, tuple[str, ...]]:
    """Return how many rows stand above the first pair, and the names of the columns."""
    pairs_above = False
    for number, row in enumerate(rows[:_FIRST_ROWS]):
        following = rows[number + 1 : number + 21]
        if _is_head(row, following, pairs_above) or (not pairs_above and _is_chosen(row, choice)):
            if following and _names_both(following[0]) and _all_named(following[0]):
                return number + 2, tuple(following[0])
            return number + 1, tuple(row)
        pairs_above = pairs_above or _is_pair(row)
    return 0, ()


def _is_head(row: Sequence[str], following: Rows, pairs_above: bool) -> bool:
    if _recurs(row, following):
        return False
    if pairs_above:
        return _names_both(row) and _all_named(row)
    return _names_both(row) or _names_several(row) or _names_keys(row, following)


def _recurs(row: Sequence[str], following: Rows) -> bool:
    """Whether what would be names are the values of their columns, such as a code in every row."""
    if not following:
        return _is_pair([cell for cell in row if not name_of(cell)])
    below = following[0]
    return any(
        place < len(below) and below[place] == cell and name_of(cell) is not None
        for place, cell in enumerate(row)
    )


def _names_both(row: Sequence[str]) -> bool:
    """Whether a row names both languages, both sides, or a language and the other column."""
    names = [name for cell in row if (name := name_of(cell)) and name.is_text]
    languages = {name.language for name in names if name.language}
    sides = {name.side for name in names if name.side}
    others = {name.side for name in names if not name.language}  # None for `Term`
    return len(names) > 1 and (
        len(languages) > 1
        or len(sides) > 1
        or (len(languages) == 1 and bool(others - {None}))
        or (not languages and others == {None, "target"})
    )


def _names_several(row: Sequence[str]) -> bool:
    """Whether half of a row names columns, and not all of them of one kind, as a row of data may:
    备注, note."""
    filled = [cell for cell in row if cell.strip()]
    names = [name for cell in filled if (name := name_of(cell))]
    kinds = {(name.kind, name.language, name.side) for name in names}
    return len(names) * 2 >= len(filled) and len(kinds) > 1 and len(filled) > 2


def _names_keys(row: Sequence[str], following: Rows) -> bool:
    """Whether a cell says `No.` or `ID` and what stands below it are numbers or keys."""
    for place, cell in enumerate(row):
        name = name_of(cell)
        if name and name.kind in ("key", "confidence", "count") and not KEY.fullmatch(cell.strip()):
            below = [r[place] for r in following if place < len(r) and r[place].strip()]
            if below and all(KEY.fullmatch(one.strip()) for one in below):
                return True
    return False


def _is_chosen(row: Sequence[str], choice: ColumnChoice) -> bool:
    """Whether a row holds the names that somebody chose columns by."""
    cells = {bare_name(cell).casefold() for cell in row if cell.strip()}
    said = [bare_name(name).casefold() for name in (choice.zh, choice.en) if name]
    return bool(said) and all(name in cells for name in said) and len(cells) > 1


def _all_named(row: Sequence[str]) -> bool:
    return all(name_of(cell) for cell in row if cell.strip())


def _is_pair(row: Sequence[str]) -> bool:
    found = {language_of(cell[:1000]) for cell in row if cell.strip()}
    return {"zh", "en"} <= found


def side_above(rows: Rows, body: int, zh: int) -> ColumnName | None:
    """Return what the upper of two lines of a head says of the Chinese, if it says a side."""
    if body < 2 or zh >= len(rows[body - 2]):
        return None
    name = name_of(rows[body - 2][zh])
    return name if name and name.side else None


def source_said(zh: ColumnName | None, en: ColumnName | None) -> Language | None:
    """Return the language translated from, by the names of the two columns; None if none says."""
    if (zh and zh.side == "source") or (en and en.side == "target"):
        return "zh"
    return "en" if (zh and zh.side == "target") or (en and en.side == "source") else None
