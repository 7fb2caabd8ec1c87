"""A share of a run: which documents one machine of several takes, without asking the others.

Invariant: every document is in exactly one part of `of`, whatever else is in the plan, so that
parts can be run anywhere, in any order, and again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b

from aligner.errors import UnusableInput

_WRITTEN = re.compile(r"(\d{1,9})/(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Part:
    """Part `number` of `of`, counted from 1."""

    number: int
    of: int

    def holds(self, name: str) -> bool:
        """Whether a document, by its id, belongs to this part."""
        digest = blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).digest()
        return int.from_bytes(digest, "big") % self.of == self.number - 1


def read_part(written: str) -> Part:
    """Return a part as it is written, `3/16`; raises UnusableInput."""
    found = _WRITTEN.fullmatch(written.strip())
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise UnusableInput(
            f"{written!r} is no part of a run; write 3/16 for the third of sixteen parts."
        )
    return Part(int(found[1]), int(found[2]))
