"""What came of a merge, in figures, and the sentences that tell a person of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from aligner.corpus.filters import Reason
from aligner.wording import counted

_MOST_NAMED = 10
"""Damaged files that are named."""
_WHY = {
    Reason.ONE_TEXT: "without Chinese or without English",
    Reason.EXCLUDED: "that a translator has excluded",
    Reason.CONFIDENCE: "below the confidence asked for",
    Reason.LANGUAGE: "in another language",
    Reason.LENGTH: "with lengths out of proportion",
    Reason.NUMBERS: "whose numbers differ",
    Reason.NEAR: "nearly the same as an earlier one",
}


@dataclass(slots=True)
class Counts:
    """Units, documents, and what became of them."""

    documents: int = 0
    """Files that were read, those without a pair among them."""
    read: int = 0
    """Units that were read; what they stood for before is not counted in."""
    left_out: Counter[Reason] = field(default_factory=Counter)
    duplicates: int = 0
    """Units that are the same as one that is kept."""
    near: int = 0
    """Kept units that are nearly the same as another."""
    near_groups: int = 0
    units: int = 0
    """Units of the corpus."""
    unfinished: int = 0
    """Documents without a report, which were passed over."""
    without_pairs: int = 0
    """Documents that hold no pair."""
    damaged: list[str] = field(default_factory=list)
    """Of each damaged file the sentence that says what is the matter, and what was taken."""

    def add(self, other: Counts) -> None:
        """Count another merge in."""
        self.left_out.update(other.left_out)
        self.damaged += other.damaged
        for name in (
            "documents",
            "read",
            "duplicates",
            "near",
            "near_groups",
            "units",
            "unfinished",
            "without_pairs",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def sentences(self) -> Iterator[str]:
        """Yield what to tell a person, a sentence a kind; nothing of what did not happen."""
        if self.duplicates:
            yield f"Duplicates: {counted(self.duplicates, 'unit')}; each is written once."
        if self.near:
            groups = counted(self.near_groups, "group")
            yield f"Near duplicates: {counted(self.near, 'unit')} in {groups}, marked as such."
        for reason in Reason:
            if number := self.left_out[reason]:
                yield f"Left out: {counted(number, 'unit')} {_WHY[reason]}."
        if self.without_pairs:
            yield f"Without any pair: {counted(self.without_pairs, 'document')}."
        if self.unfinished:
            yield f"Not finished and passed over: {counted(self.unfinished, 'document')}."
        yield from self.damaged[:_MOST_NAMED]
        if len(self.damaged) > _MOST_NAMED:
            more = counted(len(self.damaged) - _MOST_NAMED, "file")
            yield f"Warning: {more} more are damaged."
