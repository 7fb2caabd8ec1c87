"""How much like a term a candidate is: of which kind its words are, and how rare.

A term is a name, something set off or defined, a compound, or a word that is rare in everyday
language or much oftener here than there; a verb or an adjective is seldom one.
"""

from __future__ import annotations

import re

from aligner.lexicon import Word
from aligner.terms.names import is_derived, is_name, is_proper
from aligner.terms.rarity import rarity, surprise
from aligner.terms.tally import Candidate, Tally

_NEITHER = re.compile(r"[\s-]+")


def term_likeness(candidate: Candidate, tally: Tally) -> float:
    """Return how much like a term the two are, 0 to 1."""
    zh, en = candidate.zh_words, candidate.en_words
    rare = (rarity(zh, 62, 32) + rarity(en, 58, 28)) / 2
    own = surprise(zh, tally.zh_seen[candidate.zh], tally.zh_length)
    return min(1.0, _of_kind(candidate, min(1.1, rare + own / 25), tally))


def _of_kind(candidate: Candidate, rare: float, tally: Tally) -> float:
    """Return how likely a term of this kind and rarity is an entry."""
    if _says_more(candidate, tally):
        return 0.25
    zh, en = candidate.zh_words, candidate.en_words
    content = [word for word in en if word.is_content]
    if candidate.zh.isascii() and _same(candidate.zh, candidate.en):
        return 0.25  # the same in both languages: nothing to look up
    if is_name(candidate) and is_derived(candidate):
        return 0.6
    if is_proper(candidate):
        return 0.9 + 0.1 * rare
    if candidate.set_off or candidate.defined:
        return 0.6 if len(content) == 1 and _is_adjective(en[0], tally) else 0.95
    if any(word.kind == "t" for word in (*zh, *en)):
        return 0.3
    if zh[0].kind in "fi" and len(zh) == 1:
        return 0.3
    if len(zh) == 1 and len(content) == 1:
        return _of_one_word(zh[0], en[0], rare, tally)
    return _of_compound(zh, en, content, rare, tally)


def _same(zh: str, en: str) -> bool:
    """Whether one holds the other, blanks and hyphens aside: coles, of which the s is no plural."""
    zh, en = _NEITHER.sub("", zh), _NEITHER.sub("", en)
    return zh in en or en in zh


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


def _says_more(candidate: Candidate, tally: Tally) -> bool:
    """Whether the English says what the Chinese does not: non-pharmaceutical against 藥物."""
    zh = set(candidate.zh)
    for word in candidate.en_words:
        if word.kind in ("a", "") and word.key.endswith(("able", "ible")):
            if tally.zh_seen[f"可{candidate.zh}"]:
                return True
        elif "-" in word.key and any(
            _has_affix(word.key, affix) and not zh.intersection(characters)
            for affix, characters in _AFFIXES.items()
        ):
            return True
    return False


def _has_affix(word: str, affix: str) -> bool:
    return word.startswith(affix) or (affix[0] == "-" and word.endswith(affix))


def _of_one_word(zh: Word, en: Word, rare: float, tally: Tally) -> float:
    base = 0.2 + 0.8 * rare
    if en.key.endswith("ly") and en.kind != "n":
        return 0.25 * base
    if _is_adjective(en, tally):
        return 0.5 * base
    if zh.kind == "v":
        if en.kind == "v" and not en.key.endswith("ing"):
            return 0.4 * base
        return (0.6 if _is_participle(en) or en.key.endswith("ing") else 0.85) * base
    return 0.8 * base if en.kind == "v" else base


def _of_compound(
    zh: list[Word], en: list[Word], content: list[Word], rare: float, tally: Tally
) -> float:
    base = 0.6 + 0.4 * rare
    doing = any(w.kind == "v" or w.key.endswith("ing") for w in content if not w.name)
    if doing and any(word.kind == "v" for word in zh[: len(zh) - 1 or 1]):
        return 0.3 * base  # a verb and its object
    if any(word.kind == "v" and not _is_participle(word) for word in content[1:-1]):
        return 0.3 * base  # a sentence: silicon carbide withstands high temperatures
    if len(content) > 1 and content[0].key.endswith("ing") and zh[0].kind != "n":
        return 0.4 * base
    head = content[-1]
    verbal = head.kind == "v" or _is_participle(head)
    if verbal or _is_adjective(head, tally) or head.key.endswith("ly"):
        return 0.4 * base
    if len(en) > len(content):
        base *= 0.7
    if content[-1].name and not content[0].name:
        base *= 0.5  # chief executive Lu: a title and a name
    if any(_is_adjective(word, tally) and word.common > 45 for word in content[:-1]):
        base *= 0.75  # global energy market: the market is the term
    if all(word.name for word in content) or len(zh) > 3 or len(content) > 3:
        base *= 0.8
    return base


def _is_adjective(word: Word, tally: Tally) -> bool:
    """Whether it is an adjective; epidemic is none in a text that has epidemics."""
    return word.kind == "a" and word.key.endswith(_ADJECTIVES) and word.key not in tally.plurals


_ADJECTIVES = (
    "al", "ic", "ous", "ive", "able", "ible", "ful", "less", "ory", "ant", "ent", "an", "ar", "ern",
)  # fmt: skip


def _is_participle(word: Word) -> bool:
    return word.key.endswith(("ed", "ing")) and word.kind in "va"
