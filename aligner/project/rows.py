"""Values to rows of the project file and back.

Sentence numbers of one side are NULL for none, a number for one, a JSON list for more. A text that
is no Unicode (half of a surrogate pair) is kept as bytes. Invariant: what was put in comes out.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

from aligner.alignment.beads import Moved
from aligner.article import Article, Language, Leftover, Markup, Paragraph, Sentence, Side
from aligner.bitext import WHOLE, Bitext, Cut, Pair, Status

Stored = str | bytes
"""A text as a row holds it."""

LANGUAGES: tuple[Language, Language] = ("zh", "en")
PAIR = "zh, en, zh_text, en_text, confidence, status, note, zh_cut, en_cut"
_WITH_TEXTS = PAIR.replace(
    "zh_text, en_text",
    ", ".join(
        f"coalesce({side}_text, (SELECT text FROM sentence WHERE side = '{side}'"
        f" AND number = pair.{side}))"
        for side in LANGUAGES
    ),
)
_STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}


def stored(text: str) -> Stored:
    """Return a text as a row can hold it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def text_of(value: Stored) -> str:
    """Return the text that a row holds."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")


def write_bitext(database: sqlite3.Connection, bitext: Bitext, ranks: Sequence[int]) -> None:
    """Write an article and its pairs into empty tables."""
    article = bitext.article
    about = {
        "level": bitext.level,
        "model": bitext.model,
        "layout": article.layout,
        "sources": article.sources,
        "encodings": article.encodings,
        "script": article.script,
        "script_share": article.script_share,
    }
    database.executemany(
        "INSERT INTO meta VALUES (?, ?)", ((name, json.dumps(about[name])) for name in about)
    )
    for side in (article.zh, article.en):
        _write_side(database, side)
    database.executemany(
        "INSERT INTO leftover VALUES (?, ?, ?, ?, ?, ?)",
        (
            (n, stored(left.text), stored(left.label), left.start, left.end, left.source)
            for n, left in enumerate(article.leftovers)
        ),
    )
    database.executemany(
        "INSERT INTO markup VALUES (?, ?, ?, ?, ?, ?)",
        (
            (n, stored(mark.text), mark.start, mark.end, stored(mark.stands_for), mark.source)
            for n, mark in enumerate(article.markup)
        ),
    )
    write_pairs(database, article, zip(ranks, bitext.pairs, strict=True))
    write_moved(database, bitext.moved)


def _write_side(database: sqlite3.Connection, side: Side) -> None:
    name = side.language
    database.executemany(
        "INSERT INTO paragraph VALUES (?, ?, ?, ?)",
        ((name, n, stored(part.text), part.kind) for n, part in enumerate(side.paragraphs)),
    )
    database.executemany(
        "INSERT INTO sentence VALUES (?, ?, ?, ?, ?, ?)",
        (
            (name, n, stored(sentence.text), sentence.paragraph, sentence.start, sentence.end)
            for n, sentence in enumerate(side.sentences)
        ),
    )


def write_pairs(
    database: sqlite3.Connection, article: Article, pairs: Iterable[tuple[int, Pair]]
) -> None:
    """Put pairs at their ranks, in place of what stands there."""
    database.executemany(
        f"INSERT OR REPLACE INTO pair(rank, {PAIR}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((rank, *pair_row(pair, article)) for rank, pair in pairs),
    )


def write_moved(database: sqlite3.Connection, links: Sequence[Moved]) -> None:
    """Put these links in the place of all that are there."""
    database.execute("DELETE FROM moved")
    database.executemany(
        "INSERT INTO moved VALUES (?, ?, ?, ?)",
        (
            (n, json.dumps(link.zh), json.dumps(link.en), link.confidence)
            for n, link in enumerate(links)
        ),
    )


def pair_row(pair: Pair, article: Article) -> tuple[Any, ...]:
    """Return a pair as the columns of `PAIR`."""
    return (
        _number(pair.zh),
        _number(pair.en),
        _own_text(pair.zh, pair.zh_text, article.zh),
        _own_text(pair.en, pair.en_text, article.en),
        pair.confidence,
        pair.status,
        stored(pair.note) if pair.note else None,
        None if pair.zh_cut == WHOLE else json.dumps(pair.zh_cut),
        None if pair.en_cut == WHOLE else json.dumps(pair.en_cut),
    )


def read_pairs(
    database: sqlite3.Connection, zh_texts: Sequence[str], en_texts: Sequence[str]
) -> list[Pair]:
    """Return all pairs, whose texts are those of the sentences wherever they are the same."""
    rows = database.execute(f"SELECT {PAIR} FROM pair ORDER BY rank").fetchall()
    return list(_pairs(rows, zh_texts, en_texts))


def read_ranks(database: sqlite3.Connection) -> array[int]:
    """Return the ranks of all pairs, in order."""
    return array("q", [rank for (rank,) in database.execute("SELECT rank FROM pair ORDER BY rank")])


def read_bitext(database: sqlite3.Connection) -> Bitext:
    """Return all that `write_bitext` wrote, as it stands now."""
    about = read_about(database)
    article = read_article(database, about)
    zh, en = ([sentence.text for sentence in side.sentences] for side in (article.zh, article.en))
    return Bitext(
        article=article,
        pairs=tuple(read_pairs(database, zh, en)),
        level=about["level"],
        model=about["model"],
        moved=read_moved(database),
    )


def read_stretch(database: sqlite3.Connection, first: int, last: int) -> list[Pair]:
    """Return the pairs from one rank to another, both included."""
    rows = database.execute(
        f"SELECT {_WITH_TEXTS} FROM pair WHERE rank BETWEEN ? AND ? ORDER BY rank", (first, last)
    )
    return list(_pairs(rows.fetchall(), (), ()))


def read_moved(database: sqlite3.Connection) -> tuple[Moved, ...]:
    """Return the links to moved text."""
    rows = database.execute("SELECT zh, en, confidence FROM moved ORDER BY number")
    return tuple(Moved(tuple(json.loads(zh)), tuple(json.loads(en)), sure) for zh, en, sure in rows)


def read_about(database: sqlite3.Connection) -> dict[str, Any]:
    """Return what is said once of the whole bitext, by name."""
    return {
        name: json.loads(value) for name, value in database.execute("SELECT name, value FROM meta")
    }


def read_article(database: sqlite3.Connection, about: dict[str, Any]) -> Article:
    """Return the article as it was read."""
    zh, en = (_read_side(database, language) for language in LANGUAGES)
    leftovers = database.execute(
        "SELECT text, label, start, stop, source FROM leftover ORDER BY number"
    )
    markup = database.execute(
        "SELECT text, start, stop, stands_for, source FROM markup ORDER BY number"
    )
    return Article(
        zh=zh,
        en=en,
        leftovers=tuple(
            Leftover(text_of(text), text_of(label), start, stop, source)
            for text, label, start, stop, source in leftovers
        ),
        layout=about["layout"],
        sources=tuple(about["sources"]),
        encodings=tuple(about["encodings"]),
        script=about["script"],
        script_share=about["script_share"],
        markup=tuple(
            Markup(text_of(text), start, stop, text_of(stands_for), source)
            for text, start, stop, stands_for, source in markup
        ),
    )


def _read_side(database: sqlite3.Connection, language: Language) -> Side:
    paragraphs = database.execute(
        "SELECT text, kind FROM paragraph WHERE side = ? ORDER BY number", (language,)
    ).fetchall()
    sentences = database.execute(
        "SELECT text, paragraph, start, stop FROM sentence WHERE side = ? ORDER BY number",
        (language,),
    ).fetchall()
    return Side(
        language=language,
        paragraphs=tuple(Paragraph(text_of(text), kind) for text, kind in paragraphs),
        sentences=tuple(
            Sentence(text if type(text) is str else text_of(text), paragraph, start, stop)
            for text, paragraph, start, stop in sentences
        ),
    )


def _pairs(
    rows: Iterable[Sequence[Any]], zh_texts: Sequence[str], en_texts: Sequence[str]
) -> Iterator[Pair]:
    for zh, en, zh_text, en_text, confidence, status, note, zh_cut, en_cut in rows:
        yield Pair(
            _numbers(zh),
            _numbers(en),
            _text(zh, zh_text, zh_texts),
            _text(en, en_text, en_texts),
            confidence,
            _STATUSES[status],
            text_of(note) if note is not None else "",
            _cut(zh_cut) if zh_cut is not None else WHOLE,
            _cut(en_cut) if en_cut is not None else WHOLE,
        )


def _text(number: Any, text: Any, texts: Sequence[str]) -> str:
    if text is None:
        return "" if number is None else texts[number]
    return text if type(text) is str else text_of(text)


def _own_text(indices: tuple[int, ...], text: str, side: Side) -> Stored | None:
    """Return the text of a pair unless it is its one sentence, or there is none."""
    if len(indices) == 1 and text == side.sentences[indices[0]].text:
        return None
    return stored(text) if indices or text else None


def _number(indices: tuple[int, ...]) -> int | str | None:
    if len(indices) == 1:
        return indices[0]
    return json.dumps(indices) if indices else None


def _numbers(value: int | str | None) -> tuple[int, ...]:
    if type(value) is int:
        return (value,)
    return tuple(json.loads(str(value))) if value is not None else ()


def _cut(value: str) -> Cut:
    start, stop = json.loads(value)
    return start, stop
