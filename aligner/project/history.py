"""Changes to text and back, for the history of a project.

JSON that holds what the change holds. The text of a pair that is its one sentence, whole, is left
out, which keeps a new alignment of a book small. Invariant: what was put in comes out.
"""

from __future__ import annotations

import json
from typing import Any

from aligner.alignment.beads import Moved
from aligner.article import Article, Side
from aligner.bitext import Pair
from aligner.change import Change, Hunk


def written(change: Change, article: Article) -> str:
    """Return a change as JSON; half surrogate pairs stand in it as they are."""
    value = {
        "hunks": [
            [hunk.place, _pairs_out(hunk.old, article), _pairs_out(hunk.new, article)]
            for hunk in change.hunks
        ],
        "old_moved": [_link_out(link) for link in change.old_moved],
        "new_moved": [_link_out(link) for link in change.new_moved],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read(text: str, article: Article) -> Change:
    """Return the change that `written` made JSON of."""
    value = json.loads(text)
    return Change(
        tuple(
            Hunk(place, _pairs_in(old, article), _pairs_in(new, article))
            for place, old, new in value["hunks"]
        ),
        tuple(_link_in(link) for link in value["old_moved"]),
        tuple(_link_in(link) for link in value["new_moved"]),
    )


def _pairs_out(pairs: tuple[Pair, ...], article: Article) -> list[list[Any]]:
    return [
        [
            pair.zh,
            pair.en,
            _text_out(pair.zh, pair.zh_text, article.zh),
            _text_out(pair.en, pair.en_text, article.en),
            pair.confidence,
            pair.status,
            pair.note,
            pair.zh_cut,
            pair.en_cut,
        ]
        for pair in pairs
    ]


def _pairs_in(rows: list[list[Any]], article: Article) -> tuple[Pair, ...]:
    return tuple(
        Pair(
            tuple(zh),
            tuple(en),
            _text_in(zh, zh_text, article.zh),
            _text_in(en, en_text, article.en),
            confidence,
            status,
            note,
            (zh_cut[0], zh_cut[1]),
            (en_cut[0], en_cut[1]),
        )
        for zh, en, zh_text, en_text, confidence, status, note, zh_cut, en_cut in rows
    )


def _text_out(indices: tuple[int, ...], text: str, side: Side) -> str | None:
    is_whole = len(indices) == 1 and text == side.sentences[indices[0]].text
    return None if is_whole else text


def _text_in(indices: list[int], text: str | None, side: Side) -> str:
    return side.sentences[indices[0]].text if text is None else text


def _link_out(link: Moved) -> list[Any]:
    return [link.zh, link.en, link.confidence]


def _link_in(row: list[Any]) -> Moved:
    zh, en, confidence = row
    return Moved(tuple(zh), tuple(en), confidence)
