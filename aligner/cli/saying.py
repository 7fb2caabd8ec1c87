"""What the command says beside its results: a line at a time on standard error, clean.

A file's name may hold what steers a terminal, a line end, or what turns the direction of writing.
Nothing reaches standard error but by these functions and the progress line. Where nobody can be
told any more, since the terminal was closed, nothing is said.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

import click

from aligner.speaking import told


def say(text: str) -> None:
    """Print a line to standard error, in the language that is spoken.

    Nothing in it steers a terminal.
    """
    from aligner.cells import drawable

    try:
        click.echo(drawable(told(text)), err=True)
    except OSError:
        abandon(sys.stderr)


def say_problem(problem: click.ClickException) -> None:
    """Print what was wrong with the words of a command, line by line."""
    told = io.StringIO()
    problem.show(told)
    for line in told.getvalue().rstrip("\n").split("\n"):
        say(line)


def abandon(stream: TextIO) -> None:
    """Keep the interpreter from flushing, at its exit, what nobody will read."""
    try:
        place = stream.fileno()
    except (OSError, ValueError):  # no file stands behind it
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, place)
    os.close(nowhere)
