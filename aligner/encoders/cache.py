"""Vectors of other models, kept on disk, so that no text is encoded twice.

Owns one SQLite file in the platform's folder for caches, readable by its owner alone. It holds
digests and vectors, never a text. Whatever befalls the file, the work goes on: a damaged one is set
aside, one that cannot be used is done without, and either is said in one line of the log. Each
write is one short transaction, so that two processes may share it and a killed one harms nothing.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from time import time
from types import TracebackType
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from aligner.encoders.kept import FILE
from aligner.speaking import told
from aligner.store import (
    Failure,
    Lock,
    companions,
    connect,
    failure_of,
    knows_locks,
    run_script,
    take_on_this_computer,
    transaction,
    use_write_ahead_log,
)

HalfVector = npt.NDArray[np.float16]
"""A vector as it is kept: half precision, since cosines need no more."""

LIMIT = 1_000_000_000
"""Bytes that the file may hold; what was not used for longest goes first."""

_ROOM = 0.9  # share of the limit that is left after making room
_PATIENCE = 5.0  # seconds to wait for another process
_HOUR = 3600  # seconds within which a vector counts as just used
_AT_ONCE = 500  # keys in one question; SQLite takes 999 everywhere
_ROW = 120  # bytes of a row besides the vector: key, time, two indices
_NOT_OURS = {Failure.DAMAGED, Failure.NOT_A_DATABASE, Failure.STATEMENT}
"""How a file fails that is no cache of ours, as against locked, full or out of reach."""

_LAYOUT = """
CREATE TABLE IF NOT EXISTS vectors (
    key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, width INTEGER NOT NULL, vector BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS by_use ON vectors (used);
"""

T = TypeVar("T")
_Row = tuple[bytes, int, bytes]
"""Key, width and vector."""


class VectorCache:
    """The vectors in a folder; of no folder, a cache that is always empty. Leave it to close it."""

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        self._file = None if folder is None else folder / FILE
        self._limit = limit
        self._open: sqlite3.Connection | None = None
        self._lock: Lock | None = None

    def read(self, edition: str, texts: Sequence[str]) -> dict[str, HalfVector]:
        """Return the vectors that are known, by text; all are of one width."""
        by_key = {_key(edition, text): text for text in texts}
        nothing: list[_Row] = []
        rows = self._try(lambda kept: _rows(kept, list(by_key)), nothing)
        found = {
            by_key[key]: vector
            for key, width, data in rows
            if len(data) == 2 * width
            and np.isfinite(vector := np.frombuffer(data, dtype="<f2")).all()
        }
        return found if len({len(vector) for vector in found.values()}) == 1 else {}

    def write(self, edition: str, vectors: Mapping[str, HalfVector]) -> None:
        """Keep vectors, by text, in one transaction; beyond the limit the oldest go."""
        now = int(time())
        rows = [
            (_key(edition, text), now, len(vector), vector.astype("<f2").tobytes())
            for text, vector in vectors.items()
        ]
        if rows:
            self._try(lambda kept: _keep(kept, rows, self._limit), None)

    def __enter__(self) -> VectorCache:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _try(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do some work with the file; a damaged one is set aside, once, and begun anew."""
        fresh = False
        while self._file is not None:
            try:
                if self._open is None:
                    self._open = self._opened(self._file)
                return work(self._open)
            except (sqlite3.Error, OSError) as error:
                self._close()
                if not fresh and failure_of(error) in _NOT_OURS and _set_aside(self._file):
                    fresh = True
                    continue
                _log(f"Vectors are not kept this time: {self._file} cannot be used ({error}).")
                self._file = None
        return otherwise

    def _opened(self, file: Path) -> sqlite3.Connection:
        """Open the file; on a disk without locks for one program of this computer at a time."""
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        has_locks = knows_locks(file)
        if not has_locks:
            _log(f"The disk of {file} knows no locks; one program at a time keeps vectors there.")
            self._lock = take_on_this_computer(file)
            if self._lock.outcome == "taken":
                raise OSError("another program has it")
        return _connect(file, has_locks=has_locks)


def _key(edition: str, text: str) -> bytes:
    """Return a digest of model and text together; the text cannot be read back from it."""
    digest = blake2b(digest_size=20)
    digest.update(len(edition).to_bytes(8, "little"))
    digest.update(edition.encode("utf-8", "surrogatepass"))
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()


def _connect(file: Path, *, has_locks: bool) -> sqlite3.Connection:
    file.touch(mode=0o600)
    # Several vectors fit in a page. Without locks the log is one program's own.
    pragmas: dict[str, str | int] = {} if has_locks else {"locking_mode": "EXCLUSIVE"}
    pragmas["page_size"] = 16384
    kept = connect(file, patience=_PATIENCE, pragmas=pragmas, has_locks=has_locks)
    try:
        use_write_ahead_log(kept, _PATIENCE)
        kept.execute("PRAGMA synchronous = NORMAL")
        with transaction(kept):
            run_script(kept, _LAYOUT)
        return kept
    except BaseException:
        kept.close()
        raise


def _rows(kept: sqlite3.Connection, keys: list[bytes]) -> list[_Row]:
    """Return key, width and vector of the keys that are known, and note their use."""
    found = []
    stale = []
    before = int(time()) - _HOUR
    for some in _portions(keys):
        marks = ",".join("?" * len(some))
        query = f"SELECT key, used, width, vector FROM vectors WHERE key IN ({marks})"
        for key, used, width, data in kept.execute(query, some):
            found.append((key, width, data))
            if used < before:
                stale.append(key)
    for some in _portions(stale):
        marks = ",".join("?" * len(some))
        with transaction(kept):
            kept.execute(
                f"UPDATE vectors SET used = ? WHERE key IN ({marks})", [int(time()), *some]
            )
    return found


def _portions(keys: list[bytes]) -> Iterator[list[bytes]]:
    return (keys[first : first + _AT_ONCE] for first in range(0, len(keys), _AT_ONCE))


def _keep(kept: sqlite3.Connection, rows: list[tuple[bytes, int, int, bytes]], limit: int) -> None:
    with transaction(kept):
        kept.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", rows)
    row = 2 * rows[0][2] + _ROW
    while (size := _size(kept)) > limit:
        surplus = int((size - _ROOM * limit) / row) + 1
        oldest = "SELECT rowid FROM vectors ORDER BY used, rowid LIMIT ?"
        with transaction(kept):
            gone = kept.execute(f"DELETE FROM vectors WHERE rowid IN ({oldest})", [surplus])
        if not gone.rowcount:
            break


def _size(kept: sqlite3.Connection) -> int:
    """Return the bytes in use, without pages that wait to be filled again."""
    pages, free, size = (
        int(kept.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _set_aside(file: Path) -> bool:
    aside = file.with_name(f"{file.name}.damaged")
    try:
        file.replace(aside)
        for left in companions(file):
            left.unlink(missing_ok=True)
    except OSError:
        return False
    _log(f"The vectors kept in {file} were damaged; they are begun anew, the old file is {aside}.")
    return True


def _log(sentence: str) -> None:
    """Say it once; where nobody has set up logging, Python puts it on standard error."""
    if sentence not in _said:
        _said.add(sentence)
        logging.getLogger(__name__).warning(told(sentence))


_said: set[str] = set()
