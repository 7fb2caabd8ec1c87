"""How a pair looks in the list, from what the review knows about it."""

from __future__ import annotations

from aligner.article import Language, Side
from aligner.bitext import Cut, Pair, begins_paragraph
from tui.drawing import Appearance
from tui.gutter import standing_of
from tui.highlights import highlights
from tui.pair_warnings import NO_FLAWS
from tui.review import Review


def appearance_of(review: Review, place: int, pair: Pair) -> Appearance:
    """Return what the lines of the pair at a position show besides the pair itself."""
    session = review.session
    chosen = session.language if place == session.place else None
    zh_paragraph = en_paragraph = None
    if session.is_ready:
        article = session.bitext.article
        zh_paragraph = _paragraph(article.zh, pair.zh, pair.zh_cut)
        en_paragraph = _paragraph(article.en, pair.en, pair.en_cut)
    flaws = review.warnings.flaws(place, *pair.texts) if pair.is_full else NO_FLAWS
    return Appearance(
        chosen=chosen,
        highlights=tuple(highlights(review, place, pair, flaws)),
        carets=_carets(review) if chosen else (),
        missing="" if pair.is_full else _missing(review, place, pair),
        status=_status(review, pair),
        warning=flaws.told,
        zh_paragraph=zh_paragraph,
        en_paragraph=en_paragraph,
        least_lines=review.editor.lines if review.editor and review.editor.place == place else 1,
    )


def _status(review: Review, pair: Pair) -> str:
    """Return the standing of a pair in a word or two; nothing where it is as pairs should be."""
    standing = standing_of(pair)
    if standing is None:
        return ""
    if standing == "alone":
        return review.words("chip no en" if pair.zh_text else "chip no zh")
    return review.words(f"chip {standing}")


def _paragraph(side: Side, indices: tuple[int, ...], cut: Cut) -> int | None:
    """Return the number of the paragraph that begins with these sentences, from 1."""
    if cut[0] == 0 and begins_paragraph(side, indices):
        return side.sentences[indices[0]].paragraph + 1
    return None


def _carets(review: Review) -> tuple[tuple[Language, int], ...]:
    carets = review.carets
    return () if carets is None else (("zh", carets.zh.at), ("en", carets.en.at))


def _missing(review: Review, place: int, pair: Pair) -> str:
    """Return what stands in place of the text that an unaligned pair lacks."""
    session, words = review.session, review.words
    there = session.moved_from(place) if session.is_ready else None
    if there is None:
        return words("no en" if pair.zh_text else "no zh")
    linked = any(
        link.confidence == 1.0 and (set(link.zh) & set(pair.zh) or set(link.en) & set(pair.en))
        for link in session.bitext.moved
    )
    return words("linked" if linked else "moved", number=there + 1)
