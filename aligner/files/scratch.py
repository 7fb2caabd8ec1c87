"""Temporary files: in a folder of their own that only their owner can look into.

Nothing of them stays when the work is done or interrupted; what a killed process left is deleted by
the next one that needs such a folder. A full one is named, since it may be on another disk than the
file that is written.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aligner.errors import UnwritableOutput
from aligner.files.unfinished import unfinished_folder

FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
"""How a disk says that it has no room."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Make a folder for temporary files; raises UnwritableOutput where none can be made."""
    try:
        place = Path(tempfile.gettempdir())
    except OSError as problem:
        raise UnwritableOutput(
            "There is no folder for temporary files; name one in TMPDIR that may be written."
        ) from problem
    with unfinished_folder(place, "scratch") as folder:
        try:
            folder.mkdir(mode=0o700)
        except OSError as problem:
            raise scratch_problem(problem) from problem
        yield folder


@contextmanager
def scratch_files() -> Iterator[None]:
    """Have all temporary files of Python lie in a folder that is deleted after the block."""
    with scratch_folder() as folder:
        before, tempfile.tempdir = tempfile.tempdir, str(folder)
        try:
            yield
        finally:
            tempfile.tempdir = before


@contextmanager
def scratch_explained() -> Iterator[None]:
    """Raise UnwritableOutput, with a sentence, where temporary files find no room in the block."""
    try:
        yield
    except OSError as problem:
        if problem.errno not in FULL:
            raise
        raise scratch_problem(problem) from problem


def scratch_problem(problem: OSError) -> UnwritableOutput:
    """Return the error that says what is the matter with the folder for temporary files."""
    place = tempfile.gettempdir()
    if problem.errno in FULL:
        return UnwritableOutput(
            f"The folder for temporary files, {place}, has no room; make room there, "
            "or name one on another disk in TMPDIR."
        )
    reason = problem.strerror or type(problem).__name__
    return UnwritableOutput(
        f"The folder for temporary files, {place}, cannot be used ({reason}); "
        "name another one in TMPDIR."
    )
