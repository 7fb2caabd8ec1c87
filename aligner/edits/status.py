"""Edits that leave the sentences where they are: marks, notes, texts, links to moved text."""

from __future__ import annotations

from dataclasses import replace

from aligner.alignment import Moved
from aligner.bitext import Bitext, Pair, Status
from aligner.edits.change import Change, Hunk, replacement
from aligner.errors import ImpossibleEdit


def confirm(bitext: Bitext, place: int) -> Change:
    """Say that a pair is right."""
    return _with_status(bitext, place, "confirmed")


def vouch(bitext: Bitext, place: int) -> Change:
    """Say that a pair is right which was confirmed already, by its file and not by a translator.

    The pair stays as it is; that somebody has looked at it is in the history, and can be undone.
    """
    pair = bitext.pairs[place]
    return Change((Hunk(place, (pair,), (pair,)),)) if pair.status == "confirmed" else Change()


def mark_for_review(bitext: Bitext, place: int) -> Change:
    """Mark a pair to be looked at again; a second time takes the mark off."""
    marked = bitext.pairs[place].status == "review"
    return _with_status(bitext, place, "proposed" if marked else "review")


def exclude(bitext: Bitext, place: int) -> Change:
    """Leave a pair out of what is exported."""
    return _with_status(bitext, place, "excluded")


def keep(bitext: Bitext, place: int) -> Change:
    """Take an excluded pair in again, as one that nobody has looked at."""
    excluded = bitext.pairs[place].status == "excluded"
    return _with_status(bitext, place, "proposed") if excluded else Change()


def annotate(bitext: Bitext, place: int, note: str) -> Change:
    """Give a pair a note; an empty one takes it away."""
    pair = bitext.pairs[place]
    return _changed(place, pair, replace(pair, note=note.strip()))


def rewrite(bitext: Bitext, place: int, zh_text: str, en_text: str) -> Change:
    """Change the texts of a pair; which sentences it holds stays as it is."""
    pair = bitext.pairs[place]
    if (zh_text, en_text) == (pair.zh_text, pair.en_text):
        return Change()
    new = replace(pair, zh_text=zh_text, en_text=en_text, status="edited")
    return _changed(place, pair, new)


def settle_text(bitext: Bitext, place: int, zh_text: str, en_text: str) -> Change:
    """Change the texts of a pair as `rewrite` does; texts that stay as they are become confirmed.

    That is for pairs with both texts: one that is excluded stays so, and nobody confirms a
    translation that is not there.
    """
    pair = bitext.pairs[place]
    is_same = (zh_text, en_text) == (pair.zh_text, pair.en_text)
    if is_same and pair.is_full and pair.status in ("proposed", "review"):
        return confirm(bitext, place)
    return rewrite(bitext, place, zh_text, en_text)


def link(bitext: Bitext, zh_place: int, en_place: int) -> Change:
    """Settle that an omission and an addition say the same; both stay in their places.

    Doing it a second time takes the link off.
    """
    zh, en = bitext.pairs[zh_place], bitext.pairs[en_place]
    if zh.en_text or en.zh_text or not (zh.zh and en.en):
        raise ImpossibleEdit(
            "Only a Chinese text without English and an English text without Chinese can be linked."
        )
    new = Moved(zh.zh, en.en, 1.0)
    if new in bitext.moved:
        return Change(old_moved=(new,))
    old = [
        known for known in bitext.moved if set(known.zh) & set(zh.zh) or set(known.en) & set(en.en)
    ]
    return Change(old_moved=tuple(old), new_moved=(new,))


def _with_status(bitext: Bitext, place: int, status: Status) -> Change:
    pair = bitext.pairs[place]
    return _changed(place, pair, replace(pair, status=status))


def _changed(place: int, old: Pair, new: Pair) -> Change:
    return replacement(place, (old,), (new,))
