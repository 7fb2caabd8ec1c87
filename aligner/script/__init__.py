"""Which writing a text is in: Chinese or Latin, and of Chinese, Traditional or Simplified.

The only door to OpenCC, which is opened when a function needs its tables. Telling the scripts
apart looks at single characters, each distinct one once, so that it costs the same for a page and
for a book; converting looks at words, as OpenCC does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from aligner.article import Language

if TYPE_CHECKING:
    from opencc import OpenCC

HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Han characters, as the inside of a regular expression's brackets."""
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024fＡ-Ｚａ-ｚ"
"""Latin letters, likewise."""

_HAN_RUN = re.compile(f"[{HAN}]+")
_WORD = re.compile(f"[{LATIN}]+(?:['’.-][{LATIN}]+)*")
_OTHER_LETTER = re.compile("[\u0370-\u1fff\u3041-\u30ff\u3131-\u318e\uac00-\ud7a3]")
_ASIDE = re.compile(r"[（(][^（()）]{0,200}[)）]")
_STRETCH = re.compile(r"[^\s，。！？；：、]{1,500}|[\s，。！？；：、]+")

Region = Literal["CN", "TW", "HK"]
"""Where Chinese is written: the mainland and Singapore; Taiwan; Hong Kong and Macau."""

_BETWEEN_REGIONS: dict[tuple[Region, Region], str] = {
    ("CN", "TW"): "s2twp",
    ("TW", "CN"): "tw2sp",
    ("CN", "HK"): "s2hk",
    ("HK", "CN"): "hk2s",
}
"""OpenCC's names of the conversions."""
_WITHIN_TRADITIONAL: dict[tuple[Region, Region], tuple[tuple[str, ...], ...]] = {
    ("TW", "HK"): (("TWVariantsRevPhrases", "TWVariantsRev"), ("HKVariants",)),
    ("HK", "TW"): (("HKVariantsRevPhrases", "HKVariantsRev"), ("TWPhrases",), ("TWVariants",)),
}
"""Tables of OpenCC, in order. It has no conversion for these, and by way of Simplified what is two
characters in both places (鐘 and 鍾) would be one and not be told apart again."""
_SHARED = frozenset("參么啟嫻顎鯰韁簷煙濕")
"""What its tables take for one region's form of a rare character (參 for 蔘) is everyone's own."""
_MISSED = str.maketrans(
    "擡簷痺睪牠妳揹暱姪伕衹啣砲倣傚玨牴煖徬搾瞇嬝燄濬鎗餽籐鼇櫺勦隄慇貍踡踫銲賸糢痲搆阬撢瘉彊偺",
    "抬檐痹睾它你背昵侄夫只衔炮仿效珏抵暖彷榨眯袅焰浚枪馈藤鳌棂剿堤殷狸蜷碰焊剩模麻构坑掸愈强咱",
)
"""Traditional characters of everyday texts that its tables do not make Simplified."""
_BOOK = re.compile("(?<=[原土专遗拙])着")
"""What they make of 著 where the mainland writes 著 too."""
_WHAT = re.compile("(?<=[什怎那这多要])幺")
"""What they make of Simplified 么 that stands in a text for Taiwan."""

_SCRIPT_SAMPLE = 1_000_000
"""Characters that decide Traditional or Simplified; a book's first million says enough."""


@dataclass(frozen=True, slots=True)
class Script:
    """The script of a Chinese text."""

    name: Literal["Hans", "Hant"]
    share: float
    """Share of the telling characters that belong to it, 0.5 to 1; 0.5 also if there are none."""


def is_han(character: str) -> bool:
    """Whether a character is Chinese writing; punctuation is not."""
    return _HAN_RUN.fullmatch(character) is not None


def weigh(text: str) -> tuple[int, int]:
    """Count the Han characters and the Latin words of a text."""
    han = sum(len(run) for run in _HAN_RUN.findall(text))
    return han, sum(1 for _ in _WORD.finditer(text))


def han_share(text: str) -> float:
    """Return the share of Han characters, 0 to 1, where a Latin word counts as one character."""
    han, words = weigh(text)
    return han / (han + words) if han else 0.0


def language_of(text: str) -> Language | None:
    """Decide the language of a text; None for one that is in neither, a number for instance.

    A Han character counts as much as a Latin word, so that names in Latin letters do not make a
    Chinese sentence English, nor a quoted character an English one Chinese. What stands in round
    brackets, often the same name in the other language, is asked only if nothing else is there.
    Japanese, Korean and alphabets other than the Latin one count against both.
    """
    for part in (_ASIDE.sub(" ", text), text):
        han, words = weigh(part)
        if han or words:
            break
    else:
        return None
    if len(_OTHER_LETTER.findall(text)) > max(han / 4, words):
        return None
    return "zh" if han >= words else "en"


