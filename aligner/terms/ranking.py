"""How good an entry a candidate would be: a right translation, and a term.

Both are judged from 0 to 1 and multiplied. A translation is judged by the quality of what was found
and by how regularly the two terms go together (Dice). A term is a name, something set off or
defined, a compound, or a word that is rare in everyday language; a verb or an adjective is seldom
one. Which of two that overlap stands, `overlap` says.
"""

from __future__ import annotations

import math
import re

from aligner.terms.names import is_derived, is_name, is_proper
from aligner.terms.overlap import without_overlap
from aligner.terms.tally import Candidate, Tally
from aligner.terms.words import Word

_NEITHER = re.compile(r"[\s-]+")
_MIDDLE, _STEEPNESS = 0.36, 11.0
"""The quality at which half of what is found is right, and how fast that turns."""


def scores(tally: Tally) -> dict[tuple[str, str], float]:
    """Return the score of each candidate, 0 to 1."""
    found = {
        key: translation(candidate, tally)
        * term_likeness(candidate, tally)
        * _seen_often(candidate, tally)
        for key, candidate in tally.candidates.items()
    }
    return without_overlap(tally, found)


def translation(candidate: Candidate, tally: Tally) -> float:
    """Return how surely the two terms translate each other, 0 to 1."""
    if candidate.defined:
        return 0.98
    mean = candidate.quality / candidate.count
    seen = tally.zh_seen[candidate.zh] + tally.en_seen[candidate.en]
    regular = min(1.0, 2 * candidate.count / max(seen, 1))
    # Seen again and again, a middling quality is proof; once, it is what it is.
    sure = 1 - math.pow(1 - mean, 1 + 0.5 * math.log2(candidate.count))
    right = 1 / (1 + math.exp(-_STEEPNESS * (sure - _MIDDLE)))
    return right * (0.93 + 0.07 * sure) * (0.6 + 0.4 * regular)


def term_likeness(candidate: Candidate, tally: Tally) -> float:
    """Return how much like a term the two are, 0 to 1."""
    rare = (_rarity(candidate.zh_words, 62, 32) + _rarity(candidate.en_words, 58, 28)) / 2
    surprise = _surprise(candidate.zh_words, tally.zh_seen[candidate.zh], tally.zh_length)
    return min(1.0, _kind(candidate, min(1.1, rare + surprise / 25)))


def _surprise(words: list[Word], seen: int, length: int) -> float:
    """Return how much oftener the words stand in this text than in others, in decibels."""
    usual = 0.0
    if len(words) == 1:
        usual = length * math.pow(10, words[0].common / 10 - 9)
    return max(0.0, 10 * math.log10(max(seen, 1) / (1 + usual)))


def _seen_often(candidate: Candidate, tally: Tally) -> float:
    """Return what a candidate is worth by how often it was seen, 0.3 to 1."""
    seen = max(tally.zh_seen[candidate.zh], candidate.count)
    often = math.pow(candidate.count * seen * seen, 1 / 3)
    return 1 - _once(tally.pairs) * math.pow(often, -0.7)


def _once(pairs: int) -> float:
    """Return what a candidate loses that was seen once: more where there was room to see more."""
    return min(0.6, max(0.5, 0.5 + 0.05 * math.log10(max(pairs, 1) / 30)))


def _kind(candidate: Candidate, rare: float) -> float:
    """Return how likely a term of this kind and rarity is an entry."""
    if _says_more(candidate):
        return 0.25
    zh, en = candidate.zh_words, candidate.en_words
    content = [word for word in en if word.is_content]
    if _NEITHER.sub("", candidate.zh) == _NEITHER.sub("", candidate.en):
        return 0.25  # the same in both languages: nothing to look up
    if is_name(candidate) and is_derived(candidate):
        return 0.6
    if is_proper(candidate):
        return 0.9 + 0.1 * rare
    if candidate.set_off or candidate.defined:
        return 0.6 if len(content) == 1 and _is_adjective(en[0]) else 0.95
    if any(word.kind == "t" for word in (*zh, *en)):
        return 0.3
    if zh[0].kind in "fi" and len(zh) == 1:
        return 0.3
    if len(zh) == 1 and len(content) == 1:
        return _of_one_word(zh[0], en[0], rare)
    return _of_compound(zh, en, content, rare)


_AFFIXES = {
    "non": "非不无未",
    "anti": "抗反防",
    "extra": "外额特",
    "self-": "自",
    "-like": "样类似",
    "-based": "基于以",
    "-related": "关",
    "-caused": "引致因",
}
"""Beginnings and ends of English words, and characters of which Chinese has one for them."""


def _says_more(candidate: Candidate) -> bool:
    """Whether the English says what the Chinese does not: non-pharmaceutical against 藥物."""
    return any(
        (word.key.startswith(affix) or (affix[0] == "-" and word.key.endswith(affix)))
        and "-" in word.key
        and not set(characters) & set(candidate.zh)
        for affix, characters in _AFFIXES.items()
        for word in candidate.en_words
    )


def _of_one_word(zh: Word, en: Word, rare: float) -> float:
    base = 0.2 + 0.8 * rare
    if en.key.endswith("ly") and en.kind != "n":
        return 0.25 * base
    if _is_adjective(en):
        return 0.5 * base
    if zh.kind == "v":
        if en.kind == "v" and not en.key.endswith("ing"):
            return 0.4 * base
        return (0.6 if _is_participle(en) or en.key.endswith("ing") else 0.85) * base
    return 0.8 * base if en.kind == "v" else base


def _of_compound(zh: list[Word], en: list[Word], content: list[Word], rare: float) -> float:
    base = 0.6 + 0.4 * rare
    doing = any(w.kind == "v" or w.key.endswith("ing") for w in content if not w.name)
    if doing and any(word.kind == "v" for word in zh[: len(zh) - 1 or 1]):
        return 0.3 * base  # a verb and its object
    if len(content) > 1 and content[0].key.endswith("ing") and zh[0].kind != "n":
        return 0.4 * base
    head = content[-1]
    if head.kind == "v" or _is_participle(head) or _is_adjective(head) or head.key.endswith("ly"):
        return 0.4 * base
    if len(en) > len(content):
        base *= 0.7
    if content[-1].name and not content[0].name:
        base *= 0.5  # chief executive Lu: a title and a name
    if any(_is_adjective(word) and word.common > 45 for word in content[:-1]):
        base *= 0.75  # global energy market: the market is the term
    if all(word.name for word in content) or len(zh) > 3 or len(content) > 3:
        base *= 0.8
    return base


def _is_adjective(word: Word) -> bool:
    return word.kind == "a" and word.key.endswith(_ADJECTIVES)


_ADJECTIVES = (
    "al", "ic", "ous", "ive", "able", "ible", "ful", "less", "ory", "ant", "ent", "an", "ar", "ern",
)  # fmt: skip


def _is_participle(word: Word) -> bool:
    return word.key.endswith(("ed", "ing")) and word.kind in "va"


def _rarity(words: list[Word], everyday: int, width: int) -> float:
    """Return how rare the words are, 0 to 1; a compound is rarer than its parts."""
    content = [word for word in words if word.is_content]
    common = sum(word.common for word in content) / len(content)
    compound = 8 * (len(content) - 1) if len(content) < 4 else 16
    return min(1.0, max(0.0, (everyday - common + compound) / width))
