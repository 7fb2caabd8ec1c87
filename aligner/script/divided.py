"""Texts divided where OpenCC would find a word that is none, or that Taiwan does not write so.

A divider between two characters keeps a table from finding a word there; it is taken out of what
was converted. The characters themselves are converted as they would be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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


def divided(text: str, table: str, places: Callable[[str], Places]) -> str:
    """Return a text with dividers in the entries of a table that stand across its words."""
    plain = in_one_script(text)
    entries = list(_entries(plain, table))
    if not entries or DIVIDER in text:
        return text
    words = [(start, end) for start, end in places(text) if end - start > 1]
    cuts: set[int] = set()
    for start, end in entries:
        if plain[start:end] in _SAME_IN_TAIWAN:
            cuts.add(start + 1)
        cuts.update(_cuts(start, end, words))
    if not cuts:
        return text
    edges = [0, *sorted(cuts), len(text)]
    return DIVIDER.join(text[a:b] for a, b in pairwise(edges))


def _entries(plain: str, table: str) -> Iterator[tuple[int, int]]:
    """Yield where entries of a table stand in a text, over one another too."""
    known, lengths = _known(table)
    for start in range(len(plain)):
        for length in lengths.get(plain[start], ()):
            if plain[start : start + length] in known:
                yield start, start + length


def _cuts(start: int, end: int, words: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Yield where words that reach out of an entry begin or end inside it."""
    for first, behind in words:
        if first < start < behind < end:
            yield behind
        elif start < first < end < behind:
            yield first


@cache
def _known(table: str) -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """Return the entries of a table in Simplified characters, and their lengths by their first."""
    known = frozenset(in_one_script(row[0]) for row in rows(table) if len(row[0]) > 1)
    lengths: dict[str, set[int]] = {}
    for entry in known:
        lengths.setdefault(entry[0], set()).add(len(entry))
    return known, {first: tuple(sorted(found)) for first, found in lengths.items()}
