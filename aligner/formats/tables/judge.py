"""Which two columns of a table hold the texts of its pairs, and where its rows begin.

The one judge for units, glossaries and articles. The head decides where it names both; otherwise
what is written does: in which language, as text or as keys, how often the same, and, where several
columns may be meant, how well they answer each other. Invariant: where two readings are close,
the table is refused, with the option that chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.formats.column_choice import ColumnChoice
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.tables.head import KEY, Rows, head_of, side_above, source_said
from aligner.formats.tables.names import ColumnName, bare_name, name_of
from aligner.formats.tables.places import NoSuchColumn, letter_of, place_of
from aligner.script import language_of

_MOST_COLUMNS = 64
_MOST_CANDIDATES = 6
"""Columns of a language that are compared with those of the other."""
_CLEAR = 0.06
"""By how much the best pair of columns must answer better than the next, in cosine, and ..."""
_CLEARLY = 1.33
"""... by what factor; `tests/formats/test_columns.py` has the tables that they were chosen by."""

_CODE_CELL = re.compile(r"(zh|zho|chi|cmn|chs|cht|en|eng|enu)([-_]\w+)*", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class TextColumns:
    """Where the texts of a table stand, by columns from 0."""

    zh: int
    en: int
    zh_code: str = ""
    """Language code that the head gives the column; empty where it gives none."""
    en_code: str = ""
    source: Language | None = None
    """The language translated from, where the head says it: 原文, Source."""
    head: tuple[str, ...] = ()
    """The names of the columns; none where the table has no head."""
    body: int = 0
    """The first row that is no title and no head."""

    def name(self, place: int) -> ColumnName | None:
        """Return what the head says of a column."""
        return name_of(self.head[place]) if place < len(self.head) else None


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is seen of a table at first sight: the columns that may hold each text."""

    zh: tuple[int, ...]
    """The likeliest first."""
    en: tuple[int, ...]
    head: tuple[str, ...]
    body: int
    side: ColumnName | None = None
    """What a first line of a head of two lines says of the Chinese."""

    @property
    def is_named(self) -> bool:
        """Whether the head leaves no doubt."""
        return bool(self.head) and len(self.zh) == len(self.en) == 1


def judge_columns(rows: Rows, preferred: PreferredCodes, path: Path) -> TextColumns | None:
    """Find the texts of a table by its first rows; None without both languages.

    Raises `UnusableInput` where two columns are as likely, and `NoSuchColumn`.
    """
    seen = sight(rows, preferred, path)
    return None if seen is None else settle(seen, rows, path)


def sight(rows: Rows, preferred: PreferredCodes, path: Path) -> Sighting | None:
    """Say which columns may hold each text, without asking the model."""
    rows = [row[:_MOST_COLUMNS] for row in rows]
    body, head = head_of(rows, preferred.columns)
    columns = _columns(rows[body:])
    if not columns and not head:
        return None
    chosen = _chosen(preferred.columns, head, len(columns), path)
    zh, en = _by_name(head, columns, preferred)
    by_sight = _by_sight(columns, head, chosen, (zh, en))
    zh, en = by_sight
    if not zh or not en or zh == en:
        return None
    return Sighting(zh, en, head, body, side_above(rows, body, zh[0]))


def settle(seen: Sighting, rows: Rows, path: Path) -> TextColumns:
    """Choose one column of each language; raises `UnusableInput` where two are as likely."""
    zh, en = seen.zh[0], seen.en[0]
    if len(seen.zh) > 1 or len(seen.en) > 1:
        zh, en = _best(seen, rows, path)
    of_zh, of_en = (name_of(seen.head[n]) if n < len(seen.head) else None for n in (zh, en))
    return TextColumns(
        zh,
        en,
        of_zh.code
        if of_zh and of_zh.language == "zh"
        else _code_beside(rows[seen.body :], zh, "zh"),
        of_en.code
        if of_en and of_en.language == "en"
        else _code_beside(rows[seen.body :], en, "en"),
        source_said(seen.side or of_zh, None if seen.side else of_en),
        seen.head,
        seen.body,
    )


# What is written in the columns


