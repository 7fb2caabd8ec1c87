"""Words of both languages with their places, as mining sees them.

Chinese is cut by the words of the background table, as jieba cuts it; the characters of a foreign
name written by sound are joined. Invariant: words are in order, do not overlap, and
`text[start:end]` is what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from aligner.lexicon.background import Background, background_table
from aligner.lexicon.function_words import NUMBER_WORDS, TERM_STOP_WORDS
from aligner.lexicon.inflection import singular, stems
from aligner.script import HAN, LATIN, in_one_script

TextSpan = tuple[int, int]
"""Where something stands in a text: its first character, and the one behind its last."""

FOREIGN = frozenset(
    "阿埃艾爱安昂奥巴芭白拜班邦贝本比彼毕边别宾波伯博勃布查茨川茨达黛戴丹当道德登邓迪蒂第丁东杜顿多厄恩尔法凡范菲费芬"
    "丰冯佛夫弗福甫盖甘冈戈哥格葛根贡古瓜圭哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简杰捷金京居卡凯坎康考柯科可克肯孔库夸"
    "奎昆拉莱赖兰朗劳勒雷蕾李里丽莉利连廉良列林琳隆卢鲁吕伦罗洛马玛迈麦曼芒毛梅门蒙米密敏明莫默姆木穆娜纳乃奈南内尼"
    "涅妮宁纽农努诺欧帕派潘庞培佩蓬皮匹珀普奇齐钱强乔切钦琴丘屈让热仁日荣茹瑞若撒萨塞赛桑瑟森沙莎山珊尚舍申圣盛施史"
    "什士舒斯丝思司斯松苏索琐塔泰坦汤唐陶特腾提廷图托瓦万旺威韦维魏温文翁沃乌武西希席夏香肖谢辛欣休许雪雅亚延扬耶叶伊"
    "依易因英尤于约泽扎詹张珍芝治朱兹宗祖佐坡"
)
"""Simplified characters that foreign names are usually written with."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈"
    "钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温庄"
)
"""The commonest Chinese surnames of one character."""
_BEGINS_NAMES = FOREIGN | SURNAMES

_ENGLISH = re.compile(
    r"\b(?:Mrs?|Ms|Mx|Dr|St|Prof|Capt|Cpt|Col|Gen|Lt|Sgt|Rev|Mme|Mlle)\.(?=\s[A-Z])|"
    rf"(?:[A-Z]\.){{2,}}|[{LATIN}0-9]+(?:(?:[-‐‑][{LATIN}0-9]+)|(?:['’](?!s\b)[{LATIN}]+)|(?:\.[0-9]+)"
    rf"|(?:&[{LATIN}]))*|['’]s\b|\S"
)
_TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)|[{LATIN}0-9]+(?:[-.&/][{LATIN}0-9]+)*|[0-9０-９][0-9０-９.,:%]*|\S"
)
_LETTERS = re.compile(rf"[{LATIN}{HAN}]")
_HAN_ONLY = re.compile(f"[{HAN}]+")
_NUMBER = re.compile(r"[0-9０-９][0-9０-９.,:%]*")
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


def chinese_words(text: str) -> list[Word]:
    """Return the words of a Chinese text."""
    table = background_table()
    key = in_one_script(text).lower()
    if len(key) != len(text):  # a letter whose small form is longer
        key = text
    places = _with_names(key, [place for m in _TOKEN.finditer(key) for place in _cut(m, table)])
    words = [_chinese_word(text, key, start, end, name) for start, end, name in places]
    return _with_prefixes(words)


_SELF, _ABLE = "自我", "可"


def _with_prefixes(words: list[Word]) -> list[Word]:
    """Return the words, with those that form terms like self- and -able meaning something."""
    for place, (word, behind) in enumerate(pairwise(words)):
        if word.end != behind.start or len(behind.key) < 2 or behind.kind not in "nv":
            continue
        if word.key == _SELF or word.key == _ABLE:
            words[place] = word._replace(kind="a", is_content=True)
    return words


def _cut(token: re.Match[str], table: Background) -> Iterator[TextSpan]:
    """Yield the words of a run of Han characters, by the likeliest path through the table.

    A word costs the logarithm of its rarity; a single character that the table does not hold costs
    most. Anything else than Han characters is a word by itself.
    """
    run, start = token.group(), token.start()
    if token.lastgroup != "han":
        yield token.span()
        return
    common, longest, size = table.commonness, table.longest, len(run)
    costs, ends = [0.0] * (size + 1), [0] * size
    for at in range(size - 1, -1, -1):
        best, end = 90 - common.get(run[at], 0) + costs[at + 1], at + 1
        for stop in range(at + 2, min(at + longest.get(run[at : at + 2], 0), size) + 1):
            seen = common.get(run[at:stop])
            if seen is not None and 90 - seen + costs[stop] < best:
                best, end = 90 - seen + costs[stop], stop
        costs[at], ends[at] = best, end
    at = 0
    while at < size:
        yield start + at, start + ends[at]
        at = ends[at]


