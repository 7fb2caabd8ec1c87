"""How people name a column, and which place that is: by letter, by number, by the head."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.errors import UnusableInput
from aligner.formats.tables.names import bare_name

_LONGEST_LETTERS = 3
"""The last column that a spreadsheet has is XFD."""


class NoSuchColumn(UnusableInput):
    """A table without the column that was chosen."""


def letter_of(place: int) -> str:
    """Return the letter that a spreadsheet gives a column, from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def place_of(said: str, names: Sequence[str], width: int) -> int | None:
    """Return the place of a column, from 0, by its name, number or letter; None if there is none.

    A name goes first: a table may call a column `B`.
    """
    wanted = bare_name(said).casefold()
    for place, name in enumerate(names):
        if wanted and bare_name(name).casefold() == wanted:
            return place
    if wanted.isascii() and wanted.isdigit():
        place = int(wanted[:6]) - 1
    elif (lettered := place_of_letters(wanted)) is not None:
        place = lettered
    else:
        return None
    return place if 0 <= place < width else None


def place_of_letters(letters: str) -> int | None:
    """Return the place, from 0, that a spreadsheet gives letters; None for what names no column."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= _LONGEST_LETTERS):
        return None
    place = -1
    for letter in letters.lower():
        place = (place + 1) * 26 + ord(letter) - ord("a")
    return place
