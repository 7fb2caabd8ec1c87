"""The history of a project: every edit in order, how far it is done, and where the cursor is.

An edit is kept as JSON that holds what its change holds; the text of a pair that is its one
sentence, whole, is left out, which keeps a new alignment of a book small. The column `kind` says
what an edit is a change of: of pairs or of terms. Invariant: what was put in comes out.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any

from aligner.alignment import Moved
from aligner.article import Article
from aligner.bitext import Pair
from aligner.edits import Change, Hunk
from aligner.project.integrity import check_pair
from aligner.project.pair_rows import STATUSES, cut_of, own_text
from aligner.project.term_rows import term_from_json, term_to_json
from aligner.project.texts import Stored, stored, stored_value, text_of, value_of


def begin(database: sqlite3.Connection) -> None:
    """Begin the history of a new project."""
    database.execute("INSERT INTO state(id, done, cursor) VALUES (1, NULL, 0)")


def read_state(database: sqlite3.Connection) -> tuple[int, int]:
    """Return the number of the last edit that is done, 0 for none, and the place of the cursor."""
    done, cursor = database.execute("SELECT done, cursor FROM state").fetchone()
    return int(done or 0), int(cursor)


def write_state(database: sqlite3.Connection, done: int, cursor: int) -> None:
    """Write down what `read_state` reads."""
    database.execute("UPDATE state SET done = ?, cursor = ?", (done or None, cursor))


def add(
    database: sqlite3.Connection, number: int, label: str, change: Change, article: Article
) -> None:
    """Add an edit as the last one; those that stand at its number or behind it go."""
    # The state may not point to an edit that is gone; it is written after this.
    database.execute("UPDATE state SET done = NULL")
    database.execute("DELETE FROM edit WHERE number >= ?", (number,))
    time = datetime.now(UTC).isoformat(timespec="seconds")
    database.execute(
        "INSERT INTO edit(number, kind, label, change, time) VALUES (?, ?, ?, ?, ?)",
        (
            number,
            "terms" if change.touches_terms else "pairs",
            stored(label),
            change_to_json(change, article),
            time,
        ),
    )


def label_of(database: sqlite3.Connection, number: int) -> str | None:
    """Return what an edit is called; None if there is none of that number."""
    row = database.execute("SELECT label FROM edit WHERE number = ?", (number,)).fetchone()
    return None if row is None else text_of(row[0])


def change_of(database: sqlite3.Connection, number: int, article: Article) -> Change:
    """Return the change that an edit made; it must be there."""
    (text,) = database.execute("SELECT change FROM edit WHERE number = ?", (number,)).fetchone()
    return change_from_json(text, article)


def change_to_json(change: Change, article: Article) -> Stored:
    """Return a change as JSON, as a row can hold it."""
    value = {
        "hunks": [
            [
                hunk.place,
                [_pair_out(pair, article) for pair in hunk.old],
                [_pair_out(pair, article) for pair in hunk.new],
            ]
            for hunk in change.hunks
        ],
        "old_moved": [_link_out(link) for link in change.old_moved],
        "new_moved": [_link_out(link) for link in change.new_moved],
        "old_terms": [term_to_json(term) for term in change.old_terms],
        "new_terms": [term_to_json(term) for term in change.new_terms],
    }
    return stored_value(value)


def change_from_json(row: Stored, article: Article) -> Change:
    """Return the change that `change_to_json` made JSON of."""
    value = value_of(row)
    return Change(
        tuple(
            Hunk(
                place,
                tuple(_pair_in(row, article) for row in old),
                tuple(_pair_in(row, article) for row in new),
            )
            for place, old, new in value["hunks"]
        ),
        tuple(_link_in(row) for row in value["old_moved"]),
        tuple(_link_in(row) for row in value["new_moved"]),
        # Edits of version 1 knew no terms.
        tuple(term_from_json(row) for row in value.get("old_terms", ())),
        tuple(term_from_json(row) for row in value.get("new_terms", ())),
    )


def _pair_out(pair: Pair, article: Article) -> list[Any]:
    return [
        pair.zh,
        pair.en,
        own_text(pair.zh, pair.zh_text, article.zh),
        own_text(pair.en, pair.en_text, article.en),
        pair.confidence,
        pair.status,
        pair.note,
        pair.zh_cut,
        pair.en_cut,
    ]


def _pair_in(row: list[Any], article: Article) -> Pair:
    zh, en, zh_text, en_text, confidence, status, note, zh_cut, en_cut = row
    pair = Pair(
        tuple(zh),
        tuple(en),
        article.zh.sentences[zh[0]].text if zh_text is None else zh_text,
        article.en.sentences[en[0]].text if en_text is None else en_text,
        confidence,
        STATUSES[status],
        note,
        cut_of(zh_cut),
        cut_of(en_cut),
    )
    return check_pair(pair)


def _link_out(link: Moved) -> list[Any]:
    return [link.zh, link.en, link.confidence]


def _link_in(row: list[Any]) -> Moved:
    zh, en, confidence = row
    return Moved(tuple(zh), tuple(en), float(confidence))
