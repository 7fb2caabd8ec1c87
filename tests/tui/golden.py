"""Screens as plain text, kept in `tests/golden`, and compared with what is drawn now.

A line is as long as the terminal is wide; a bar marks its end. When a screen is meant to look
otherwise, the files are written anew by

    DUIZHAO_GOLDEN=write python -m pytest tests/tui/test_golden.py

and what changed is read in `git diff` before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

from aligner.cells import width

FOLDER = Path(__file__).parent.parent / "golden"


def compare(name: str, lines: list[str], columns: int) -> None:
    """Compare a screen with the one that is kept under a name, line by line."""
    assert {width(line) for line in lines} == {columns}
    drawn = [f"{line}|" for line in lines]
    path = FOLDER / f"{name}.txt"
    if os.environ.get("DUIZHAO_GOLDEN") == "write":
        path.write_text("\n".join(drawn) + "\n", encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8").splitlines()
