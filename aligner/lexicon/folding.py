"""Which texts are the same, for each service that compares texts; the one place that says so.

Folded texts are for comparing, never for showing or keeping. A difference that a row of this table
calls `=` makes no other text for the service, one that it calls `≠` does:

| difference                              | memory | search | consistency | glossary | explanation |
|-----------------------------------------|--------|--------|-------------|----------|-------------|
| script: 記憶, 记忆                      | =      | =      | =           | =        | =           |
| regional form: 衛, 衞; 著, 着; 敘, 敍   | =      | =      | =           | =        | =           |
| width: ＡＢ１, AB1; ～, 〜              | =      | =      | =           | =        | =           |
| radical or compatibility form: ⼯, 工   | =      | =      | =           | =        | =           |
| composition: é in one character or two  | =      | =      | =           | =        | =           |
| shape of quotation marks: " “ 「; ' ’『 | =      | =      | =           | =        | =           |
| hyphen: -, U+2010, U+2011; a soft one   | =      | =      | =           | =        | =           |
| kind and length of white space          | =      | =      | =           | English  | =           |
| white space beside a Han character      | =      | ≠      | ≠           | ≠        | ≠           |
| capitals                                | =      | =      | =           | acronyms | =           |

The reasons: how a character is encoded, or which region's form it has, says nothing about what a
text says, so no service looks at it. Quotation marks and hyphens change with a house's style: a
translator finds the text whatever they look like, and their shape alone is no second rendering. A
space beside Han is a matter of style for a memory, which must find the same sentence again; search
takes a typed space at its word, a check of consistency shows both, a glossary's Chinese term is
looked for as it was entered (English ones by their words, which end at a line break), and to the
model a space divides words. Capitals tell WHO from who, which only the glossary asks; it looks at
them itself, and folding leaves them to it.

Three forms: `fold` for a key, which may be shorter than the text; `fold_characters`, one character
for one, so that places stay; `fold_in_place`, shorter where it must be, with the way back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from aligner.script import HAN, in_one_form, is_han, written_as


@dataclass(frozen=True, slots=True)
class Service:
    """What compares texts, and the differences that it does not agree on with the others."""

    name: str
    keeps_case: bool = False
    """Whether capitals are left as they are."""
    spaces: Literal["dropped beside Han", "one"] = "one"
    """What `fold` makes of white space: a single space, which beside Han is none for some."""


MEMORY = Service("memory", spaces="dropped beside Han")
SEARCH = Service("search")
CONSISTENCY = Service("consistency")
GLOSSARY = Service("glossary", keeps_case=True)
EXPLANATION = Service("explanation")
SERVICES = (MEMORY, SEARCH, CONSISTENCY, GLOSSARY, EXPLANATION)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where its characters stand in the text that was folded."""

    text: str
    starts: tuple[int, ...] | None = None
    """Where each character begins, and where the text ends; None where no place has changed."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original text of a place in the folded one."""
        return (start, end) if self.starts is None else (self.starts[start], self.starts[end])


_SOFT_HYPHEN = "\u00ad"
_DOUBLE, _SINGLE, _HYPHENS, _TILDES = '"“”「」', "'‘’『』", "-‐‑", "~〜"
_MARKS = {mark: marks[0] for marks in (_DOUBLE, _SINGLE, _HYPHENS, _TILDES) for mark in marks[1:]}
_SHAPES = {marks[0]: marks for marks in (_DOUBLE, _SINGLE, _HYPHENS, _TILDES)}
_FULL_WIDTH = 0xFEE0
"""From an ASCII character to its full-width form."""
_ENCODED_AGAIN = (
    range(0x2E80, 0x2EF4),  # radicals, supplement
    range(0x2F00, 0x2FD6),  # Kangxi radicals
    range(0xF900, 0xFB00),  # compatibility ideographs
    range(0x2F800, 0x2FA20),
)
"""Code points that stand for a Han character that has one of its own."""

_EAST = f"{HAN}\u2e80-\u2fdf\u3001-\u303f，！？；：（）"
_SPACE_BESIDE_HAN = re.compile(rf"(?<=[{_EAST}]) | (?=[{_EAST}])")
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_JOINING = re.compile(f"[\xad{_ACCENTS}]")
_CLUSTER = re.compile(rf"\xad*[^\xad][\xad{_ACCENTS}]*|\xad+", re.DOTALL)


