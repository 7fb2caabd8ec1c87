"""Whether a Chinese word and an English name sound alike: 帕特魯舍夫 and Patrushev.

Pinyin and Latin letters are brought down to classes of consonants, in which neighbouring sounds
(b p, d t, l r) cost little; an edit distance over them is the measure. Vowels count for little:
transliteration keeps consonants.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aligner.lexicon.background import background_table

_SPELT = (
    ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("ch", "C"), ("sh", "S"), ("zh", "C"), ("th", "T"),
    ("ph", "F"), ("ck", "K"), ("qu", "KW"), ("wh", "W"), ("kh", "K"), ("gh", "G"), ("kn", "N"),
    ("ts", "C"), ("tz", "C"), ("dg", "J"), ("ng", "N"), ("x", "KS"),
)  # fmt: skip
_LETTERS = dict(zip("bcdfghjklmnpqrstvwyz", "BKDFGHJKLMNPKRSTVWYS", strict=True))
_PINYIN = {
    "zh": "J", "ch": "C", "sh": "S", "b": "B", "p": "P", "m": "M", "f": "F", "d": "D", "t": "T",
    "n": "N", "l": "L", "g": "G", "k": "K", "h": "H", "j": "J", "q": "C", "x": "S", "r": "R",
    "z": "C", "c": "C", "s": "S", "y": "Y", "w": "W",
}  # fmt: skip
_NEAR = {
    frozenset(pair): cost
    for cost, pairs in {
        0.15: ("BP", "DT", "GK", "LR", "FV", "VW", "CS", "CJ", "JS", "SZ"),
        0.35: ("MN", "JG", "JK", "FH", "GH", "CT", "JT", "JD", "FW", "KC", "YJ", "HK", "JY", "CK"),
        0.5: ("BV", "BW", "FP", "RN", "ST", "SC", "HS", "TS"),
    }.items()
    for pair in pairs
}
_WEAK = frozenset("HWYRN")
"""Sounds that one side often leaves out."""


def likeness(zh: str, en: str) -> float:
    """Return how alike a Chinese word (one script) and an English one sound, 0 to 1."""
    left, right = _of_chinese(zh), _of_english(en.lower())
    if not left or not right:
        return 0.0
    cost = _distance(left, right)
    length = (len(left) + len(right)) / 2
    score = max(0.0, 1.0 - cost / length)
    if length < 3:  # two sounds prove little
        score *= 0.75
    return score


@lru_cache(maxsize=50_000)
def _of_chinese(word: str) -> str:
    readings = background_table().readings
    found: list[str] = []
    for character in word:
        if character in "·・•‧．":
            continue
        reading = readings.get(character)
        if reading is None:
            return ""
        start = next((s for s in (reading[:2], reading[:1]) if s in _PINYIN), "")
        sound = _PINYIN.get(start, "")
        if sound in "YW" and found:  # 亚, 维 inside a name stand for a vowel
            sound = "W" if sound == "W" else ""
        if reading == "er":
            sound = "R"
        found.append(sound + ("N" if reading.endswith(("n", "ng")) else ""))
    return "".join(found)


@lru_cache(maxsize=50_000)
def _of_english(word: str) -> str:
    word = re.sub(r"c(?=[eiy])", "s", re.sub(r"[^a-z]", "", word))
    for spelling, sound in _SPELT:
        word = word.replace(spelling, sound)
    sounds = "".join(c if c.isupper() else _LETTERS.get(c, "") for c in word)
    return re.sub(r"(.)\1+", r"\1", sounds)


@lru_cache(maxsize=100_000)
def _distance(left: str, right: str) -> float:
    row = [0.0]
    for sound in right:
        row.append(row[-1] + _alone(sound))
    for a in left:
        above, row = row, [row[0] + _alone(a)]
        for k, b in enumerate(right):
            swap = above[k] + (0.0 if a == b else _NEAR.get(frozenset((a, b)), 1.2))
            row.append(min(swap, above[k + 1] + _alone(a), row[k] + _alone(b)))
    return row[-1]


def _alone(sound: str) -> float:
    return 0.4 if sound in _WEAK else 0.8
