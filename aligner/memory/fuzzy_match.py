"""Units that are nearly a text, with the percentage that CAT tools give.

The percentage is 100 * (n - d) / n, rounded down, where d is the edit distance between the tokens
of both texts (Levenshtein: inserted, left out or replaced, each 1) and n the number of tokens of
the longer one: what OmegaT computes (FuzzyMatcher.calcSimilarity). Tokens are Han characters, other
words, and marks. 100 is kept for the same key; `pretranslate` gives 101 where the Chinese before is
the same too, which other tools call a context match.

Comparing with all units would take minutes, so the indices name the units that share most of the
rarer pieces; each edit takes away two pairs of neighbours at most, so a close match shares many.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from aligner.article import Language
from aligner.memory import keys
from aligner.memory.entries import AT_ONCE, StoredUnit, stored_units
from aligner.memory.search import exact_matches
from aligner.memory.soundness import check_texts, last_unit
from aligner.memory.tokens import is_mark, pairs, token_keys, words
from aligner.store import snapshot

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MIN_PERCENT = 50
"""Percentage below which a match helps nobody; the lowest band of an analysis begins there."""
EXACT = 100
IN_CONTEXT = 101

_MOST_PIECES = 200
"""Pieces of a long text that are looked at, rarest first; their number is counted in a byte."""
_CANDIDATES = 1500
"""Units that are compared in full."""
_POSTINGS = 250_000
"""Entries of an index that are read for one text, rarest pieces first."""


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """A unit of the memory, and how close it comes."""

    stored: StoredUnit
    percent: int
    """`MIN_PERCENT` to 99; 100 where the text is the same, 101 where its context is as well."""


def percentage(one: Sequence[str], other: Sequence[str], *, least: int = 0) -> int:
    """Return how similar two sequences of tokens are, 0 to 99; 100 is for what is the same.

    Of what is less than `least` no more is worked out than that it is: the answer is less, too.
    """
    longer = max(len(one), len(other))
    if not longer:
        return 0
    farthest = longer * (100 - least) // 100
    distance = Levenshtein.distance(one, other, score_cutoff=max(farthest, 0))
    return max(min(100 * (longer - distance) // longer, 99), 0)


def fuzzy_matches(
    file: sqlite3.Connection,
    text: str,
    *,
    language: Language = "zh",
    limit: int = 5,
    min_percent: int = MIN_PERCENT,
) -> list[FuzzyMatch]:
    """Return the fuzzy matches of a text, best first; of equals the settled and newer ones."""
    with snapshot(file):
        return _fuzzy_matches(file, text, language, limit, min_percent)


def _fuzzy_matches(
    file: sqlite3.Connection,
    text: str,
    language: Language,
    limit: int,
    min_percent: int,
) -> list[FuzzyMatch]:
    exact = [FuzzyMatch(stored, EXACT) for stored in exact_matches(file, text, language)]
    if len(exact) >= limit:
        return exact[:limit]
    there = {match.stored.number for match in exact}
    near = [
        (percent, number)
        for percent, number in _compared(file, text, language, min_percent)
        if number not in there
    ]
    near.sort(reverse=True)
    best = near[: limit - len(exact)]
    percents = {number: percent for percent, number in best}
    found = stored_units(file, list(percents))
    return exact + [FuzzyMatch(stored, percents[stored.number]) for stored in found]


def _compared(
    file: sqlite3.Connection, text: str, language: Language, min_percent: int
) -> list[tuple[int, int]]:
    """Return percentage and number of the candidates that reach `min_percent`."""
    wanted = token_keys(text)
    column = "zh" if language == "zh" else "en"
    found = []
    candidates = _candidates(file, keys.key(text), language)
    for first in range(0, len(candidates), AT_ONCE):
        some = candidates[first : first + AT_ONCE]
        places = ",".join("?" * len(some))
        # In one row, as the candidates; what is no text, in a damaged file, is null there.
        text_only = f"CASE typeof({column}) WHEN 'text' THEN {column} END"
        (listed,) = file.execute(
            f"SELECT json_group_array(json_array(id, {text_only})) FROM units "
            f"WHERE id IN ({places})",
            some,
        ).fetchone()
        for number, other in json.loads(listed):
            check_texts(other)
            tokens = token_keys(other)
            percent = percentage(wanted, tokens, least=min_percent)
            if percent >= min_percent:
                found.append((percent, number))
    return found


def _candidates(file: sqlite3.Connection, key: str, language: Language) -> list[int]:
    """Return the numbers of the units that share most of the pieces that are looked at."""
    import numpy as np

    index = "zh_pairs" if language == "zh" else "en_words"
    counted = sorted((_count(file, index, piece), piece) for piece in _telling(key, language))
    last = last_unit(file)
    shared = np.zeros(last + 1, dtype=np.uint8)
    read = 0
    for looked_at, (count, piece) in enumerate(counted[:_MOST_PIECES]):
        read += count
        if read > _POSTINGS and looked_at * 2 > len(counted):
            break
        # All in one row: SQLite lets go of the interpreter for each, and other threads take it.
        (listed,) = file.execute(
            f"SELECT group_concat(rowid) FROM {index} WHERE {index} MATCH ?", (f'"{piece}"',)
        ).fetchone()
        numbers = np.fromstring(listed or "", np.int64, sep=",")
        # A damaged index may name what is not there.
        shared[numbers[(numbers > 0) & (numbers <= last)]] += 1
    return _most(shared)


def _telling(key: str, language: Language) -> set[str]:
    """Return the pieces of a key that tell texts apart; lone characters only if nothing else."""
    if language == "en":
        return set(words(key))
    pieces = {piece for piece in pairs(key) if not is_mark(piece)}
    return {piece for piece in pieces if len(piece) > 1} or pieces


def _most(shared: npt.NDArray[np.uint8]) -> list[int]:
    """Return the places of the highest counts, zero left out, at most `_CANDIDATES`."""
    import numpy as np

    (places,) = np.nonzero(shared)
    if len(places) > _CANDIDATES:
        order = np.argpartition(shared[places], -_CANDIDATES)
        places = places[order[-_CANDIDATES:]]
    return [int(place) for place in places]


def _count(file: sqlite3.Connection, index: str, piece: str) -> int:
    row = file.execute(
        f"SELECT count(*) FROM {index} WHERE {index} MATCH ?", (f'"{piece}"',)
    ).fetchone()
    return int(row[0])
