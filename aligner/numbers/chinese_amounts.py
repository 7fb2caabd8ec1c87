"""Amounts in Chinese text: figures, numerals, and figures with 万 and 亿, whatever they count.

Texts have their forms made plain before (see `chinese`). Words that only look like numbers are left
out here; what kind of number an amount is, its surroundings say elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from aligner.numbers.number import FIGURES, MOST_DIGITS, Value, figures_value

DIGITS = {"零": 0, "〇": 0, "两": 2} | {c: k for k, c in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
VALUE = _UNITS | _LARGE

_FORMAL = str.maketrans("壹贰貳叁肆伍陆陸柒捌玖拾佰仟", "一二二三四五六六七八九十百千")
_FORMAL_RUN = re.compile("[壹贰貳叁肆伍陆陸柒捌玖拾佰仟零万亿]+")
"""Numerals of cheques and banknotes. Single ones are ordinary words (队伍, 大陆, 收拾)."""

_MEASURE = "(?![米克瓦卡焦帕赫伏字比周兆])"  # 5千米 counts kilometres
_SCALE = rf"(?: ?[多余来]?+ ?(?:[百千]?[万亿]++|[百千兆]{_MEASURE})(?!分之))"
_IN_FIGURES = re.compile(rf"({FIGURES})({_SCALE})?")
_AMOUNT = re.compile(
    rf"(?P<figures>{FIGURES}(?:{_SCALE}{FIGURES})*+{_SCALE}?+)"
    r"|(?P<half>一?半)"
    r"|(?P<numeral>(?:[零〇一二三四五六七八九十百千万亿兆廿卅]"
    r"|(?<![一二三四五六七八九十])两(?=[三百千万亿]))++(?:[多余来][百千万亿]++)?+"
    r"|(?<![一二三四五六七八九十])两)"
)
_NO_NUMBER = re.compile(
    "一(?:些|下|样|樣|起|旦|定|直|般|切|致|律|向|边|邊|会|會|番|味|再|贯|貫|时|度|概|齐|齊|同|共|带|帶|系列"
    "|面|生|心|路|方面|如|连|連|丝|絲|来|流|举|舉|手|身|瞬|阵|陣"
    "|(?<!凌晨.)(?<!上午.)(?<!下午.)(?<!中午.)(?<!半夜.)点(?![钟半整0-9一二三四五六七八九十])|点(?=[也都儿兒]))"
    "|(?:统|統|唯|惟|万|单|單|同|专|專|逐|划|劃|第)一(?=[^百千万亿十]|$)(?<!第一)"
    "|三(?:明治|角|亚|亞|峡|峽|文鱼|文魚|国演|國演)|四(?:川|处|處|周|季|肢)|五(?:官|金|星红|星紅)|六(?:合)"
    "|七(?:夕)|八(?:卦)|九(?:泉|龙|龍)|二(?:手|氧)|两(?:岸)|(?<![一二三四五六七八九])十(?:分(?!之|钟)|足|字|全十美|有八九|之八九)"
    "|百姓|千万(?=不|别|別|要|记|記)|(?<![零一二两三四五六七八九十百千0-9])万(?:一|分(?!之)|岁|歲)|七七八八|七零八落|十指|三三两两|乱七八糟|亂七八糟"
    "|第三(?:方|者|世界|产业|產業|人称|人稱|国家|國家)|十万火急|十萬火急|三十而立|四十不惑|二十四节气|二十四節氣|十二生肖|(?:十六|十|八)进制|(?:十六|十|八)進制|十三陵|大年三十|五十知天命"
    "|(?<![占佔有达達近超过過约約到为為])八成(?=[是会會要得])"
    "|半(?:夜|岛|島|导|導|路|途|径|徑|年度|场|場|决|決)|[大多]半"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number before its surroundings are looked at."""

    text: str
    start: int
    end: int
    value: Value | None
    """None where it names no one value."""
    approximate: bool
    in_figures: bool

    @property
    def slight(self) -> bool:
        """Whether it is one numeral below ten."""
        return len(self.text) == 1 and not self.in_figures and self.text not in VALUE


