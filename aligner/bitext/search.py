"""Finding pairs: by their text, in either language and either script, and by what is known of them.

A query is turned into every way to write it, and texts are searched as they are: nothing is
converted, so that a large memory is searched while a person types and offsets are those of the
text. Invariant: `find` stops at a pair exactly where `matches` finds something in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from aligner.bitext import WHOLE, Pair
from aligner.lexicon import SEARCH, fold, spellings

_SOFT_HYPHEN = "\u00ad"
_LONGEST = 500  # characters of a query that are looked at; nobody types more
_COMMON = "etaoinshrdlu"  # letters that tell one English sentence from another least

Predicate = Callable[[Pair], bool]


def find_in_text(text: str, query: str) -> list[tuple[int, int]]:
    """Return where a query stands in a text: start and end in characters, in order.

    What `aligner.lexicon` folds to the same finds one another: Simplified and Traditional, capitals
    and small letters, half and full width, straight, curly and corner quotes; a space finds any
    white space. White space around a query says nothing; a query without more finds nothing.
    """
    wanted = _wanted(query)
    if wanted is None or not wanted.may_be_in(text):
        return []
    return [match.span() for match in wanted.pattern_for(text).finditer(text)]


def find_pair(pairs: Sequence[Pair], query: str, *, start: int, forward: bool = True) -> int | None:
    """Return the position of the first pair with a query in either text, or None.

    Looks from `start` on, that pair included, forward or backward, and on from the other end until
    all pairs have been looked at; `start` may lie outside.
    """
    wanted = _wanted(query)
    if wanted is None or not pairs:
        return None
    count = len(pairs)
    step = 1 if forward else -1
    is_in = wanted.is_in
    for distance in range(count):
        place = (start + step * distance) % count
        pair = pairs[place]
        if is_in(pair.zh_text) or is_in(pair.en_text):
            return place
    return None


def pairs_with(pairs: Sequence[Pair], query: str) -> list[int]:
    """Return the positions of all pairs with a query in either text, in order."""
    wanted = _wanted(query)
    if wanted is None:
        return []
    is_in = wanted.is_in
    return [n for n, pair in enumerate(pairs) if is_in(pair.zh_text) or is_in(pair.en_text)]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A query made ready."""

    pattern: re.Pattern[str]
    words: tuple[tuple[str, ...], ...]
    """An expression for each character of its words."""
    plain: tuple[str, ...]
    """Its words in lower case where it is ASCII, otherwise nothing."""
    needed: tuple[str, ...]
    """Single characters one of which every match holds."""

    def is_in(self, text: str) -> bool:
        """Whether the pattern would find something; faster than the pattern itself."""
        if self.plain and text.isascii():
            text = text.lower()
            if not all(word in text for word in self.plain):
                return False
            if len(self.plain) == 1:
                return True
        return self.may_be_in(text) and self.pattern_for(text).search(text) is not None

    def pattern_for(self, text: str) -> re.Pattern[str]:
        """Return the pattern that a text is searched by; soft hyphens may divide any word."""
        return (
            self.pattern if _SOFT_HYPHEN not in text else _pattern(self.words, f"{_SOFT_HYPHEN}*")
        )

    def may_be_in(self, text: str) -> bool:
        """Whether the pattern is worth trying."""
        return any(character in text for character in self.needed)


@lru_cache(maxsize=64)
def _wanted(query: str) -> _Wanted | None:
    query = unicodedata.normalize("NFC", query.replace(_SOFT_HYPHEN, ""))
    words = query[:_LONGEST].split()
    if not words:
        return None
    ways = [[spellings(character) for character in word] for word in words]
    expressions = tuple(tuple(map(_spelled, word)) for word in ways)
    return _Wanted(
        pattern=_pattern(expressions, ""),
        words=expressions,
        plain=tuple(fold(word, SEARCH) for word in words) if query.isascii() else (),
        needed=min((_openings(way) for word in ways for way in word), key=_commonness),
    )


@lru_cache(maxsize=64)
def _pattern(words: tuple[tuple[str, ...], ...], between: str) -> re.Pattern[str]:
    """Return an expression for words of characters, with something between the characters."""
    return re.compile(r"\s+".join(between.join(word) for word in words))


def _spelled(ways: frozenset[str]) -> str:
    """Return a regular expression for any of these."""
    single = "".join(re.escape(way) for way in sorted(ways) if len(way) == 1)
    longer = [re.escape(way) for way in sorted(ways) if len(way) > 1]
    return f"(?:{'|'.join([f'[{single}]', *longer])})" if longer else f"[{single}]"


def _openings(ways: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({way[0] for way in ways}))


def _commonness(characters: tuple[str, ...]) -> int:
    """Guess how often one of these is met; that part of a query is looked for first."""
    return sum(len(_COMMON) - _COMMON.find(c) + 1 if c in _COMMON else 1 for c in characters)


def _always(pair: Pair) -> bool:
    return True


def _is_regrouped(pair: Pair) -> bool:
    whole = pair.zh_cut == WHOLE and pair.en_cut == WHOLE
    return not (len(pair.zh) == len(pair.en) == 1 and whole)


FILTERS: Mapping[str, Predicate] = MappingProxyType(
    {
        "all": _always,
        "doubtful": lambda pair: pair.is_doubtful,
        "unaligned": lambda pair: not pair.is_full,
        "not 1-1": _is_regrouped,
        "edited": lambda pair: pair.status == "edited",
        "confirmed": lambda pair: pair.status == "confirmed",
        "excluded": lambda pair: pair.status == "excluded",
        "review": lambda pair: pair.status == "review",
        "open": lambda pair: not pair.is_settled,
        "with a note": lambda pair: bool(pair.note),
    }
)
"""What a list of pairs may be narrowed to, by name."""


def chosen(pairs: Sequence[Pair], name: str) -> list[int]:
    """Return the positions of the pairs that a filter lets through; KeyError for no filter."""
    keep = FILTERS[name]
    return [place for place, pair in enumerate(pairs) if keep(pair)]
