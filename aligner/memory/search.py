"""Looking up: the units that have a text, and the units that have it somewhere in them.

Both sides are looked at, by keys, so that either script, either width and either case finds the
other. The indices name the units that may hold a text, and where they cannot be sure each unit is
looked at itself. Newest first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aligner.article import Language
from aligner.memory import keys
from aligner.memory.entries import AT_ONCE, COLUMNS, StoredUnit, stored_unit, stored_units
from aligner.memory.soundness import check_texts, damaged
from aligner.memory.tokens import LONGEST, marks, pairs, words
from aligner.store import snapshot

_MOST_WORDS = 1000
"""Words that a part of one may be completed to; what is in more of them is in most units."""
_OF_EACH_WORD = 200
"""Units that are looked at for each of these words."""
_MOST_ENDS = 200
"""Likewise of the first and the last word of several, where those between say more."""
_MOST_PIECES = 50
"""Pieces of a long query that an index is asked for."""
_EVERYWHERE = frozenset(marks(",.。"))
"""Marks that most units have: asking an index for them takes time and leaves nothing out."""
_LOOKED_AT = 10_000
"""Units of each language that are looked at for one query, a tenth of a second's worth."""
_ENOUGH = 2_000
"""Units after which it is not worth counting further, where as many as were wanted are found."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """Units that hold a text."""

    units: tuple[StoredUnit, ...]
    """Newest first; at most as many as were asked for."""
    total: int
    """How many there are; at least how many, where `is_all` is False."""
    is_all: bool


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Units that an index names."""

    numbers: Sequence[int]
    """Newest first, `_LOOKED_AT` at most."""
    total: int
    is_all: bool
    """Whether `total` counts all that the index knows of."""
    is_sure: bool
    """Whether they hold the text without being looked at."""


def exact_matches(
    file: sqlite3.Connection, text: str, language: Language = "zh"
) -> list[StoredUnit]:
    """Return the units whose text in a language is this one; settled ones first, then newest."""
    wanted = keys.key(text)
    column = "zh_number" if language == "zh" else "en_number"
    rows = file.execute(f"SELECT {COLUMNS} WHERE {column} = ?", (keys.number(wanted),))
    found = [
        stored
        for stored in map(stored_unit, rows)
        # The number is 64 bits of a digest; the text decides.
        if keys.key(stored.unit.zh if language == "zh" else stored.unit.en) == wanted
    ]
    return sorted(found, key=lambda e: (e.unit.status not in ("confirmed", "edited"), -e.number))


def concordance(file: sqlite3.Connection, text: str, limit: int = 20) -> Concordance:
    """Return the units that hold a text on either side, as part of a word or of several."""
    wanted = keys.key(text)
    if not wanted:
        return Concordance((), 0, True)
    with snapshot(file):
        return _concordance(file, wanted, limit)


def _concordance(file: sqlite3.Connection, wanted: str, limit: int) -> Concordance:
    sides = [_by_pairs(file, wanted), _by_words(file, wanted, limit)]
    numbers = sorted({number for side in sides for number in side.numbers}, reverse=True)
    is_all = all(side.is_all for side in sides)
    if all(side.is_sure for side in sides):
        both = sum(len(side.numbers) for side in sides) - len(numbers)
        total = sum(side.total for side in sides) - both
        # Which of those that were not read are in both indices, nobody has looked.
        is_all = is_all and (total == len(numbers) or not all(side.total for side in sides))
    else:
        numbers, were_all = _that_hold(file, numbers, wanted, limit)
        total, is_all = len(numbers), is_all and were_all
    return Concordance(tuple(stored_units(file, numbers[:limit])), total, is_all)


def _that_hold(
    file: sqlite3.Connection, numbers: Sequence[int], wanted: str, limit: int
) -> tuple[list[int], bool]:
    """Return those that hold a key, and whether all were looked at."""
    found: list[int] = []
    for first in range(0, len(numbers), AT_ONCE):
        if first >= _ENOUGH and len(found) >= limit:
            return found, False
        some = numbers[first : first + AT_ONCE]
        places = ",".join("?" * len(some))
        rows = file.execute(f"SELECT id, zh, en FROM units WHERE id IN ({places})", some)
        texts = {row: (zh, en) for row, zh, en in rows}
        if len(texts) < len(some):
            raise damaged()
        for number in some:
            zh, en = texts[number]
            check_texts(zh, en)
            if wanted in keys.key(zh) or wanted in keys.key(en):
                found.append(number)
    return found, True


