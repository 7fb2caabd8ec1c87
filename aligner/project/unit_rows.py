"""The units that a project was made of, as their file said them: to rows and back.

Written once, when the project is made; no edit changes them. A pair is still the unit that it was
read as while it has the same sentences, whole, however its texts were edited: splitting and merging
make pairs of other sentences, and undoing them brings the unit back. Invariant: what was put in
comes out.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from itertools import count, islice
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, NamedTuple

from aligner.article import Language
from aligner.bitext import WHOLE, Pair
from aligner.project.integrity import check_confidence, check_texts
from aligner.project.pair_rows import STATUSES
from aligner.project.texts import Stored, stored, stored_value, text_of, value_of
from aligner.unit import Element, Frame, Origin, Unit, is_tmx_element

_ROWS = (
    "SELECT zh_code, en_code, source, said, element, form, text, before"
    " FROM unit LEFT JOIN element ON element.number = unit.element"
)
_LANGUAGES: dict[str | None, Language] = {"zh": "zh", "en": "en"}
_BATCH = 1_000
"""Units that are written at once."""


class UnitsAside:
    """Units put aside on disk while the project is made of what is left of them.

    A large memory says more of its units than their texts, and none of it is looked at meanwhile.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed where the block is left
        self._count = self._zh = self._en = self._elements = 0
        self._element: Element | None = None
        self.frame: Frame | None = None
        """What stands around the units of their file."""

    def __enter__(self) -> UnitsAside:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def put(self, unit: Unit) -> Unit:
        """Put a unit aside, and return what a pair is made of."""
        element: Element | None = unit.origin.element if unit.origin else None
        is_new = element is not None and element is not self._element
        if is_new and element is not None:
            self._elements += 1
            self.frame = self.frame or element.frame
        self._element = element
        row = _UnitRow(
            self._zh if unit.zh else None,
            self._en if unit.en else None,
            stored(unit.zh_code),
            stored(unit.en_code),
            unit.source,
            stored_value([unit.confidence, unit.status, unit.note, unit.properties]),
            self._elements if element else None,
        )
        said = (element.form, element.text, element.before) if is_new and element else None
        pickle.dump((tuple(row), said), self._file)
        self._zh, self._en = self._zh + bool(unit.zh), self._en + bool(unit.en)
        self._count += 1
        return Unit(
            unit.zh,
            unit.en,
            unit.zh_code,
            unit.en_code,
            unit.confidence,
            unit.status,
            unit.note,
            source=unit.source,
        )

    def rows(self) -> Iterator[tuple[tuple[Any, ...], tuple[str, str, str] | None]]:
        """Yield the rows of all units, each with that of its element where that is another."""
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # what this object wrote itself, in a file without a name


class _UnitRow(NamedTuple):
    zh: int | None
    en: int | None
    zh_code: Stored
    en_code: Stored
    source: str | None
    said: Stored
    element: int | None


def write_units(database: sqlite3.Connection, aside: UnitsAside) -> None:
    """Write units into empty tables, and what stands around them."""
    numbers = count(1)
    rows = aside.rows()
    while some := list(islice(rows, _BATCH)):
        database.executemany(
            "INSERT INTO element VALUES (?, ?, ?, ?)",
            (
                (next(numbers), form, stored(text), stored(before))
                for form, text, before in filter(None, (element for _, element in some))
            ),
        )
        database.executemany(
            "INSERT INTO unit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", (row for row, _ in some)
        )
    if aside.frame is not None:
        frame = stored_value([aside.frame.before, aside.frame.after])
        database.execute("INSERT INTO meta VALUES ('frame', ?)", (frame,))


class UnitRows:
    """What a project knows of the units that its pairs were read as."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._frame: Frame | None = None
        self._last: tuple[int, Element] | None = None
        for (value,) in database.execute("SELECT value FROM meta WHERE name = 'frame'").fetchall():
            before, after = value_of(value)
            check_texts(before, after)
            self._frame = Frame(before, after)

    @property
    def has_any(self) -> bool:
        """Whether the project was made of units."""
        return bool(self._database.execute("SELECT 1 FROM unit LIMIT 1").fetchall())

    def unit_of(self, pair: Pair, texts: tuple[str, str]) -> Unit | None:
        """Return the unit that a pair was read as; `texts` are those of its sentences.

        For a pair that was made of parts of units the codes and the direction are those of the
        first; None where no unit has its sentences.
        """
        is_whole = pair.zh_cut == WHOLE and pair.en_cut == WHOLE
        if is_whole and len(pair.zh) < 2 and len(pair.en) < 2:
            zh, en = next(iter(pair.zh), None), next(iter(pair.en), None)
            if row := self._first("zh IS ? AND en IS ?", zh, en):
                return self._unit(row, texts)
        zh_row = self._first("zh = ?", pair.zh[0]) if pair.zh else None
        en_row = self._first("en = ?", pair.en[0]) if pair.en else None
        one, other = zh_row or en_row, en_row or zh_row
        if one is None or other is None:
            return None
        return Unit("", "", text_of(one[0]), text_of(other[1]), source=_LANGUAGES.get(one[2]))

    def _first(self, condition: str, *values: int | None) -> tuple[Any, ...] | None:
        # All rows at once: a question that is half read would hold up whoever edits meanwhile.
        query = f"{_ROWS} WHERE {condition} LIMIT 1"
        return next(iter(self._database.execute(query, values).fetchall()), None)

    def _unit(self, row: tuple[Any, ...], texts: tuple[str, str]) -> Unit:
        zh_code, en_code, source, said, number, *element = row
        confidence, status, note, properties = value_of(said)
        check_texts(note, *(text for both in properties for text in both))
        if confidence is not None:
            check_confidence(confidence)
        origin = None if number is None else Origin(self._element(number, *element))
        unit = Unit(
            *texts,
            text_of(zh_code),
            text_of(en_code),
            confidence,
            STATUSES[status],
            note,
            tuple((name, value) for name, value in properties),
            _LANGUAGES.get(source),
            origin,
        )
        if origin is not None:
            origin.unit = unit
        return unit

    def _element(self, number: int, form: str, text: Stored, before: Stored) -> Element:
        """Return an element; the same one for neighbours that share it."""
        if self._last is None or self._last[0] != number:
            if form != "TMX" or not is_tmx_element(text_of(text)):
                raise ValueError("an element is of no known format")
            element = Element("TMX", text_of(text), text_of(before), self._frame)
            self._last = number, element
        return self._last[1]
