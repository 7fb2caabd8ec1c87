"""The rows of tables that hold a text and its translation, for whoever puts translations right.

The judge of columns says which two they are. Unlike a reader, nobody asks whether they answer each
other row by row: where translations have slipped, they do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.article import Language
from aligner.edits import status_said
from aligner.errors import UnusableInput
from aligner.formats.bilingual import CONFIRMED
from aligner.formats.column_choice import ANY_COLUMNS
from aligner.formats.document import Raw
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.status import status_of
from aligner.formats.tables.article import divides
from aligner.formats.tables.head import Rows
from aligner.formats.tables.judge import TextColumns, judge_columns
from aligner.formats.tables.places import NoSuchColumn
from aligner.formats.xliff.states import status_of_state

_SAMPLE = 2_000
"""Rows that the languages of the columns are judged by."""
_LEFT = frozenset({"confirmed", "edited", "excluded"})
"""What a translator has decided; so it is where pairs are aligned anew."""
_WORDS = frozenset(
    {
        *("approved", "translationapproved", "signedoff", "signoffapproved", "final", "locked"),
        *("已批准", "已核准", "已定稿", "已鎖定", "已锁定"),
    }
)
"""What else stands in a column of statuses where a row is done."""


@dataclass(frozen=True, slots=True)
class PairedTables:
    """The tables of a file, and where each holds its texts."""

    columns: list[TextColumns | None]
    """Of each table; None for one without both languages."""
    doubtful: int
    """Tables that may hold both, but in which of their columns is not certain."""

    @property
    def source(self) -> Language | None:
        """The language translated from, where the heads say it and none says another."""
        said = {found.source for found in self.columns if found and found.source}
        return said.pop() if len(said) == 1 else None


def paired_tables(tables: Sequence[Rows], raw: Raw) -> PairedTables:
    """Find the columns of the tables of a file.

    Raises `UnusableInput` where no table has a column for each language, or all leave doubt.
    """
    found: list[TextColumns | None] = []
    problems: list[UnusableInput] = []
    for rows in tables:
        try:
            found.append(_columns(rows[:_SAMPLE], raw))
        except UnusableInput as problem:
            problems.append(problem)
            found.append(None)
    if not any(found):
        raise problems[0] if problems else _no_table(raw)
    doubtful = sum(not isinstance(problem, NoSuchColumn) for problem in problems)
    return PairedTables(found, doubtful)


def row_name(row: Sequence[str], columns: TextColumns, otherwise: str) -> str:
    """Return what the table itself calls a row, by its number or key."""
    keys = (cell.strip() for cell in _cells_of("key", row, columns))
    return next((key for key in keys if key), otherwise)


def why_settled(row: Sequence[str], columns: TextColumns) -> str:
    """Return why a row stays as it is by what its table says of it; empty where it may change."""
    for said in _cells_of("status", row, columns):
        word = "".join(said.split())
        status = status_said(said) or status_of(said) or status_of_state(word)
        if status in _LEFT or word.replace("-", "").lower() in _WORDS:
            return "excluded" if status == "excluded" else CONFIRMED
    return ""


def _cells_of(kind: str, row: Sequence[str], columns: TextColumns) -> list[str]:
    """Return the cells of a row in the columns of a kind."""
    named = ((place, columns.name(place)) for place in range(len(row)))
    return [row[place] for place, name in named if name and name.kind == kind]


def _columns(rows: Rows, raw: Raw) -> TextColumns | None:
    if max(map(len, rows), default=0) < 2:
        return None
    found = judge_columns(rows, PreferredCodes(columns=raw.columns), raw.path)
    if found is None or raw.columns != ANY_COLUMNS:
        return found
    return found if divides(rows[found.body :], found) else None


def _no_table(raw: Raw) -> UnusableInput:
    return UnusableInput(
        f"{raw.path} holds no table with a column for the Chinese and one for the English; of a "
        "file of this kind, repair takes such tables and nothing else."
    )
