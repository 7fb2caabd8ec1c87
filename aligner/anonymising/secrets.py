"""What is replaced in a text: names, street addresses, mail addresses, links and numbers.

Small numbers in words (one, 一) and the days of the week are no secrets and stay; figures all go.
Invariant: what is found is in order and does not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from aligner.anonymising.blocks import Block
from aligner.anonymising.names import NameFinder, folded
from aligner.anonymising.stand_ins import Kind
from aligner.numbers import marks_of, read_numbers
from aligner.script import HAN

_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"
)
_LINK = re.compile(r"(?:https?://|ftp://|www\.)[!#-;=?-z~]{0,2000}[a-z0-9/=_~-]", re.IGNORECASE)
_HAN = r"[^\W\da-zA-Z_在於于到從从是往住至由向寄送的了]"
_ADDRESS = re.compile(
    rf"(?:{_HAN}{{1,4}}[省市縣县區区鄉乡鎮镇]){{0,4}}{_HAN}{{1,5}}(?:路|街|大道|巷|弄|胡同)"
    r"(?:[一二三四五六七八九十0-9]{1,3}段)?(?:[0-9]{1,4}[巷弄]){0,2}[0-9０-９之-]{1,8}[號号]"
    r"(?:[一二三四五六七八九十0-9]{1,3}[樓楼])?"
    r"|(?:No\. ?)?[0-9]{1,5}[A-Za-z]?,? (?:[A-Z][\w.'-]{0,30},? ){1,4}"
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Boulevard|Blvd|Drive|Highway)\b\.?"
)
_PHONE = re.compile(r"(?<![0-9])\(?\+?[0-9]{1,4}\)?(?:[ -]\(?[0-9]{1,5}\)?){1,5}(?![0-9])")
_DIALLED = re.compile(r"[+(0]|.*-", re.DOTALL)
"""How a telephone number begins, or what it has."""
_FIGURES = re.compile(r"[0-9０-９]+(?:[.,:/-][0-9０-９]+)*")
_HAS_HAN = re.compile(f"[{HAN}]")
_LEAST_DIGITS = 7
"""Of a telephone number."""


class Secret(NamedTuple):
    """A stretch of a text that is replaced."""

    start: int
    stop: int
    kind: Kind
    identity: str
    """What is the same for a secret in both languages."""


def secrets_of(block: Block, names: NameFinder, left: Collection[Kind]) -> list[Secret]:
    """Return what is to be replaced in a block; kinds in `left` stay."""
    found = [one for one in _all(block, names) if one.kind not in left]
    found.sort(key=lambda one: (one.start, -one.stop))
    merged: list[Secret] = []
    for one in found:
        if merged and one.start < merged[-1].stop:
            if one.stop > merged[-1].stop:  # a name that goes on behind an address
                last = merged[-1]
                identity = folded(block.text[last.start : one.stop])
                merged[-1] = Secret(last.start, one.stop, last.kind, identity)
        else:
            merged.append(one)
    return merged


def _all(block: Block, names: NameFinder) -> Iterator[Secret]:
    text = block.text
    for name in names.find(text):
        yield Secret(name.start, name.stop, "names", name.identity)
    at = 0
    if len(block.pieces) > 1:  # a name by itself between two tags, whatever stands beside them
        for piece in block.pieces:
            for name in names.find(piece.text, listed_alone=True):
                yield Secret(at + name.start, at + name.stop, "names", name.identity)
            at += len(piece.text)
    if "@" in text:
        yield from _matched(text, _MAIL, "mails")
    if block.is_content:
        yield from _matched(text, _LINK, "links")
        yield from _matched(text, _ADDRESS, "addresses")
        yield from _numbers(text)


def _matched(text: str, pattern: re.Pattern[str], kind: Kind) -> Iterator[Secret]:
    for found in pattern.finditer(text):
        yield Secret(*found.span(), kind, folded(found[0]))


def _numbers(text: str) -> Iterator[Secret]:
    for found in _PHONE.finditer(text):
        digits = re.sub(r"[^0-9]", "", found[0])
        if len(digits) >= _LEAST_DIGITS and _DIALLED.match(found[0]):
            yield Secret(*found.span(), "numbers", f"telephone {digits}")
    numbers = read_numbers(text, "zh" if _HAS_HAN.search(text) else "en")
    for number, mark in zip(numbers, marks_of(numbers), strict=True):
        said = text[number.start : number.end]
        is_plain = number.kind in ("plain", "ordinal", "weekday")
        if not ((number.weak and is_plain) or number.kind == "weekday") or _FIGURES.search(said):
            yield Secret(number.start, number.end, "numbers", mark)
    for found in _FIGURES.finditer(text):
        yield Secret(*found.span(), "numbers", found[0].translate(_ASCII))


_ASCII = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
