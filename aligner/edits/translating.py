"""Edits that fill pairs without a translation: with their source text, or with that of another.

Texts that go into a pair are a translator's word, so the pair counts as edited. Invariant: no text
that is there is ever written over.
"""

from __future__ import annotations

from dataclasses import replace

from aligner.article import Language
from aligner.bitext import Bitext, Pair
from aligner.edits.change import Change, Hunk
from aligner.edits.status import rewrite
from aligner.errors import ImpossibleEdit


def copy_source(bitext: Bitext, place: int, source: Language) -> Change:
    """Give a pair without a translation its source text as one: a number, a name, a code.

    Raises ImpossibleEdit where there is a translation already, or nothing to copy.
    """
    text, target = _in_order(bitext.pairs[place], source)
    if target:
        raise ImpossibleEdit("This pair has a translation already; nothing was copied over it.")
    if not text:
        raise ImpossibleEdit("This pair has no source text to copy.")
    return rewrite(bitext, place, text, text)


def propagate(bitext: Bitext, place: int, source: Language) -> Change:
    """Give the translation of a pair to all pairs that have exactly its source text and none.

    Excluded pairs are left alone. Raises ImpossibleEdit where the pair has no translation.
    """
    pair = bitext.pairs[place]
    if not pair.is_full:
        raise ImpossibleEdit("This pair has no translation that others could be given.")
    wanted, _ = _in_order(pair, source)
    hunks = []
    for other_place, other in enumerate(bitext.pairs):
        text, target = _in_order(other, source)
        if text == wanted and not target and other.status != "excluded":
            new = replace(other, zh_text=pair.zh_text, en_text=pair.en_text, status="edited")
            hunks.append(Hunk(other_place, (other,), (new,)))
    return Change(tuple(hunks))


def _in_order(pair: Pair, source: Language) -> tuple[str, str]:
    """Return the source text of a pair and its translation."""
    return (pair.zh_text, pair.en_text) if source == "zh" else (pair.en_text, pair.zh_text)