def fold(text: str, service: Service) -> str:
    """Return the key of a text: texts that are the same for a service, and only they, share it."""
    if text.isascii():
        return " ".join((text if service.keeps_case else text.lower()).split())
    text = unicodedata.normalize("NFC", text.replace(_SOFT_HYPHEN, ""))
    # Before the marks lose their width, which says on which side of them a space means nothing.
    if len(parts := text.split()) > 1:
        text = " ".join(parts)
        if service.spaces == "dropped beside Han":
            text = _SPACE_BESIDE_HAN.sub("", text)
    else:
        text = "".join(parts)
    return unicodedata.normalize("NFC", text.translate(_table(service)))


def fold_characters(text: str, service: Service) -> str:
    """Return a text with each character folded by itself, in its place."""
    if text.isascii():
        return text if service.keeps_case else text.lower()
    return text.translate(_table(service))


def fold_in_place(text: str, service: Service) -> Folded:
    """Return a text folded but for its white space, with the place of each character in it."""
    if text.isascii() or not _JOINING.search(text):
        return Folded(fold_characters(text, service))
    characters: list[str] = []
    starts: list[int] = []
    for match in _CLUSTER.finditer(text):
        cluster = unicodedata.normalize("NFC", match[0].replace(_SOFT_HYPHEN, ""))
        composed = unicodedata.normalize("NFC", fold_characters(cluster, service))
        characters.append(composed)
        # Accents that have no letter to join stay characters of their own.
        starts += [min(match.start() + k, match.end() - 1) for k in range(len(composed))]
    return Folded("".join(characters), (*starts, len(text)))


@lru_cache(maxsize=4096)
def spellings(character: str) -> frozenset[str]:
    """Return every way to write a character, itself included: what `SEARCH` folds to the same.

    Of a Han character also those that share another Simplified form with it (钟 and 锺, by way of
    鍾): search would rather find too much. Accented letters are there as two characters too.
    """
    narrow = _normal(character, "NFKC")
    if is_han(narrow):
        forms = written_as(narrow) | {character}
        return forms.union(*(_encoded_again().get(form, "") for form in forms))
    found = {character, *_SHAPES.get(_MARKS.get(narrow, narrow), narrow)}
    for one in tuple(found):
        found |= {one.lower(), one.upper(), one.upper().lower()}
    found = {one for one in found if len(one) == 1}
    found |= {chr(ord(one) + _FULL_WIDTH) for one in found if "!" <= one <= "~"}
    return frozenset(found | {unicodedata.normalize("NFD", one) for one in found})


def _folded(code: int) -> str:
    """Return what a character is compared as, capitals kept; always one character."""
    character = _normal(chr(code), "NFC")
    if 0xFF01 <= code <= 0xFF5E:
        character = chr(code - _FULL_WIDTH)
    elif code > 127 and unicodedata.category(character) == "Zs":
        return " "  # line breaks stay what they are
    elif any(code in codes for codes in _ENCODED_AGAIN):
        character = _normal(character, "NFKC")
    return _MARKS.get(character, in_one_form(character))


def _normal(character: str, form: Literal["NFC", "NFKC"]) -> str:
    """Return a character in a normal form, or as it is where that has several characters."""
    normal = unicodedata.normalize(form, character)
    return normal if len(normal) == 1 else character


class _Characters(dict[int, str]):
    """What each character is compared as, capitals kept; found out when first needed."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(code)
        return self[code]


class _SmallCharacters(dict[int, str]):
    """What each character is compared as, in small letters; found out when first needed."""

    def __missing__(self, code: int) -> str:
        plain = _folded(code)
        small = plain.lower()
        # A few capitals have a small form of two characters (İ); they stay.
        self[code] = small if len(small) == 1 else plain
        return self[code]


_CASED, _SMALL = _Characters(), _SmallCharacters()


def _table(service: Service) -> Mapping[int, str]:
    return _CASED if service.keeps_case else _SMALL


@cache
def _encoded_again() -> dict[str, str]:
    """Return the radicals and compatibility forms of each Han character that has any."""
    found: dict[str, str] = {}
    for code in (code for codes in _ENCODED_AGAIN for code in codes):
        if (plain := _normal(chr(code), "NFKC")) != chr(code):
            found[plain] = found.get(plain, "") + chr(code)
    return found
