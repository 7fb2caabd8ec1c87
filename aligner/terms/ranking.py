"""How good an entry a candidate would be: a right translation, and a term.

Both are judged from 0 to 1 and multiplied. A translation is judged by the quality of what was found
and by how regularly the two terms go together (Dice). A term is a name, something set off or
defined, a compound, or a word that is rare in everyday language; a verb or an adjective is seldom
one. A part that is only ever seen inside one longer term yields to it, and a longer one made of
terms that stand by themselves yields to them (after C-value: Frantzi, Ananiadou and Mima 2000).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from aligner.terms.tally import Candidate, Tally
from aligner.terms.values import PartOfSpeech
from aligner.terms.words import Word

_NAMES = frozenset("rsz")
_YIELDING = 0.6


def scores(tally: Tally) -> dict[tuple[str, str], float]:
    """Return the score of each candidate, 0 to 1."""
    found = {
        key: translation(candidate, tally) * term_likeness(candidate) * _seen_often(candidate)
        for key, candidate in tally.candidates.items()
    }
    return _without_overlap(tally, found)


def translation(candidate: Candidate, tally: Tally) -> float:
    """Return how surely the two terms translate each other, 0 to 1."""
    if candidate.defined:
        return 0.98
    mean = candidate.quality / candidate.count
    seen = tally.zh_seen[candidate.zh] + tally.en_seen[candidate.en]
    regular = min(1.0, 2 * candidate.count / max(seen, 1))
    # Seen again and again, a middling quality is proof; once, it is what it is.
    sure = 1 - (1 - mean) ** (1 + 0.5 * math.log2(candidate.count))
    return sure * (0.45 + 0.55 * regular)


def term_likeness(candidate: Candidate) -> float:
    """Return how much like a term the two are, 0 to 1."""
    rare = (_rarity(candidate.zh_words, 62, 32) + _rarity(candidate.en_words, 58, 28)) / 2
    return _kind(candidate, rare)


def _seen_often(candidate: Candidate) -> float:
    """Return what a candidate is worth by how often it was seen: 0.6 for once, 1 for always."""
    return float(1 - 0.4 * candidate.count**-0.7)


def is_name(candidate: Candidate) -> bool:
    """Whether the two are a name, by the capitals of the English and the kind of the Chinese."""
    content = [word for word in candidate.en_words if word.is_content]
    if 2 * candidate.named <= candidate.count:
        return False
    if len(content) > 1:
        return True
    zh = candidate.zh_words
    return content[0].kind in ("", "z") or any(word.name or word.kind in _NAMES for word in zh)


def part_of_speech(candidate: Candidate) -> PartOfSpeech:
    """Return the part of speech where both languages say the same."""
    zh, en = candidate.zh_words[-1], candidate.en_words[-1]
    if is_name(candidate) and any(word.kind in _NAMES for word in candidate.zh_words):
        return "proper noun"
    if zh.kind == "n" and en.kind == "n":
        return "noun"
    if len(candidate.zh_words) == len(candidate.en_words) == 1 and zh.kind == en.kind:
        if zh.kind == "v":
            return "verb"
        if zh.kind == "a":
            return "adjective"
    return ""


def _kind(candidate: Candidate, rare: float) -> float:
    """Return how likely a term of this kind and rarity is an entry."""
    zh, en = candidate.zh_words, candidate.en_words
    content = [word for word in en if word.is_content]
    if candidate.zh == candidate.en.replace(" ", ""):
        return 0.25  # the same in both languages: nothing to look up
    if is_name(candidate):
        derived = len(content) == 1 and content[0].key.endswith(_PEOPLE) and zh[-1].kind in "sr"
        return 0.6 if derived and not zh[-1].name else 0.9 + 0.1 * rare
    if candidate.set_off or candidate.defined:
        return 0.95
    if any(word.kind == "t" for word in (*zh, *en)):
        return 0.3
    if zh[0].kind in "fi" and len(zh) == 1:
        return 0.3
    if len(zh) == 1 and len(content) == 1:
        return _of_one_word(zh[0], en[0], rare)
    return _of_compound(zh, en, content, rare)


_PEOPLE = ("ian", "ean", "ese", "ish", "can", "ch")


def _of_one_word(zh: Word, en: Word, rare: float) -> float:
    base = 0.35 + 0.65 * rare
    if zh.kind == "v" and (en.kind == "v" or _is_participle(en)):
        return 0.35 * base
    if en.kind in ("v", "a") or _is_participle(en):
        return (0.7 if zh.kind == "n" and en.kind != "a" else 0.45) * base
    if zh.kind == "v" and en.kind == "n":
        return 0.9 * base
    return base


def _of_compound(zh: list[Word], en: list[Word], content: list[Word], rare: float) -> float:
    base = 0.6 + 0.4 * rare
    if zh[0].kind == "v" and content[0].kind == "v" and not content[0].name:
        return 0.3 * base  # a verb and its object
    if content[-1].kind in ("v", "a") and zh[-1].kind != "n":
        return 0.4 * base
    if len(en) > len(content):
        base *= 0.8
    if content[0].kind in ("a", "v") and content[0].common > 45:
        base *= 0.85  # global energy market: the market is the term
    if len(zh) > 3 or len(content) > 3:
        base *= 0.8
    return base


def _is_participle(word: Word) -> bool:
    return word.key.endswith(("ed", "ing")) and word.kind in "va"


def _rarity(words: list[Word], everyday: int, width: int) -> float:
    """Return how rare the words are, 0 to 1; a compound is rarer than its parts."""
    content = [word for word in words if word.is_content]
    common = sum(word.common for word in content) / len(content)
    compound = 8 * (len(content) - 1) if len(content) < 4 else 16
    return min(1.0, max(0.0, (everyday - common + compound) / width))


def _without_overlap(
    tally: Tally, score: dict[tuple[str, str], float]
) -> dict[tuple[str, str], float]:
    """Return the scores after terms that overlap have settled which of them stand."""
    found = dict(score)
    by_length = sorted(score, key=lambda key: (len(key[0]), len(key[1])))
    holders: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for key in by_length:
        for part in _parts(key, score):
            holders[part].append(key)
    for part, longer in holders.items():
        candidate = tally.candidates[part]
        whole = max(longer, key=lambda key: score[key])
        alone = candidate.count - max(tally.candidates[key].count for key in longer)
        # 停火 in 停火草案 and 停火提議 is the term; 轉折 in 轉折點 alone is not.
        if alone <= 0 and (len(longer) == 1 or _stands(tally.candidates[whole])):
            if score[part] < 1.15 * score[whole] and not is_name(candidate):
                found[part] = min(found[part], score[part] * _YIELDING)
                continue
        for key in longer:
            other = tally.candidates[key]
            if _stands(other) or other.count > candidate.count:
                continue
            if other.count == 1 or is_name(candidate):
                found[key] = min(found[key], score[key] * _YIELDING)
    return found


def _stands(candidate: Candidate) -> bool:
    return candidate.defined or candidate.set_off


def _parts(key: tuple[str, str], score: dict[tuple[str, str], float]) -> Iterable[tuple[str, str]]:
    """Return the candidates that lie within this one in both languages."""
    zh, words = key[0], key[1].split(" ")
    if len(zh) < 3:
        return
    pieces = {zh[a:b] for a in range(len(zh)) for b in range(a + 2, len(zh) + 1)}
    spans = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    for piece in pieces:
        for span in spans:
            if (piece, span) in score and (piece, span) != key and piece != zh:
                yield piece, span
