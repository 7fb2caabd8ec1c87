"""How a text is written: spaces, widths of characters, controls, the two Chinese scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from aligner.checks.finding import Finding, shown
from aligner.script import HAN, detect_script, is_han

SPACE_BETWEEN_HAN = re.compile(f"(?<=[{HAN}])[ \\t\u00a0\u2002-\u200a\u3000]+(?=[{HAN}])")
"""White space with Chinese on either side of it."""
_HEADING = re.compile(
    "(?:^|[\\s《“「。：])(?:第[〇零一二三四五六七八九十百千0-9]{1,6}[章节節回卷部篇编編课課讲講条條届屆集]|附录|附錄|[一二三四五六七八九十]{1,3})$"
)
_REGIONAL = frozenset("么兑卧叁囱媪峰床悦愠户捝揾敚棁榅氲涚温灶煴痴秘税粽緼群脱腽葱蒀藴蜕輼醖")
"""Simplified forms that Taiwan or Hong Kong writes too; from OpenCC's tables of variants."""
_CLOSERS = "”’」』）》】"
_HALF_IN_CHINESE = re.compile(
    f"(?<=[{HAN}{_CLOSERS}])(?:[,;:!?](?=\\s*(?:[{HAN}“「《（{_CLOSERS}]|$))|\\.(?=\\s*(?:[{HAN}“「《]|$)))"
    f"|\\((?=[{HAN}])"
)
_FULL_IN_ENGLISH = re.compile("[，。！？；：（）、「」『』《》【】Ａ-Ｚａ-ｚ０-９％＄＆＇＂．＠]+")


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no memory should hold; tabs and line ends may stand there."""


def check_writing(zh: str, en: str) -> Iterator[Finding]:
    """Yield what is oddly written in either text, at most one finding a kind and side."""
    for side, text in _sides(zh, en):
        if text != text.strip() and text.strip():
            yield Finding("padding", side)
        if found := _CONTROL.search(text):
            yield _at(side, found, "control", f"U+{ord(found[0]):04X}")
    yield from _spaces(zh)
    yield from _scripts(zh)
    for match in _HALF_IN_CHINESE.finditer(zh):
        yield Finding("width", "zh", zh=match.span(), values=(match[0],))
        break
    if not en.isascii():
        for match in _FULL_IN_ENGLISH.finditer(en):
            start, end = match.span()
            if not any(is_han(c) for c in en[max(0, start - 1) : start] + en[end : end + 1]):
                yield Finding("width", "en", en=match.span(), values=(shown(match[0]),))
                break


def without_spaces(zh: str) -> str:
    """Return a Chinese text without the spaces that the check complains of."""
    return SPACE_BETWEEN_HAN.sub(lambda match: "" if _is_stray(zh, match) else match[0], zh)


def _is_stray(zh: str, match: re.Match[str]) -> bool:
    """Whether a space does not set off the number of a chapter or section."""
    return not _HEADING.search(zh, max(0, match.start() - 10), match.start())


def _sides(zh: str, en: str) -> tuple[tuple[Literal["zh", "en"], str], ...]:
    return ("zh", zh), ("en", en)


def _at(side: Literal["zh", "en"], match: re.Match[str], code: str, value: str) -> Finding:
    zh, en = (match.span(), None) if side == "zh" else (None, match.span())
    return Finding(code, side, zh, en, (value,))


def _spaces(zh: str) -> Iterator[Finding]:
    for match in SPACE_BETWEEN_HAN.finditer(zh):
        start, end = match.span()
        if _is_stray(zh, match):
            around = zh[max(0, start - 2) : end + 2]
            yield Finding("space", "zh", zh=match.span(), values=(shown(around),))
            return


def _scripts(zh: str) -> Iterator[Finding]:
    kinds = {_script_of(c) for c in zh}
    if len(kinds - {""}) < 2:
        return
    found: dict[str, list[str]] = {"Hant": [], "Hans": []}
    for c in dict.fromkeys(zh):
        if kind := _script_of(c):
            found[kind].append(c)
    fewer = min(found.values(), key=len)
    place = zh.index(fewer[0])
    values = ("".join(found["Hant"][:5]), "".join(found["Hans"][:5]))
    yield Finding("script", "zh", zh=(place, place + 1), values=values)


@lru_cache(maxsize=16384)
def _script_of(character: str) -> str:
    """Return the one script that uses a character, or nothing for one that tells nothing."""
    if character in _REGIONAL:
        return ""
    script = detect_script(character)
    return script.name if script.share == 1.0 else ""
