"""The first rows of a table, by which its columns are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

SAMPLE = 200
"""Rows that decide."""
_MOST_CHARACTERS = 1 << 22
"""Of those rows together; a row may have a million, and they are read several ways."""

T = TypeVar("T")


def sample_of(rows: Iterator[T], length: Callable[[T], int]) -> list[T]:
    """Take the first rows, or lines, by what `length` says of each; fewer if they are long."""
    found: list[T] = []
    characters = 0
    while len(found) < SAMPLE and characters < _MOST_CHARACTERS:
        row = next(rows, None)
        if row is None:
            break
        found.append(row)
        characters += length(row)
    return found


def characters_of(row: list[str]) -> int:
    """Return the characters of a row, an empty cell counting as one."""
    return sum(map(len, row)) + len(row)
