"""Names: those of a list, and those that the pairs of a file show; where they stand in a text.

Chinese ones are found in either script, English ones in any case and with any space between their
words; those of one person or house are one name in both languages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.files import Progress, decode, load
from aligner.numbers import PLAIN, read_numbers
from aligner.script import HAN, in_one_form
from aligner.terms import TextPair, mine

_LARGEST_LIST = 4 * 1024 * 1024
"""Bytes; a list has some thousand names."""
_SPACE = r"\s+"
_LATIN = r"[A-Za-z\u00c0-\u024f]"
_UPPER = r"[A-Z\u00c0-\u00de]"
_IS_LATIN = re.compile(_LATIN)
_HAS_HAN = re.compile(f"[{HAN}]")
_CAPITALS = re.compile(
    rf"{_UPPER}\S*(?:\s+(?:{_UPPER}\S*|of|the|and|de|van|von|der|da|del|la|le))*", re.ASCII
)
"""An English name as its capitals show it."""

NameForms = tuple[str, ...]
"""The forms of one name, in one language or both."""


class FoundName(NamedTuple):
    """A name in a text."""

    start: int
    stop: int
    identity: str


def read_names(path: Path) -> list[NameForms]:
    """Return the names of a list: one a line, its forms in both languages between tabs.

    Raises `UnusableInput` where there is none.
    """
    text, _ = decode(load(path, _LARGEST_LIST), path, None)
    rows = [
        tuple(form for cell in line.split("\t") if (form := cell.strip()))
        for line in text.splitlines()
        if not line.startswith("#")
    ]
    names = [row for row in rows if row]
    if not names:
        raise UnusableInput(
            f"{path} has no name; write one a line, such as 林鋒, and a tab before Lin Feng."
        )
    return names


def names_in(pairs: Sequence[TextPair], progress: Progress | None = None) -> list[NameForms]:
    """Return the names that stand in both texts of pairs, as the words of these are linked."""
    found: list[NameForms] = []
    for entry in mine(pairs, progress=progress):
        if entry.part_of_speech == "proper noun":
            chinese = [form for form in entry.zh_forms if not _has_number(form, "zh")]
            english = [
                form
                for form in entry.en_forms
                if _CAPITALS.fullmatch(form) and not _has_number(f"in {form}", "en")
            ]
            if chinese and english:
                found.append((*chinese, *english))
    return found


def _has_number(text: str, language: Language) -> bool:
    """Whether a text has a month, a year or a number, which no name has."""
    return any(not number.weak for number in read_numbers(text, language))


def folded(text: str) -> str:
    """Return a text in the form that names are compared by, of the same length."""
    plain = text.translate(PLAIN).lower()
    return in_one_form(plain) if _HAS_HAN.search(plain) else plain


class NameFinder:
    """Finds names in texts: those of a list, and others where none of these stands."""

    def __init__(self, listed: Iterable[NameForms], others: Iterable[NameForms] = ()) -> None:
        self._identities: dict[str, str] = {}
        self._patterns = [_pattern(self._known(names)) for names in (listed, others)]

    def _known(self, names: Iterable[NameForms]) -> list[str]:
        """Take note of names; return their forms, as they are looked for."""
        taken: list[str] = []
        for forms in names:
            keys = [key for form in forms if (key := " ".join(folded(form).split()))]
            known = next((self._identities[key] for key in keys if key in self._identities), None)
            for key in keys:
                self._identities.setdefault(key, known or keys[0])
            taken += keys
        return taken

    def find(self, text: str, *, listed_alone: bool = False) -> Iterator[FoundName]:
        """Yield the names of a text, the longest where several begin."""
        rest = folded(text)
        for pattern in filter(None, self._patterns[:1] if listed_alone else self._patterns):
            places = [found.span() for found in pattern.finditer(rest)]
            for start, stop in places:
                key = " ".join(rest[start:stop].split())
                yield FoundName(start, stop, self._identities[key])
            rest = _without(rest, places)


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return a text in which nothing is found any more at these places, of the same length."""
    parts, at = [], 0
    for start, stop in places:
        parts += [text[at:start], _TAKEN * (stop - start)]
        at = stop
    return "".join([*parts, text[at:]])


_TAKEN = "\0"
"""Stands where a name of the list was."""


def _pattern(keys: Iterable[str]) -> re.Pattern[str] | None:
    """Return what matches all names; by their first characters, so that a text is read quickly."""
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(keys, key=lambda key: (-len(key), key)):
        by_first[key[0]].append(_of_one(key)[len(re.escape(key[0])) :])
    branches = [
        f"{_before(first)}{re.escape(first)}(?:{'|'.join(rests)})"
        for first, rests in by_first.items()
    ]
    if not branches:
        return None
    starts = "".join(map(re.escape, by_first))
    return re.compile(f"(?=[{starts}])(?:{'|'.join(branches)})")


def _before(first: str) -> str:
    return rf"(?<!{_LATIN})" if _IS_LATIN.match(first) else ""


def _of_one(key: str) -> str:
    """Return what matches a name: as a word, where letters begin or end it."""
    body = _SPACE.join(re.escape(word) for word in key.split(" "))
    return body + (rf"(?!{_LATIN})" if _IS_LATIN.match(key[-1]) else "")
