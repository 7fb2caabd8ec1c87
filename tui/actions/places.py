"""Actions at places in the texts of a pair, chosen by a caret on each side: split, take a term."""

from __future__ import annotations

from functools import partial

from aligner import edits
from aligner.article import Language
from aligner.errors import ImpossibleEdit
from aligner.term import Term
from tui.carets import Carets, split_carets, term_carets
from tui.review import Review

_PASSED_ON = ("f1", "ctrl+q")
"""Keys that do what they always do: no other does anything to a pair that is being split."""


def begin_split(review: Review) -> None:
    """Put a caret into each text, where the pair may be split."""
    pair = review.session.pair
    if pair is None:
        return
    review.check_writable()
    language: Language = review.session.language
    if not (pair.zh_text if language == "zh" else pair.en_text):
        language = "en" if language == "zh" else "zh"
    _show_carets(review, split_carets(pair.zh_text, pair.en_text, language), "split how")


def begin_term(review: Review) -> None:
    """Mark words on each side that may be a term: those that answer to each other most surely."""
    pair = review.session.pair
    if pair is None:
        return
    review.check_writable()
    if not pair.is_full:
        raise ImpossibleEdit(review.words("term needs"))
    carets = term_carets(pair.zh_text, pair.en_text, review.session.language)
    known = review.explainer.known(pair)
    if known is not None and known.matches:
        best = max(known.matches, key=lambda match: match.strength)
        language = carets.language
        carets = carets.placed("zh", best.zh[1], anchor=best.zh[0])
        carets = carets.placed("en", best.en[1], anchor=best.en[0]).on(language)
    _show_carets(review, carets, "term how")


def _show_carets(review: Review, carets: Carets, hint: str) -> None:
    move_carets(review, carets)
    review.say(review.words(hint))


def move_carets(review: Review, carets: Carets) -> None:
    """Show carets in place of those that are there."""
    review.carets = carets
    review.session.language = carets.language
    review.pair_list.follow()


def take_key(review: Review, key: str) -> bool:
    """Use a key for the carets, if there are any; return whether it meant something to them."""
    carets = review.carets
    if carets is None or key in _PASSED_ON:
        return False
    if key == "escape":
        _put_away(review)
    elif key in ("enter", "s") and carets.purpose == "split":
        _put_away(review)
        review.screen.attempt(partial(_split, review, carets))
    elif key in ("enter", "t") and carets.purpose == "term":
        review.screen.attempt(partial(_take_term, review, carets))
    elif (moved := carets.pressed(key)) is not None:
        move_carets(review, moved)
    return True


def _put_away(review: Review) -> None:
    review.carets = None
    review.say("")
    review.pair_list.follow()


def _split(review: Review, carets: Carets) -> None:
    zh, en = carets.zh.at, carets.en.at
    review.do("split", lambda bitext, place: edits.split(bitext, place, zh, en))


def _take_term(review: Review, carets: Carets) -> None:
    zh = carets.zh_text[slice(*carets.zh.span)].strip()
    en = carets.en_text[slice(*carets.en.span)].strip()
    if not (zh and en):
        raise ImpossibleEdit(review.words("term needs"))
    _put_away(review)
    if review.do("term", lambda bitext, _: edits.decide(bitext, Term(zh, en))):
        review.say(review.words("term taken", zh=zh, en=en))