def _by_pairs(file: sqlite3.Connection, wanted: str) -> _Candidates:
    """What the Chinese index says: neighbours are known, the rest follows."""
    runs = words(wanted)
    is_sure = runs == [wanted] and len(wanted) <= 2
    # The last character of a run in the query need not be the last of one in the text.
    pieces = [piece for piece in pairs(wanted) if len(piece) > 1]
    singles = [run for run in runs if len(run) == 1]
    if runs:
        pieces = [piece for piece in pieces if piece not in _EVERYWHERE]
    question = _all([*map(_exactly, pieces), *map(_beginning, singles)][:_MOST_PIECES])
    return _ask(file, "zh_pairs", question, is_sure)


def _by_words(file: sqlite3.Connection, wanted: str, limit: int) -> _Candidates:
    """What the English index says: of whole words, then, while they are few, of parts of words."""
    runs = words(wanted)[:_MOST_PIECES]
    is_sure = runs == [wanted] and len(wanted) < LONGEST
    rest = [_exactly(mark) for mark in marks(wanted) if not runs or mark not in _EVERYWHERE]
    phrase = " ".join(runs)
    if not runs:
        return _ask(file, "en_words", _all(rest), False)
    whole = _ask(file, "en_words", _all([_exactly(phrase), *rest]), is_sure)
    if whole.total >= limit:
        return replace(whole, is_all=False)
    return _within(file, runs[0], rest, is_sure) if len(runs) == 1 else _ending(file, runs, rest)


def _within(file: sqlite3.Connection, part: str, rest: list[str], is_sure: bool) -> _Candidates:
    """Units with a word that has the part somewhere in it."""
    completed = _completed(file, f"%{part}%", _MOST_WORDS)
    numbers: set[int] = set()
    is_all = len(completed) < _MOST_WORDS
    for word in completed:
        question = _all([_exactly(word), *rest])
        some = _ask(file, "en_words", question, is_sure, _OF_EACH_WORD)
        numbers.update(some.numbers)
        is_all = is_all and some.is_all
    return _Candidates(sorted(numbers, reverse=True), len(numbers), is_all, is_sure)


def _ending(file: sqlite3.Connection, runs: list[str], rest: list[str]) -> _Candidates:
    """Units with a word that ends as the query begins, and one that begins as it ends."""
    first, *middle, last = runs
    question = list(rest)
    if len(_completed(file, f"{last}%", _MOST_ENDS + 1)) <= _MOST_ENDS:
        question.append(_beginning(" ".join([*middle, last])))
    elif middle:
        question.append(_exactly(" ".join(middle)))
    completed = _completed(file, f"%{first}", _MOST_ENDS + 1)
    if len(completed) <= _MOST_ENDS:
        question.append(f"({' OR '.join(map(_exactly, completed or [first]))})")
    if question == rest:
        return _newest(file)
    return _ask(file, "en_words", _all(question), False)


def _newest(file: sqlite3.Connection) -> _Candidates:
    """What is left to look at where a query says nothing that few units have."""
    rows = file.execute("SELECT id FROM units ORDER BY id DESC LIMIT ?", (_LOOKED_AT,))
    numbers = [row for (row,) in rows]
    return _Candidates(numbers, len(numbers), len(numbers) < _LOOKED_AT, False)


def _completed(file: sqlite3.Connection, pattern: str, most: int) -> list[str]:
    rows = file.execute("SELECT word FROM words WHERE word LIKE ? LIMIT ?", (pattern, most))
    return [word for (word,) in rows]


def _ask(
    file: sqlite3.Connection, index: str, question: str, is_sure: bool, most: int | None = None
) -> _Candidates:
    """Ask an index for its newest units, and how many there are if that will be the answer."""
    if not question:
        return _Candidates([], 0, True, True)
    match = f"FROM {index} WHERE {index} MATCH ?"
    limit = most or _LOOKED_AT
    rows = file.execute(f"SELECT rowid {match} ORDER BY rowid DESC LIMIT ?", (question, limit))
    numbers = [row for (row,) in rows]
    if len(numbers) < limit or most or not is_sure:
        return _Candidates(numbers, len(numbers), len(numbers) < limit, is_sure)
    (total,) = file.execute(f"SELECT count(*) {match}", (question,)).fetchone()
    return _Candidates(numbers, total, True, is_sure)


def _all(parts: Sequence[str]) -> str:
    return " AND ".join(parts)


def _exactly(piece: str) -> str:
    """A piece as FTS5 asks for it; pieces hold no quotation marks."""
    return f'"{piece}"'


def _beginning(piece: str) -> str:
    return f'"{piece}"*'
