"""The names of a text, known before its words are linked.

A known name is one word of the Chinese, whatever stands beside it, and written as a name in the
English. What translates it in a pair is settled, and what would make a scrap of it (當林鋒, moment
Lin Feng) is left out. Invariant: words stay in order and lie where they stood.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aligner.lexicon import TextSpan, Word, background_table, chinese_words
from aligner.script import in_one_script
from aligner.terms.english_names import NameKey, english_names, find_name
from aligner.terms.links import LinkedPair
from aligner.terms.name_pairs import NamePair, pair_names
from aligner.terms.phrase_table import PhrasePair
from aligner.terms.phrases import Phrase, en_key

_QUALITY = 0.97


@dataclass(frozen=True, slots=True)
class _Place:
    """A name in a pair: the words of both sides that it is."""

    zh: Phrase
    en: Phrase
    is_spoken: bool


class KnownNames:
    """Names ready to be looked for in pairs."""

    def __init__(self, pairs: Iterable[NamePair] = ()) -> None:
        self._of_zh: defaultdict[str, list[NamePair]] = defaultdict(list)
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._of_first: defaultdict[str, list[NameKey]] = defaultdict(list)
        for pair in pairs:
            self._of_zh[pair.zh].append(pair)
            self._lengths[pair.zh[:2]].add(len(pair.zh))
            if pair.en not in self._of_first[pair.en[0]]:
                self._of_first[pair.en[0]].append(pair.en)

    def chinese_words(self, text: str) -> list[Word]:
        """Return the words of a Chinese text, each known name a word by itself."""
        words = chinese_words(text)
        places = list(self._find(_key(text))) if self._of_zh else []
        return _recut(words, text, places) if places else words

    def english_words(self, words: list[Word]) -> list[Word]:
        """Return the words of an English text, those of known names written as such."""
        for first, last, _ in self._in_english(words):
            for at in range(first, last):
                if words[at].is_content or words[at].text[:1].isupper():
                    words[at] = words[at]._replace(name=True, is_content=True)
        return words

    def settled(self, pair: LinkedPair, found: Sequence[PhrasePair]) -> list[PhrasePair]:
        """Return what translates each other in a pair: its known names, and no scraps of them."""
        places = self._places(pair)
        if not places:
            return list(found)
        kept = [one for one in found if not any(_is_scrap(one, at, pair) for at in places)]
        return kept + [PhrasePair(at.zh, at.en, _QUALITY) for at in places]

    def _places(self, pair: LinkedPair) -> list[_Place]:
        english: defaultdict[NameKey, list[tuple[int, int]]] = defaultdict(list)
        if any(word.key in self._of_zh for word in pair.zh):
            for first, last, name in self._in_english(pair.en):
                english[name].append((first, last))
        return [
            _Place(
                Phrase(at, at + 1, word.key),
                Phrase(first, last, en_key(pair.en[first:last])),
                name.is_spoken,
            )
            for at, word in enumerate(pair.zh)
            for name in self._of_zh.get(word.key, ())
            for first, last in english.get(name.en, ())
        ]

    def _in_english(self, words: Sequence[Word]) -> Iterator[tuple[int, int, NameKey]]:
        """Yield the known names of an English text, the longest at each place."""
        at = 0
        while at < len(words):
            longest = max(
                (
                    (last, name)
                    for name in self._of_first.get(words[at].key, ())
                    for first, last in find_name(words[at : at + len(name)], name)
                ),
                default=None,
            )
            if longest is None:
                at += 1
            else:
                yield at, at + longest[0], longest[1]
                at += longest[0]

    def _find(self, key: str) -> Iterator[TextSpan]:
        """Yield where known names stand in a text in one script, the longest from left to right."""
        at = 0
        while at < len(key):
            lengths = self._lengths.get(key[at : at + 2], ())
            fit = [n for n in lengths if key[at : at + n] in self._of_zh]
            if fit:
                yield at, at + max(fit)
            at += max(fit, default=1)


def known_names(texts: Sequence[tuple[str, str]], english: Sequence[Sequence[Word]]) -> KnownNames:
    """Return the names of pairs, of which the English words are given as well."""
    names = english_names(english)
    return KnownNames(pair_names([_key(zh) for zh, _ in texts], names)) if names else KnownNames()


def _key(text: str) -> str:
    key = in_one_script(text).lower()
    return key if len(key) == len(text) else text


def _recut(words: Sequence[Word], text: str, places: Sequence[TextSpan]) -> list[Word]:
    """Return words with those at some places made one word each, and what is left cut anew."""
    found: list[Word] = []
    edges = {edge for word in words for edge in (word.start, word.end)}
    behind = 0
    for start, end in [*places, (len(text), len(text))]:
        if behind in edges and start in edges:
            found += [word for word in words if behind <= word.start and word.end <= start]
        else:
            found += [
                word._replace(start=word.start + behind, end=word.end + behind)
                for word in chinese_words(text[behind:start])
            ]
        if start < end:
            found.append(_name(text, start, end, words))
        behind = end
    return found


def _name(text: str, start: int, end: int, words: Sequence[Word]) -> Word:
    """Return a name as a word: as it was cut, where it was one word already."""
    for word in words:
        if (word.start, word.end) == (start, end) and word.is_content:
            return word
    common = background_table().how_common(_key(text)[start:end])
    return Word(text[start:end], start, end, _key(text[start:end]), "r", common, True, True)


def _is_scrap(one: PhrasePair, name: _Place, pair: LinkedPair) -> bool:
    """Whether two phrases are a known name and something else, or parts of it."""
    if one.defined:
        return False
    zh, en = _lies(one.zh, name.zh), _lies(one.en, name.en)
    if zh == en == "over":
        outside = [*pair.en[one.en.first : name.en.first], *pair.en[name.en.last : one.en.last]]
        return name.is_spoken and not any(word.name for word in outside)
    if zh == "apart" and en == "apart":
        return False
    return (zh, en) != ("same", "same")


def _lies(phrase: Phrase, name: Phrase) -> str:
    """Return how a phrase lies to a name."""
    if phrase.key == name.key or (phrase.first, phrase.last) == (name.first, name.last):
        return "same"
    if phrase.first <= name.first and name.last <= phrase.last:
        return "over"
    if phrase.last <= name.first or name.last <= phrase.first:
        return "apart"
    return "part"
