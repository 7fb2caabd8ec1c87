"""A PDF in a process of its own: started, limited, and what went wrong with it said in a sentence.

PDFium is not safe against files that are made to do harm, nor against threads. What it crashes is
its own process; nothing is written, and the file is given to it as bytes.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from aligner.errors import UnusableInput
from aligner.formats.document import Raw

_PATIENCE = 300
"""Seconds; 400 pages take five."""
_MEMORY = 3 << 30
"""Bytes of address space, of which a document of 400 pages uses a tenth."""
_LOCKED, _DAMAGED, _TOO_LONG = 3, 4, 5  # how `extract` ends


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that follow each other on a line, in points from the top left of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """The height of its line."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what stands on it."""

    width: float
    height: float
    is_vertical: bool
    """Whether its lines run from top to bottom; its places are turned as if they did not."""
    pieces: tuple[Piece, ...]


def read_pages(raw: Raw) -> list[Page]:
    """Return the pages of a PDF; raises `UnusableInput` where it cannot be read."""
    if importlib.util.find_spec("pypdfium2") is None:
        raise UnusableInput(
            f"{raw.path} is a PDF, which needs one more package: pip install 'duizhao[pdf]'"
        )
    code, out = _run(raw)
    if code == _LOCKED:
        raise UnusableInput(f"{raw.path} has a password; save it without one.")
    if code == _TOO_LONG:
        raise UnusableInput(f"{raw.path} has more than 5,000 pages; divide it into parts.")
    if code != 0:
        raise UnusableInput(f"{raw.path} is damaged, and cannot be read as a PDF; get it again.")
    lines = iter(out.splitlines())
    next(lines, None)
    return list(_pages(lines))


def _run(raw: Raw) -> tuple[int, bytes]:
    command = [sys.executable, "-m", "aligner.formats.pdf.extract"]
    try:
        done = subprocess.run(
            command,
            input=raw.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
            preexec_fn=_limit if sys.platform != "win32" else None,
        )
    except subprocess.TimeoutExpired:
        raise UnusableInput(
            f"{raw.path} takes more than {_PATIENCE // 60} minutes to read; it is damaged or made "
            "to do harm."
        ) from None
    return done.returncode, done.stdout


def _limit() -> None:
    """Bound what the process may use."""
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _pages(lines: Iterator[bytes]) -> Iterator[Page]:
    for line in lines:
        told: Mapping[str, Any] = json.loads(line)
        pieces = tuple(Piece(*piece) for piece in told["pieces"])
        yield Page(told["width"], told["height"], told["vertical"], pieces)
