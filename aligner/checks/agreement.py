"""The other ways in which numbers agree: half and 50%, 21：15 and 21-15, noon and 12 o'clock.

Asked only of numbers whose marks are not on the other side. Errs towards agreeing: an alarm that is
false costs more trust than one that is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from aligner.checks.measures import measure, measures
from aligner.checks.mention import Mention
from aligner.numbers import clock, read_vague

_OFF = re.compile("(?i:[ -](?:off|discount|reduction|rebate))")
_NOON_EN = re.compile(r"(?i:\b(?:noon|midday|midnight)\b)")
_NOON_ZH = re.compile("中午|正午|午夜|半夜|子夜|晌午")
_TIMES_MORE = re.compile("[了加长長大高多升出]$")
_IN = re.compile(r"(?i: in | out of )")
_OF = re.compile(r"(?i: in (?:every )?| out of (?:every |each )?)")
_MULTIPLE = {
    2: re.compile(r"(?i:\bdoubl(?:e|ed|es|ing)\b|\btwice\b)"),
    3: re.compile(r"(?i:\b(?:tripl|trebl)(?:e|ed|es|ing)\b)"),
    4: re.compile(r"(?i:\bquadrupl(?:e|ed|es|ing)\b)"),
}
_CLOCK = re.compile("([0-9０-９]{1,3}) ?[:：] ?([0-9０-９]{1,3})")
_YEAR_BEFORE = re.compile("(?:^|[^0-9])([12][0-9])[0-9]{2} ?[-/‐–—－～至]$")
_MONTHS = ["", "January", "February", "March", "April", "May", "June", "July", "August"]
_MONTHS += ["September", "October", "November", "December"]
_HOLIDAY = "假|长假|長假|小长假|小長假|黄金周|黃金週|期间|期間|节|節"
_DAYS = {
    "九[·・]?一一|911(?=事件|恐|袭|襲)": (9, 11),
    "九[·・]?一八|918(?=事变|事變)": (9, 18),
    "五四(?=运动|運動|青年|文学|文學|时期|時期|精神)": (5, 4),
    f"五一(?={_HOLIDAY}|劳动|勞動|国际|國際)": (5, 1),
    "六一(?=儿童|兒童|国际|國際|节|節)": (6, 1),
    "七一(?=建党|建黨|讲话|講話)": (7, 1),
    "八一(?=建军|建軍|电影|電影)": (8, 1),
    f"十一(?={_HOLIDAY}|国庆|國慶)|(?<=国庆)十一|(?<=國慶)十一": (10, 1),
    "三八(?=妇女|婦女|国际|國際|节|節)": (3, 8),
    "[双雙](?:十一|11)": (11, 11),
    "[双雙](?:十二|12)": (12, 12),
    "[双雙]十(?![一二百千万萬])": (10, 10),
    "二[·・]?二八|228(?=事件)": (2, 28),
    "一二[·・]?九(?=运动|運動)": (12, 9),
}
"""Days that are called by their month and day, and these."""
_NAMED_DAYS = [(re.compile(pattern), *day) for pattern, day in _DAYS.items()]
_MOST = 40
"""Numbers of a text that are compared in other ways than by their marks."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers of a pair."""

    zh: list[Mention]
    en: list[Mention]
    zh_text: str
    en_text: str


