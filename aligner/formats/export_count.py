"""How many pairs an export will hold, and how many it leaves out for which reason.

It follows the rules of `selection` and of the format that a path names. Invariant: what is written
and what is left out, added, are the pairs, two that are linked as moved text being one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aligner.bitext import Bitext, Pair
from aligner.formats.format import Format
from aligner.formats.options import ExportOptions
from aligner.formats.registry import bitext_format_of
from aligner.formats.selection import is_exported, settled_moves


@dataclass(frozen=True, slots=True)
class ExportCount:
    """What an export of a bitext would hold."""

    units: int = 0
    """Written."""
    excluded: int = 0
    """Left out since a translator has excluded them."""
    doubtful: int = 0
    """Left out since they are less sure than was asked for."""
    without_zh: int = 0
    """Left out since the format has no place for a unit without Chinese."""
    without_en: int = 0


def count_export(
    bitext: Bitext, path: Path, options: ExportOptions, *, keeps_halves: bool = False
) -> ExportCount:
    """Count what an export to a path would hold; raises UnknownFormat.

    `keeps_halves` is for a memory that is written as it came, with what lacks a text.
    """
    form = bitext_format_of(path)
    if form.write_bitext:
        return ExportCount(len(bitext.pairs))
    needed = frozenset[str]() if keeps_halves else _needed(form, options)
    units = excluded = doubtful = without_zh = without_en = 0
    links = settled_moves(bitext)
    for place, pair in enumerate(bitext.pairs):
        if (link := links.get(place)) is not None:
            units += bool(pair.zh and pair.zh[0] == link.zh[0])
        elif pair.status == "excluded":
            excluded += 1
        elif not is_exported(pair, options.min_confidence):
            doubtful += 1
        elif lacking := _lacking(pair, needed):
            without_zh += lacking == "zh"
            without_en += lacking == "en"
        else:
            units += 1
    return ExportCount(units, excluded, doubtful, without_zh, without_en)


def _needed(form: Format, options: ExportOptions) -> frozenset[str]:
    """Return the languages that a unit must have to be written."""
    writer = form.write_units
    needs = writer.needs if writer else "nothing"
    if needs == "both texts":
        return frozenset(("zh", "en"))
    source = options.source or (writer.source if writer else None) or options.order[0]
    return frozenset((source,)) if needs == "source" else frozenset()


def _lacking(pair: Pair, needed: frozenset[str]) -> str:
    """Return the language that a pair needs and lacks; empty where it lacks none."""
    if "zh" in needed and not pair.zh_text.strip():
        return "zh"
    return "en" if "en" in needed and not pair.en_text.strip() else ""
