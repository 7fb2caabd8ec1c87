"""Numbers in Chinese, either script: figures, numerals, and figures with 万 and 亿.

Amounts are found first; what stands around and between them says what kind of number they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from aligner.numbers.chinese_amounts import (
    DIGITS,
    VALUE,
    Amount,
    blank,
    find_amounts,
    ordinary,
    tail,
)
from aligner.numbers.chinese_times import daytime, half_day, hour, minutes_of, time_to
from aligner.numbers.number import MOST_DIGITS, PLAIN, Number, NumberKind, Value, clock

_TRADITIONAL = dict(
    zip(
        map(ord, "萬億兩點餘來幾數時號個紀鐘週後塊"),
        "万亿两点余来几数时号个纪钟周后块",
        strict=True,
    )
)
_TABLE = {**PLAIN, **_TRADITIONAL}

_HAS_ANY = re.compile(
    "[0-9０-９兩週零〇一二两三四五六七八九十百千万亿兆廿卅半周期拜壹贰貳叁肆伍陆陸柒捌玖]"
)

_COUNTED = (
    "[零〇一二两三四五六七八九十百千万亿多几次趟遍篇节節堂场場轮輪班档檔章册冊封份件顿頓杯瓶元块米页頁张張种種项項]"
    "|天(?![气氣亮黑])|个(?!人)|回(?![家来來到乡鄉国國])|课(?!后|後)|日(?!报|報)|[小分][时時钟鐘]|公[里斤]"
)
_WEEKDAY = re.compile(  # 每周二 is every Tuesday, 每周二次 twice a week
    r"(?<![零〇一二两三四五六七八九十0-9])(?:(?<!每)(?:周|星期|礼拜|禮拜)([一二三四五六日天])"
    rf"|(?<=每)(?:周|星期|礼拜|禮拜)([一二三四五六日天])(?!{_COUNTED}))"
)
_MONTH_AHEAD = re.compile(r" ?月(?![球亮饼餅])")
_PERCENT_AHEAD = re.compile(r" ?%| ?(?:个)?百分[点點]")
_CHENG = re.compile(
    r"成(?:([一二三四五六七八九])(?![十百千万亿])|(半))?(?![员員为為立功都分年本果长長了熟人])"
)
_DECIMALS = re.compile("([零〇一二三四五六七八九]+)([百千万亿]*)")
_DECIMALS_AHEAD = re.compile("点([零〇一二三四五六七八九]+)(?!分)")
_DECADE_AHEAD = re.compile(" ?年代")
_BORN_THEN = re.compile("[5-9五六七八九0零〇][05零〇五]|10")
_THEN_AHEAD = re.compile(" ?[后後](?![来來面边邊勤天院门門悔续續方背期])")
_DISCOUNT = re.compile("折(?![叠疊断斷磨合纸紙射中])")
_DOZEN = re.compile("打(?![开開听聽电電架扫掃算破断斷击擊印造包车車仗牌球动動工了着著过過在住])")
_TAIL = re.compile("[一二三四五六七八九][零一二三四五六七八九]?|[0-9]{1,2}")
_NO_TAIL = re.compile(r"[个名只件层層楼樓条條元块米年月日号岁歲天小分张張片]| ?[-~至到点成折%]")
_AND_HALF = re.compile("(?:个|年|天|斤|公斤|千克|米|公里|岁|歲|度|吨|噸|倍|块|小时|分钟|亩|畝)")
_HALF_OF = re.compile("[天夜日载載价價]")
_RANGE = re.compile(r" ?(?:-|~|至|到) ?")
_LARGE_BEHIND = re.compile("[多余来]?[万亿]+$")


def read_chinese(text: str) -> list[Number]:
    """Return the numbers of a Chinese text in order."""
    if not _HAS_ANY.search(text):
        return []
    plain = ordinary(text.translate(_TABLE))
    found = [
        Number("一二三四五六日".find((m[1] or m[2]).replace("天", "日")) + 1, "weekday", *m.span())
        for m in _WEEKDAY.finditer(plain)
    ]
    if found:
        plain = _WEEKDAY.sub(blank, plain)
    plain, amounts = find_amounts(plain)
    numbers: list[Number] = []
    for k, amount in enumerate(amounts):
        if numbers and amount.start < numbers[-1].end:
            continue  # a part of the number before it
        after = amounts[k + 1] if k + 1 < len(amounts) else None
        number = _read(plain, amount, after)
        if number is not None:
            numbers.append(number)
    numbers = _spread(plain, _with_halves(plain, numbers))
    return sorted(numbers + found, key=lambda number: number.start) if found else numbers


def _read(text: str, amount: Amount, after: Amount | None) -> Number | None:
    """Return the number that begins with an amount, with the one behind it where they join."""
    if after is not None and after.start - amount.end <= 4:
        joined = _joined(text, amount, after, text[amount.end : after.start].strip())
        if joined is not None:
            return joined
    return _alone(text, amount)


def _joined(text: str, amount: Amount, after: Amount, gap: str) -> Number | None:
    """Return the number that two amounts make: 百分之五, 三点五亿, 3点15分, 20世纪90年代."""
    if gap == "分之":
        return _part(text, amount, after)
    if gap == "/" and amount.in_figures and after.in_figures and amount.value and after.value:
        slashed = (
            text[amount.start - 1 : amount.start] == "/" or text[after.end : after.end + 1] == "/"
        )
        if slashed or not amount.value < after.value < 100:
            return None
        return Number(Fraction(amount.value, after.value), "plain", amount.start, after.end)
    if gap in ("块", "米") and amount.value is not None:
        return _with_tail(text, amount, after)
    if gap in ("分", "分钟", "点差") and (told := time_to(text, amount, after, gap)):
        return told
    if gap in ("点", "时", ":") and amount.value is not None:
        decimals = _DECIMALS.fullmatch(after.text)
        by_day = daytime(text, amount.start)
        if (
            gap == "点"
            and decimals
            and not by_day
            and text[after.end : after.end + 1] not in ("分", "刻")
        ):
            return _decimal(text, amount, after, decimals)
        minute = 30 if after.text == "半" else minutes_of(after)
        if text.startswith("刻", after.end) and minute is not None:
            minute *= 15
        two = len(after.text) == 2 or not after.in_figures
        if minute is not None and two and (gap != ":" or after.in_figures):
            time = clock(amount.value, minute)
            end = after.end + (text[after.end : after.end + 1] in ("分", "刻"))
            if time is not None:
                half = half_day(text, amount)
                return Number(time, "time", amount.start, end, half_day=half)
    if (
        gap == "世纪"
        and amount.value
        and after.value is not None
        and after.value < 100
        and _DECADE_AHEAD.match(text, after.end)
    ):
        value = (amount.value - 1) * 100 + after.value
        end = text.index("代", after.end) + 1
        return Number(value, "decade", amount.start, end)
    return None


def _with_tail(text: str, amount: Amount, after: Amount) -> Number | None:
    """Return money or a length whose smaller unit is left out: 九十九块九, 一米八二."""
    if amount.value is None or not _TAIL.fullmatch(after.text) or _NO_TAIL.match(text, after.end):
        return None
    digits = "".join(str(DIGITS.get(c, c)) for c in after.text)
    value = amount.value + Fraction(int(digits), 10 ** len(digits))
    end = after.end + (text[after.end : after.end + 1] in ("毛", "角"))
    return Number(value, "plain", amount.start, end)


def _part(text: str, amount: Amount, after: Amount) -> Number | None:
    """Return a percentage or a fraction: 百分之三点五, 三分之二."""
    whole = VALUE.get(amount.text) or amount.value
    part: Value | None = 100 if after.text == "百" else after.value
    if not whole or part is None:
        return None
    end = after.end
    decimals = _DECIMALS_AHEAD.match(text, end)
    if decimals and len(decimals[1]) <= MOST_DIGITS:
        part, end = part + tail(decimals[1]), decimals.end()
    if amount.text in ("百", "千", "万"):
        return Number(Fraction(part * 100, whole), "percent", amount.start, end)
    return Number(Fraction(part, whole), "plain", amount.start, end)


def _decimal(text: str, amount: Amount, after: Amount, decimals: re.Match[str]) -> Number | None:
    if amount.value is None or len(decimals[1]) > MOST_DIGITS:
        return None
    value = amount.value + tail(decimals[1])
    for unit in decimals[2]:
        value *= VALUE[unit]
    return Number(value, "plain", amount.start, after.end)


def _alone(text: str, amount: Amount) -> Number | None:
    """Return the number that one amount makes with what stands before and behind it."""
    before = text[amount.start - 1 : amount.start]
    behind = text[amount.end : amount.end + 1]
    if amount.text == "百" and text.startswith("百分百", amount.start):
        return Number(100, "percent", amount.start, amount.end)
    if _BORN_THEN.fullmatch(amount.text) and _THEN_AHEAD.match(text, amount.end):
        return _generation(amount)
    if _DISCOUNT.match(text, amount.end) and (off := _discounted(amount)) is not None:
        return Number(off, "percent", amount.start, amount.end + 1)
    if amount.value is None:
        return None
    if behind == "打" and _DOZEN.match(text, amount.end):
        return Number(amount.value * 12, "plain", amount.start, amount.end + 1)
    if (amount.text[0] in "十百千万亿" and before and before in "几数上成") or behind == "几":
        return None
    start, end, value = amount.start, amount.end, amount.value
    approximate = amount.approximate or (behind != "" and behind in "多余来")
    kind: NumberKind = "plain"
    weak = amount.slight or amount.text == "千万"
    if amount.text in ("半", "一半"):
        return Number(value, "plain", start, end, weak=amount.text == "半" and behind != "数")
    if before == "第" or text[max(0, start - 2) : start] == "第 ":
        return Number(value, "ordinal", text.rindex("第", 0, start), end, weak=value < 3)
    if match := _PERCENT_AHEAD.match(text, end):
        return Number(value, "percent", start, match.end())
    if value < 10 and (match := _CHENG.match(text, end)):
        tenth = 5 if match[2] else DIGITS.get(match[1] or "", 0)
        return Number(value * 10 + tenth, "percent", start, match.end())
    if behind and (behind in "点时") and (number := hour(text, amount)):
        return number
    if value % 10 == 0 and (match := _DECADE_AHEAD.match(text, end)):
        return Number(value, "decade", start, match.end())
    if 1 <= value <= 12 and isinstance(value, int):
        match = _MONTH_AHEAD.match(text, end)
        if match:
            return Number(value, "month", start, match.end())
    if behind == "年" and 1000 <= value <= 2999:
        kind, end = "year", end + 1
    elif behind and behind in "日号" and 1 <= value <= 31:
        kind, end = "day", end + 1
    return Number(value, kind, start, end, weak, approximate)


def _generation(amount: Amount) -> Number:
    """Return the years in which people were born that are called by them: 八零后, 95后."""
    year = int("".join(str(DIGITS.get(c, c)) for c in amount.text))
    century = 1900 if year >= 50 else 2000
    return Number(century + year, "decade", amount.start, amount.end, weak=True)


def _discounted(amount: Amount) -> Value | None:
    """Return the percentage of the price that is paid: 八折, 八五折, 8.5折, 85折."""
    if len(amount.text) == 2 and all(DIGITS.get(c, 0) for c in amount.text):
        return int("".join(str(DIGITS[c]) for c in amount.text))
    if amount.value is None or amount.value <= 0 or amount.value >= 100:
        return None
    return amount.value * 10 if amount.value < 10 else amount.value


def _with_halves(text: str, numbers: list[Number]) -> list[Number]:
    """Join what makes one number with a unit or 又 inside: 两个半小时, 三又二分之一."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last and last.kind == number.kind == "plain" and last.value.denominator == 1:
            gap = text[last.end : number.start].strip()
            half = text[number.start : number.end] == "半" and _AND_HALF.fullmatch(gap)
            if (half and not _HALF_OF.match(text, number.end)) or (
                gap == "又" and number.value < 1
            ):
                weak = bool(half) and last.weak
                value = last.value + number.value
                joined[-1] = Number(value, "plain", last.start, number.end, weak)
                continue
        joined.append(number)
    return joined


def _spread(text: str, numbers: list[Number]) -> list[Number]:
    """Give the first number of a range what only the second one carries: 5-10%, 10至20万."""
    for k in range(len(numbers) - 1):
        low, high = numbers[k], numbers[k + 1]
        if low.kind not in ("plain", "year") or not _RANGE.fullmatch(text, low.end, high.start):
            continue
        if high.kind == "percent":
            numbers[k] = replace(low, kind="percent", weak=False)
        elif high.kind == "plain" and low.value < 1000:
            match = _LARGE_BEHIND.search(text, high.start, high.end)
            value = low.value
            for unit in match[0] if match else "":
                value *= VALUE.get(unit, 1)
            numbers[k] = replace(low, value=value, weak=low.weak and not match)
    return numbers