def settle(
    all_: Numbers, zh: list[Mention], en: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Return what is left of the numbers of either side that stand alone."""
    if len(all_.zh) > _MOST or len(all_.en) > _MOST:
        return zh, en
    for agree in _WAYS:
        if not zh and not en:
            break
        gone_zh, gone_en = agree(all_, zh, en)
        zh = [m for m in zh if m not in gone_zh]
        en = [m for m in en if m not in gone_en]
    return _not_approximate(all_, zh), _not_vague(all_, en)


_Gone = tuple[list[Mention], list[Mention]]


def discounts_agree(zh: Mention, en: Mention) -> bool:
    """Whether 八折 is what the English says: 20% off, 80% of the price."""
    if en.number.kind == "plain" and en.value < 1:
        return en.value * 100 in (zh.value, 100 - zh.value)  # 五折, half price
    if en.number.kind != "percent":
        return False
    off = 100 - zh.value
    return en.value == off or (en.value == zh.value and not _OFF.match(en.behind))


def _by_value(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    return (
        [
            m
            for m in zh
            if any(_agree(m, other) for other in all_.en) or _multiplied(m, all_.en_text)
        ],
        [m for m in en if any(_agree(other, m) for other in all_.zh)],
    )


def _agree(zh: Mention, en: Mention) -> bool:
    left, right = zh.number, en.number
    if zh.text.endswith("折"):
        return discounts_agree(zh, en)
    if left.kind == "percent" and right.kind in ("plain", "ordinal"):
        points = "点" in zh.text or "點" in zh.text
        return Fraction(left.value, 100) == right.value or (points and left.value == right.value)
    if right.kind == "percent" and left.kind == "plain":
        return Fraction(right.value, 100) == left.value
    if right.kind == "time" and left.kind == "plain" and _told_as_decimal(zh, en):
        return True
    if "time" in (left.kind, right.kind):
        hour = left if right.kind == "time" else right
        return (
            hour.kind == "plain" and left.value + right.value - hour.value == hour.value * 60 % 720
        )
    if _is_short_year(zh) and right.value in (1900 + left.value, 2000 + left.value):
        return True
    if left.kind == "decade" and left.weak:  # 八零后, the post-80s generation
        return left.value == right.value or left.value % 100 == right.value
    if zh.before.endswith(("民国", "民國")) and zh.behind.startswith("年"):
        return left.value + 1911 == right.value
    if "decade" in (left.kind, right.kind):
        return left.value == right.value
    if left.kind == right.kind == "plain" and zh.behind[:1] == "倍":
        return right.value == left.value + 1 and bool(_TIMES_MORE.search(zh.before))
    return False


def _is_short_year(zh: Mention) -> bool:
    """Whether a number may be a year without its century: 八零年."""
    return zh.text.isnumeric() and zh.behind[:1] == "年" and zh.value < 100


def _told_as_decimal(zh: Mention, en: Mention) -> bool:
    """Whether what reads as 7.05 may be five past seven: 七点零五, without 分 behind it."""
    hour, minutes = divmod(zh.value * 100, 100)
    spoken = re.fullmatch("[^点點]+[点點][零〇一二三四五][零〇一二三四五六七八九]", zh.text)
    return bool(spoken) and clock(hour, int(minutes)) == en.value


def _multiplied(zh: Mention, en_text: str) -> bool:
    """Whether the English has a verb for a multiple: 3倍, tripled."""
    if zh.behind[:1] != "倍" or zh.value.denominator > 1:
        return False
    words = [_MULTIPLE.get(int(zh.value) + more) for more in (0, 1)]
    return any(word is not None and word.search(en_text) for word in words)


def _by_measure(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    ours = measures(all_.zh_text, all_.zh, "zh")
    theirs = measures(all_.en_text, all_.en, "en")
    return (
        [m for m in zh if measure(m, "zh") in theirs],
        [m for m in en if measure(m, "en") in ours],
    )


def _as_score(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match what looks like a time, 21：15, with two numbers of the other side."""
    gone: _Gone = ([], [])
    for times, others, side in ((zh, all_.en, 0), (en, all_.zh, 1)):
        for time in times:
            match = _CLOCK.match(time.text) if time.number.kind == "time" else None
            if not match:
                continue
            parts = [m for m in others if m.value in (int(match[1]), int(match[2]))]
            if len({m.value for m in parts}) == len({int(match[1]), int(match[2])}):
                gone[side].append(time)
                gone[1 - side].extend(parts)
    return gone


def _as_clock(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match 27分37秒 with 27:37, which no clock shows."""
    return _told_by_clock(zh, all_.en_text), _told_by_clock(en, all_.zh_text.replace("：", ":"))


def _told_by_clock(left: list[Mention], other: str) -> list[Mention]:
    if ":" not in other:
        return []
    gone: list[Mention] = []
    for one, two in pairwise(left):
        if one.value.denominator > 1 or two.value.denominator > 1:
            continue
        if re.search(rf"(?<![0-9:]){one.value}:{int(two.value):02}(?![0-9])", other):
            gone += [one, two]
    return gone


def _as_share(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match one in five with two Chinese numbers, 每五个人中有一个."""
    gone: _Gone = ([], [])
    for share in en:
        if share.value.denominator > 1 and _IN.search(share.text):
            parts = [m for m in all_.zh if m.value == share.value.denominator]
            if parts:
                gone[0].extend(m for m in all_.zh if m.value == share.value.numerator)
                gone[0].extend(parts)
                gone[1].append(share)
    return gone


def _as_ratio(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match two in five with one Chinese number, 四成 or 五分之二."""
    gone: _Gone = ([], [])
    for part, whole in pairwise(all_.en):
        gap = all_.en_text[part.number.end : whole.number.start]
        if not _OF.fullmatch(gap) or not 0 < part.value < whole.value:
            continue
        share = Fraction(part.value) / Fraction(whole.value)
        same = [m for m in zh if m.value == (share * 100 if m.number.kind == "percent" else share)]
        if same:
            gone[0].extend(same)
            gone[1].extend((part, whole))
    return gone


def _at_noon(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    said_en, said_zh = _NOON_EN.search(all_.en_text), _NOON_ZH.search(all_.zh_text)
    return (
        [m for m in zh if said_en and _twelve(m)],
        [m for m in en if said_zh and _twelve(m)],
    )


def _twelve(mention: Mention) -> bool:
    return mention.mark == "12" or (mention.number.kind == "time" and mention.value == 0)


def _to_the_hour(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match five to eight with a time, where the Chinese has one."""
    gone: _Gone = ([], [])
    for minutes, hour in pairwise(all_.en):
        if all_.en_text[minutes.number.end : hour.number.start] != " to ":
            continue
        for time in zh:
            if time.number.kind == "time" and time.value == (hour.value * 60 - minutes.value) % 720:
                gone[0].append(time)
                gone[1].extend((minutes, hour))
    return gone


def _as_written(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match what stands on the other side letter by letter, whatever it is."""
    return (
        [m for m in zh if _stands_in(m.text, all_.en_text)],
        [m for m in en if _stands_in(m.text, all_.zh_text)],
    )


def _stands_in(written: str, text: str) -> bool:
    if not written.isascii() or written not in text:
        return False
    return bool(re.search(rf"(?<![0-9A-Za-z.,:/-]){re.escape(written)}(?![0-9A-Za-z:/%-])", text))


def _by_name(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match a month with its name in English, also in a name or without a date."""
    return [m for m in zh if m.number.kind == "month" and _MONTHS[int(m.value)] in all_.en_text], []


def _by_day(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match a day that is called by its date, 双十一, with that date or with a name without one."""
    gone: _Gone = ([], [])
    for pattern, month, day in _NAMED_DAYS:
        for match in pattern.finditer(all_.zh_text):
            start, end = match.span()
            gone[0].extend(m for m in zh if start <= m.number.start < end)
            gone[1].extend(m for m in en if m.value == (month if m.number.kind == "month" else day))
    return gone


def _as_short_year(all_: Numbers, zh: list[Mention], en: list[Mention]) -> _Gone:
    """Match the second year of 2010-11 with one written in full."""
    gone: _Gone = ([], [])
    for shorts, others, side in ((zh, all_.en, 0), (en, all_.zh, 1)):
        for short in shorts:
            match = _YEAR_BEFORE.search(short.before) if short.value < 100 else None
            full = int(match[1]) * 100 + short.value if match else None
            if years := [m for m in others if m.value == full]:
                gone[side].append(short)
                gone[1 - side].extend(years)
    return gone


def _not_approximate(all_: Numbers, zh: list[Mention]) -> list[Mention]:
    """Leave out what is said to be a little more and may be what the English says: 十多, dozen."""
    return [
        m
        for m in zh
        if not m.number.approximate
        or not any(m.value <= other.value < m.value * 2 for other in all_.en)
    ]


def _not_vague(all_: Numbers, en: list[Mention]) -> list[Mention]:
    """Leave out what a vague number of the Chinese may mean, two numbers for each at most."""
    if not en:
        return en
    ranges = 2 * read_vague(all_.zh_text)
    left: list[Mention] = []
    for mention in en:
        value = mention.value // 60 if mention.number.kind == "time" else mention.value
        fitting = next((r for r in ranges if r[0] <= value <= r[1]), None)
        if fitting is None or mention.number.kind not in ("plain", "ordinal", "time"):
            left.append(mention)
        else:
            ranges.remove(fitting)
    return left


_WAYS = (
    _by_value,
    _by_measure,
    _by_name,
    _by_day,
    _as_score,
    _as_clock,
    _as_share,
    _as_ratio,
    _as_short_year,
    _at_noon,
    _to_the_hour,
    _as_written,
)
