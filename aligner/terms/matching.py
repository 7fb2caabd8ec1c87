"""Where the terms of a glossary stand in a text.

The longest term wins, from left to right, so that 停火草案 is not found as 停火. Chinese is
compared in one script, English by words: capitals do not matter except in acronyms (WHO is not
who), a plural is its singular, and a hyphen is a space. Invariant: spans are in order, do not
overlap, and lie within the text as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aligner.article import Language
from aligner.lexicon.inflection import singular
from aligner.script import LATIN, in_one_script
from aligner.terms.values import Entry

_WIDE = {0xFF01 + k: 0x21 + k for k in range(94)} | dict.fromkeys(map(ord, "・•‧．"), "·")
_WIDE |= {0x130: "I", 0x3000: " ", ord("’"): "'"}
_WORD = re.compile(rf"[{LATIN}0-9]+(?:['’](?!s\b)[{LATIN}]+)*")
_LETTER = re.compile(rf"[{LATIN}0-9]")
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Span:
    """A term at its place in a text."""

    start: int
    end: int
    entry: Entry


def chinese_key(text: str) -> str:
    """Return a Chinese text as it is compared, of the same length."""
    key = in_one_script(text.translate(_WIDE)).lower()
    return key if len(key) == len(text) else text


def english_key(text: str) -> list[str]:
    """Return the words of an English text as they are compared."""
    return [_word_key(match.group()) for match in _WORD.finditer(text)]


def _word_key(word: str) -> str:
    if _is_acronym(word):
        return word[:-1] if word[-1] == "s" else word
    return singular(word.lower().replace("’", "'"))


def _is_acronym(word: str) -> bool:
    bare = word.removesuffix("s")
    return 1 < len(bare) <= _LONGEST_ACRONYM and bare.isupper() and bare.isalpha()


class Matcher:
    """Finds the terms of entries, and their variants, in texts of either language."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._zh: dict[str, Entry] = {}
        self._zh_lengths: dict[str, list[int]] = {}
        self._en: dict[tuple[str, ...], Entry] = {}
        self._en_lengths: dict[str, list[int]] = {}
        self._en_words: set[str] = set()
        for entry in entries:
            for form in entry.zh_forms:
                self._add_chinese(chinese_key(form).strip(), entry)
            for form in entry.en_forms:
                self._add_english(tuple(english_key(form)), entry)
        for lengths in (*self._zh_lengths.values(), *self._en_lengths.values()):
            lengths.sort(reverse=True)

    def find(self, text: str, language: Language) -> list[Span]:
        """Return the terms in a text of a language."""
        return self._in_chinese(text) if language == "zh" else self._in_english(text)

    def _add_chinese(self, key: str, entry: Entry) -> None:
        if key and key not in self._zh:
            self._zh[key] = entry
            lengths = self._zh_lengths.setdefault(key[:2], [])
            if len(key) not in lengths:
                lengths.append(len(key))

    def _add_english(self, words: tuple[str, ...], entry: Entry) -> None:
        if words and words not in self._en:
            self._en[words] = entry
            self._en_words.update(words)
            lengths = self._en_lengths.setdefault(words[0], [])
            if len(words) not in lengths:
                lengths.append(len(words))

    def _in_chinese(self, text: str) -> list[Span]:
        key, found, at = chinese_key(text), [], 0
        while at < len(key):
            end = self._end_of_chinese(key, at)
            if end:
                found.append(Span(at, end, self._zh[key[at:end]]))
            at = end or at + 1
        return found

    def _end_of_chinese(self, key: str, at: int) -> int:
        lengths: list[int] = self._zh_lengths.get(key[at : at + 2], [])
        for length in (*lengths, *self._zh_lengths.get(key[at], [])):
            end = at + length
            is_inside = end <= len(key)
            if is_inside and key[at:end] in self._zh and not _cuts_a_word(key, at, end):
                return end
        return 0

    def _key(self, word: str) -> str:
        """Return the key of a word; what shouts without being an acronym of ours is a word."""
        key = _word_key(word)
        return key if key in self._en_words or key.islower() else singular(word.lower())

    def _in_english(self, text: str) -> list[Span]:
        places = [match.span() for match in _WORD.finditer(text)]
        words = [self._key(text[a:b]) for a, b in places]
        found: list[Span] = []
        at = 0
        while at < len(words):
            size = self._size_of_english(words, places, text, at)
            if size:
                term = self._en[tuple(words[at : at + size])]
                found.append(Span(places[at][0], places[at + size - 1][1], term))
            at += size or 1
        return found

    def _size_of_english(
        self, words: Sequence[str], places: Sequence[tuple[int, int]], text: str, at: int
    ) -> int:
        for size in self._en_lengths.get(words[at], ()):
            run = tuple(words[at : at + size])
            if len(run) == size and run in self._en and _is_one_run(places[at : at + size], text):
                return size
        return 0


def _cuts_a_word(key: str, start: int, end: int) -> bool:
    """Whether a term begins or ends inside a word in Latin letters or a number."""
    return (start > 0 and bool(_LETTER.match(key[start]) and _LETTER.match(key[start - 1]))) or (
        end < len(key) and bool(_LETTER.match(key[end - 1]) and _LETTER.match(key[end]))
    )


_BREAK = re.compile(r"[.,;:!?()\[\]{}\"“”\n]")


def _is_one_run(places: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether nothing that ends a phrase stands between these words."""
    return not any(_BREAK.search(text[a[1] : b[0]]) for a, b in pairwise(places))
