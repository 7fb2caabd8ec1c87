"""Which money an amount is in. 元 may be any dollar or yuan, $ any dollar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aligner.checks.finding import Finding
from aligner.checks.mention import Mention

Money = frozenset[str]
"""The currencies that a word may mean, by their ISO 4217 codes."""

_DOLLARS = "USD HKD TWD AUD CAD SGD NZD MOP"
_ZH_NAMES = {
    "USD": "美元 美金 美圆 美圓",
    "EUR": "欧元 歐元",
    "GBP": "英镑 英鎊 镑 鎊",
    "JPY": "日元 日圆 日圓 日币 日幣 円",
    "KRW": "韩元 韓元 韩圆 韓圜 韩币 韓幣",
    "HKD": "港元 港币 港幣 港圆 港圓",
    "TWD": "新台币 新台幣 新臺幣 台币 台幣 臺幣",
    "MOP": "澳门元 澳門元 澳门币 澳門幣",
    "AUD": "澳元 澳大利亚元 澳幣 澳币",
    "CAD": "加元 加拿大元 加幣 加币",
    "SGD": "新加坡元 新元 新币 新幣 坡币",
    "NZD": "新西兰元 新西蘭元 纽元 紐元",
    "CNY": "人民币 人民幣",
    "RUB": "卢布 盧布",
    "INR": "印度卢比 卢比 盧比",
    "CHF": "瑞士法郎 瑞郎",
    "THB": "泰铢 泰銖",
}
_EN_NAMES = {
    "USD": ["us dollar", "american dollar", "u.s. dollar", "usd"],
    "EUR": ["euro", "eur"],
    "GBP": ["pound", "pounds sterling", "gbp", "sterling"],
    "JPY": ["yen", "jpy"],
    "KRW": ["won", "krw"],
    "HKD": ["hong kong dollar", "hkd"],
    "TWD": ["new taiwan dollar", "taiwan dollar", "twd"],
    "MOP": ["pataca", "mop"],
    "AUD": ["australian dollar", "aud"],
    "CAD": ["canadian dollar", "cad"],
    "SGD": ["singapore dollar", "sgd"],
    "NZD": ["new zealand dollar", "nzd"],
    "CNY": ["yuan", "renminbi", "rmb", "cny", "kuai"],
    "RUB": ["ruble", "rouble", "rub"],
    "INR": ["rupee", "inr"],
    "CHF": ["swiss franc", "chf"],
    "THB": ["baht", "thb"],
    _DOLLARS: ["dollar", "buck"],
}
_SIGNS = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "A$": "AUD",
    "C$": "CAD",
    "S$": "SGD",
    "NZ$": "NZD",
    "$": _DOLLARS,
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY JPY",
    "₩": "KRW",
    "₽": "RUB",
    "₹": "INR",
    "RMB": "CNY",
    "CNY": "CNY",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "HKD": "HKD",
    "TWD": "TWD",
    "JPY": "JPY",
}
_ANY_YUAN: Money = frozenset(f"CNY {_DOLLARS}".split()) - {"USD"}
"""A lone 元: of the mainland, or of any place that calls its dollar so."""
_PLAIN = str.maketrans("＄￥￡", "$¥£")


def _table(names: dict[str, list[str]]) -> dict[str, Money]:
    return {name: frozenset(codes.split()) for codes, own in names.items() for name in own}


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_ZH = _table({code: names.split() for code, names in _ZH_NAMES.items()})
_EN = _table(_EN_NAMES)
_SIGN = {sign: frozenset(codes.split()) for sign, codes in _SIGNS.items()}
_SIGN_BEFORE = re.compile(f"({_any_of(_SIGN)}) ?$")
_ZH_BEHIND = re.compile(
    f"[ 多余餘来來]{{0,2}}(?:({_any_of(_ZH)})|([元圆圓]|[块塊][钱錢])(人民[币幣])?)"
)
_ZH_BEFORE = re.compile(f"({_any_of(_ZH)}) ?$")
_EN_BEHIND = re.compile(f"(?i:[ -]({_any_of(_EN)})s?\\b)")


def check_currencies(zh: Iterable[Mention], en: Iterable[Mention]) -> Iterator[Finding]:
    """Yield the amounts that are equal but for the money they are in."""
    amounts: dict[str, tuple[Mention, Money]] = {}
    for mention in en:
        if money := _english(mention):
            first, known = amounts.get(mention.mark, (mention, money))
            amounts[mention.mark] = first, known | money
    if not amounts:
        return
    for mention in zh:
        if mention.mark not in amounts or not (money := _chinese(mention)):
            continue
        other, theirs = amounts[mention.mark]
        if not money & theirs:
            shown = mention.text + _name(mention, "zh"), _name(other, "en")
            yield Finding("currency", "both", mention.span, other.span, shown)


def _chinese(mention: Mention) -> Money | None:
    before = mention.before.translate(_PLAIN)
    if match := _ZH_BEHIND.match(mention.behind):
        if match[1]:
            return _ZH[match[1]]
        if match[3] is None and (named := _ZH_BEFORE.search(before)):
            return _ZH[named[1]]
        return _ZH["人民币"] if match[3] else _ANY_YUAN
    if match := _ZH_BEFORE.search(before):
        return _ZH[match[1]]
    sign = _SIGN_BEFORE.search(before)
    return _SIGN[sign[1]] if sign else None


def _english(mention: Mention) -> Money | None:
    if sign := _SIGN_BEFORE.search(mention.before.translate(_PLAIN)):
        return _SIGN[sign[1]]
    match = _EN_BEHIND.match(mention.behind)
    return _EN[match[1].lower()] if match else None


def _name(mention: Mention, language: str) -> str:
    """Return the money as it is written: behind the amount for Chinese, with it for English."""
    if language == "zh":
        match = _ZH_BEHIND.match(mention.behind)
        return match[0] if match else ""
    sign = _SIGN_BEFORE.search(mention.before)
    behind = _EN_BEHIND.match(mention.behind)
    return (sign[0] if sign else "") + mention.text + (behind[0] if behind and not sign else "")
