"""The differences between a project and the new version of its article, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aligner.bitext import Pair
from aligner.memory import marked_differences
from aligner.updating.values import Update


@dataclass(frozen=True, slots=True)
class Difference:
    """A pair that has changed, is new, or is gone."""

    kind: Literal["changed", "new", "gone"]
    place: int | None
    """Where it stands, from 0; None for what is gone."""
    zh: str
    """Its Chinese; of a changed one with what is out in [-…-], and what is in instead in {+…+}."""
    en: str
    pair: Pair
    """The pair of the new version, or the one that is gone."""


def differences(update: Update) -> Iterator[Difference]:
    """Yield what has changed and what is new, in order, and then what is gone."""
    pairs = update.bitext.pairs
    changes = {change.place: change.old for change in update.changed}
    for place in sorted([*changes, *update.new]):
        pair, old = pairs[place], changes.get(place)
        if old is None:
            yield Difference("new", place, pair.zh_text, pair.en_text, pair)
            continue
        zh = _marked([one.zh_text for one in old], pair.zh_text, "")
        en = _marked([one.en_text for one in old], pair.en_text, " ")
        yield Difference("changed", place, zh, en, pair)
    for pair in update.gone:
        yield Difference("gone", None, pair.zh_text, pair.en_text, pair)


def _marked(old: Sequence[str], new: str, space: str) -> str:
    before = space.join(filter(None, old))
    return new if before == new else marked_differences(before, new)
