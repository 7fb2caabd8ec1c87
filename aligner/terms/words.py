"""Words of both languages with their places, as mining sees them.

Chinese is cut by the built-in model's tokenizer; neighbours that the background table knows as one
word are joined, and so are the characters of a foreign name written by sound. Invariant: words are
in order, do not overlap, and `text[start:end]` is what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aligner.encoders.static import StaticModel
from aligner.script import HAN, LATIN, in_one_script
from aligner.terms.background import Background, background
from aligner.terms.inflection import singular
from aligner.terms.small_words import NUMBERS, SMALL_WORDS

FOREIGN = frozenset(
    "阿埃艾爱安昂奥巴芭白拜班邦贝本比彼毕边别宾波伯博勃布查茨川茨达黛戴丹当道德登邓迪蒂第丁东杜顿多厄恩尔法凡范菲费芬"
    "丰冯佛夫弗福甫盖甘冈戈哥格葛根贡古瓜圭哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简杰捷金京居卡凯坎康考柯科可克肯孔库夸"
    "奎昆拉莱赖兰朗劳勒雷蕾李里丽莉利连廉良列林琳隆卢鲁吕伦罗洛马玛迈麦曼芒毛梅门蒙米密敏明莫默姆木穆娜纳乃奈南内尼"
    "涅妮宁纽农努诺欧帕派潘庞培佩蓬皮匹珀普奇齐钱强乔切钦琴丘屈让热仁日荣茹瑞若撒萨塞赛桑瑟森沙莎山珊尚舍申圣盛施史"
    "什士舒斯丝思司斯松苏索琐塔泰坦汤唐陶特腾提廷图托瓦万旺威韦维魏温文翁沃乌武西希席夏香肖谢辛欣休许雪雅亚延扬耶叶伊"
    "依易因英尤于约泽扎詹张珍芝治朱兹宗祖佐坡"
)
"""Simplified characters that foreign names are usually written with."""

_ENGLISH = re.compile(
    rf"(?:[A-Z]\.){{2,}}|[{LATIN}0-9]+(?:(?:[-‐‑][{LATIN}0-9]+)|(?:['’](?!s\b)[{LATIN}]+)|(?:\.[0-9]+)"
    rf"|(?:&[{LATIN}]))*|['’]s\b|\S"
)
_LETTERS = re.compile(rf"[{LATIN}{HAN}]")
_HAN_ONLY = re.compile(f"[{HAN}]+")
_NUMBER = re.compile(r"[0-9０-９][0-9０-９.,:%]*")
_LONGEST_KNOWN = 6
_DOTS = "·・•‧．"


class Word(NamedTuple):
    """A word, number or mark at its place."""

    text: str
    start: int
    end: int
    key: str
    """As it is compared: one script, or lower case."""
    kind: str
    """A kind of `Background`; "." for a mark, "" if unknown."""
    common: int
    is_content: bool
    """Whether it means something by itself."""
    name: bool = False
    """Whether it is written like a name: with a capital inside a sentence, or by sound."""


def chinese_words(texts: Sequence[str], model: StaticModel) -> list[list[Word]]:
    """Return the words of Chinese texts."""
    table = background()
    return [
        list(_joined(text, in_one_script(text).lower(), places, table))
        for text, places in zip(texts, model.places(texts), strict=True)
    ]


def _joined(
    text: str, key: str, places: Sequence[tuple[int, int]], table: Background
) -> Iterator[Word]:
    if len(key) != len(text):  # a letter whose small form is longer
        key = text
    first = 0
    while first < len(places):
        sounded, known = _end_of_name(key, places, first, table), 0
        if not sounded or "·" not in key[places[first][0] : places[sounded - 1][1]]:
            known = _end_of_known(key, places, first, table)
        last, name = max(known, sounded), sounded > known or sounded > first + 1 == known
        start, stop = places[first][0], places[last - 1][1]
        yield _chinese_word(text[start:stop], key[start:stop], start, table, name)
        first = last


def _end_of_known(
    key: str, places: Sequence[tuple[int, int]], first: int, table: Background
) -> int:
    """Return behind which piece the longest known word ends that begins with this one."""
    start, found = places[first][0], first + 1
    for last in range(first + 1, min(first + 6, len(places))):
        if places[last][0] != places[last - 1][1]:
            break
        word = key[start : places[last][1]]
        if len(word) > _LONGEST_KNOWN:
            break
        if table.kinds.get(word, "f") != "f":
            found = last + 1
    if _LATIN_WORD.match(key, start):
        found = max(found, _end_of_latin(key, places, first))
    return found


_LATIN_WORD = re.compile(rf"[{LATIN}0-9]+(?:[-.&][{LATIN}0-9]+)*")


def _end_of_latin(key: str, places: Sequence[tuple[int, int]], first: int) -> int:
    """Return behind which piece a word in Latin letters ends."""
    match = _LATIN_WORD.match(key, places[first][0])
    end = match.end() if match else 0
    last = first + 1
    while last < len(places) and places[last][1] <= end:
        last += 1
    return last


def _end_of_name(key: str, places: Sequence[tuple[int, int]], first: int, table: Background) -> int:
    """Return behind which piece a foreign name written by sound ends; `first` if none begins."""
    last, characters, dots = first, 0, 0
    while last < len(places):
        start, end = places[last]
        if last > first and start != places[last - 1][1]:
            break
        piece = key[start:end]
        if piece in _DOTS and characters and last + 1 < len(places):
            dots += 1
        elif all(c in FOREIGN for c in piece) and (
            len(piece) == 1 or table.kind(piece) in ("r", "s", "") or dots
        ):
            characters += len(piece)
        else:
            break
        last += 1
    while last > first and key[places[last - 1][0]] in _DOTS:
        last -= 1
        dots -= 1
    word = key[places[first][0] : places[last - 1][1]] if last > first else ""
    if dots and characters >= 3:
        return last
    if characters >= 3 and table.kinds.get(word, "r") in "rsz":
        return last
    return first


def _chinese_word(text: str, key: str, start: int, table: Background, name: bool) -> Word:
    end = start + len(text)
    if not _LETTERS.search(text):
        kind = "t" if _NUMBER.fullmatch(text) else "."
        return Word(text, start, end, key, kind, table.how_common(key), kind == "t")
    kind = table.kind(key)
    common = table.how_common(key)
    if len(key) == 1 and (common > _EVERYDAY_CHARACTER or key in _BOUND):
        kind = "f"
    if not kind and _LATIN_WORD.fullmatch(key):
        kind = "z"
    return Word(text, start, end, key, "r" if name else kind, common, name or kind != "f", name)


_EVERYDAY_CHARACTER = 64
_BOUND = frozenset("时后前中上下内外间里来去到出等们着了过起旁处所")
"""Characters that stand beside a term rather than in it."""


def english_words(text: str) -> list[Word]:
    """Return the words of an English text."""
    table = background()
    found: list[Word] = []
    raw = [(m.group(), m.start()) for m in _ENGLISH.finditer(text)]
    alphabetic = [word for word, _ in raw if word[0].isalpha() and len(word) > 3]
    headline = sum(word[0].isupper() for word in alphabetic) > 0.7 * len(alphabetic) >= 2.8
    opens = True
    for word, start in raw:
        key = word.lower().replace("’", "'").rstrip(".")
        if not (word[0].isalnum()):
            kind = "f" if key == "'s" else "."
            found.append(Word(word, start, start + len(word), key, kind, 70, False))
            opens = (opens and word in "\"'“”‘’([—") or word in ".!?:;"
            continue
        kind, common = _english_kind(key, table)
        shouts = sum(c.isupper() for c in word) > 1
        capital = word[0].isupper() and (shouts or not (opens or headline))
        if capital and kind == "f" and not shouts:
            capital = False
        if shouts and kind == "f":  # US, WHO and IT are no pronouns
            kind = "z"
        if word[0].isupper() and kind in ("", "z"):  # no word of everyday language
            capital = True
        end = start + len(word)
        found.append(Word(word, start, end, key, kind, common, kind != "f", capital))
        opens = False
    return found


def _english_kind(key: str, table: Background) -> tuple[str, int]:
    if key[0].isdigit() and not any(c.isalpha() for c in key):
        return "t", 50
    kind, common = table.kind(key), table.how_common(key)
    if key in NUMBERS:
        return "t", common
    if key in SMALL_WORDS:
        return "f", common
    if not kind:
        single = singular(key)
        kind, common = table.kind(single), table.how_common(single)
        if not kind and "-" in key:
            parts = [part for part in re.split("[-‐‑]", key) if part]
            common = min((table.how_common(part) for part in parts), default=common)
    return kind, common
