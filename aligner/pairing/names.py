"""What the name of a document says: the mark of a language, and what is left without it.

Names are compared as people read them: in whatever form of Unicode a system keeps them, in either
case, whichever marks stand between the words. A mark stands apart: `zhang.txt` ends in none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from aligner.article import Language
from aligner.pairing.chapter_numbers import numbered
from aligner.pairing.finding import Found

_ZH = r"zh(?:[-_ ]?(?:cn|tw|hk|mo|sg|hans|hant)){0,2}|zho|chi|chs|cht|cn|hans|hant|tw|hk|chinese"
_EN = r"en(?:[-_ ]?(?:us|gb|uk|au|ca|nz|ie|hk|sg))?|eng|english"
_ROLE = r"source|target|src|tgt|orig(?:inals?)?|trans(?:lations?|lated)?"
_SURE = r"zh(?:[-_ ]?(?:cn|tw|hk|mo|sg|hans|hant)){0,2}|chinese|en|en[-_](?:us|gb)|english"
"""Marks that are nothing else in the middle of a name."""
_KIND = "(?:版|稿|本|原文|原稿|[译譯][文稿本])?"
_ZH_HAN = (
    f"(?:[简簡繁][体體]?)?中文{_KIND}|[漢汉华華][語语文]{_KIND}|[简簡繁][体體中]|[中漢汉][译譯]本?"
)
_EN_HAN = f"英[文语語]{_KIND}|英[译譯]本?"
_ROLE_HAN = "原文|[译譯]文|原著|[译譯]本|[译譯]稿"
_SHORT_HAN = "[中漢汉英简簡繁原译譯]"
"""Words of one character, which mean much else beside another character."""

_APART = r" _.\-()\[\]{}【】〔〕〈〉《》「」『』<>–—~·,;+&、，。"
_LATIN_MARK = rf"(?<![a-z])(?:{_ZH}|{_EN}|{_ROLE})(?![a-z])"
_HAN_MARK = f"{_ZH_HAN}|{_EN_HAN}|{_ROLE_HAN}"
_SHORT_MARK = rf"(?<!\w){_SHORT_HAN}(?!\w)|(?<=_){_SHORT_HAN}(?!\w)|(?<!\w){_SHORT_HAN}(?=_)"
_MARK = f"(?:{_LATIN_MARK}|{_HAN_MARK}|{_SHORT_MARK})"
_PLACES = (
    re.compile(rf"(?P<mark>{_MARK})[{_APART}]*$"),
    re.compile(rf"^[{_APART}]*(?P<mark>{_MARK})"),
    re.compile(rf"(?<=[.(\[【〔《「])(?P<mark>{_MARK})(?=[.)\]】〕》」])"),
    re.compile(rf"(?<=[{_APART}])(?P<mark>{_SURE})(?=[{_APART}])"),
)
"""Where a mark is looked for: at the end, in front, between dots or brackets, amid words."""
_IS_ZH = re.compile(f"{_ZH}|{_ZH_HAN}|[中漢汉简簡繁]")
_IS_EN = re.compile(f"{_EN}|{_EN_HAN}|英")
_BETWEEN = re.compile(f"[{_APART}]+")
_CAPITAL = re.compile(r"(?<=[a-z])(?=(?:ZH|CN|CHI|CHS|CHT|TW|HK|EN|ENG|Chinese|English)$)")
"""Where a mark begins that is told from the word before it by its capitals: `ReportEN`."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a document, to be compared with others."""

    top: str
    """The folder that was named, without a mark; empty where there was one folder only."""
    folders: tuple[str, ...]
    """The folders it lies in, without marks; those that are nothing else are left out."""
    rest: str
    """Its own name without ending and mark, in small letters, with spaces between its words."""
    said: Language | None
    """The language that a mark says it is in, of its own or of a folder."""


def name_of(found: Found) -> Name:
    """Return the name of a document without the marks of its language."""
    rest, said = without_mark(found.path.stem)
    folders = [without_mark(folder) for folder in found.folders]
    top, top_said = without_mark(found.top)
    for _, of_folder in (*reversed(folders), (top, top_said)):
        said = said or of_folder
    return Name(top, tuple(folder for folder, _ in folders if folder), rest, said)


def without_mark(name: str) -> tuple[str, Language | None]:
    """Return a name without one mark of a language, and the language that it said.

    A mark of what is source and what target is taken off as well, and says no language.
    """
    plain = unicodedata.normalize("NFKC", name).strip()
    plain = _CAPITAL.sub("_", plain).casefold()
    for place in _PLACES:
        if found := place.search(plain):
            rest = plain[: found.start("mark")] + " " + plain[found.end("mark") :]
            return _spaced(rest), _language(found["mark"])
    return _spaced(plain), None


def order_of(name: Name) -> tuple[object, ...]:
    """Return what sorts names as people do: 2 before 10, 第九章 before 第十章."""
    number = numbered(name.rest)
    chapter = number.numbers if number and number.counts_parts else ()
    return name.top, name.folders, not chapter, chapter, _natural(name.rest)


def _natural(text: str) -> list[tuple[str, int]]:
    """Return a text to be compared, its figures by their value."""
    parts = re.split(r"([0-9]{1,18})", text)
    return [(part, 0) if n % 2 == 0 else ("", int(part)) for n, part in enumerate(parts)]


def _language(mark: str) -> Language | None:
    if _IS_ZH.fullmatch(mark):
        return "zh"
    return "en" if _IS_EN.fullmatch(mark) else None


def _spaced(name: str) -> str:
    """Return a name with one space between its words, whatever stands there."""
    return _BETWEEN.sub(" ", name).strip()
