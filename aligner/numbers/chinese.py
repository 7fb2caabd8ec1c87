"""Numbers in Chinese, either script: figures, numerals, and figures with 万 and 亿.

Amounts are found first; what stands around and between them says what kind of number they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from aligner.numbers.number import (
    FIGURES,
    MOST_DIGITS,
    PLAIN,
    HalfDay,
    Kind,
    Number,
    Value,
    clock,
    figures_value,
)

_TRADITIONAL = dict(
    zip(
        map(ord, "萬億兩點餘來幾數時號個紀鐘週後塊"),
        "万亿两点余来几数时号个纪钟周后块",
        strict=True,
    )
)
_TABLE = {**PLAIN, **_TRADITIONAL}

_DIGITS = {"零": 0, "〇": 0, "两": 2} | {c: k for k, c in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_VALUE = _UNITS | _LARGE

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
_HAS_ANY = re.compile(
    "[0-9０-９兩週零〇一二两三四五六七八九十百千万亿兆廿卅半周期拜壹贰貳叁肆伍陆陸柒捌玖]"
)

_NO_NUMBER = re.compile(
    "一(?:些|下|样|樣|起|旦|定|直|般|切|致|律|向|边|邊|会|會|番|味|再|贯|貫|时|度|概|齐|齊|同|共|带|帶|系列"
    "|面|生|心|路|方面|如|连|連|丝|絲|来|流|举|舉|手|身|瞬|阵|陣"
    "|(?<!凌晨.)(?<!上午.)(?<!下午.)(?<!中午.)(?<!半夜.)点(?![钟半整0-9一二三四五六七八九十])|点(?=[也都儿兒]))"
    "|(?:统|統|唯|惟|万|单|單|同|专|專|逐|划|劃|第)一(?=[^百千万亿十]|$)(?<!第一)"
    "|三(?:明治|角|亚|亞|峡|峽|文鱼|文魚|国演|國演)|四(?:川|处|處|周|季|肢)|五(?:官|金|星红|星紅)|六(?:合)"
    "|七(?:夕)|八(?:卦)|九(?:泉|龙|龍)|二(?:手|氧)|两(?:岸)|(?<![一二三四五六七八九])十(?:分(?!之|钟)|足|字|全十美|有八九|之八九)"
    "|百姓|千万(?=不|别|別|要|记|記)|(?<![零一二两三四五六七八九十百千0-9])万(?:一|分(?!之)|岁|歲)|七七八八|七零八落|十指|三三两两|乱七八糟|亂七八糟"
    "|半(?:夜|岛|島|导|導|路|途|径|徑|年度|场|場|决|決)|[大多]半"
)
_WEEKDAY = re.compile(
    r"(?<![零〇一二两三四五六七八九十0-9每])(?:周|星期|礼拜|禮拜)([一二三四五六日天])"
)
_MONTH_AHEAD = re.compile(r" ?月(?![球亮饼餅])")
_PERCENT_AHEAD = re.compile(r" ?%| ?(?:个)?百分[点點]")
_CHENG = re.compile(
    r"成(?:([一二三四五六七八九])(?![十百千万亿])|(半))?(?![员員为為立功都分年本果长長了熟人])"
)
_MINUTES_AHEAD = re.compile(r"(?:钟|整)?(半|一刻|三刻)?")
_DAYTIME = re.compile(
    "(?:(?P<am>上午|早上|早晨|清晨|凌晨|早)|(?P<pm>下午|午后|傍晚|晚上|晚间|晚間|当晚|當晚|晚)"
    "|中午|正午|夜里|夜裡|深夜|午夜)(?:大?约|大?約|的)?$"
)
_DECIMALS = re.compile("([零〇一二三四五六七八九]+)([百千万亿]*)")
_DECIMALS_AHEAD = re.compile("点([零〇一二三四五六七八九]+)(?!分)")
_DECADE_AHEAD = re.compile(" ?年代")
_DISCOUNT = re.compile("折(?![叠疊断斷磨合纸紙射中])")
_DOZEN = re.compile("打(?![开開听聽电電架扫掃算破断斷击擊印造包车車仗牌球动動工了着著过過在住])")
_TAIL = re.compile("[一二三四五六七八九][零一二三四五六七八九]?|[0-9]{1,2}")
_NO_TAIL = re.compile(r"[个名只件层層楼樓条條元块米年月日号岁歲天小分张張片]| ?[-~至到点成折%]")
_AND_HALF = re.compile("(?:个|年|天|斤|公斤|千克|米|公里|岁|歲|度|吨|噸|倍|块|小时|分钟|亩|畝)")
_HALF_OF = re.compile("[天夜日载載价價]")
_RANGE = re.compile(r" ?(?:-|~|至|到) ?")
_LARGE_BEHIND = re.compile("[多余来]?[万亿]+$")


@dataclass(frozen=True, slots=True)
class _Amount:
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
        return len(self.text) == 1 and not self.in_figures and self.text not in _VALUE


def read_chinese(text: str) -> list[Number]:
    """Return the numbers of a Chinese text in order."""
    if not _HAS_ANY.search(text):
        return []
    plain = _FORMAL_RUN.sub(_informal, text.translate(_TABLE))
    found = [
        Number("一二三四五六日".find(m[1].replace("天", "日")) + 1, "weekday", *m.span())
        for m in _WEEKDAY.finditer(plain)
    ]
    if found:
        plain = _WEEKDAY.sub(_blank, plain)
    plain = _NO_NUMBER.sub(_blank, plain)
    amounts = [_amount(match) for match in _AMOUNT.finditer(plain)]
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


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _informal(match: re.Match[str]) -> str:
    """Return formal numerals as ordinary ones where they cannot be words."""
    run = match[0]
    formal = sum(1 for c in run if ord(c) in _FORMAL)
    money = match.string[match.end() : match.end() + 1] in tuple("元圆圓")
    return run.translate(_FORMAL) if formal > 1 or (formal and money) else run


def _amount(match: re.Match[str]) -> _Amount:
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
    return _Amount(text, match.start(), match.end(), value, approximate, text[0] in ".0123456789")


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
            value *= _VALUE.get(unit, 1)
        total += value
    return total


def _numeral(run: str) -> int | None:
    """Return the value of Chinese numerals, or None where they name no one value (三五, 百)."""
    if len(run) > MOST_DIGITS:
        return None
    if all(c in _DIGITS for c in run):
        if len(run) > 1 and ("两" in run or (len(run) == 2 and run[1] not in "零〇")):
            return None
        return int("".join(str(_DIGITS[c]) for c in run))
    run = run.replace("廿", "二十").replace("卅", "三十")
    if not any(c in _DIGITS for c in run):
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
        if c in _DIGITS:
            if digit is not None:
                return None
            digit, gap = (_DIGITS[c], gap) if c not in "零〇" else (None, True)
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


def _read(text: str, amount: _Amount, after: _Amount | None) -> Number | None:
    """Return the number that begins with an amount, with the one behind it where they join."""
    if after is not None and after.start - amount.end <= 4:
        joined = _joined(text, amount, after, text[amount.end : after.start].strip())
        if joined is not None:
            return joined
    return _alone(text, amount)


def _joined(text: str, amount: _Amount, after: _Amount, gap: str) -> Number | None:
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
    if gap in ("分", "分钟", "点差") and (told := _time_to(text, amount, after, gap)):
        return told
    if gap in ("点", "时", ":") and amount.value is not None:
        decimals = _DECIMALS.fullmatch(after.text)
        by_day = _DAYTIME.search(text, max(0, amount.start - 5), amount.start)
        if (
            gap == "点"
            and decimals
            and not by_day
            and text[after.end : after.end + 1] not in ("分", "刻")
        ):
            return _decimal(text, amount, after, decimals)
        minute = 30 if after.text == "半" else after.value
        if text.startswith("刻", after.end) and minute is not None:
            minute *= 15
        two = len(after.text) == 2 or not after.in_figures
        if minute is not None and two and (gap != ":" or after.in_figures):
            time = clock(amount.value, minute)
            end = after.end + (text[after.end : after.end + 1] in ("分", "刻"))
            if time is not None:
                half = _half_day(text, amount)
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


def _with_tail(text: str, amount: _Amount, after: _Amount) -> Number | None:
    """Return money or a length whose smaller unit is left out: 九十九块九, 一米八二."""
    if amount.value is None or not _TAIL.fullmatch(after.text) or _NO_TAIL.match(text, after.end):
        return None
    digits = "".join(str(_DIGITS.get(c, c)) for c in after.text)
    value = amount.value + Fraction(int(digits), 10 ** len(digits))
    end = after.end + (text[after.end : after.end + 1] in ("毛", "角"))
    return Number(value, "plain", amount.start, end)


def _time_to(text: str, amount: _Amount, after: _Amount, gap: str) -> Number | None:
    """Return a time some minutes before a full hour: 差五分八点, 八点差五分."""
    if gap == "点差":
        hour, minutes, start, end = amount.value, after.value, amount.start, after.end + 1
        known = text[after.end : after.end + 1] == "分"
    else:
        hour, minutes, start, end = after.value, amount.value, amount.start - 1, after.end + 1
        known = text[start : start + 1] == "差" and text[after.end : end] == "点"
    if not known or hour is None or minutes is None or minutes > 59:
        return None
    time = clock(hour, 0)
    return None if time is None else Number(int(time - minutes) % 720, "time", start, end)


def _half_day(text: str, amount: _Amount) -> HalfDay:
    """Return which half of the day the words before an hour say, or the hour itself."""
    if amount.value is None or amount.value == 12:
        return ""  # 晚上12点 is midnight, 12:30 either
    if amount.value > 12:
        return "pm"
    found = _DAYTIME.search(text, max(0, amount.start - 5), amount.start)
    if not found:
        return ""
    return "am" if found["am"] else "pm" if found["pm"] else ""


def _part(text: str, amount: _Amount, after: _Amount) -> Number | None:
    """Return a percentage or a fraction: 百分之三点五, 三分之二."""
    whole = _VALUE.get(amount.text) or amount.value
    part: Value | None = 100 if after.text == "百" else after.value
    if not whole or part is None:
        return None
    end = after.end
    decimals = _DECIMALS_AHEAD.match(text, end)
    if decimals and len(decimals[1]) <= MOST_DIGITS:
        part, end = part + _tail(decimals[1]), decimals.end()
    if amount.text in ("百", "千", "万"):
        return Number(Fraction(part * 100, whole), "percent", amount.start, end)
    return Number(Fraction(part, whole), "plain", amount.start, end)


def _tail(digits: str) -> Fraction:
    """Return the value of numerals behind a decimal point."""
    return Fraction(int("".join(str(_DIGITS[c]) for c in digits)), 10 ** len(digits))


def _decimal(text: str, amount: _Amount, after: _Amount, decimals: re.Match[str]) -> Number | None:
    if amount.value is None or len(decimals[1]) > MOST_DIGITS:
        return None
    value = amount.value + _tail(decimals[1])
    for unit in decimals[2]:
        value *= _VALUE[unit]
    return Number(value, "plain", amount.start, after.end)


def _alone(text: str, amount: _Amount) -> Number | None:
    """Return the number that one amount makes with what stands before and behind it."""
    before = text[amount.start - 1 : amount.start]
    behind = text[amount.end : amount.end + 1]
    if amount.text == "百" and text.startswith("百分百", amount.start):
        return Number(100, "percent", amount.start, amount.end)
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
    kind: Kind = "plain"
    weak = amount.slight or amount.text == "千万"
    if amount.text in ("半", "一半"):
        return Number(value, "plain", start, end, weak=amount.text == "半" and behind != "数")
    if before == "第" or text[max(0, start - 2) : start] == "第 ":
        return Number(value, "ordinal", text.rindex("第", 0, start), end, weak=value < 3)
    if match := _PERCENT_AHEAD.match(text, end):
        return Number(value, "percent", start, match.end())
    if value < 10 and (match := _CHENG.match(text, end)):
        tenth = 5 if match[2] else _DIGITS.get(match[1] or "", 0)
        return Number(value * 10 + tenth, "percent", start, match.end())
    if behind and (behind in "点时") and (number := _hour(text, amount)):
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


def _hour(text: str, amount: _Amount) -> Number | None:
    """Return a full hour, half hour or quarter, or None where 点 says something else."""
    rest = _MINUTES_AHEAD.match(text, amount.end + 1)
    by_day = _DAYTIME.search(text, max(0, amount.start - 5), amount.start)
    if rest is None or amount.value is None or not (by_day or rest[0]):
        return None
    minute = {None: 0, "半": 30, "一刻": 15, "三刻": 45}[rest[1]]
    value = clock(amount.value, minute)
    if value is None:
        return None
    return Number(value, "time", amount.start, rest.end(), half_day=_half_day(text, amount))


def _discounted(amount: _Amount) -> Value | None:
    """Return the percentage of the price that is paid: 八折, 八五折, 8.5折, 85折."""
    if len(amount.text) == 2 and all(_DIGITS.get(c, 0) for c in amount.text):
        return int("".join(str(_DIGITS[c]) for c in amount.text))
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
                value *= _VALUE.get(unit, 1)
            numbers[k] = replace(low, value=value, weak=low.weak and not match)
    return numbers