def _with_names(key: str, places: Sequence[TextSpan]) -> Iterator[tuple[int, int, bool]]:
    """Yield the places with those of a foreign name written by sound joined, and whether they are.

    Each part of a name with dots stays a word of its own.
    """
    first = 0
    while first < len(places):
        start, end = places[first]
        last = 0
        if key[start] in _BEGINS_NAMES:
            last = _end_of_name(key, places, first) or _end_of_own_name(key, places, first)
        if not last:
            yield start, end, False
            first += 1
            continue
        end = places[last - 1][1]
        for part in re.finditer("[·・•‧．]|[^·・•‧．]+", key[start:end]):
            yield start + part.start(), start + part.end(), part.group() not in _DOTS
        first = last


def _end_of_own_name(key: str, places: Sequence[TextSpan], first: int) -> int:
    """Return behind which word a Chinese name ends, 陸 and 思 and 遠; 0 if none begins."""
    three = places[first : first + 3]
    if len(three) < 3 or key[three[0][0]] not in SURNAMES or three[2][1] != three[0][0] + 3:
        return 0
    if any(end - start > 1 for start, end in three) or three[1][1] != three[1][0] + 1:
        return 0
    given = [key[start:end] for start, end in three[1:]]
    if not all(part.isalpha() and not part.isascii() for part in given):
        return 0
    small = any(part in _BOUND or background_table().kind(part) in ("f", "t") for part in given)
    return 0 if small else first + 3


def _end_of_name(key: str, places: Sequence[TextSpan], first: int) -> int:
    """Return behind which word a foreign name written by sound ends; 0 if none begins."""
    kinds = background_table().kinds
    last, characters, dots = first, 0, 0
    while last < len(places):
        start, end = places[last]
        if last > first and start != places[last - 1][1]:
            break
        word = key[start:end]
        if word in _DOTS and characters and last + 1 < len(places):
            dots += 1
        elif FOREIGN.issuperset(word) and (
            len(word) == 1 or kinds.get(word, "") in ("r", "s", "") or dots
        ):
            characters += len(word)
        else:
            break
        last += 1
    while last > first and key[places[last - 1][0]] in _DOTS:
        last -= 1
        dots -= 1
    if characters < 3 or (last == first + 1 and not dots):
        return 0
    return last


def _chinese_word(text: str, key: str, start: int, end: int, name: bool) -> Word:
    key = key[start:end]
    kind, common, is_content = _chinese_kind(key)
    return Word(
        text[start:end], start, end, key, "r" if name else kind, common, name or is_content, name
    )


@lru_cache(maxsize=100_000)
def _chinese_kind(key: str) -> tuple[str, int, bool]:
    """Return the kind and commonness of a Chinese word, and whether it means something."""
    table = background_table()
    if not _LETTERS.search(key):
        kind = "t" if _NUMBER.fullmatch(key) else "."
        return kind, table.how_common(key), kind == "t"
    kind, common = table.kind(key), table.how_common(key)
    if key in _BOUND_WORDS or (
        len(key) == 1 and (key in _BOUND or (kind != "n" and common > _EVERYDAY_CHARACTER))
    ):
        kind = "f"
    if not kind and key.isascii():
        kind = "z"
    return kind, common, kind != "f"


_EVERYDAY_CHARACTER = 64
_BOUND = frozenset(
    "时后前中上下内外间里来去到出等们着了过起旁处所并也就都还又很更最太已曾再仅只却虽则即若因此该各每某个年月日次天种些"
)
"""Characters that stand beside a term rather than in it."""
_BOUND_WORDS = frozenset(
    ["过后", "之后", "以后", "之前", "以前", "期间", "以来", "左右", "之间", "当中"]
)


def english_words(text: str) -> list[Word]:
    """Return the words of an English text."""
    found: list[Word] = []
    raw = [(m.group(), m.start()) for m in _ENGLISH.finditer(text)]
    alphabetic = [word for word, _ in raw if word[0].isalpha() and len(word) > 3]
    headline = _is_headline(text, alphabetic)
    opens = True
    for word, start in raw:
        key = word.lower().replace("’", "'").rstrip(".")
        if not (word[0].isalnum()):
            kind = "f" if key == "'s" else "."
            found.append(Word(word, start, start + len(word), key, kind, 70, False))
            opens = (opens and word in "\"'“”‘’([—") or word in ".!?:"
            continue
        kind, common = _english_kind(key)
        shouts = not word.islower() and sum(c.isupper() for c in word) > 1
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


def _is_headline(text: str, long_words: Sequence[str]) -> bool:
    """Whether all words have capitals, as in a headline; a sentence may have many names."""
    large = sum(word[0].isupper() for word in long_words)
    is_sentence = large < len(long_words) and text.rstrip("\"'”’」』)）").endswith((".", "。"))
    return not is_sentence and large > 0.7 * len(long_words) >= 2.8


@lru_cache(maxsize=100_000)
def _english_kind(key: str) -> tuple[str, int]:
    """Return the kind and commonness of an English word in lower case."""
    table = background_table()
    if key[0].isdigit() and not any(c.isalpha() for c in key):
        return "t", 50
    kind, common = table.kind(key), table.how_common(key)
    if key in NUMBER_WORDS:
        return "t", common
    if key in TERM_STOP_WORDS:
        return "f", common
    single = singular(key)
    if not kind:
        kind, common = table.kind(single), table.how_common(single)
        if not kind and "-" in key:
            parts = [part for part in re.split("[-‐‑]", key) if part]
            common = min((table.how_common(part) for part in parts), default=common)
    # No form of an everyday word is a rare word: reductions, of which the table has seen few.
    return kind, max(common, *(table.commonness.get(form, 0) for form in (single, *stems(key))))
