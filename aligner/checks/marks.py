"""Brackets and quotation marks that open and do not close.

A pair is often one sentence of a longer quotation, so what is open on both sides alike is no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aligner.checks.finding import Finding, Span

_BRACKETS = {")": "(", "）": "(", "]": "[", "］": "[", "】": "【", "〕": "〔", "}": "{", "｝": "{"}
_BRACKETS |= {"》": "《", "〉": "〈", "〗": "〖"}
_ALIKE = {"（": "(", "［": "[", "｛": "{"}
_OPENING = frozenset([*_BRACKETS.values(), *_ALIKE])
_BRACKET = re.compile("[()（）\\[\\]［］【】〔〕{}｛｝《》〈〉〖〗]")
_QUOTES = {"”": "“", "」": "「", "』": "『", "〞": "〝", "»": "«"}
_QUOTE = re.compile("[“”「」『』〝〞«»]")
_STRAIGHT = re.compile('(?<![0-9])["＂]|(?<=[0-9])"(?=[,.!?;:]?$)')
_ITEM = re.compile(
    r"(?:^|[\s；;。])[(（]?(?:[0-9]{1,2}|[a-zA-Z]|[一二三四五六七八九十ivx]{1,4})[)）]"
)
_FACE = re.compile(r"[:;][-']?[()]")


class _Lone(NamedTuple):
    """A mark without its partner."""

    opens: bool
    mark: str
    span: Span


def check_marks(zh: str, en: str) -> Iterator[Finding]:
    """Yield brackets and quotation marks without a partner on one side only."""
    yield from _compared("bracket", _lone_bracket(zh), _lone_bracket(en))
    zh_lone, en_lone = _lone_quotes(zh), _lone_quotes(en)
    yield from _compared("quote", zh_lone, en_lone)


def _compared(code: str, zh: list[_Lone], en: list[_Lone]) -> Iterator[Finding]:
    if bool(zh) == bool(en):
        return
    for lone in zh[:1]:
        yield Finding(code, "zh", zh=lone.span, values=(lone.mark,))
    for lone in en[:1]:
        yield Finding(code, "en", en=lone.span, values=(lone.mark,))


def _lone_bracket(text: str) -> list[_Lone]:
    if not _BRACKET.search(text):
        return []
    text = _FACE.sub(_blank, _ITEM.sub(_blank, text))
    open_: list[_Lone] = []
    lone: list[_Lone] = []
    for match in _BRACKET.finditer(text):
        mark = match[0]
        if mark in _OPENING:
            open_.append(_Lone(True, mark, match.span()))
        elif open_ and _ALIKE.get(open_[-1].mark, open_[-1].mark) == _BRACKETS[mark]:
            open_.pop()
        else:
            lone.append(_Lone(False, mark, match.span()))
    return lone + open_


def _lone_quotes(text: str) -> list[_Lone]:
    lone: list[_Lone] = []
    open_: list[_Lone] = []
    for match in _QUOTE.finditer(text):
        mark = match[0]
        if mark not in _QUOTES:
            open_.append(_Lone(True, mark, match.span()))
        elif open_ and open_[-1].mark == _QUOTES[mark]:
            open_.pop()
        else:
            lone.append(_Lone(False, mark, match.span()))
    lone += open_
    straight = list(_STRAIGHT.finditer(text)) if '"' in text or "＂" in text else []
    if len(straight) % 2:
        lone.append(_Lone(True, straight[-1][0], straight[-1].span()))
    return lone


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])
