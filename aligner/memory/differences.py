"""Which words differ between a text and the one that the memory has."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from aligner.memory.tokens import Token, tokens

Kind = Literal["same", "changed", "missing", "added"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words of two texts: what the memory has, and what stands here instead."""

    kind: Kind
    """`missing` is only in the memory, `added` only here; `same` but for script, width, case."""
    theirs: str
    """Of the memory's text, with the white space before it."""
    ours: str


def differences(theirs: str, ours: str) -> list[Stretch]:
    """Return both texts cut into stretches; their parts, joined, are the texts."""
    from rapidfuzz.distance import Levenshtein

    here, there = tokens(ours), tokens(theirs)
    codes = Levenshtein.opcodes([t.key for t in there], [t.key for t in here])
    cut: list[Stretch] = []
    for is_same, group in groupby(codes, lambda code: code.tag == "equal"):
        run = list(group)
        left = _part(theirs, there, run[0].src_start, run[-1].src_end)
        right = _part(ours, here, run[0].dest_start, run[-1].dest_end)
        cut.append(Stretch(_kind(left, right, is_same), left, right))
    return cut


def _kind(theirs: str, ours: str, is_same: bool) -> Kind:
    if is_same:
        return "same"
    if theirs and ours:
        return "changed"
    return "missing" if theirs else "added"


def marked(theirs: str, ours: str) -> str:
    """Return the memory's text with its other words in [-…-] and those of this text in {+…+}."""
    parts = []
    for stretch in differences(theirs, ours):
        if stretch.kind == "same":
            parts.append(stretch.ours)
            continue
        lead = " " if (stretch.theirs or stretch.ours)[:1].isspace() else ""
        out = f"[-{stretch.theirs.strip()}-]" if stretch.theirs else ""
        new = f"{{+{stretch.ours.strip()}+}}" if stretch.ours else ""
        parts.append(f"{lead}{out}{new}")
    return "".join(parts).strip()


def _part(text: str, found: list[Token], start: int, end: int) -> str:
    """Return some tokens with the white space before them, and after the last one of all."""
    if start == end:
        return ""
    begin = found[start - 1].end if start else 0
    stop = found[end - 1].end if end < len(found) else len(text)
    return text[begin:stop]