def detect_script(text: str) -> Script:
    """Tell Traditional from Simplified by the characters that only one of them uses."""
    traditional_only, simplified_only = _telling_characters()
    counts = Counter(text[:_SCRIPT_SAMPLE])
    traditional = sum(n for character, n in counts.items() if character in traditional_only)
    simplified = sum(n for character, n in counts.items() if character in simplified_only)
    if not traditional and not simplified:
        return Script("Hans", 0.5)
    name: Literal["Hans", "Hant"] = "Hant" if traditional > simplified else "Hans"
    return Script(name, max(traditional, simplified) / (traditional + simplified))


def to_simplified(text: str) -> str:
    """Convert Traditional characters to Simplified ones, word by word."""
    return _convert(text, "t2s")


def to_traditional(text: str) -> str:
    """Convert Simplified characters to Traditional ones, word by word."""
    return _convert(text, "s2t")


@cache
def written_as(character: str) -> frozenset[str]:
    """Return every way to write a Han character: those that share a Simplified form with it.

    后 and 後 are one another, and so are 里, 裏 and 裡; 发, 發 and 髮 too, which only their company
    tells apart. A character of one form has itself.
    """
    simplified, written = _forms()
    found = {character}
    for plain in simplified.get(character, {character}):
        found |= written.get(plain, {plain})
    return frozenset(found)


def in_one_script(text: str) -> str:
    """Return the text with each Traditional character as its Simplified one, of the same length.

    For comparing and searching, where places must stay; never shown, since it looks at no words.
    """
    return text.translate(_simplified_characters())


def to_region(text: str, source: Region, target: Region) -> str:
    """Convert Chinese as one region writes it to that of another, word by word.

    Taiwan's words are known (軟體 for 软件), of Hong Kong's only the characters, so that Taiwan's
    words stay in what is converted for Hong Kong.
    """
    if source == target:
        return text
    if conversion := _BETWEEN_REGIONS.get((source, target)):
        text = _convert(text, conversion)
        return _as_on_the_mainland(text) if target == "CN" else text
    for tables in _WITHIN_TRADITIONAL[source, target]:
        written, expression = _respelling(tables)
        text = expression.sub(lambda found: written[found[0]], text)  # noqa: B023 -- used at once
    return text


def _as_on_the_mainland(text: str) -> str:
    return _WHAT.sub("么", _BOOK.sub("著", text.translate(_MISSED)))


@cache
def _respelling(tables: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return what tables make of each of their words, and an expression for the longest of them."""
    rows = (row for table in tables for row in _rows(f"{table}.txt"))
    written = {row[0]: row[1] for row in rows if row[0] not in _SHARED}
    longest_first = sorted(written, key=len, reverse=True)
    return written, re.compile("|".join(map(re.escape, longest_first)))


def _convert(text: str, conversion: str) -> str:
    # OpenCC copies what is left of a stretch at every match: a long one would cost its square.
    convert = _converter(conversion).convert
    return "".join(convert(stretch) for stretch in _STRETCH.findall(text))


@cache
def _simplified_characters() -> dict[int, int]:
    rows = (row for row in _rows("TSCharacters.txt") if len(row[0]) == len(row[1]) == 1)
    return {ord(row[0]): ord(row[1]) for row in rows}


@cache
def _converter(conversion: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(conversion)


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that OpenCC would change: the Traditional ones, the Simplified ones.

    Those that may also stay as they are (后, 里, 台) tell nothing. OpenCC's own functions load the
    table of words for this, a hundred times as long, and do not say what may stay.
    """
    return _changing("TSCharacters.txt"), _changing("STCharacters.txt")


def _changing(table: str) -> frozenset[str]:
    return frozenset(row[0] for row in _rows(table) if row[0] not in row[1:])


def _rows(table: str) -> list[list[str]]:
    """Return the rows of one of OpenCC's tables: a character or word, then what it becomes."""
    from importlib.resources import files

    text = files("opencc").joinpath("dictionary", table).read_text(encoding="utf-8")
    return [row for line in text.splitlines() if (row := line.split())]


@cache
def _forms() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the Simplified forms of each character that has others than itself, and the reverse.

    The forms that Taiwan and Hong Kong prefer (裡, 著) count as forms of what others write there.
    """
    simplified: dict[str, set[str]] = {}
    for traditional, *forms in _rows("TSCharacters.txt"):
        simplified[traditional] = set(forms)
    for plain, *forms in _rows("STCharacters.txt"):
        for traditional in forms:
            simplified.setdefault(traditional, {traditional}).add(plain)
    for table in ("TWVariants.txt", "HKVariants.txt"):
        for usual, *forms in _rows(table):
            for local in forms:
                own = simplified.setdefault(local, {local})
                own |= simplified.get(usual, {usual})
    for plain in {plain for plains in simplified.values() for plain in plains}:
        if plain in simplified:  # 苧: Traditional for 苎 and Simplified for 薴
            simplified[plain].add(plain)
    written: dict[str, set[str]] = {}
    for character, plains in simplified.items():
        for plain in plains:
            written.setdefault(plain, {plain}).add(character)
    return simplified, written
