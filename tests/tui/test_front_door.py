"""What the room of the screen offers to others, and what it costs to ask."""

from __future__ import annotations

import subprocess
import sys

import tui


def test_every_name_that_is_offered_is_there() -> None:
    assert [name for name in tui.__all__ if not hasattr(tui, name)] == []


def test_importing_the_room_loads_no_screen() -> None:
    code = "import sys, tui; print({'textual', 'rich', 'numpy'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "set()"
