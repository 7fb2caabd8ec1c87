"""Which words differ between a text and the one that the memory has."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from aligner.memory.tokens import Token, tokens

DifferenceKind = Literal["same", "changed", "missing", "added"]


@dataclass(frozen=True, slots=True)
class DifferenceRun:
    """A run of words of two texts: what the memory has, and what stands here instead."""

    kind: DifferenceKind
    """`missing` is only in the memory, `added` only here; `same` but for script, width, case."""
    theirs: str
    """Of the memory's text, with the white space before it."""
    ours: str


def difference_runs(theirs: str, ours: str) -> list[DifferenceRun]:
    """Return both texts cut into runs; their parts, joined, are the texts."""
    from rapidfuzz.distance import Levenshtein

    here, there = tokens(ours), tokens(theirs)
    codes = Levenshtein.opcodes([t.key for t in there], [t.key for t in here])
    cut: list[DifferenceRun] = []
    for is_same, group in groupby(codes, lambda code: code.tag == "equal"):
        found = list(group)
        left = _part(theirs, there, found[0].src_start, found[-1].src_end)
        right = _part(ours, here, found[0].dest_start, found[-1].dest_end)
        cut.append(DifferenceRun(_kind(left, right, is_same), left, right))
    return cut


def _kind(theirs: str, ours: str, is_same: bool) -> DifferenceKind:
    if is_same:
        return "same"
    if theirs and ours:
        return "changed"
    return "missing" if theirs else "added"


def marked_differences(theirs: str, ours: str) -> str:
    """Return the memory's text with its other words in [-…-] and those of this text in {+…+}."""
    parts = []
    for run in difference_runs(theirs, ours):
        if run.kind == "same":
            parts.append(run.ours)
            continue
        lead = " " if (run.theirs or run.ours)[:1].isspace() else ""
        out = f"[-{run.theirs.strip()}-]" if run.theirs else ""
        new = f"{{+{run.ours.strip()}+}}" if run.ours else ""
        parts.append(f"{lead}{out}{new}")
    return "".join(parts).strip()


def _part(text: str, found: list[Token], start: int, end: int) -> str:
    """Return some tokens with the white space before them, and after the last one of all."""
    if start == end:
        return ""
    begin = found[start - 1].end if start else 0
    stop = found[end - 1].end if end < len(found) else len(text)
    return text[begin:stop]
