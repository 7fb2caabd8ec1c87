"""What pairs of a changed stretch take over from those that stood there before.

An old pair goes to the new one that holds most of its sentences, or, where none of them is left, to
one that is worded much like it. A pair whose sentences are all as they were takes everything over;
any other takes the remark, the text that a translator wrote over a side that has stayed, and, since
what was decided was decided of another text, the mark of a pair to be looked at. What the old pair
said is then remarked. Invariant: an old pair goes to one new pair at most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from aligner.article import Article
from aligner.bitext import Pair, text_of
from aligner.script import HAN
from aligner.updating.carrying import Version, is_cut
from aligner.updating.matching import key_of
from aligner.updating.values import is_worked_on

_WORD = re.compile(rf"[^\W_{HAN}]+")
_HAN_RUN = re.compile(rf"[{HAN}]+")
_ALIKE = 0.5
"""How much of their wording two versions of a sentence have in common, at least."""
_LOOKED_AT = 2_000
"""Characters of a text that are compared with another one."""
_WINDOW = 20
"""Pairs on either side of its place among which another version of a pair is looked for."""

Texts = tuple[tuple[str, ...], tuple[str, ...]]
"""The sentences of a pair, as they are compared."""


@dataclass(slots=True)
class Draft:
    """A pair of a changed stretch as it was aligned, and what it is to take over."""

    pair: Pair
    old: list[Pair]
    is_kept: bool = False
    """Whether it is an old pair as it was."""


class Moved:
    """The old pairs that are in no wall, by their sentences, each to be taken once."""

    def __init__(self, article: Article, pairs: Iterable[Pair]) -> None:
        self._article = article
        self._left: defaultdict[Texts, deque[Pair]] = defaultdict(deque)
        for pair in pairs:
            if not is_cut(pair):
                self._left[texts_of(article, pair)].append(pair)
        self.taken: set[int] = set()
        """The identities of the pairs that have been taken."""

    def take(self, texts: Texts) -> Pair | None:
        """Return an old pair of these sentences that nobody has taken; None if there is none."""
        found = self._left.get(texts)
        if not found:
            return None
        pair = found.popleft()
        self.taken.add(id(pair))
        return pair


def texts_of(article: Article, pair: Pair) -> Texts:
    """Return the sentences of a pair on both sides, as they are compared."""
    return (
        tuple(key_of(article.zh.sentences[i].text) for i in pair.zh),
        tuple(key_of(article.en.sentences[j].text) for j in pair.en),
    )


def hand_over(version: Version, old: Sequence[Pair], drafts: Sequence[Draft]) -> list[Pair]:
    """Give the old pairs of a stretch to its new ones; return those that nobody takes."""
    open_drafts = [draft for draft in drafts if not draft.is_kept]
    home = _homes(open_drafts)
    rest: list[tuple[int, Pair]] = []
    for place, pair in enumerate(old):
        votes = Counter(home[key] for key in _survivors(version, pair) if key in home)
        if votes:
            best = min(votes, key=lambda number: (-votes[number], number))
            open_drafts[best].old.append(pair)
        else:
            rest.append((place, pair))
    return _without_alike(rest, len(old), open_drafts)


def inherited(version: Version, draft: Draft) -> Pair:
    """Return the pair of a draft with what it takes over from its old pairs."""
    pair, old = draft.pair, draft.old
    if not old:
        return pair
    pair = _with_kept_texts(version, pair, old)
    notes = [p.note for p in old if p.note]
    if any(is_worked_on(p) or is_rewritten(version.old.article, p) for p in old):
        pair = replace(pair, status="review")
        notes += _remark(old, pair)
    return replace(pair, note="\n".join(dict.fromkeys(notes)))


def is_rewritten(article: Article, pair: Pair) -> bool:
    """Whether a translator has written another text over the sentences of a pair."""
    return (pair.zh_text, pair.en_text) != (
        text_of(article.zh, pair.zh, pair.zh_cut),
        text_of(article.en, pair.en, pair.en_cut),
    )


def pieces_of(text: str) -> frozenset[str]:
    """Return what the beginning of a text is compared by: its words, and Chinese letter pairs."""
    text = text[:_LOOKED_AT].casefold()
    runs = _HAN_RUN.findall(text)
    return frozenset(_WORD.findall(text)).union(*(map("".join, pairwise(run)) for run in runs))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how alike two texts are worded, 0 to 1: the Dice coefficient of their pieces."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def are_alike(one: str, other: str) -> bool:
    """Whether two texts are worded much alike."""
    return likeness(pieces_of(one), pieces_of(other)) >= _ALIKE


def _homes(drafts: Sequence[Draft]) -> dict[tuple[str, int], int]:
    found = {("zh", i): n for n, draft in enumerate(drafts) for i in draft.pair.zh}
    return found | {("en", j): n for n, draft in enumerate(drafts) for j in draft.pair.en}


def _survivors(version: Version, pair: Pair) -> Iterator[tuple[str, int]]:
    """Yield the sentences of an old pair that are there still, in their new numbers."""
    for side, places, numbers in (("zh", version.zh, pair.zh), ("en", version.en, pair.en)):
        yield from ((side, place) for n in numbers if (place := places[n]) is not None)


def _without_alike(
    rest: Sequence[tuple[int, Pair]], count: int, drafts: Sequence[Draft]
) -> list[Pair]:
    """Give old pairs, each with its place of `count`, to new ones near it that are worded alike.

    Return those that are like none.
    """
    if not rest:
        return []
    pieces = [_pieces(draft.pair) for draft in drafts]
    gone = []
    for place, pair in rest:
        middle = round(place / count * len(drafts))
        ours = _pieces(pair)
        near = range(max(0, middle - _WINDOW), min(middle + _WINDOW, len(drafts)))
        free = (n for n in near if not drafts[n].old)
        best = max(free, key=lambda n: _most_alike(ours, pieces[n]), default=None)
        if best is not None and _most_alike(ours, pieces[best]) >= _ALIKE:
            drafts[best].old.append(pair)
        else:
            gone.append(pair)
    return gone


_Pieces = tuple[frozenset[str], frozenset[str]]


def _pieces(pair: Pair) -> _Pieces:
    return pieces_of(pair.zh_text), pieces_of(pair.en_text)


def _most_alike(one: _Pieces, other: _Pieces) -> float:
    return max(likeness(a, b) for a, b in zip(one, other, strict=True))


def _with_kept_texts(version: Version, new: Pair, old: Sequence[Pair]) -> Pair:
    """Return a pair with what a translator wrote over a side of it that has stayed."""
    for pair in old:
        if is_cut(pair):
            continue
        article = version.old.article
        if (
            pair.zh_text != text_of(article.zh, pair.zh)
            and tuple(version.zh[i] for i in pair.zh) == new.zh
        ):
            new = replace(new, zh_text=pair.zh_text)
        if (
            pair.en_text != text_of(article.en, pair.en)
            and tuple(version.en[j] for j in pair.en) == new.en
        ):
            new = replace(new, en_text=pair.en_text)
    return new


def _remark(old: Sequence[Pair], new: Pair) -> list[str]:
    """Return what the old pairs said where the new one says something else."""
    said = [
        " ".join(text for text in texts if text)
        for texts, now in (
            ([pair.zh_text for pair in old], new.zh_text),
            ([pair.en_text for pair in old], new.en_text),
        )
        if any(text and key_of(text) != key_of(now) for text in texts)
    ]
    return [f"Was: {' | '.join(said)}"] if said else []
