"""What a generator returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made."""

    data: bytes
    texts: tuple[str, ...] = ()
    """What a reader must find in it, as far as the generator knows: each character of it."""
