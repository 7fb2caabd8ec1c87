"""Translations that have slipped: which of the originals each of them belongs to.

The originals are fixed: none is moved, cut or joined. The translations are cut into sentences, the
sentences aligned to the originals, and those that answer to several originals divided among them.
What stands as well where it stands is left there. Law: every sentence of the translations comes out
once, in its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from aligner.article import Language
from aligner.bitext import separator
from aligner.encoders import built_in, unit_vectors
from aligner.repair.division import divided
from aligner.repair.fragments import Fragment, clauses_of, sentences_of

if TYPE_CHECKING:
    from aligner.alignment import Bead
    from aligner.files import Progress

_GAIN = 0.05
"""By how much the mean likeness of a stretch must rise for its translations to be moved."""


def put_right(
    originals: Sequence[str],
    translations: Sequence[str],
    source: Language,
    progress: Progress | None = None,
) -> list[str]:
    """Return the translation of each original, made of the sentences of those that are given.

    Both are of one length; an empty text is one that is not there. `source` is the language of the
    originals.
    """
    if len(originals) != len(translations):
        raise ValueError("each original has one translation, or an empty one")
    target: Language = "en" if source == "zh" else "zh"
    fragments = list(sentences_of(translations, target))
    beads = _beads(originals, fragments, source, progress)
    fragments, places = _placed(originals, fragments, beads)
    places = divided(originals, fragments, places)
    places = _where_it_pays(originals, fragments, places)
    return _gathered(translations, fragments, places, target)


def _beads(
    originals: Sequence[str],
    fragments: Sequence[Fragment],
    source: Language,
    progress: Progress | None,
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return which originals answer to which fragments; originals that are empty are left out."""
    from aligner.alignment import align_texts

    there = [n for n, text in enumerate(originals) if text.strip()]
    texts = [originals[n] for n in there], [fragment.text for fragment in fragments]
    homes = list(range(len(there))), [fragment.home for fragment in fragments]
    turned = source == "en"
    zh, en = texts[::-1] if turned else texts
    zh_homes, en_homes = homes[::-1] if turned else homes
    found = align_texts(
        zh,
        en,
        model=None,
        zh_paragraphs=zh_homes,
        en_paragraphs=en_homes,
        fixed=(),
        progress=progress,
    )
    return [_sides(bead, there, turned) for bead in found.beads]


def _sides(
    bead: Bead, there: Sequence[int], turned: bool
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the originals and the fragments of a bead."""
    own, theirs = (bead.en, bead.zh) if turned else (bead.zh, bead.en)
    return tuple(there[n] for n in own), theirs


def _placed(
    originals: Sequence[str],
    fragments: Sequence[Fragment],
    beads: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
) -> tuple[list[Fragment], list[int]]:
    """Return the fragments, some of them cut, and the original that each belongs to.

    One that answers to no original stays as near to where it stands as the order allows.
    """
    pieces: list[Fragment] = []
    places: list[int | None] = []
    for own, theirs in beads:
        parts = [fragments[n] for n in theirs]
        if len(own) > len(parts) > 0:
            parts = [piece for part in parts for piece in clauses_of(part)]
        pieces += parts
        if len(own) > 1 and parts:
            places += _shared_out([originals[n] for n in own], parts, own)
        else:
            places += [own[0] if own else None] * len(parts)
    return pieces, _filled(pieces, places)


def _shared_out(
    originals: Sequence[str], parts: Sequence[Fragment], own: Sequence[int]
) -> list[int]:
    """Return the original of each part, rising, so that all of them are as alike as can be."""
    model = built_in()
    source = unit_vectors(model.sums(model.pieces(originals)))
    sums = model.sums(model.pieces([part.text for part in parts]))
    upto = np.concatenate([np.zeros((1, sums.shape[1]), np.float32), np.cumsum(sums, axis=0)])
    best = np.full((len(originals) + 1, len(parts) + 1), -np.inf)
    best[0, 0] = 0.0
    came = np.zeros(best.shape, np.int64)
    for n in range(1, len(originals) + 1):
        for end in range(len(parts) + 1):
            spans = unit_vectors(upto[end] - upto[: end + 1])
            gains = best[n - 1, : end + 1] + spans @ source[n - 1]
            came[n, end] = int(np.argmax(gains))
            best[n, end] = gains[came[n, end]]
    places = [0] * len(parts)
    end = len(parts)
    for n in range(len(originals), 0, -1):
        start = int(came[n, end])
        places[start:end] = [own[n - 1]] * (end - start)
        end = start
    return places


def _filled(fragments: Sequence[Fragment], places: Sequence[int | None]) -> list[int]:
    """Return places without gaps: between those of its neighbours, as near home as can be."""
    after: list[int] = []
    limit = max((fragment.home for fragment in fragments), default=0)
    for place in reversed(places):
        limit = place if place is not None else limit
        after.append(limit)
    found: list[int] = []
    for fragment, place, most in zip(fragments, places, reversed(after), strict=True):
        least = found[-1] if found else 0
        found.append(min(max(fragment.home, least), max(most, least)) if place is None else place)
    return found


def _where_it_pays(
    originals: Sequence[str], fragments: Sequence[Fragment], places: Sequence[int]
) -> list[int]:
    """Return the places, or the homes of the stretches that are no more alike in those."""
    chosen: list[int] = []
    for first, behind in _stretches(fragments, places):
        homes = [fragment.home for fragment in fragments[first:behind]]
        new = list(places[first:behind])
        if new != homes:
            texts = [fragment.text for fragment in fragments[first:behind]]
            touched = range(min(homes[0], new[0]), max(homes[-1], new[-1]) + 1)
            wanted = [originals[n] for n in touched]
            old_mean, new_mean = (
                _likeness(wanted, texts, [place - touched[0] for place in where])
                for where in (homes, new)
            )
            new = new if new_mean > old_mean + _GAIN else homes
        chosen += new
    return chosen


def _stretches(fragments: Sequence[Fragment], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of fragments that can be moved or left without the others."""
    first = 0
    for n in range(1, len(fragments)):
        before = max(fragments[n - 1].home, places[n - 1])
        if before < min(fragments[n].home, places[n]):
            yield first, n
            first = n
    if fragments:
        yield first, len(fragments)


def _likeness(originals: Sequence[str], texts: Sequence[str], places: Sequence[int]) -> float:
    """Return the mean cosine of the originals and the texts at their places."""
    model = built_in()
    source = unit_vectors(model.sums(model.pieces(originals)))
    sums = np.zeros_like(source)
    np.add.at(sums, np.array(places), model.sums(model.pieces(texts)))
    return float((source * unit_vectors(sums)).sum(axis=1).mean())


def _gathered(
    translations: Sequence[str],
    fragments: Sequence[Fragment],
    places: Sequence[int],
    target: Language,
) -> list[str]:
    """Return the text of each place; one that has kept all that is its own is as it was."""
    parts: list[list[int]] = [[] for _ in translations]
    homes: list[list[int]] = [[] for _ in translations]
    for n, (fragment, place) in enumerate(zip(fragments, places, strict=True)):
        parts[place].append(n)
        homes[fragment.home].append(n)
    glue = separator(target)

    def gap(n: int) -> str:
        return fragments[n].gap if fragments[n].home == fragments[n - 1].home else glue

    return [
        given
        if part == home
        else "".join((gap(n) if k else "") + fragments[n].text for k, n in enumerate(part))
        for given, part, home in zip(translations, parts, homes, strict=True)
    ]
