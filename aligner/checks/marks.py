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
    r"(?:^|[\s；;。，、：:！？!?“「（(])(?:[0-9]{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[ivx]{1,4})$"
)
_SINGLE = re.compile(r"(?<![^\s(\[—-])['‘](?=[^\W\d])|(?<=[.,!?])['’](?!\w)")
"""Quotations in single marks, which cannot be told from apostrophes one by one."""
_ANY_QUOTE = '“”「」『』"〝〞«»'
_FACE = re.compile(r"[:;][-']?[()]")


class _Lone(NamedTuple):
    """A mark without its partner."""

    opens: bool
    mark: str
    span: Span


def check_marks(zh: str, en: str) -> Iterator[Finding]:
    """Yield brackets and quotation marks without a partner on one side only."""
    zh_lone, en_lone = _lone_brackets(zh), _lone_brackets(en)
    if bool(zh_lone) != bool(en_lone):
        yield from _told("bracket", zh_lone, en_lone)
    zh_lone, en_lone = _lone_quotes(zh), _lone_quotes(en)
    if bool(zh_lone) != bool(en_lone) and not _SINGLE.search(en):
        side, text, other = (zh_lone, zh, en) if zh_lone else (en_lone, en, zh)
        if len(side) > 1 or not _may_go_on(side[0], text, other):
            yield from _told("quote", zh_lone, en_lone)


def _told(code: str, zh: list[_Lone], en: list[_Lone]) -> Iterator[Finding]:
    for lone in zh[:1]:
        yield Finding(code, "zh", zh=lone.span, values=(lone.mark,))
    for lone in en[:1]:
        yield Finding(code, "en", en=lone.span, values=(lone.mark,))


def _may_go_on(lone: _Lone, text: str, other: str) -> bool:
    """Whether a lone mark may belong to a quotation that other pairs share.

    English opens a quotation anew with each paragraph; Chinese leaves it open where English breaks
    off to say who speaks. So a mark counts as lone only where the other text shows its partner.
    """
    at_start = not text[: lone.span[0]].strip()
    at_end = not text[lone.span[1] :].strip(" .,。，!?！？;；")
    quoted = _QUOTE.search(other) or '"' in other
    if not quoted:
        return at_start or at_end
    if at_start and text.isascii():
        return True
    inner = other.strip()
    if at_end and not lone.opens:
        return inner[0] not in _ANY_QUOTE
    return inner[-1] not in _ANY_QUOTE and not at_end


def _lone_brackets(text: str) -> list[_Lone]:
    if not _BRACKET.search(text):
        return []
    text = _FACE.sub(_blank, text)
    open_: list[_Lone] = []
    lone: list[_Lone] = []
    for match in _BRACKET.finditer(text):
        mark = match[0]
        if mark in _OPENING:
            open_.append(_Lone(True, mark, match.span()))
        elif open_ and _ALIKE.get(open_[-1].mark, open_[-1].mark) == _BRACKETS[mark]:
            open_.pop()
        elif mark not in ")）" or not _ITEM.search(text, max(0, match.start() - 6), match.start()):
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
