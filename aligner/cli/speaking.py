"""The language that the command speaks: English, or Chinese in either script.

Sentences are made in English where their cause is known, deep in the rooms, and said here in the
language that was asked for: the English is looked up, with whatever stands in its gaps, as gettext
does by its message. What has no Chinese is said in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from aligner.wording import UiLanguage

_GAP = re.compile(r"\\\{(\w+)\\\}")
_PLURAL = re.escape("(s)")
_PREFIXES = {"duizhao: ": "duizhao: ", "Error: ": "錯誤："}
_LISTS = ("endings", "choices", "known")
"""Gaps in which English lists things."""
_MAINLAND = {
    "缺省": "默认",
    "范例": "示例",
    "终端机": "终端",
    "引数": "参数",
    "设定": "设置",
    "连结": "链接",
    "「": "“",
    "」": "”",
}
"""Words of the usage of Taiwan that the tables of conversion leave, in that of the mainland."""
_spoken: UiLanguage = "en"


def speak(language: UiLanguage) -> None:
    """Say whatever follows in a language, until another one is asked for."""
    global _spoken
    _spoken = language


def spoken() -> UiLanguage:
    """Return the language that is spoken now."""
    return _spoken


def told(english: str) -> str:
    """Return a sentence in the language that is spoken; in English where there is no other."""
    if _spoken == "en":
        return english
    for prefix, chinese in _PREFIXES.items():
        if english.startswith(prefix):
            return in_script(chinese) + told(english.removeprefix(prefix))
    for pattern, chinese in _patterns():
        if found := pattern.fullmatch(english):
            # Converted before the gaps are filled: what stands in them is a person's own.
            gaps = {name: _listed(name, text) for name, text in found.groupdict().items()}
            return in_script(chinese).format(**gaps)
    return english


def in_script(chinese: str) -> str:
    """Return Traditional Chinese in the script that is spoken."""
    return _simplified(chinese) if _spoken == "zh" else chinese


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return an expression for each English text, with its Chinese."""
    from aligner.cli.chinese_help import OPTIONS
    from aligner.cli.chinese_sentences import FRAMES, PROGRESS, SENTENCES, SUMMARY

    tables: tuple[Mapping[str, str], ...] = (FRAMES, SENTENCES, SUMMARY, OPTIONS, PROGRESS)
    found = [(english, chinese) for table in tables for english, chinese in table.items()]
    # What has fewer gaps says more; "There is no file {path}; check the name." goes first.
    found.sort(key=lambda both: (both[0].count("{"), -len(both[0])))
    return tuple((pattern_of(english), chinese) for english, chinese in found)


def pattern_of(english: str) -> re.Pattern[str]:
    """Return an expression for a text with gaps in braces and an `(s)` that may be missing."""
    escaped = _GAP.sub(r"(?P<\1>.+?)", re.escape(english)).replace(_PLURAL, "(?:s|es)?")
    return re.compile(escaped, re.DOTALL)


def _listed(name: str, text: str) -> str:
    """Return what stands in a gap, with a Chinese comma between the parts of a list."""
    return text.replace(" or ", "、").replace(", ", "、") if name in _LISTS else text


@cache
def _simplified(text: str) -> str:
    from aligner.script import to_region

    text = to_region(text, "TW", "CN")
    for taiwan, mainland in _MAINLAND.items():
        text = text.replace(taiwan, mainland)
    return text
