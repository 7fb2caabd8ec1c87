"""What a damaged file still gives: the units before its damage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aligner.errors import UnusableInput
from aligner.unit import Unit
from aligner.wording import counted


@dataclass(slots=True)
class Salvage:
    """Takes the units of a file up to its damage, and knows what that was."""

    units: int = 0
    """Units that were taken."""
    damage: str = ""
    """The sentence about the damage; empty where there was none."""

    def units_before_damage(self, units: Iterator[Unit]) -> Iterator[Unit]:
        """Yield units until reading them fails; raises UnusableInput if there is none before."""
        try:
            for unit in units:
                self.units += 1
                yield unit
        except UnusableInput as problem:
            if not self.units:
                raise
            self.damage = str(problem)

    def sentences(self) -> Iterator[str]:
        """Yield what to tell a person; nothing where the file was whole."""
        if self.damage:
            units = counted(self.units, "translation unit")
            yield f"Warning: {self.damage} Taken: {units}, all that stand before the damage."
