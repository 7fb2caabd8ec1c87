"""A new version of an article taken into a project: what is settled stays, the rest is new.

Owns which sentences are still there, what is aligned anew, what a changed pair takes over from the
old one, and how the project and a copy of it are written. It refuses another article altogether.
Invariant: no sentence of the new version is lost or doubled, and no text that a translator settled
goes without being listed.
"""

from __future__ import annotations

from aligner.updating.update import update
from aligner.updating.values import ChangedPair, Update

__all__ = ["ChangedPair", "Update", "update"]
