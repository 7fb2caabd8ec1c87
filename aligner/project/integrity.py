"""Whether the rows of a project fit together, before anything is made of them.

SQLite keeps whatever is put into a column, and a project may have been damaged or written by
another program. Types, ranges, and the numbers that one table names of another are asked of SQLite,
in one question a table, which costs a twentieth of reading them; that pairs hold each sentence once
is looked at in the bitext. Whatever is wrong raises ValueError, which `messages.reading` turns into
a sentence. What a unit said beside its texts is looked at when it is asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import get_args

from aligner.article import Language, Layout, ParagraphKind
from aligner.bitext import WHOLE, Bitext, Cut, Level, Pair
from aligner.edits import Change
from aligner.term import Decision

_FURTHEST = 2**61
"""Behind it ranks and places could not be counted on."""
_ROUNDING = 1e-6
"""By which a probability may miss the range from 0 to 1."""


def _is(kinds: str, *columns: str) -> str:
    """The condition that columns hold values of these kinds."""
    names = ", ".join(f"'{kind}'" for kind in kinds.split())
    return " AND ".join(f"typeof({column}) IN ({names})" for column in columns)


def _one_of(column: str, values: Iterable[object]) -> str:
    names = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({names})"


_TEXT = "text blob"  # half of a surrogate pair makes a blob of a text
_CONFIDENCE = f"confidence BETWEEN {-_ROUNDING} AND {1 + _ROUNDING}"
_LANGUAGES = _one_of("side", get_args(Language))
_SPAN = f"typeof(start + stop) = 'integer' AND start BETWEEN 0 AND stop AND stop < {_FURTHEST}"
_TIME = (
    "(start IS NULL AND stop IS NULL OR typeof(start) = 'integer' AND typeof(stop) = 'integer'"
    f" AND max(abs(start), abs(stop)) < {_FURTHEST})"
)
_SOURCE = _is("integer", "source") + " AND source >= 0"

_SOUND: dict[str, tuple[str, ...]] = {
    "meta": (_is("text", "name"), _is(_TEXT, "value")),
    "paragraph": (_LANGUAGES, _is(_TEXT, "text"), _one_of("kind", get_args(ParagraphKind)), _TIME),
    "sentence": ("typeof(start + paragraph) = 'integer'", _SPAN),
    "leftover": (_is(_TEXT, "text", "label"), _SPAN, _SOURCE),
    "markup": (_is(_TEXT, "text", "stands_for"), _SPAN, _SOURCE),
    "pair": (
        f"rank BETWEEN -{_FURTHEST} AND {_FURTHEST}",
        _CONFIDENCE,
    ),
    "moved": (_is(_TEXT, "zh", "en"), _CONFIDENCE),
    "term": (
        _is(_TEXT, "zh", "en", "zh_variants", "en_variants", "domain", "note"),
        _one_of("decision", get_args(Decision)),
    ),
    "edit": (
        f"number BETWEEN 1 AND {_FURTHEST}",
        _one_of("kind", ("pairs", "terms")),
        _is(_TEXT, "label", "change"),
        _is("text", "time"),
    ),
    "state": (
        _is("null integer", "done"),
        _is("integer", "cursor"),
        f"cursor BETWEEN 0 AND {_FURTHEST}",
        "(done IS NULL OR done IN (SELECT number FROM edit))",
    ),
    "setting": (_is("text", "name"), _is(_TEXT, "value")),
    "unit": (
        _is("null integer", "zh", "en", "element"),
        _is(_TEXT, "zh_code", "en_code", "said"),
        "(source IS NULL OR " + _one_of("source", get_args(Language)) + ")",
        "(element IS NULL OR element IN (SELECT number FROM element))",
    ),
    "element": (_is("text", "form", "text", "before"),),
}
"""What must be true of each row of a table, as far as reading it would not fail.

