"""Saying an English sentence in the language that is spoken: looked up, converted, filled in."""

from __future__ import annotations

import re
from string import Formatter
from typing import Any

from aligner.wording import UiLanguage

_PREFIXES = {
    "duizhao: ": "duizhao: ",
    "Error: ": "錯誤：",
    "Failed: ": "失敗：",
    "Cannot be read: ": "無法讀取：",
}
"""What stands before a sentence that is told in its own words."""
_BETWEEN = re.compile(r",? (?:and|or) |[,;] ")
"""What stands between the parts of an English list."""
_JOINTS = {"l": "、", "o": " 或 "}
"""What stands between the parts of a Chinese one, by what a gap asks for."""
_spoken: UiLanguage = "en"


def speak(language: UiLanguage) -> None:
    """Say whatever follows in a language, until another one is asked for."""
    global _spoken
    _spoken = language


def spoken() -> UiLanguage:
    """Return the language that is spoken now."""
    return _spoken


def told(english: str, language: UiLanguage | None = None) -> str:
    """Return a sentence in a language, that which is spoken if None; as it is if it has no Chinese.

    What stands in its gaps is a person's own and stays as it is, but where the Chinese asks for
    more: `{reason!t}` is told as well, and `{name!q}` loses the quotation marks of Python. Lists
    get the marks of Chinese: `{names!l}` with 、 between its parts, `{names!o}` with 或, and
    `{kinds!k}` as the first, each part told.
    """
    language = language or _spoken
    if language == "en":
        return english
    for prefix, chinese in _PREFIXES.items():
        if english.startswith(prefix):
            return said_in(language, chinese) + told(english.removeprefix(prefix), language)
    if not (found := _found(english)):
        return english
    chinese, values = found
    # Converted before the gaps are filled, so that a name of a file keeps its script.
    return _Filling(language).vformat(said_in(language, chinese), (), values)


def in_script(chinese: str) -> str:
    """Return Chinese as Taiwan writes it in the script and words of the language that is spoken."""
    return said_in(_spoken, chinese)


def said_in(language: UiLanguage, chinese: str) -> str:
    """Return Chinese as Taiwan writes it, or as the mainland does where that is the language."""
    if language != "zh":
        return chinese
    from aligner.speaking.mainland import as_on_the_mainland

    return as_on_the_mainland(chinese)


class _Filling(Formatter):
    """Fills the gaps of a Chinese sentence, as each asks for."""

    def __init__(self, language: UiLanguage) -> None:
        self._language: UiLanguage = language

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        """Return what a gap is filled with."""
        if conversion == "t":
            return told(value, self._language)
        if conversion == "q":
            return _bare(value)
        if conversion == "k":
            return "、".join(told(part, self._language) for part in value.split(", "))
        if conversion in _JOINTS:
            return _JOINTS[conversion].join(map(_bare, _BETWEEN.split(value)))
        return super().convert_field(value, conversion)


def _bare(value: str) -> str:
    """Return a value without the quotation marks of Python."""
    return value[1:-1] if value[:1] in ("'", '"') and value[:1] == value[-1:] else value


def _found(english: str) -> tuple[str, dict[str, str]] | None:
    """Return the Chinese of a text with what stands in its gaps; None if it has none."""
    from aligner.speaking.catalogue import catalogue

    whole, with_gaps = catalogue()
    if english in whole:
        return whole[english], {}
    for template in with_gaps:
        if (values := template.values(english)) is not None:
            return template.chinese, values
    return None
