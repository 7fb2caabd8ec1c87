"""A term of a project's glossary, as a translator has decided on it.

Candidates are found by `terms` and kept nowhere; what is kept is what somebody took or turned down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Decision = Literal["accepted", "rejected"]


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A Chinese term, its English one, and what was decided."""

    zh: str
    en: str
    zh_variants: tuple[str, ...] = ()
    """Other forms that count as the same term, such as the other script's."""
    en_variants: tuple[str, ...] = ()
    decision: Decision = "accepted"
    domain: str = ""
    note: str = ""

    @property
    def is_accepted(self) -> bool:
        """Whether it belongs to the glossary."""
        return self.decision == "accepted"
