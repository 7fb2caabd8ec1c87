"""Where the personal memory is kept: in the person's folder for data, which no cleaner empties."""

from __future__ import annotations

from pathlib import Path

from aligner.files import data_folder

FILE = "memory.sqlite3"


def memory_path() -> Path:
    """Return the path of the personal memory, whether or not it is there yet.

    Raises RuntimeError where there is no home to put it in.
    """
    return data_folder() / FILE
