"""Pairing: which documents of some folders belong together, Chinese and English.

| module | what it owns |
|---|---|
| `plan` | the values: a planned pair, and the plan of a run |
"""

from __future__ import annotations

from aligner.pairing.plan import Failure, Origin, Plan, PlannedPair

__all__ = ["Failure", "Origin", "Plan", "PlannedPair"]
