"""A glossary out of pairs: the order of the work.

Words, links between them, phrases that translate each other, a tally, scores, groups. Refuses
nothing: a pair with an empty side, or in the wrong language, yields nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from aligner.encoders import built_in
from aligner.files import Progress
from aligner.lexicon import TextSpan, Word, english_words
from aligner.terms.definitions import acronyms, glosses, quoted
from aligner.terms.grouping import grouped
from aligner.terms.known_names import KnownNames, known_names
from aligner.terms.links import LinkedPair, link, vocabulary
from aligner.terms.phrase_table import PhrasePair, PhraseTable
from aligner.terms.phrases import Phrase, chinese_phrases, english_phrases
from aligner.terms.ranking import scores
from aligner.terms.tally import Tally, name_alike
from aligner.terms.values import Entry, TextPair

MIN_SCORE = 0.2
"""Score below which an entry is more often useless than not, by `bench/terms.py`."""
_LONGEST = 1_200  # characters of a text that are looked at: a term is no longer likely behind them
_MOST_CELLS = 6_000_000  # words by words that are linked at once: some 20,000 pairs of sentences


def mine_entries(
    pairs: Iterable[TextPair],
    *,
    min_score: float = MIN_SCORE,
    min_count: int = 1,
    top: int | None = None,
    progress: Progress | None = None,
) -> list[Entry]:
    """Return the terms of pairs of Chinese and English, best first.

    `min_score` (0 to 1) leaves out doubtful entries, `min_count` those seen in fewer pairs; `top`
    says how many there may be.
    """
    from threadpoolctl import threadpool_limits

    # Threads that share small products wait for each other longer than they work.
    with threadpool_limits(1, user_api="blas"):
        tally = tally_of(pairs, progress)
    score = scores(tally)
    ranked = sorted(
        ((tally.candidates[key], value) for key, value in score.items() if value >= min_score),
        key=lambda item: (-item[1], -item[0].count, item[0].zh, item[0].en),
    )
    return [entry for entry in grouped(ranked) if entry.count >= min_count][:top]


def tally_of(pairs: Iterable[TextPair], progress: Progress | None = None) -> Tally:
    """Return what is found in the beginnings of pairs, counted.

    Places are those of the whole texts, of which the beginning is a part.
    """
    texts = [(zh[:_LONGEST], en[:_LONGEST]) for zh, en in pairs]
    english = [english_words(en) for _, en in texts]
    names = known_names(texts, english)
    tally = Tally()
    steps = _Steps(2 * len(texts), progress)
    for first, block in _blocks(texts, english, names, steps):
        _see(tally, first, block, names, steps)
    name_alike(tally)
    return tally


class _Steps:
    """Tells how far mining is: each pair is cut into words, and later looked at."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def step(self) -> None:
        """Count one step more."""
        self._done += 1
        if self._progress is not None and self._done % _STEPS_TOLD == 0:
            self._progress("looking for terms", self._done, self._total)


_STEPS_TOLD = 50


class _Split(NamedTuple):
    """A pair with the words of both sides."""

    texts: TextPair
    zh: list[Word]
    en: list[Word]

    @property
    def cells(self) -> int:
        """How many links there may be."""
        return len(self.zh) * len(self.en)


def _blocks(
    texts: Sequence[TextPair], english: Sequence[list[Word]], names: KnownNames, steps: _Steps
) -> Iterator[tuple[int, list[_Split]]]:
    """Yield the pairs in blocks that are linked at once, each with the number of its first pair."""
    block: list[_Split] = []
    first, cells = 0, 0
    for (zh, en), en_words in zip(texts, english, strict=True):
        split = _Split(
            (zh, en),
            _unglossed(names.chinese_words(zh), zh, chinese=True),
            _unglossed(names.english_words(en_words), en, chinese=False),
        )
        if block and cells + split.cells > _MOST_CELLS:
            yield first, block
            first, block, cells = first + len(block), [], 0
        block.append(split)
        steps.step()
        cells += split.cells
    if block:
        yield first, block


def _see(
    tally: Tally, first: int, block: Sequence[_Split], names: KnownNames, steps: _Steps
) -> None:
    """Link the words of some pairs, and count what translates each other in them."""
    model = built_in()
    zh_words, en_words = [split.zh for split in block], [split.en for split in block]
    left, right = vocabulary(zh_words, model), vocabulary(en_words, model)
    table = PhraseTable(left, right)
    linked = link(zh_words, en_words, left, right)
    for number, (split, pair) in enumerate(zip(block, linked, strict=True), start=first):
        texts = split.texts
        zh = chinese_phrases(pair.zh, quoted(texts[0], chinese=True))
        en = english_phrases(pair.en, quoted(texts[1], chinese=False))
        found = names.settled(pair, table.found(pair, zh, en))
        found += _defined(texts, pair, zh, en)
        tally.see(number, texts, pair, zh, en, found)
        steps.step()


def _unglossed(words: list[Word], text: str, *, chinese: bool) -> list[Word]:
    """Return the words with those of bracketed glosses turned into marks, which link to nothing."""
    places = [gloss.at for gloss in glosses(text, chinese=chinese)]
    if not places:
        return words
    return [
        w._replace(kind=".", is_content=False)
        if any(start <= w.start < end for start, end in places)
        else w
        for w in words
    ]


def _defined(
    texts: TextPair, pair: LinkedPair, zh: Sequence[Phrase], en: Sequence[Phrase]
) -> Iterator[PhrasePair]:
    """Yield what the Chinese text itself glosses in English that stands on the other side too."""
    long_forms = {texts[1][slice(*short)]: long for long, short in acronyms(texts[1])}
    for gloss in glosses(texts[0], chinese=True):
        end = _before(texts[0], gloss.at[0])
        before = [phrase for phrase in zh if pair.zh[phrase.last - 1].end == end]
        phrase = _english_of(gloss.text, long_forms, texts[1], pair, en)
        if before and phrase is not None:
            yield PhrasePair(_best_before(before, pair, phrase), phrase, 0.97, defined=True)


def _english_of(
    gloss: str,
    long_forms: dict[str, TextSpan],
    text: str,
    pair: LinkedPair,
    phrases: Sequence[Phrase],
) -> Phrase | None:
    """Return where the English has what the gloss says, or what it is short for."""
    if gloss in long_forms:
        for phrase in phrases:
            if (pair.en[phrase.first].start, pair.en[phrase.last - 1].end) == long_forms[gloss]:
                return phrase
        return None
    if gloss.isupper() and len(gloss) < 8:  # short for what this text does not say
        return None
    wanted = gloss.lower().split()
    for phrase in phrases:
        words = [word.key for word in pair.en[phrase.first : phrase.last]]
        if (
            words == wanted
            or text[pair.en[phrase.first].start : pair.en[phrase.last - 1].end] == gloss
        ):
            return phrase
    return None


def _before(text: str, place: int) -> int:
    """Return where the text before a place ends, closing marks and blanks aside."""
    return len(text[:place].rstrip(' 」』》”"'))


def _best_before(phrases: Sequence[Phrase], pair: LinkedPair, en: Phrase) -> Phrase:
    """Return which of the phrases that end here the gloss belongs to."""
    names = [p for p in phrases if all(w.name or w.kind == "." for w in pair.zh[p.first : p.last])]
    if names:
        return min(names, key=lambda phrase: phrase.first)

    def gain(phrase: Phrase) -> float:
        inside = pair.links[phrase.first : phrase.last, en.first : en.last].sum(axis=1)
        return float((inside - 0.25).sum())

    return max(phrases, key=gain)
