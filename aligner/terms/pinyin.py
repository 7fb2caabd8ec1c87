"""Whether an English name is a Chinese one in pinyin, and where that stands in a text.

Readings are those of single characters, without tones. Characters of several readings are tried
with each that names have. Invariant: what is found spells the name to the last letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from aligner.lexicon import background_table

_OTHER_READINGS = {
    "乐": ("yue", "le"), "单": ("shan", "dan"), "曾": ("zeng", "ceng"), "解": ("xie", "jie"),
    "仇": ("qiu", "chou"), "尉": ("yu", "wei"), "朴": ("piao", "pu"), "盖": ("ge", "gai"),
    "查": ("zha", "cha"), "华": ("hua",), "重": ("chong", "zhong"), "长": ("chang", "zhang"),
    "行": ("xing", "hang"), "朝": ("chao", "zhao"), "都": ("du", "dou"), "藏": ("cang", "zang"),
    "万": ("wan", "mo"), "俟": ("si", "qi"), "种": ("zhong", "chong"), "车": ("che", "ju"),
    "石": ("shi", "dan"), "翟": ("zhai", "di"), "缪": ("miao", "mou"), "召": ("zhao", "shao"),
    "少": ("shao",), "好": ("hao",), "觉": ("jue", "jiao"), "调": ("diao", "tiao"),
    "传": ("chuan", "zhuan"), "降": ("jiang", "xiang"), "率": ("shuai", "lu"), "和": ("he",),
    "参": ("can", "shen"), "奇": ("qi", "ji"), "卜": ("bu",), "叶": ("ye", "she"),
    "贾": ("jia", "gu"), "沈": ("shen",), "宿": ("su", "xiu"), "辟": ("bi", "pi"),
    "弹": ("dan", "tan"), "系": ("xi", "ji"), "角": ("jiao", "jue"), "洗": ("xian", "xi"),
    "冼": ("xian",), "贲": ("ben",), "逄": ("pang",), "员": ("yuan", "yun"), "那": ("na",),
    "绿": ("lu", "lv"), "吕": ("lu", "lv"), "女": ("nu", "nv"), "律": ("lu", "lv"),
    "晟": ("sheng", "cheng"), "茜": ("qian", "xi"),
}  # fmt: skip
"""Readings of characters that have several, those of surnames first."""
_LONGEST = 6
"""Characters of a name that is looked for."""
_FEWEST = 2
_NOT_A_LETTER = re.compile(r"[^a-z]+")


@lru_cache(maxsize=50_000)
def spelling(name: str) -> str:
    """Return a name in lower case as pinyin is written, "" if it is none: Ah Fu is afu."""
    parts = _NOT_A_LETTER.split(name.lower().replace("ü", "u").replace("'", "").replace("’", ""))
    parts = ["a" if part == "ah" else part for part in parts if part]
    return "".join(parts) if parts and all(_is_pinyin(part) for part in parts) else ""


def is_syllable(name: str) -> bool:
    """Whether an English name is one syllable of pinyin, as most surnames are."""
    return spelling(name) in _syllables()


def is_read(character: str, name: str) -> bool:
    """Whether an English name is how one character in Simplified script is read."""
    letters = spelling(name)
    return bool(letters) and letters in _readings(character)


def is_spelt(zh: str, name: str) -> bool:
    """Whether an English name is the pinyin of the whole of a Chinese one."""
    letters = spelling(name)
    return bool(letters) and (0, len(zh)) in find_spelt(zh, letters)


def find_spelt(run: str, letters: str) -> Iterator[tuple[int, int]]:
    """Yield where characters of a text in one script are read as these letters."""
    for first in range(len(run)):
        for last in _ends(run, first, letters):
            if last - first >= _FEWEST:
                yield first, last


def _ends(run: str, first: int, letters: str) -> Iterator[int]:
    """Yield behind which character a name that begins here is spelt out."""
    open_ends = [(first, 0)]
    while open_ends:
        at, spelt = open_ends.pop()
        if spelt == len(letters):
            yield at
        elif at < len(run) and at - first < _LONGEST:
            open_ends += [
                (at + 1, spelt + len(reading))
                for reading in _readings(run[at])
                if letters.startswith(reading, spelt)
            ]


@lru_cache(maxsize=20_000)
def _readings(character: str) -> tuple[str, ...]:
    usual = background_table().readings.get(character, "").replace("ü", "u")
    others = _OTHER_READINGS.get(character, ())
    return tuple(dict.fromkeys(reading for reading in (usual, *others) if reading))


@cache
def _syllables() -> frozenset[str]:
    found = {reading.replace("ü", "u") for reading in background_table().readings.values()}
    return frozenset(found | {other for more in _OTHER_READINGS.values() for other in more})


def _is_pinyin(letters: str) -> bool:
    """Whether letters can be divided into syllables."""
    ends = {0}
    for at in range(len(letters)):
        if at in ends:
            ends |= {at + n for n in range(1, 7) if letters[at : at + n] in _syllables()}
    return len(letters) in ends
