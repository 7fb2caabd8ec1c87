"""Actions on two cells of the list: one is held until its partner is chosen, or dragged to it."""

from __future__ import annotations

from typing import Literal

from aligner import edits
from aligner.article import Language
from aligner.edits import side_of_pair
from aligner.errors import ImpossibleEdit
from tui.review import HeldCell, Review


def pinpoint(review: Review) -> None:
    """Hold the chosen cell; with one of the other language held, make a pair of the two."""
    session, held = review.session, review.held
    pair = session.pair
    if pair is None:
        return
    review.check_writable()
    if held is None or held.action != "pinpoint":
        if side_of_pair(pair, session.language).is_empty:
            raise ImpossibleEdit(review.words(f"no {session.language}"))
        _hold(review, "pinpoint")
    elif held.language == session.language and held.place != session.place:
        review.say(review.words("hold other side", key=review.settings.key("pinpoint")))
    else:
        zh, en = _in_order(held.language, held.place, session.place)
        if review.do("pinpoint", lambda bitext, _: edits.pinpoint(bitext, zh, en)):
            _go_to_confirmed(review, min(zh, en))


def _go_to_confirmed(review: Review, top: int) -> None:
    """Go to the pair that was just made: the confirmed one from a place on."""
    pairs = review.session.bitext.pairs
    review.session.place = next(
        (n for n in range(top, len(pairs)) if pairs[n].status == "confirmed"), top
    )
    review.moved()


def link(review: Review) -> None:
    """Link text that was moved: to a held cell, or to where the aligner has found it."""
    session, held = review.session, review.held
    pair = session.pair
    if pair is None:
        return
    review.check_writable()
    if pair.is_full:
        raise ImpossibleEdit(review.words("link needs"))
    language: Language = "zh" if pair.zh_text else "en"
    there = session.moved_from(session.place)
    if held is not None and held.action == "link" and held.language != language:
        there = held.place
    if there is None:
        session.language = language
        _hold(review, "link")
    else:
        zh, en = _in_order(language, session.place, there)
        review.do("link", lambda bitext, _: edits.link(bitext, zh, en))


def _in_order(language: Language, place: int, other: int) -> tuple[int, int]:
    """Return two positions, that of the Chinese cell first; `language` is that of the first."""
    return (place, other) if language == "zh" else (other, place)


def _hold(review: Review, action: Literal["pinpoint", "link"]) -> None:
    session, words = review.session, review.words
    review.held = HeldCell(action, session.place, session.language)
    review.moved()
    side, key = words(session.language), review.settings.key(action)
    review.say(words("held", side=side, number=session.place + 1, key=key))


def drag(review: Review, row: int, language: Language, onto: int) -> None:
    """Send the sentence nearest to the edge to the neighbour, or make a pair of two far cells."""
    review.check_writable()
    session = review.session
    source, target = session.shown[row], session.shown[onto]
    session.place = source
    try:
        if abs(source - target) == 1:
            edit = edits.move_up if target < source else edits.move_down
            review.do("drag", lambda bitext, place: edit(bitext, place, language))
        else:
            zh, en = _in_order(language, source, target)
            review.do("drag", lambda bitext, _: edits.pinpoint(bitext, zh, en))
    finally:  # where the mouse has let go, even if the edit cannot be made
        session.place = min(target, max(session.count - 1, 0))
        review.moved()