def blank(match: re.Match[str]) -> str:
    """Return as many NULs as a match has characters, so that nothing moves."""
    return "\0" * len(match[0])


def _informal(match: re.Match[str]) -> str:
    """Return formal numerals as ordinary ones where they cannot be words."""
    run = match[0]
    formal = sum(1 for c in run if ord(c) in _FORMAL)
    money = match.string[match.end() : match.end() + 1] in tuple("元圆圓")
    return run.translate(_FORMAL) if formal > 1 or (formal and money) else run


def _amount(match: re.Match[str]) -> Amount:
    text = match[0]
    value: Value | None
    match match.lastgroup:
        case "figures":
            value = _in_figures(text)
        case "half":
            value = Fraction(1, 2)
        case _:
            value = _numeral(re.sub("[多余来]", "", text))
    approximate = any(c in text for c in "多余来")
    return Amount(text, match.start(), match.end(), value, approximate, text[0] in ".0123456789")


def _in_figures(text: str) -> Value | None:
    """Return the value of figures with units: 3.5亿, 3亿5000万, 300多万."""
    if len(text) > 2 * MOST_DIGITS:
        return None
    total: Value = 0
    for figures, scale in _IN_FIGURES.findall(text):
        value = figures_value(figures)
        if value is None:
            return None
        for unit in scale:
            value *= VALUE.get(unit, 1)
        total += value
    return total


def _numeral(run: str) -> int | None:
    """Return the value of Chinese numerals, or None where they name no one value (三五, 百)."""
    if len(run) > MOST_DIGITS:
        return None
    if all(c in DIGITS for c in run):
        if len(run) > 1 and ("两" in run or (len(run) == 2 and run[1] not in "零〇")):
            return None
        return int("".join(str(DIGITS[c]) for c in run))
    run = run.replace("廿", "二十").replace("卅", "三十")
    if not any(c in DIGITS for c in run):
        if len(run) > 1 and not re.fullmatch("[十百千][万亿]", run):
            return None
        if len(run) == 1 and run != "十":
            return None
    return _counted(run)


def _counted(run: str) -> int | None:
    """Return the value of numerals with units, read from the left."""
    total = section = 0
    digit: int | None = None
    unit, large, gap = 10**4, 10**16, False
    """`unit`: of the last numeral; `gap`: whether a zero stands behind it."""
    for c in run:
        if c in DIGITS:
            if digit is not None:
                return None
            digit, gap = (DIGITS[c], gap) if c not in "零〇" else (None, True)
        elif c in _UNITS:
            if digit is None and (section or gap) and c != "十":
                return None
            if section and _UNITS[c] >= unit:
                return None
            section += (1 if digit is None else digit) * _UNITS[c]
            digit, unit, gap = None, _UNITS[c], False
        else:
            section += digit or 0
            if _LARGE[c] > large:
                total = (total + section) * _LARGE[c]
            else:
                total += (section or 1) * _LARGE[c]
            section, digit, unit, large, gap = 0, None, _LARGE[c], _LARGE[c], False
    if digit is None:
        return total + section
    return total + section + digit * (unit // 10 if unit >= 100 and not gap else 1)


def tail(digits: str) -> Fraction:
    """Return the value of numerals behind a decimal point."""
    return Fraction(int("".join(str(DIGITS[c]) for c in digits)), 10 ** len(digits))


def find_amounts(plain: str) -> tuple[str, list[Amount]]:
    """Return a text without what only looks like a number, and its amounts in order."""
    plain = _NO_NUMBER.sub(blank, plain)
    return plain, [_amount(match) for match in _AMOUNT.finditer(plain)]


def ordinary(plain: str) -> str:
    """Return a text with formal numerals as ordinary ones."""
    return _FORMAL_RUN.sub(_informal, plain)
