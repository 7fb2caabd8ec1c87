"""What the command says beside its results: a line at a time on standard error, clean.

A file's name may hold what steers a terminal, a line end, or what turns the direction of writing.
Nothing reaches standard error but by these functions.
"""

from __future__ import annotations

import io

import click


def say(text: str) -> None:
    """Print a line to standard error, with nothing in it that steers a terminal."""
    from aligner.cells import drawable

    click.echo(drawable(text), err=True)


def say_problem(problem: click.ClickException) -> None:
    """Print what was wrong with the words of a command, line by line."""
    told = io.StringIO()
    problem.show(told)
    for line in told.getvalue().rstrip("\n").split("\n"):
        say(line)
