"""What the words of a command are that name files.

Whether a file can be used is said by whoever opens it, in a sentence and with its own exit code;
click would take a file that may not be read for a mistyped command.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from aligner.cli.saying import say
from aligner.errors import UnusableInput

_SYSTEM = ("/dev/", "/proc/")
"""Where the pipes of a shell lie (`<(...)`, /dev/stdin), which somebody writes already."""


class _Input(click.Path):
    """A file to be read; of a pipe it is said that it is waited for."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        path = Path(str(super().convert(value, param, ctx)))
        if _is_pipe(path) and not str(path).startswith(_SYSTEM):
            say(f"{path} is a pipe; waiting for what is written to it.")
        return path


def refuse_pipe(path: Path) -> None:
    """Raise UnusableInput for a pipe where a file is read more than once."""
    if _is_pipe(path):
        raise UnusableInput(
            f"{path} is a pipe, which can be read only once; save what comes from it as a file."
        )


def _is_pipe(path: Path) -> bool:
    try:
        return path.is_fifo()
    except (OSError, ValueError):  # a name that no file can have is somebody else's complaint
        return False


FILE = click.Path(path_type=Path, readable=False)
"""A file to be written, or one that the program keeps something in."""
INPUT = _Input(path_type=Path, readable=False)
"""A file to be read."""
