"""Texts divided where OpenCC would find a word that is none, or that Taiwan does not write so.

A divider between two characters keeps a table from finding a word there; it is taken out of what
was converted. The characters themselves are converted as they would be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise

from aligner.script.tables import rows
from aligner.script.variants import in_one_script

DIVIDER = "\ufdd0"
"""No character, and never part of a text that is exchanged."""

Places = Iterable[tuple[int, int]]
"""Where the words of a text stand, in order: the first character of each, and the one behind."""

_SAME_IN_TAIWAN = frozenset(
    {
        "权限",
        "性价比",
        "局部",
        "全局",
        "发布",
        "社区",
        "刷新",
        "支持",
        "通过",
        "声明",
        "循环",
        "运行",
        "保存",
        "呼出",
        "万象",
    }
)
"""Words of general meaning, for which the tables have one of computing alone (區域性 for 局部)."""


def divided(text: str, tables: tuple[str, ...], places: Callable[[str], Places]) -> str:
    """Return a text with dividers in the entries of tables that stand across its words."""
    plain = in_one_script(text)
    entries = list(_entries(plain, tables))
    if not entries or DIVIDER in text:
        return text
    around = {at: (start, end) for start, end in places(text) for at in range(start + 1, end)}
    cuts: set[int] = set()
    for start, end in entries:
        if plain[start:end] in _SAME_IN_TAIWAN:
            cuts.add(start + 1)
        cuts.update(_cuts(start, end, around))
    if not cuts:
        return text
    edges = [0, *sorted(cuts), len(text)]
    return DIVIDER.join(text[a:b] for a, b in pairwise(edges))


def _entries(plain: str, tables: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where entries of tables stand in a text, over one another too."""
    known, lengths = _known(tables)
    for start in range(len(plain)):
        for length in lengths.get(plain[start], ()):
            if plain[start : start + length] in known:
                yield start, start + length


def _cuts(start: int, end: int, around: Mapping[int, tuple[int, int]]) -> Iterator[int]:
    """Yield where words that reach out of an entry begin or end inside it.

    `around` has the word that goes on at a place, for every place inside a word.
    """
    if start in around and around[start][1] < end:
        yield around[start][1]
    if end in around and around[end][0] > start:
        yield around[end][0]


@cache
def _known(tables: tuple[str, ...]) -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """Return the entries of tables in Simplified characters, and their lengths by their first."""
    entries = (row[0] for table in tables for row in rows(f"{table}.txt"))
    known = frozenset(in_one_script(entry) for entry in entries if len(entry) > 1)
    lengths: dict[str, set[int]] = {}
    for entry in known:
        lengths.setdefault(entry[0], set()).add(len(entry))
    return known, {first: tuple(sorted(found)) for first, found in lengths.items()}
