"""How a pair looks in the list, from what the review knows about it."""

from __future__ import annotations

from aligner.article import Language, Side
from aligner.bitext import Cut, Pair, begins_paragraph
from tui.drawing import Appearance
from tui.highlights import highlights
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
    return Appearance(
        chosen=chosen,
        highlights=tuple(highlights(review, place, pair)),
        carets=_carets(review) if chosen else (),
        missing="" if pair.is_full else _missing(review, place, pair),
        is_warned=_is_warned(review, place, pair),
        zh_paragraph=zh_paragraph,
        en_paragraph=en_paragraph,
        least_lines=review.editor.lines if review.editor and review.editor.place == place else 1,
    )


def _is_warned(review: Review, place: int, pair: Pair) -> bool:
    if not pair.is_full:
        return False
    unlike = review.session.is_ready and place in review.session.problems.comparison
    return unlike or review.warnings.is_warned(pair.zh_text, pair.en_text)


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
