"""Asking before a file is written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from aligner.cells import drawable
from tui.dialogs.exporting import is_there
from tui.dialogs.question import AskYes
from tui.keyed_screen import KeyedScreen

Subject = TypeVar("Subject")


def ask_before_overwriting(
    screen: KeyedScreen[Subject], path: Path, write: Callable[[], None]
) -> None:
    """Call `write`; if there is a file already, only after a yes."""
    if is_there(path):
        question = screen.words("export over", path=drawable(str(path)))
        screen.ask(AskYes(question, screen.words), lambda _: write())
    else:
        write()
