"""Units put aside on the disk, in order, to be read again as often as they are written.

The file lies in a folder that only its owner can look into and is gone with it; it is read by the
process that wrote it, and by no other.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from aligner.files import scratch_explained
from aligner.unit import Unit

_AT_ONCE = 256
"""Units that are written and read at once."""
_SIZE = 8
"""Bytes that say how long such a portion is."""


class Spool:
    """A file of units: write all of them in its block, then read them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self._waiting: list[tuple[Any, ...]] = []

    def __enter__(self) -> Spool:
        self._file = self._path.open("wb")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._file
        with scratch_explained(), self._file:
            if kind is None:
                self._write()

    def add(self, unit: Unit, properties: tuple[tuple[str, str], ...]) -> None:
        """Put a unit aside with these properties, without the element that it was read from.

        Raises UnwritableOutput where the folder for temporary files has no room.
        """
        self._waiting.append(_said(unit, properties))
        if len(self._waiting) == _AT_ONCE:
            with scratch_explained():
                self._write()

    def _write(self) -> None:
        assert self._file
        portion = marshal.dumps(self._waiting)
        self._file.write(len(portion).to_bytes(_SIZE, "little") + portion)
        self._waiting.clear()

    def __iter__(self) -> Iterator[Unit]:
        with self._path.open("rb") as file:
            while size := file.read(_SIZE):
                for said in marshal.loads(file.read(int.from_bytes(size, "little"))):
                    yield Unit(*said)


def _said(unit: Unit, properties: tuple[tuple[str, str], ...]) -> tuple[Any, ...]:
    """Return what a unit says, in the order in which it takes it."""
    return (
        unit.zh,
        unit.en,
        unit.zh_code,
        unit.en_code,
        unit.confidence,
        unit.status,
        unit.note,
        properties,
        unit.source,
    )
