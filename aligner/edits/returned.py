"""What a reviewer wrote into a table of pairs and sent back, as edits to be taken one by one.

A row names its pair by its number. If pairs have been split or merged since the table was written,
the pair is the one whose text the row still has on one side, and a row that fits none is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aligner.article import Language
from aligner.bitext import Bitext, Pair, Status, separator
from aligner.edits.change import Change, replacement
from aligner.errors import ImpossibleEdit

_WORDS: dict[Status, str] = {
    "confirmed": "confirmed ok right 已確認 已确认",
    "review": "review 待查",
    "excluded": "excluded 不匯出 不导出",
}
"""What a reviewer may say of a pair; whatever else stands there says nothing."""
_STATUSES = {word: status for status, words in _WORDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row as it came back."""

    number: int
    """The number of its pair, from 1."""
    zh_text: str
    en_text: str
    remark: str = ""
    status: str = ""
    """What is said of the pair, in a word."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pair as it is, and as a reviewer wants it."""

    number: int
    """The number of the row."""
    place: int
    """Where the pair stands, from 0; taking a proposal moves no other pair."""
    old: Pair
    new: Pair


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of a table."""

    proposals: tuple[Proposal, ...]
    """In the order of the pairs; a pair that nobody changed is not among them."""
    strays: tuple[ReturnedRow, ...]
    """Rows whose pair is not to be found."""
    missing: int
    """Pairs that no row speaks of."""


def read_returned(bitext: Bitext, rows: Sequence[ReturnedRow]) -> Returned:
    """Return what the rows of a table would change of a bitext.

    A text that is emptied is no change: reviewers clear a cell by mistake more often than by
    intent. White space around a text is none either.
    """
    proposals: dict[int, Proposal] = {}
    strays: list[ReturnedRow] = []
    spoken_of: set[int] = set()
    places = _Places(bitext.pairs)
    for row in rows:
        place = places.of(row)
        if place is None or place in spoken_of:
            strays.append(row)
            continue
        spoken_of.add(place)
        old = bitext.pairs[place]
        new = _wanted(old, row)
        if new != old:
            proposals[place] = Proposal(row.number, place, old, new)
    in_order = tuple(proposals[place] for place in sorted(proposals))
    return Returned(in_order, tuple(strays), len(bitext.pairs) - len(spoken_of))


def take_returned(bitext: Bitext, proposal: Proposal) -> Change:
    """Make of a pair what a reviewer wants; raises ImpossibleEdit if it has changed since."""
    if bitext.pairs[proposal.place : proposal.place + 1] != (proposal.old,):
        raise ImpossibleEdit("The pair has changed since; read the table again.")
    return replacement(proposal.place, (proposal.old,), (proposal.new,))


class _Places:
    """Where the pair of a row stands."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        self._by_text: dict[str, list[int]] = {}
        for place, pair in enumerate(pairs):
            for text in _texts(pair.zh_text, pair.en_text):
                self._by_text.setdefault(text, []).append(place)

    def of(self, row: ReturnedRow) -> int | None:
        place = row.number - 1
        texts = set(_texts(row.zh_text, row.en_text))
        if 0 <= place < len(self._pairs):
            pair = self._pairs[place]
            if not texts or texts & set(_texts(pair.zh_text, pair.en_text)):
                return place
        elsewhere = [found for text in texts for found in self._by_text.get(text, ())]
        if elsewhere:
            return min(elsewhere, key=lambda found: (abs(found - place), found))
        # Both texts were changed: the number is all there is to go by.
        return place if 0 <= place < len(self._pairs) else None


def _texts(zh: str, en: str) -> Iterator[str]:
    return (text for text in (_bare(zh), _bare(en)) if text)


def status_said(text: str) -> Status | None:
    """Return the status that a reviewer gives a pair in a word; None for any other word."""
    return _STATUSES.get(text.strip().lower())


def _bare(text: str) -> str:
    return " ".join(text.split())


def _wanted(pair: Pair, row: ReturnedRow) -> Pair:
    """Return the pair as a row wants it."""
    zh = _text(pair.zh_text, row.zh_text, "zh")
    en = _text(pair.en_text, row.en_text, "en")
    status = status_said(row.status) or pair.status
    if (zh, en) != (pair.zh_text, pair.en_text):
        status = "excluded" if status == "excluded" else "edited"
    remark = row.remark.strip()
    kept = _bare(remark) in ("", _bare(pair.note)) or _is_rewrapped(pair.note, remark)
    note = pair.note if kept else remark
    return replace(pair, zh_text=zh, en_text=en, status=status, note=note)


def _is_rewrapped(old: str, new: str) -> bool:
    """Whether a text of several lines has come back as one."""
    return len(old.splitlines()) > 1 and "".join(old.split()) == "".join(new.split())


def _text(old: str, new: str, language: Language) -> str:
    """Return the text that a row wants; its line ends are those of a cell."""
    if _bare(new) in ("", _bare(old)) or _is_rewrapped(old, new):
        return old
    return separator(language).join(line.strip() for line in new.splitlines()).strip()
