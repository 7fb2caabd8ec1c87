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
| `manifest_writing`, `manifest_reading` | a plan as a list that people correct, written and read |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names
from aligner.pairing.plan import Origin, Plan, PlannedPair, Unreadable

if TYPE_CHECKING:
    from aligner.pairing.finding import why_ignored
    from aligner.pairing.making import make_plan
    from aligner.pairing.manifest_reading import read_manifest
    from aligner.pairing.manifest_writing import check_manifest, manifest_text, write_manifest

__all__ = [
    "Origin",
    "Plan",
    "PlannedPair",
    "Unreadable",
    "check_manifest",
    "make_plan",
    "manifest_text",
    "read_manifest",
    "why_ignored",
    "write_manifest",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__,
        {
            "check_manifest": "manifest_writing",
            "make_plan": "making",
            "manifest_text": "manifest_writing",
            "read_manifest": "manifest_reading",
            "why_ignored": "finding",
            "write_manifest": "manifest_writing",
        },
    )
