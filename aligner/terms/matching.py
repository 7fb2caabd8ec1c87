"""Where the terms of a glossary stand in a text.

The longest term wins, from left to right, so that 停火草案 is not found as 停火. Chinese is
compared folded, English by words: capitals do not matter except in acronyms (WHO is not who), a
plural is its singular, and a hyphen is a space. Invariant: spans are in order, do not
overlap, and lie within the text as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from aligner.article import Language
from aligner.lexicon import GLOSSARY, Folded, fold_in_place, singular
from aligner.script import LATIN
from aligner.terms.values import Entry

_DOTS = dict.fromkeys(map(ord, "・•‧．"), "·")
"""What stands between the parts of a foreign name; a mark of its own elsewhere."""
_DOTTED_CAPITAL = {0x130: "I"}
"""Its small letter would be two characters."""
_WORD = re.compile(rf"[{LATIN}0-9]+(?:'(?!s\b)[{LATIN}]+)*")
_LETTER = re.compile(rf"[{LATIN}0-9]")
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term at its place in a text."""

    start: int
    end: int
    entry: Entry


def chinese_key(text: str) -> str:
    """Return a Chinese term or text as it is compared."""
    return _folded_chinese(text).text


def english_key(text: str) -> list[str]:
    """Return the words of an English text as they are compared."""
    return [_word_key(match.group()) for match in _WORD.finditer(_folded_english(text).text)]


def _folded_chinese(text: str) -> Folded:
    folded = fold_in_place(text.translate(_DOTS), GLOSSARY)
    return replace(folded, text=folded.text.translate(_DOTTED_CAPITAL).lower())


def _folded_english(text: str) -> Folded:
    return fold_in_place(text, GLOSSARY)


def _word_key(word: str) -> str:
    if _is_acronym(word):
        return word[:-1] if word[-1] == "s" else word
    return singular(word.lower())


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

    def find(self, text: str, language: Language) -> list[TermMatch]:
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

    def _in_chinese(self, text: str) -> list[TermMatch]:
        folded = _folded_chinese(text)
        key, found, at = folded.text, [], 0
        while at < len(key):
            end = self._end_of_chinese(key, at)
            if end:
                found.append(TermMatch(*folded.span(at, end), self._zh[key[at:end]]))
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

    def _in_english(self, text: str) -> list[TermMatch]:
        folded = _folded_english(text)
        text = folded.text
        places = [match.span() for match in _WORD.finditer(text)]
        words = [self._key(text[a:b]) for a, b in places]
        found: list[TermMatch] = []
        at = 0
        while at < len(words):
            size = self._size_of_english(words, places, text, at)
            if size:
                term = self._en[tuple(words[at : at + size])]
                span = folded.span(places[at][0], places[at + size - 1][1])
                found.append(TermMatch(*span, term))
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


_BREAK = re.compile(r"[.,;:!?()\[\]{}\"\n]")


def _is_one_run(places: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether nothing that ends a phrase stands between these words."""
    return not any(_BREAK.search(text[a[1] : b[0]]) for a, b in pairwise(places))
