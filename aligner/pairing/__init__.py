"""Pairing: which documents of some folders belong together, Chinese and English.

| module | what it owns |
|---|---|
| `plan` | the values: a planned pair, and the plan of a run |
| `making` | from folders to a plan, in which order |
| `finding` | the documents of folders, and what in them is none |
| `candidates` | a document that looks for its counterpart |
| `names` | what a name says without the mark of its language |
| `chapter_numbers` | the numbers in a name that count parts of a book |
| `by_name` | documents of one name, or of one chapter |
| `contents`, `content` | what documents say, as vectors; those that answer to each other |
| `ids` | names for pairs that are safe as names of files |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names
from aligner.pairing.plan import Origin, Plan, PlannedPair, Unreadable

if TYPE_CHECKING:
    from aligner.pairing.finding import why_ignored
    from aligner.pairing.making import make_plan

__all__ = ["Origin", "Plan", "PlannedPair", "Unreadable", "make_plan", "why_ignored"]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(__name__, {"make_plan": "making", "why_ignored": "finding"})
