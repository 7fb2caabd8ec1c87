"""A new version of an article taken into a project: what is settled stays, the rest is new.

Owns which sentences are still there, what is aligned anew, what a changed pair takes over from the
old one, and how the project and a copy of it are written. It refuses another article altogether.
Invariant: no sentence of the new version is lost or doubled, and no text that a translator settled
goes without being listed.

| module | what it owns |
|---|---|
| `matching` | which sentences of a side are still there |
| `carrying` | the pairs that stay as they were, and the stretches between them |
| `excerpt` | aligning anew what has changed, and no more |
| `inheriting` | what a changed pair takes over from the old ones |
| `one_side` | a new version of one side alone |
| `merging`, `values` | the order of all this; what comes of it |
| `listing` | what has changed, is new or gone, one after the other |
"""

from __future__ import annotations

from aligner.updating.listing import Difference, differences
from aligner.updating.merging import update
from aligner.updating.values import ChangedPair, Update

__all__ = ["ChangedPair", "Difference", "Update", "differences", "update"]
