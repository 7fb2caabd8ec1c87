"""When the pairs of subtitles are shown: from the first cue of a pair to the last.

The clock is that of one side: the language that was translated from, where somebody has said so,
otherwise the Chinese, unless it has no times. Of two files each has a clock of its own; a pair
without that side is placed by the pair before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.article import Article, Language, Side, TimeSpan
from aligner.bitext.pairs import Bitext, Pair


def cues_of_pairs(bitext: Bitext) -> list[tuple[TimeSpan, ...]]:
    """Return the times of the cues of each pair, in order, on one clock; none where none is known.

    A pair stands for several cues, and several pairs may stand in one.
    """
    article = bitext.article
    language = _clock(article)
    has_two_clocks = len(article.sources) > 1
    found: list[tuple[TimeSpan, ...]] = []
    shift = 0
    for pair in bitext.pairs:
        own, other = _both(article, pair, language)
        if not has_two_clocks:
            own, other = sorted({*own, *other}), []
        if own and other:
            shift = own[0].start - other[0].start
        moved = [TimeSpan(cue.start + shift, cue.stop + shift) for cue in other]
        found.append(tuple(own or moved))
    return found


def times_of_pairs(bitext: Bitext) -> list[TimeSpan | None]:
    """Return when each pair is shown, from its first cue's start to its last cue's end."""
    return [
        TimeSpan(min(cue.start for cue in cues), max(cue.stop for cue in cues)) if cues else None
        for cues in cues_of_pairs(bitext)
    ]


def _clock(article: Article) -> Language:
    """Return the language whose cues say the time."""
    first = article.source_language or "zh"
    side = article.en if first == "en" else article.zh
    if any(paragraph.time for paragraph in side.paragraphs):
        return first
    return "zh" if first == "en" else "en"


def _both(article: Article, pair: Pair, clock: Language) -> tuple[list[TimeSpan], list[TimeSpan]]:
    """Return the cues of a pair on the side of the clock, and on the other."""
    zh, en = _cues(article.zh, pair.zh), _cues(article.en, pair.en)
    return (zh, en) if clock == "zh" else (en, zh)


def _cues(side: Side, indices: Sequence[int]) -> list[TimeSpan]:
    paragraphs = [side.paragraphs[side.sentences[index].paragraph] for index in indices]
    return sorted({paragraph.time for paragraph in paragraphs if paragraph.time})
