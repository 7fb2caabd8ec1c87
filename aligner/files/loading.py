"""Files to bytes: says no in a sentence to what cannot be an article, before it is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from aligner.errors import UnusableInput

LIMIT = 64 * 1024 * 1024
"""Bytes of a file that may hold more than text."""
TEXT_LIMIT = 16 * 1024 * 1024
"""Bytes of a file that is text and nothing else; a novel in both languages has two million."""


def load(path: Path, limit: int = LIMIT) -> bytes:
    """Return all bytes of a file of at most `limit`; raises `UnusableInput`."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnusableInput(f"{path} is a folder; name one of the files in it.")
        if status.st_size > limit:
            raise _too_large(path, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise UnusableInput(f"There is no file {path}.") from None
    except PermissionError:
        raise UnusableInput(f"{path} may not be read; change its permissions.") from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise UnusableInput(f"{path} could not be read: {reason}.") from None
    if len(data) > limit:  # a device or a pipe, whose size is not known beforehand
        raise _too_large(path, limit)
    return data


def _too_large(path: Path, limit: int) -> UnusableInput:
    return UnusableInput(
        f"{path} is larger than {limit // 1024**2} MB, the most that is read; divide it into parts."
    )