@dataclass(frozen=True, slots=True)
class _Column:
    """What is seen of the cells of a column."""

    place: int
    cells: list[str]
    """Those that are not empty."""
    zh: int
    """How many of them are Chinese."""
    en: int
    is_codes: bool
    """Whether they are the codes of a language, as in the tables of Wordfast."""

    def cells_in(self, language: Language) -> int:
        """Return how many cells are in a language."""
        return self.zh if language == "zh" else self.en

    def lead(self, language: Language) -> int:
        """Return by how many cells a language outweighs the other."""
        return self.zh - self.en if language == "zh" else self.en - self.zh

    @property
    def is_keys(self) -> bool:
        """Whether none has a space in it, and half of them are plainly keys or numbers."""
        cells = [cell.strip() for cell in self.cells]
        keys = sum(KEY.fullmatch(cell) is not None for cell in cells)
        return keys * 2 >= len(cells) and not any(" " in cell for cell in cells)

    @property
    def distinct(self) -> float:
        """The share of cells that are not repeated."""
        return len(set(self.cells)) / max(1, len(self.cells))


def _columns(rows: Rows) -> list[_Column]:
    width = max((len(row) for row in rows), default=0)
    found = []
    for place in range(width):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        languages = [language_of(cell[:1000]) for cell in cells]
        codes = (
            bool(cells) and len(set(cells)) == 1 and bool(_CODE_CELL.fullmatch(cells[0].strip()))
        )
        found.append(_Column(place, cells, languages.count("zh"), languages.count("en"), codes))
    return found


Candidates = tuple[int, ...]


def _by_name(
    head: Sequence[str], columns: Sequence[_Column], preferred: PreferredCodes
) -> tuple[Candidates, Candidates]:
    """Return the columns that the head gives the languages; none for one that it does not name."""
    names = [(n, name) for n, cell in enumerate(head) if (name := name_of(cell)) and name.is_text]
    # A column of codes under the name of a language is not its text, unless there is no other.
    written = [(n, name) for n, name in names if n >= len(columns) or not columns[n].is_codes]
    found: dict[Language, int] = {}
    for place, name in written if len({p for p, _ in written}) > 1 or len(columns) > 3 else names:
        if name.language and (
            name.language not in found or preferred.prefers(name.language, bare_name(head[place]))
        ):
            found[name.language] = place
    sides = [(n, name.side) for n, name in written if name.side and not name.language]
    if len(found) == 1:
        rest = [n for n, _ in sides if n not in found.values()]
        if len(rest) == 1:
            found["en" if "zh" in found else "zh"] = rest[0]
    elif not found and {side for _, side in sides} == {"source", "target"}:
        source, target = (next(n for n, s in sides if s == side) for side in ("source", "target"))
        first, second = (_balance(columns, n) for n in (source, target))
        if first != second and max(first, second) > 0:
            zh, en = (source, target) if first > second else (target, source)
            found = {"zh": zh, "en": en}
    return tuple([found[x]] if x in found else [] for x in ("zh", "en"))  # type: ignore[return-value]


def _balance(columns: Sequence[_Column], place: int) -> float:
    """Return how much of a column is Chinese rather than English, -1 to 1."""
    if place >= len(columns) or not columns[place].cells:
        return 0.0
    return (columns[place].zh - columns[place].en) / len(columns[place].cells)


def _by_sight(
    columns: Sequence[_Column],
    head: Sequence[str],
    chosen: dict[Language, int],
    named: tuple[Candidates, Candidates],
) -> tuple[Candidates, Candidates]:
    """Return the columns that may hold each language: chosen, named, or else by what is in them."""
    zh, en = ((chosen[x],) if x in chosen else n for x, n in zip(("zh", "en"), named, strict=True))
    zh, en = (() if zh == en and "zh" not in chosen else zh), (() if zh == en else en)
    if zh and en:
        return zh, en
    others = [
        column
        for column in columns
        if (column.zh or column.en) and not column.is_codes and column.place not in (*zh, *en)
    ]
    # What the head calls a key, a note or an author is no text, unless nothing else is there.
    open_to_both = [c for c in others if (name := _name(head, c.place)) is None or name.is_text]
    if len(open_to_both) + len(zh) + len(en) > 1:
        others = open_to_both
    zh = zh or _likely(others, "zh")
    rest = [column for column in others if column.place not in zh]
    if not rest and len(zh) > 1:  # no column is mostly English
        zh, rest = zh[:1], [column for column in others if column.place != zh[0]]
    return zh, en or _likely(rest, "en")


def _name(head: Sequence[str], place: int) -> ColumnName | None:
    return name_of(head[place]) if place < len(head) else None


