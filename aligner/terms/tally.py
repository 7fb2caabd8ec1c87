"""What was found, counted over all pairs: every Chinese term with every English one it went with.

Invariant: a pair counts once for two terms, however often they stand in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from aligner.lexicon import TextSpan, Word, singular
from aligner.terms.links import LinkedPair
from aligner.terms.phrase_table import PhrasePair
from aligner.terms.phrases import Phrase
from aligner.terms.values import Example, TextPair

_EXAMPLES = 3
Shown = tuple[float, int, int, TextPair, TextSpan, TextSpan]
"""An example in the making, better ones first in order: quality below nothing, length, pair."""


@dataclass(slots=True)
class Candidate:
    """Two terms that were found to translate each other."""

    zh: str
    """The Chinese term as it is compared."""
    en: str
    zh_words: list[Word]
    en_words: list[Word]
    count: int = 0
    """Pairs in which the two translate each other."""
    quality: float = 0.0
    """Sum over those pairs, each 0 to 1."""
    defined: bool = False
    set_off: bool = False
    named: int = 0
    """Pairs in which the English was written as a name."""
    zh_forms: Counter[str] = field(default_factory=Counter)
    en_forms: Counter[str] = field(default_factory=Counter)
    zh_next: str | None = None
    """The word behind the Chinese, if it was the same each time; "" if not, or if none was."""
    en_next: str | None = None
    examples: list[Shown] = field(default_factory=list)
    places: list[tuple[int, TextSpan, TextSpan]] = field(default_factory=list)
    """Every pair, by its number, with the places of both terms in it."""


@dataclass(slots=True)
class Tally:
    """All candidates, and how often each term occurs at all."""

    candidates: dict[tuple[str, str], Candidate] = field(default_factory=dict)
    zh_seen: Counter[str] = field(default_factory=Counter)
    """Pairs in which a Chinese phrase occurs."""
    en_seen: Counter[str] = field(default_factory=Counter)
    plurals: set[str] = field(default_factory=set)
    """English words, in the singular, of which a plural occurs."""
    pairs: int = 0
    zh_length: int = 0
    """Chinese words in all."""

    def see(
        self,
        number: int,
        texts: TextPair,
        pair: LinkedPair,
        zh: Sequence[Phrase],
        en: Sequence[Phrase],
        found: Sequence[PhrasePair],
    ) -> None:
        """Count one pair: its phrases, and which of them were found to translate each other."""
        self.pairs += 1
        self.zh_length += len(pair.zh)
        self.zh_seen.update({phrase.key for phrase in zh})
        self.en_seen.update({phrase.key for phrase in en})
        self.plurals.update(
            singular(w.key) for w in pair.en if w.key.endswith("s") and w.kind in ("n", "a", "")
        )
        best: dict[tuple[str, str], PhrasePair] = {}
        for one in found:
            key = (one.zh.key, one.en.key)
            if key not in best or best[key].quality < one.quality:
                best[key] = one
        for key, one in best.items():
            self._add(key, one, number, texts, pair)

    def _add(
        self, key: tuple[str, str], one: PhrasePair, number: int, texts: TextPair, pair: LinkedPair
    ) -> None:
        zh_words = pair.zh[one.zh.first : one.zh.last]
        en_words = pair.en[one.en.first : one.en.last]
        place = self.candidates.get(key)
        if place is None:
            place = self.candidates[key] = Candidate(*key, zh_words, en_words)
        place.count += 1
        place.quality += one.quality
        place.defined |= one.defined
        place.set_off |= one.zh.set_off
        zh_next, en_next = _next(pair.zh, one.zh.last), _next(pair.en, one.en.last)
        place.zh_next = zh_next if place.zh_next in (None, zh_next) else ""
        place.en_next = en_next if place.en_next in (None, en_next) else ""
        place.named += all(word.name for word in en_words if word.is_content)
        zh_at = zh_words[0].start, zh_words[-1].end
        en_at = en_words[0].start, en_words[-1].end
        place.zh_forms[texts[0][slice(*zh_at)]] += 1
        place.en_forms[texts[1][slice(*en_at)]] += 1
        place.places.append((number, zh_at, en_at))
        place.examples.append((-one.quality, len(texts[0]), number, texts, zh_at, en_at))
        if len(place.examples) > 4 * _EXAMPLES:
            place.examples = best_examples(place.examples)


def _next(words: Sequence[Word], last: int) -> str:
    """Return the word behind a run if it means something and nothing but a blank is between."""
    if last < len(words) and words[last].is_content and words[last].kind != "t":
        return words[last].key if words[last].start - words[last - 1].end <= 1 else ""
    return ""


def best_examples(examples: list[Shown]) -> list[Shown]:
    """Return the few examples that show two terms best, the best first."""
    return sorted(examples)[:_EXAMPLES]


def as_examples(shown: Iterable[Shown]) -> tuple[Example, ...]:
    """Return examples in the order of their pairs."""
    return tuple(
        Example(*texts, zh_at, en_at, number)
        for _, _, number, texts, zh_at, en_at in sorted(shown, key=lambda one: one[2])
    )


def name_alike(tally: Tally) -> None:
    """Let an English term be a name with each of its translations as often as with all of them."""
    named: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for candidate in tally.candidates.values():
        named[candidate.en] += candidate.named
        seen[candidate.en] += candidate.count
    for candidate in tally.candidates.values():
        candidate.named = round(named[candidate.en] / seen[candidate.en] * candidate.count)
