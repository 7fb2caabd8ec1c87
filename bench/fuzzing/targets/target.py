"""What can be run with files of chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.fuzzing.case import Case


@dataclass(frozen=True, slots=True)
class Target:
    """Something that reads files, and what must hold of it."""

    name: str
    weight: float
    """How often it is run, beside the others."""
    files: Callable[[random.Random], list[Sequence[str]]]
    """The files that it wants: for each the endings that one may have."""
    run: Callable[[Case, Path], None]
    """Writes the files of a case to a folder, reads them and checks the laws. Raises LawBroken, and
    DuizhaoError where the files are refused; anything else is a fault."""
    is_exact: bool = False
    """Whether its files stay as they are made, since the target itself does harm."""
