"""What a paragraph ends with, and what that says: whether it is a heading, whether it goes on."""

from __future__ import annotations

import re

from aligner.script import weigh

FINAL = frozenset("。！？!?.…｡；;﹒﹗﹖﹔︒︕︖")
"""Marks that end a sentence or a long part of one."""
_CLOSING = "”’」』）》】〉〕］\"')]"
_NOTE = re.compile(r"(?:[\[［〔]\s?\d{1,3}\s?[\]］〕]|[¹²³⁰⁴-⁹]{1,3}|[*†‡§※]{1,3})+$")
"""Marks of notes, which stand behind a stop as closing marks do."""
_NUMBER = re.compile(
    r"[ \t]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|"
    r"\d{1,2}[.．、)](?!\d))"
)
_LONGEST_HEADING = 200
_MOST_HAN = 60
_MOST_WORDS = 25


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a final mark, closing marks behind it aside."""
    bare = _bare(text[-24:])
    return bool(bare) and bare[-1] in FINAL


def _bare(text: str) -> str:
    """Return a text without the marks of notes and those that close it."""
    solid = text.rstrip()
    note = _NOTE.search(solid, max(0, len(solid) - 16))
    return (solid[: note.start()] if note else solid).rstrip(_CLOSING).rstrip()


def is_heading(text: str) -> bool:
    """Whether a paragraph is as short as a heading and ends as one, without a final mark."""
    if len(text) > _LONGEST_HEADING or text[-1] in "，,、：:—":
        return False
    bare = _bare(text)
    if not bare or bare[-1] in FINAL - {"?", "？"}:
        return False
    if bare[-1] in "?？" and not _NUMBER.match(text) and sum(c in FINAL for c in text) > 1:
        return False
    if bare[-1] not in "?？" and any(mark in text for mark in ("。", "；")):
        return False
    return han(text) <= _MOST_HAN and words(text) <= _MOST_WORDS


def numbered(text: str) -> bool:
    """Whether a text begins as the parts of a numbered list do."""
    return _NUMBER.match(text) is not None


def han(text: str) -> int:
    """Return the number of Han characters."""
    return weigh(text)[0]


def words(text: str) -> int:
    """Return the number of words in Latin letters."""
    return weigh(text)[1]


def weight(text: str) -> int:
    """Return a length to compare the languages by: Han characters, and words twice."""
    chinese, latin = weigh(text)
    return chinese + 2 * latin
