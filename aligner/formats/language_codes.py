"""Language codes as the files of translation tools have them: `zh-TW`, `ZH_CN`, `zh-Hans`, `eng`.

A code is compared by its parts, whatever their case and whatever stands between them, and never
changed: a file gets back the code that it had.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from aligner.article import Language
from aligner.formats.column_choice import ANY_COLUMNS, ColumnChoice
from aligner.formats.left_out import LeftOut

_LANGUAGES: dict[str, Language] = {
    **dict.fromkeys(("zh", "zho", "chi", "cmn", "chinese", "中文", "汉语", "漢語"), "zh"),
    **dict.fromkeys(("yue", "wuu", "hak", "lzh"), "zh"),
    **dict.fromkeys(("nan-tw", "nan-cn", "nan-hant", "nan-hans"), "zh"),
    **dict.fromkeys(("en", "eng", "english", "英文", "英语", "英語"), "en"),
}
"""ISO 639-1, both kinds of 639-2, the codes of 639-3 for Mandarin and for what else is written in
Chinese characters, and what people write over columns. Cells that say `nan` hold no number, and Min
Nan is as often in Latin letters: its code is not enough."""

_CODE = re.compile(r"([A-Za-z]{2,8})(-[A-Za-z0-9]{1,8})*")
"""A language code as XML has it (`xs:language`)."""
_LONGEST_LANGUAGE = 3
"""Letters of a language in ISO 639; what is longer is a word, such as `chinese`."""


def is_xml_code(text: str) -> bool:
    """Return whether XML allows a text as a language code."""
    return _CODE.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Return whether a text is the code of a language: `zh-TW`, `cmn-Hans-CN`."""
    found = _CODE.fullmatch(text)
    return found is not None and len(found[1]) <= _LONGEST_LANGUAGE


def valid_code(code: str, otherwise: str) -> str:
    """Return a code with hyphens, or another one where XML allows no such code."""
    if code == otherwise:
        return code
    code = code.replace("_", "-")
    return code if is_xml_code(code) else otherwise


@lru_cache(maxsize=1024)
def language_of_code(code: str) -> Language | None:
    """Return which of the two languages a code stands for; None for any other."""
    parts = _parts(code)
    return _LANGUAGES.get(parts[0]) or _LANGUAGES.get("-".join(parts[:2]))


def is_same_code(one: str, other: str) -> bool:
    """Return whether two codes say the same: `zh-TW`, `ZH_tw`."""
    return _parts(one) == _parts(other)


def without_source(
    said: tuple[tuple[str, str], ...], codes: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """Return the properties of a unit without the code of its source, if that is one of its own.

    Which of its two languages a unit is translated from is said anew by every file.
    """
    return tuple(
        (name, value)
        for name, value in said
        if name != "@srclang" or not any(is_same_code(value, code) for code in codes)
    )


@lru_cache(maxsize=1024)
def _parts(code: str) -> tuple[str, ...]:
    return tuple(re.split(r"[-_ (（]", code.strip().lower()))


@dataclass(frozen=True, slots=True)
class PreferredCodes:
    """What is taken where a file has several texts in one language: codes, columns of a table."""

    zh: str | None = None
    en: str | None = None
    columns: ColumnChoice = ANY_COLUMNS
    left_out: LeftOut = field(default_factory=LeftOut, compare=False)
    """Where the reader counts what it does not take."""

    def prefers(self, language: Language, code: str) -> bool:
        """Return whether this is the preferred code of a language."""
        preferred = self.zh if language == "zh" else self.en
        return preferred is not None and is_same_code(preferred, code)
