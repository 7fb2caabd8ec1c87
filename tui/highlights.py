"""Which stretches of a pair's texts stand out, and why; the later ones lie over the earlier."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.article import Language
from aligner.bitext import Pair, find_in_text
from tui.drawing import Highlight
from tui.pair_warnings import Flaws
from tui.review import Review

_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_WHOLE = 1 << 30
"""An end behind any text."""


def highlights(review: Review, place: int, pair: Pair, flaws: Flaws) -> Iterator[Highlight]:
    """Yield the stretches of the pair at a position that stand out."""
    yield from _terms(review, pair)
    yield from _matching_words(review, pair)
    yield from _flaws(flaws)
    yield from _hits(review, pair)
    yield from _marked(review, place)


def _text(pair: Pair, language: Language) -> str:
    return pair.zh_text if language == "zh" else pair.en_text


def _terms(review: Review, pair: Pair) -> Iterator[Highlight]:
    """Yield the terms of the glossary."""
    if not review.warnings.is_on or not (glossary := review.warnings.glossary).entries:
        return
    for language in _LANGUAGES:
        for span in glossary.find(_text(pair, language), language):
            yield Highlight(language, span.start, span.end, "term")


def _matching_words(review: Review, pair: Pair) -> Iterator[Highlight]:
    """Yield the words of the chosen pair that answer to each other."""
    known = review.explainer.known(pair)
    if known is None or review.session.pair is not pair or review.carets is not None:
        return
    for match in known.matches:
        yield Highlight("zh", *match.zh, "match")
        yield Highlight("en", *match.en, "match")


def _flaws(flaws: Flaws) -> Iterator[Highlight]:
    """Yield the places that the pair is warned of."""
    for start, end in flaws.zh:
        yield Highlight("zh", start, end, "flaw")
    for start, end in flaws.en:
        yield Highlight("en", start, end, "flaw")


def _hits(review: Review, pair: Pair) -> Iterator[Highlight]:
    """Yield what was searched for."""
    if not review.query:
        return
    for language in _LANGUAGES:
        for start, end in find_in_text(_text(pair, language), review.query):
            yield Highlight(language, start, end, "hit")


def _marked(review: Review, place: int) -> Iterator[Highlight]:
    """Yield the words that are about to be a term, and the cell that is held."""
    carets, held = review.carets, review.held
    if carets is not None and place == review.session.place and carets.purpose == "term":
        yield Highlight("zh", *carets.zh.span, "marked")
        yield Highlight("en", *carets.en.span, "marked")
    if held is not None and held.place == place:
        yield Highlight(held.language, 0, _WHOLE, "held")
