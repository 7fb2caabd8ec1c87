"""Pairs, the links between them, and the whole bitext, to rows of the project file and back.

The sentences of one side are NULL for none, a number for one, a JSON list for more. NULL as a text
says that it is that one sentence, whole: most are, and then nothing is kept or held twice.
Invariant: what was put in comes out.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from aligner.alignment import Moved
from aligner.article import Article, Side
from aligner.bitext import WHOLE, Bitext, Cut, Pair, Status
from aligner.project.article_rows import read_article, read_metadata, write_article, write_metadata
from aligner.project.integrity import check_pair
from aligner.project.term_rows import read_terms, write_terms
from aligner.project.texts import stored, stored_value, text_of, value_of

STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}

_PAIR = "zh, en, zh_text, en_text, confidence, status, note, zh_cut, en_cut"
_ZH_TEXT, _EN_TEXT = (
    f"coalesce({side}_text,"
    f" (SELECT text FROM sentence WHERE side = '{side}' AND number = pair.{side}))"
    for side in ("zh", "en")
)
_WITH_TEXTS = f"zh, en, {_ZH_TEXT}, {_EN_TEXT}, confidence, status, note, zh_cut, en_cut"


def write_bitext(database: sqlite3.Connection, bitext: Bitext, ranks: Sequence[int]) -> None:
    """Write a bitext into empty tables."""
    write_metadata(database, {"level": bitext.level, "model": bitext.model})
    write_article(database, bitext.article)
    write_pairs(database, bitext.article, zip(ranks, bitext.pairs, strict=True))
    write_moved(database, bitext.moved)
    write_terms(database, bitext.terms)


def read_bitext(database: sqlite3.Connection) -> Bitext:
    """Return the bitext as it stands now."""
    about = read_metadata(database)
    article = read_article(database, about)
    zh, en = ([sentence.text for sentence in side.sentences] for side in (article.zh, article.en))
    # One by one: all rows of a book at once would be its largest moment in memory.
    rows = database.execute(f"SELECT {_PAIR} FROM pair ORDER BY rank")
    return Bitext(
        article=article,
        pairs=tuple(_pairs(rows, zh, en)),
        level=about["level"],
        model=about["model"],
        moved=read_moved(database),
        terms=read_terms(database),
    )


def read_ranks(database: sqlite3.Connection) -> array[int]:
    """Return the ranks of all pairs, in order."""
    return array("q", [rank for (rank,) in database.execute("SELECT rank FROM pair ORDER BY rank")])


def read_range(database: sqlite3.Connection, first: int, last: int) -> list[Pair]:
    """Return the pairs from one rank to another, both included."""
    rows = database.execute(
        f"SELECT {_WITH_TEXTS} FROM pair WHERE rank BETWEEN ? AND ? ORDER BY rank", (first, last)
    )
    return [check_pair(pair) for pair in _pairs(rows, (), ())]


def write_pairs(
    database: sqlite3.Connection, article: Article, pairs: Iterable[tuple[int, Pair]]
) -> None:
    """Put pairs at their ranks, in place of what stands there."""
    database.executemany(
        f"INSERT OR REPLACE INTO pair(rank, {_PAIR}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((rank, *_row(pair, article)) for rank, pair in pairs),
    )


def delete_pairs(database: sqlite3.Connection, ranks: Iterable[int]) -> None:
    """Take away the pairs that stand at these ranks."""
    database.executemany("DELETE FROM pair WHERE rank = ?", ((rank,) for rank in ranks))


def write_moved(database: sqlite3.Connection, links: Sequence[Moved]) -> None:
    """Put these links in the place of all that are there."""
    database.execute("DELETE FROM moved")
    database.executemany(
        "INSERT INTO moved VALUES (?, ?, ?, ?)",
        (
            (n, stored_value(link.zh), stored_value(link.en), link.confidence)
            for n, link in enumerate(links)
        ),
    )


def read_moved(database: sqlite3.Connection) -> tuple[Moved, ...]:
    """Return the links to moved text."""
    rows = database.execute("SELECT zh, en, confidence FROM moved ORDER BY number")
    return tuple(Moved(tuple(value_of(zh)), tuple(value_of(en)), sure) for zh, en, sure in rows)


def own_text(indices: tuple[int, ...], text: str, side: Side) -> str | None:
    """Return the text of a pair, or None if it is its one sentence, whole."""
    is_whole = len(indices) == 1 and text == side.sentences[indices[0]].text
    return None if is_whole else text


def _row(pair: Pair, article: Article) -> tuple[Any, ...]:
    zh_text = own_text(pair.zh, pair.zh_text, article.zh)
    en_text = own_text(pair.en, pair.en_text, article.en)
    return (
        _number(pair.zh),
        _number(pair.en),
        None if zh_text is None else stored(zh_text),
        None if en_text is None else stored(en_text),
        pair.confidence,
        pair.status,
        stored(pair.note),
        None if pair.zh_cut == WHOLE else stored_value(pair.zh_cut),
        None if pair.en_cut == WHOLE else stored_value(pair.en_cut),
    )


def _pairs(
    rows: Iterable[Sequence[Any]], zh_texts: Sequence[str], en_texts: Sequence[str]
) -> list[Pair]:
    # What is true of most rows is asked here and not in functions: it halves the time.
    return [
        Pair(
            (zh,) if type(zh) is int else _numbers(zh),
            (en,) if type(en) is int else _numbers(en),
            zh_texts[zh] if zh_text is None else text_of(zh_text),
            en_texts[en] if en_text is None else text_of(en_text),
            confidence,
            STATUSES[status],
            text_of(note) if note else "",
            WHOLE if zh_cut is None else _cut(zh_cut),
            WHOLE if en_cut is None else _cut(en_cut),
        )
        for zh, en, zh_text, en_text, confidence, status, note, zh_cut, en_cut in rows
    ]


def cut_of(value: Any) -> Cut:
    """Return a cut as JSON holds it; ValueError if it is none."""
    start, stop = value
    if type(start) is not int or not (stop is None or type(stop) is int):
        raise ValueError("a cut is no pair of places")
    return start, stop


def _number(indices: tuple[int, ...]) -> Any:
    if len(indices) == 1:
        return indices[0]
    return stored_value(indices) if indices else None


def _numbers(value: Any) -> tuple[int, ...]:
    return () if value is None else tuple(value_of(value))


def _cut(value: Any) -> Cut:
    return cut_of(value_of(value))