A text or a list that is none, and a status that nobody knows, cannot be read; asking for them here
would double the time. Texts are greater than all numbers, so that none is in a range.
"""


def check_rows(database: sqlite3.Connection) -> None:
    """Raise ValueError if a row of any table is of another kind than what this program writes."""
    for table, conditions in _SOUND.items():
        sound = " AND ".join(conditions)
        # A comparison with NULL is neither true nor false, and then the row is not sound either.
        question = f"SELECT 1 FROM {table} WHERE ({sound}) IS NOT TRUE LIMIT 1"
        if database.execute(question).fetchone():
            raise ValueError(f"a row of {table} makes no sense")
    for language in get_args(Language):
        _check_numbering(database, language)


def _check_numbering(database: sqlite3.Connection, language: Language) -> None:
    """Check that rows of a side are numbered from 0, and that each sentence has its paragraph."""
    (paragraphs, *ends) = database.execute(
        "SELECT count(*), min(number), max(number) FROM paragraph WHERE side = ?", (language,)
    ).fetchone()
    if paragraphs and ends != [0, paragraphs - 1]:
        raise ValueError("a paragraph is missing")
    count, first, last, lowest, highest = database.execute(
        "SELECT count(*), min(number), max(number), min(paragraph), max(paragraph)"
        " FROM sentence WHERE side = ?",
        (language,),
    ).fetchone()
    if count and ((first, last) != (0, count - 1) or not 0 <= lowest <= highest < paragraphs):
        raise ValueError("a sentence, or its paragraph, is missing")


def check_bitext(bitext: Bitext) -> None:
    """Raise ValueError unless each sentence is in one pair, whole, or in parts that tile it."""
    article = bitext.article
    _check_about(bitext)
    sources = len(article.sources)
    numbers = [part.source for part in article.leftovers]
    numbers += [part.source for part in article.markup]
    if any(number >= sources for number in numbers):
        raise ValueError("a leftover is of no source")
    _check_side([(pair.zh, pair.zh_cut) for pair in bitext.pairs], len(article.zh.sentences))
    _check_side([(pair.en, pair.en_cut) for pair in bitext.pairs], len(article.en.sentences))
    _check_links(bitext)


def check_change(change: Change, changed: Bitext) -> None:
    """Raise ValueError unless a change of a sound bitext, made already, has left it sound.

    The pairs that it puts there must hold the same text of both sides as those that it took away;
    the others are not gone through, of which a book has very many.
    """
    _check_about(changed)
    _check_links(changed)
    old = [pair for hunk in change.hunks for pair in hunk.old]
    new = [pair for hunk in change.hunks for pair in hunk.new]
    if _held([(pair.zh, pair.zh_cut) for pair in old]) != _held(
        [(pair.zh, pair.zh_cut) for pair in new]
    ) or _held([(pair.en, pair.en_cut) for pair in old]) != _held(
        [(pair.en, pair.en_cut) for pair in new]
    ):
        raise ValueError("a change adds or drops a sentence")


def _check_links(bitext: Bitext) -> None:
    article = bitext.article
    for link in bitext.moved:
        if not link.zh or not link.en:
            raise ValueError("a link leads nowhere")
        check_numbers(link.zh, len(article.zh.sentences))
        check_numbers(link.en, len(article.en.sentences))


def _check_about(bitext: Bitext) -> None:
    """Check what is said once of a bitext, and its terms."""
    article = bitext.article
    check_texts(*article.sources, *article.encodings, article.script, bitext.model)
    if not article.sources or article.layout not in get_args(Layout):
        raise ValueError("the article is laid out in no known way")
    if bitext.level not in get_args(Level):
        raise ValueError("the pairs are of no known level")
    if article.source_language not in (None, *get_args(Language)):
        raise ValueError("the text was translated from no known language")
    if not 0 <= article.script_share <= 1 + _ROUNDING:
        raise ValueError("a share is none")
    for term in bitext.terms:
        check_texts(*term.zh_variants, *term.en_variants)


def check_texts(*values: object) -> None:
    """Raise ValueError unless all of these are texts."""
    if not all(type(value) is str for value in values):
        raise ValueError("something stands where a text belongs")


def check_pair(pair: Pair) -> Pair:
    """Return a pair that came alone, from the file or its history; ValueError if it is none."""
    check_texts(pair.zh_text, pair.en_text, pair.note)
    if not all(type(number) is int for number in (*pair.zh, *pair.en)):
        raise ValueError("sentences are named by something else than their numbers")
    check_confidence(pair.confidence)
    return pair


def check_confidence(value: float) -> None:
    """Raise ValueError, or TypeError, unless this is a probability."""
    if not -_ROUNDING <= value <= 1 + _ROUNDING:
        raise ValueError("a confidence is no probability")


def check_numbers(numbers: Sequence[int], count: int) -> None:
    """Raise ValueError unless these are numbers of `count` sentences, each once."""
    if not numbers:
        return
    if not all(type(number) is int for number in numbers) or len(set(numbers)) < len(numbers):
        raise ValueError("sentences are named by something else than their numbers")
    if not 0 <= min(numbers) <= max(numbers) < count:
        raise ValueError("a sentence is named that is not there")


def _held(parts: list[tuple[tuple[int, ...], Cut]]) -> dict[int, list[Cut]]:
    """Return which stretches of which sentences some pairs hold, neighbouring ones as one.

    ValueError where a stretch is held twice.
    """
    whole: list[int] = []
    held: dict[int, list[Cut]] = {}
    for numbers, cut in parts:
        if cut == WHOLE:
            whole += numbers
        else:
            _take_apart(numbers, cut, whole, held)
    for number in whole:
        held.setdefault(number, []).append(WHOLE)
    return {number: _joined(cuts) for number, cuts in held.items()}


def _joined(cuts: list[Cut]) -> list[Cut]:
    found: list[Cut] = []
    for start, stop in sorted(cuts, key=lambda cut: cut[0]):
        before = found[-1][1] if found else -1
        if before is None or start < before:
            raise ValueError("a part of a sentence is in two pairs")
        if found and start == before:
            found[-1] = found[-1][0], stop
        else:
            found.append((start, stop))
    return found


def _check_side(parts: list[tuple[tuple[int, ...], Cut]], count: int) -> None:
    """Check one side of all pairs: their sentences, and where those are cut."""
    whole: list[int] = []
    pieces: dict[int, list[Cut]] = {}
    for numbers, cut in parts:
        if cut == WHOLE:
            whole += numbers
        else:
            _take_apart(numbers, cut, whole, pieces)
    check_numbers(whole, count)
    check_numbers(list(pieces), count)
    if len(whole) + len(pieces) != count or not pieces.keys().isdisjoint(whole):
        raise ValueError("a sentence is in no pair, or in two")
    for cuts in pieces.values():
        if not _tile(cuts):
            raise ValueError("the parts of a sentence do not follow each other")


def _take_apart(
    numbers: tuple[int, ...], cut: Cut, whole: list[int], pieces: dict[int, list[Cut]]
) -> None:
    """Sort the sentences of a pair that is cut: those that are whole, and the parts of others."""
    if not numbers:
        raise ValueError("nothing is cut")
    start, stop = cut
    if len(numbers) == 1:
        pieces.setdefault(numbers[0], []).append(cut)
        return
    for number, part in ((numbers[0], (start, None)), (numbers[-1], (0, stop))):
        if part == WHOLE:
            whole.append(number)
        else:
            pieces.setdefault(number, []).append(part)
    whole += numbers[1:-1]


def _tile(cuts: list[Cut]) -> bool:
    """Whether parts begin where others end, from the beginning of a sentence to its end."""
    if not all(start >= 0 for start, _ in cuts):
        return False
    ends: dict[int, int | None] = dict(cuts)
    place: int | None = 0
    for _ in cuts:
        if place is None or place not in ends:
            return False
        place = ends.pop(place)
    return place is None
