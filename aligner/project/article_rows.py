"""An article to rows of the project file and back.

Written when the project is made, or brought to a new version of its article; no edit changes it.
Invariant: what was put in comes out.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from aligner.article import (
    Article,
    Language,
    Leftover,
    Markup,
    Paragraph,
    Sentence,
    Side,
    TimeSpan,
)
from aligner.project.integrity import check_texts
from aligner.project.texts import stored, stored_value, text_of, value_of


def write_metadata(database: sqlite3.Connection, about: dict[str, Any]) -> None:
    """Write down what is said once, by name."""
    rows = [(name, stored_value(value)) for name, value in about.items()]
    database.executemany("INSERT INTO meta VALUES (?, ?)", rows)


def read_metadata(database: sqlite3.Connection) -> dict[str, Any]:
    """Return what is said once, by name."""
    rows = database.execute("SELECT name, value FROM meta")
    return {name: value_of(value) for name, value in rows}


def read_sources(database: sqlite3.Connection) -> tuple[str, ...]:
    """Return the paths that the article was read from; ValueError if they are none."""
    rows = database.execute("SELECT value FROM meta WHERE name = 'sources'").fetchall()
    names = tuple(value_of(rows[0][0])) if rows else ()
    check_texts(*names)
    return names


def write_source_language(database: sqlite3.Connection, language: Language) -> None:
    """Write down which language was translated from, in place of what was known."""
    database.execute("DELETE FROM meta WHERE name = 'source_language'")
    write_metadata(database, {"source_language": language})


def write_article(database: sqlite3.Connection, article: Article) -> None:
    """Write an article into empty tables."""
    about = {
        "layout": article.layout,
        "sources": article.sources,
        "encodings": article.encodings,
        "script": article.script,
        "script_share": article.script_share,
        "source_language": article.source_language,
        "walls": article.walls,
        "left_out": article.left_out,
    }
    write_metadata(database, about)
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


def read_article(database: sqlite3.Connection, about: dict[str, Any]) -> Article:
    """Return the article as it was read; `about` is what `read_metadata` returns."""
    leftovers = database.execute(
        "SELECT text, label, start, stop, source FROM leftover ORDER BY number"
    )
    markup = database.execute(
        "SELECT text, start, stop, stands_for, source FROM markup ORDER BY number"
    )
    return Article(
        zh=_read_side(database, "zh"),
        en=_read_side(database, "en"),
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
        # Before version 3 nobody said so.
        source_language=about.get("source_language"),
        # Before version 4 nothing stood between sections.
        walls=tuple((zh, en) for zh, en in about.get("walls", ())),
        left_out=tuple((name, number) for name, number in about.get("left_out", ())),
    )


def _write_side(database: sqlite3.Connection, side: Side) -> None:
    name = side.language
    database.executemany(
        "INSERT INTO paragraph VALUES (?, ?, ?, ?, ?, ?)",
        (
            (name, n, stored(part.text), part.kind, *(part.time or (None, None)))
            for n, part in enumerate(side.paragraphs)
        ),
    )
    database.executemany(
        "INSERT INTO sentence VALUES (?, ?, ?, ?, ?, ?)",
        (
            (name, n, stored(sentence.text), sentence.paragraph, sentence.start, sentence.end)
            for n, sentence in enumerate(side.sentences)
        ),
    )


def _read_side(database: sqlite3.Connection, language: Language) -> Side:
    paragraphs = database.execute(
        "SELECT text, kind, start, stop FROM paragraph WHERE side = ? ORDER BY number", (language,)
    )
    # All at once: rows that are fetched one by one take half as long again.
    sentences = database.execute(
        "SELECT text, paragraph, start, stop FROM sentence WHERE side = ? ORDER BY number",
        (language,),
    ).fetchall()
    return Side(
        language=language,
        paragraphs=tuple(
            Paragraph(text_of(text), kind, None if start is None else TimeSpan(start, stop))
            for text, kind, start, stop in paragraphs
        ),
        sentences=tuple(
            [
                Sentence(text if type(text) is str else text_of(text), paragraph, start, stop)
                for text, paragraph, start, stop in sentences
            ]
        ),
    )
