"""The door to OpenCC: its tables and its converters, opened when a function needs them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


@cache
def converter(conversion: str) -> OpenCC:
    """Return OpenCC's converter of a name such as `s2twp`."""
    from opencc import OpenCC

    return OpenCC(conversion)


def rows(table: str) -> list[list[str]]:
    """Return the rows of one of OpenCC's tables: a character or word, then what it becomes."""
    from importlib.resources import files

    text = files("opencc").joinpath("dictionary", table).read_text(encoding="utf-8")
    return [row for line in text.splitlines() if (row := line.split())]
