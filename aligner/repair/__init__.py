"""Repair: translations that stand beside the wrong originals are put right.

| module | what it owns |
|---|---|
| `file` | a file read, put right and given back |
| `fragments` | translations cut into sentences and clauses |
| `division` | those divided among originals, as whole as they were |
| `slips` | which of the originals each translation belongs to |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.repair.file import Moved, Repaired, repair_file
    from aligner.repair.slips import put_right

__all__ = ["Moved", "Repaired", "put_right", "repair_file"]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__,
        {"Moved": "file", "Repaired": "file", "put_right": "slips", "repair_file": "file"},
    )
