"""What the room of the screen offers to others, and what it costs to ask."""

from __future__ import annotations

import subprocess
import sys

import tui


def loaded(importing: str, *rooms: str) -> list[str]:
    """The modules of some rooms that a new process has loaded after an import."""
    code = f"import sys, {importing}; print(*[m for m in sys.modules if m.startswith({rooms})])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.split()


def test_every_name_that_is_offered_is_there() -> None:
    assert [name for name in tui.__all__ if not hasattr(tui, name)] == []


def test_importing_the_room_loads_no_screen() -> None:
    assert loaded("tui", "textual", "rich", "numpy") == []


def test_the_first_row_waits_for_no_dialog_no_check_no_editor_and_no_glossary() -> None:
    checks = ("aligner.checks.checking", "aligner.checks.amounts", "aligner.numbers")
    editors = (
        "tui.row_editor",
        "tui.cell_editor",
        "textual.widgets._text_area",
        "textual.document",
    )
    rooms = ("aligner.terms", "aligner.memory", "aligner.explain.", "aligner.cli")
    later = (*checks, "tui.dialogs.", "tui.glossary", *editors, *rooms)
    assert loaded("tui.app", *later) == []