def _likely(columns: Sequence[_Column], language: Language) -> Candidates:
    """Return the columns that are mostly in a language, best first, without those that others
    plainly surpass; the one that is nearest to it if none is."""
    some = [column for column in columns if column.cells_in(language)]
    ranked = sorted(some, key=lambda column: (-column.lead(language), column.place))
    own = [column for column in ranked if column.lead(language) > 0]
    if len(own) > 1:
        own = _without_surpassed(own)
    return tuple(column.place for column in (own or ranked[:1])[:_MOST_CANDIDATES])


def _without_surpassed(columns: Sequence[_Column]) -> list[_Column]:
    """Leave out keys beside text, labels that recur, and columns that are mostly empty."""
    texts = [column for column in columns if not column.is_keys] or list(columns)
    most = max(len(column.cells) for column in texts)
    full = [column for column in texts if len(column.cells) * 5 >= most * 2 or most < 5]
    if most < 8 or max(column.distinct for column in full) < 0.8:
        return full
    return [column for column in full if column.distinct > 0.4]


def _code_beside(body: Rows, place: int, language: Language) -> str:
    """Return the code that stands in every row before a text, as Wordfast writes it."""
    before = {row[place - 1].strip() for row in body if 0 < place < len(row)}
    if len(before) != 1:
        return ""
    code = before.pop()
    name = name_of(code) if _CODE_CELL.fullmatch(code) else None
    return name.code if name and name.language == language else ""


def _best(seen: Sighting, rows: Rows, path: Path) -> tuple[int, int]:
    """Return the pair of columns that answer each other best; raises `UnusableInput` in doubt."""
    from aligner.formats.tables.answering import answers

    places = sorted({*seen.zh, *seen.en})
    cells = [[row[n][:1000] if n < len(row) else "" for row in rows[seen.body :]] for n in places]
    pairs = [(zh, en) for zh in seen.zh for en in seen.en if zh != en]
    found = answers(cells, [(places.index(zh), places.index(en)) for zh, en in pairs])
    ranked = sorted(zip(found, pairs, strict=True), key=lambda one: -one[0])
    (most, best), (next_, other) = ranked[0], ranked[1] if len(ranked) > 1 else (-1.0, (0, 0))
    if most - next_ < _CLEAR or most < next_ * _CLEARLY:
        raise _doubtful(best, other, seen, rows, path)
    return best


def _doubtful(
    best: tuple[int, int], other: tuple[int, int], seen: Sighting, rows: Rows, path: Path
) -> UnusableInput:
    side = 0 if best[0] != other[0] else 1
    language, option = (("Chinese", "--zh-column"), ("English", "--en-column"))[side]
    first, second = sorted((best[side], other[side]))
    named = [_described(place, seen.head, rows[seen.body :]) for place in (first, second)]
    return UnusableInput(
        f"{path} has two columns that may be the {language}: {named[0]} and {named[1]}. "
        f"Say which with {option} {letter_of(first)} or {option} {letter_of(second)}."
    )


def _described(place: int, head: Sequence[str], body: Rows) -> str:
    """Return the letter of a column with its name, or with its first text."""
    cells = (row[place] for row in body if place < len(row) and row[place].strip())
    told = head[place] if place < len(head) and head[place].strip() else next(cells, "")
    told = " ".join(told.split())
    return f"{letter_of(place)} ({told[:30]}{'...' if len(told) > 30 else ''})"


# What somebody chose


def _chosen(
    choice: ColumnChoice, head: Sequence[str], width: int, path: Path
) -> dict[Language, int]:
    found: dict[Language, int] = {}
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        if (said := choice.of(language)) is None:
            continue
        place = place_of(said, head, max(width, len(head)))
        if place is None:
            listed = ", ".join(_with_letters(head, width))
            raise NoSuchColumn(
                f"{path} has no column {said!r} for --{language}-column; it has {listed}."
            )
        found[language] = place
    if len(found) == 2 and found["zh"] == found["en"]:
        raise UnusableInput(
            f"--zh-column and --en-column both name column {letter_of(found['zh'])} of {path}; "
            "name one for each language."
        )
    return found


def _with_letters(head: Sequence[str], width: int) -> Iterable[str]:
    for place in range(max(width, len(head))):
        name = bare_name(head[place]) if place < len(head) else ""
        yield f"{letter_of(place)} ({name})" if name else letter_of(place)
