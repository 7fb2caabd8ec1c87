"""A long passage that one side lacks disturbs nothing behind it."""

from __future__ import annotations

import json
from pathlib import Path

from aligner import align_segments

GOLD = Path(__file__).parents[2] / "seeds" / "gold"


def pairs_of(name: str) -> list[tuple[list[str], list[str]]]:
    """Return the right pairs of a sample article."""
    return [(zh, en) for zh, en in json.loads((GOLD / name).read_text(encoding="utf-8"))]


def test_a_foreign_preface_is_left_alone_and_the_text_is_aligned_as_without() -> None:
    pairs = pairs_of("harbour.json")
    zh = [text for side, _ in pairs for text in side]
    en = [text for _, side in pairs for text in side]
    others = [pairs_of(path.name) for path in sorted(GOLD.glob("*.json")) if path.stem != "harbour"]
    preface = [text for found in others for _, side in found for text in side]
    assert len(preface) > 2 * len(en)
    alone = [(bead.zh, bead.en) for bead in align_segments(zh, en).beads]
    found = align_segments(zh, [*preface, *en]).beads
    shift = len(preface)
    own = [(b.zh, tuple(j - shift for j in b.en)) for b in found if b.zh or b.en[0] >= shift]
    assert own == alone
    assert [b.en for b in found if b.en and b.en[0] < shift] == [(j,) for j in range(shift)]
