"""Which of two terms stands when one lies within the other.

A part that is only ever seen inside one longer term yields to it, and a phrase made of a name and
something else yields to the name (after C-value: Frantzi, Ananiadou and Mima 2000).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from aligner.terms.names import is_derived, is_name, is_proper
from aligner.terms.tally import Candidate, Tally

_YIELDING = 0.6
_PROVEN = 3
"""From so many pairs on a longer term is one, whatever it is made of."""


def without_overlap(
    tally: Tally, score: dict[tuple[str, str], float]
) -> dict[tuple[str, str], float]:
    """Return the scores after terms that overlap have settled which of them stand."""
    found = dict(score)
    by_length = sorted(score, key=lambda key: (len(key[0]), len(key[1])))
    holders: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    english: defaultdict[str, set[str]] = defaultdict(set)
    for zh, en in score:
        english[zh].add(en)
    for key in by_length:
        for part in _parts(key, english):
            holders[part].append(key)
    for part, longer in holders.items():
        _settle(part, longer, tally, score, found)
    _drop_partial(tally, score, found)
    return found


def _settle(
    part: tuple[str, str],
    longer: list[tuple[str, str]],
    tally: Tally,
    score: dict[tuple[str, str], float],
    found: dict[tuple[str, str], float],
) -> None:
    """Let a part or the longer terms that hold it yield."""
    candidate = tally.candidates[part]
    name = is_name(candidate) and not is_derived(candidate)
    whole = max(longer, key=lambda key: score[key])
    alone = candidate.count - max(tally.candidates[key].count for key in longer)
    # A name that is never without its noun (Fresnel lens) is part of a term; once proves nothing.
    whole_is_name = is_proper(tally.candidates[whole]) or (
        alone == 0 and tally.candidates[whole].count > 1
    )
    # 停火 in 停火草案 and 停火提議 is a term of its own; 轉折 in 轉折點 alone is not.
    if alone <= 0 and candidate.count < _PROVEN and _described(tally.candidates[whole], candidate):
        found[whole] = min(found[whole], score[whole] * _YIELDING)
        return
    beaten = alone <= 0 and not name and score[part] < 1.15 * score[whole]
    if beaten or (alone == 0 and whole_is_name):
        inside_a_name = name and is_proper(tally.candidates[whole])  # Siyuan of Lu Siyuan
        yielding = _YIELDING**2 if inside_a_name else _YIELDING
        found[part] = min(found[part], score[part] * yielding)
    elif name and not whole_is_name:
        for key in longer:  # 阿拉斯加峰會 is a summit and a name, not a term
            if not _stands(tally.candidates[key]):
                often = math.sqrt(tally.candidates[key].count)
                found[key] = min(found[key], score[key] * math.pow(_YIELDING, 1 / often))


def _described(whole: Candidate, part: Candidate) -> bool:
    """Whether a term is a compound with adjectives before it: a widespread disease outbreak."""
    size = len(part.en_words)
    before = whole.en_words[:-size]
    return (
        min(size, len(part.zh_words)) > 1
        and [word.key for word in whole.en_words[-size:]] == [word.key for word in part.en_words]
        and all(word.kind == "a" for word in before)
    )


def _drop_partial(
    tally: Tally, score: dict[tuple[str, str], float], found: dict[tuple[str, str], float]
) -> None:
    """Let a candidate yield to a better one with the same term on one side and more on the other.

    Of 病毒傳播 with virus, and with spread of the virus, one is right at most.
    """

    def count(key: tuple[str, str]) -> int:
        return tally.candidates[key].count

    def mean(key: tuple[str, str]) -> float:
        return tally.candidates[key].quality / count(key)

    for side in (0, 1):
        same: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for key in score:
            same[key[side]].append(key)
        for keys in same.values():
            for key in keys:
                for other in keys:
                    better = (
                        score[other] > score[key]
                        and count(other) >= count(key)
                        and mean(other) >= mean(key)
                    )
                    if better and _nested(key[1 - side], other[1 - side], side):
                        found[key] = min(found[key], score[key] * _YIELDING)


def _nested(one: str, other: str, side: int) -> bool:
    if side == 0:
        one, other = f" {one} ", f" {other} "
    return one in other or other in one


def _stands(candidate: Candidate) -> bool:
    return candidate.defined or candidate.set_off


def _parts(
    key: tuple[str, str], english: Mapping[str, Collection[str]]
) -> Iterable[tuple[str, str]]:
    """Return the candidates that lie within this one in both languages.

    `english` gives the English terms of each Chinese one.
    """
    zh, words = key[0], key[1].split(" ")
    if len(zh) < 3:
        return
    pieces = {zh[a:b] for a in range(len(zh)) for b in range(a + 1, len(zh) + 1)} - {zh}
    known = [piece for piece in pieces if piece in english]
    if not known:
        return
    spans = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    for piece in known:
        for span in spans.intersection(english[piece]):
            yield piece, span
