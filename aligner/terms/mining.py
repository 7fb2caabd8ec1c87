"""A glossary out of pairs: the order of the work.

Words, links between them, spans that translate each other, a tally, scores, groups. Refuses nothing:
pairs with an empty side are passed over, and text in the wrong language yields nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aligner.encoders.static import built_in
from aligner.terms.definitions import acronyms, glosses, quoted
from aligner.terms.grouping import grouped
from aligner.terms.links import LinkedPair, link, vocabulary
from aligner.terms.phrases import Found, Phrasebook, Span, chinese_spans, english_spans
from aligner.terms.ranking import scores
from aligner.terms.tally import Tally
from aligner.terms.values import Entry, Pair, Place
from aligner.terms.words import Word, chinese_words, english_words

LEAST = 0.2
"""Score below which an entry is more often useless than not, by `bench/terms.py`."""
_LONGEST = 2_000  # characters of a text that are looked at: a term is no longer likely behind them


def mine_entries(
    pairs: Iterable[Pair], *, min_score: float = LEAST, top: int | None = None
) -> list[Entry]:
    """Return the terms of pairs of Chinese and English, best first.

    `min_score` (0 to 1) leaves out doubtful entries; `top` says how many there may be.
    """
    tally = tally_of([(zh[:_LONGEST], en[:_LONGEST]) for zh, en in pairs])
    score = scores(tally)
    ranked = sorted(
        ((tally.candidates[key], value) for key, value in score.items() if value >= min_score),
        key=lambda item: (-item[1], -item[0].count, item[0].zh, item[0].en),
    )
    return grouped(ranked)[:top]


def tally_of(pairs: Sequence[Pair]) -> Tally:
    """Return what is found in pairs, counted."""
    model = built_in()
    zh_words = [
        _unglossed(w, zh, chinese=True)
        for w, (zh, _) in zip(chinese_words([zh for zh, _ in pairs], model), pairs, strict=True)
    ]
    en_words = [_unglossed(english_words(en), en, chinese=False) for _, en in pairs]
    left, right = vocabulary(zh_words, model), vocabulary(en_words, model)
    book, tally = Phrasebook(left, right), Tally()
    for number, (texts, pair) in enumerate(
        zip(pairs, link(zh_words, en_words, left, right), strict=True)
    ):
        zh = chinese_spans(pair.zh, quoted(texts[0], chinese=True))
        en = english_spans(pair.en, quoted(texts[1], chinese=False))
        found = book.found(pair, zh, en)
        found += _defined(texts, pair, zh, en)
        tally.see(number, texts, pair, zh, en, found)
    return tally


def _unglossed(words: list[Word], text: str, *, chinese: bool) -> list[Word]:
    """Return the words with those of bracketed glosses turned into marks, which link to nothing."""
    places = [gloss.at for gloss in glosses(text, chinese=chinese)]
    if not places:
        return words
    return [
        Word(w.text, w.start, w.end, w.key, ".", w.common)
        if any(start <= w.start < end for start, end in places)
        else w
        for w in words
    ]


def _defined(
    texts: Pair, pair: LinkedPair, zh: Sequence[Span], en: Sequence[Span]
) -> Iterator[Found]:
    """Yield what the Chinese text itself glosses in English that stands on the other side too."""
    long_forms = {texts[1][slice(*short)]: long for long, short in acronyms(texts[1])}
    for gloss in glosses(texts[0], chinese=True):
        end = _before(texts[0], gloss.at[0])
        before = [span for span in zh if pair.zh[span.last - 1].end == end]
        span = _english_of(gloss.text, long_forms, texts[1], pair, en)
        if before and span is not None:
            yield Found(_best_before(before, pair, span), span, 0.97, defined=True)


def _english_of(
    gloss: str,
    long_forms: dict[str, Place],
    text: str,
    pair: LinkedPair,
    spans: Sequence[Span],
) -> Span | None:
    """Return where the English has what the gloss says, or what it is short for."""
    if gloss in long_forms:
        for span in spans:
            if (pair.en[span.first].start, pair.en[span.last - 1].end) == long_forms[gloss]:
                return span
        return None
    if gloss.isupper() and len(gloss) < 8:  # short for what this text does not say
        return None
    wanted = gloss.lower().split()
    for span in spans:
        words = [word.key for word in pair.en[span.first : span.last]]
        if words == wanted or text[pair.en[span.first].start : pair.en[span.last - 1].end] == gloss:
            return span
    return None


def _before(text: str, place: int) -> int:
    """Return where the text before a place ends, closing marks and blanks aside."""
    return len(text[:place].rstrip(' 」』》”"'))


def _best_before(spans: Sequence[Span], pair: LinkedPair, en: Span) -> Span:
    """Return which of the spans that end here the gloss belongs to."""
    names = [s for s in spans if s.last - s.first == 1 and pair.zh[s.first].name]
    if names:
        return names[0]

    def gain(span: Span) -> float:
        inside = pair.links[span.first : span.last, en.first : en.last].sum(axis=1)
        return float((inside - 0.25).sum())

    return max(spans, key=gain)
