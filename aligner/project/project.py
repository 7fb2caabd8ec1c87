"""The open project: the bitext as it stands, every edit of it, and the way back.

An edit is committed first and shown then. Invariant: `bitext` is what the file holds; an edit that
raised has changed neither.
"""

from __future__ import annotations

import gc
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from types import TracebackType

from aligner.bitext import Bitext, Pair
from aligner.change import Change
from aligner.errors import UnwritableOutput
from aligner.project import history, rows
from aligner.project.faults import reading, writing
from aligner.project.ranks import replant

_KEEP_PLACE = 1.0
"""Seconds between two times that the place of the cursor is written, while it moves."""

_MANY = 10_000
"""Pairs from which on looking for garbage among them would be felt (a tenth of a second)."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an undo or a redo did."""

    change: Change
    """The change that was made to the bitext; of an undo the inverse of the edit."""
    label: str
    """What the edit was called."""


class Project:
    """A project file that is open, in one thread at a time but for `load`."""

    def __init__(
        self,
        path: Path,
        database: sqlite3.Connection,
        is_read_only: bool,
        warning: str,
        let_go: Callable[[], None],
        bitext: Bitext | None = None,
    ) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self.warning = warning
        """Why it can only be read, or what to take care of; a sentence, or empty."""
        self._database = database
        self._let_go = let_go
        self._loading = threading.Lock()
        self._is_open = True
        self._bitext = bitext
        self._ranks = rows.read_ranks(database)
        done, cursor = database.execute("SELECT done, cursor FROM state").fetchone()
        self._done: int = done or 0
        self._cursor: int = cursor
        self._kept_cursor: int = cursor
        self._kept_at = monotonic()

    # --- what it shows ---

    @property
    def count(self) -> int:
        """How many pairs there are."""
        return len(self._ranks)

    @property
    def cursor(self) -> int:
        """The position of the pair where the translator is, from 0."""
        return min(self._cursor, max(0, self.count - 1))

    @cursor.setter
    def cursor(self, position: int) -> None:
        self._cursor = position
        if monotonic() - self._kept_at >= _KEEP_PLACE:
            self.keep_place()

    def keep_place(self) -> None:
        """Write down where the cursor is; a full disk is no reason to complain of that."""
        self._kept_at = monotonic()
        if self.is_read_only or self._cursor == self._kept_cursor:
            return
        try:
            # A place need not survive a power cut, so nothing waits for the disk.
            self._database.execute("PRAGMA synchronous = NORMAL")
            with writing(self._database, self.path):
                self._write_cursor()
            self._kept_cursor = self._cursor
        except UnwritableOutput:
            pass
        finally:
            self._database.execute("PRAGMA synchronous = FULL")

    @property
    def is_loaded(self) -> bool:
        """Whether all of it has been read."""
        return self._bitext is not None

    @property
    def bitext(self) -> Bitext:
        """The bitext as it stands; read from the file now, where that has not been done."""
        return self._bitext if self._bitext is not None else self.load()

    def glimpse(self, first: int, last: int) -> list[Pair]:
        """Return the pairs of the positions from `first` to `last`, that one left out.

        They come straight from the file as long as the bitext has not been loaded.
        """
        if self._bitext is not None:
            return list(self._bitext.pairs[max(0, first) : max(0, last)])
        wanted = self._ranks[max(0, first) : max(0, last)]
        if not wanted:
            return []
        with reading(self.path):
            return rows.read_stretch(self._database, wanted[0], wanted[-1])

    def load(self) -> Bitext:
        """Read everything; may be called in a thread of its own, while others only glimpse."""
        with self._loading:
            if self._bitext is None:
                with reading(self.path), _no_collecting(self.count), self._at_one_moment():
                    self._ranks = rows.read_ranks(self._database)
                    self._bitext = rows.read_bitext(self._database)
            return self._bitext

    # --- edits ---

    def apply(self, change: Change, label: str) -> Bitext:
        """Make an edit; it is in the file when this returns. Edits that were undone are forgotten.

        ValueError if the change belongs to another state of the bitext; UnwritableOutput if the
        file cannot be written, and then nothing has changed.
        """
        bitext = change(self.bitext)
        if not change:
            return bitext
        number = self._done + 1
        text = rows.stored(history.written(change, bitext.article))
        time = datetime.now(UTC).isoformat(timespec="seconds")
        with self._edit(change, bitext, number):
            self._database.execute("DELETE FROM edit WHERE number >= ?", (number,))
            self._database.execute(
                "INSERT INTO edit(number, kind, label, change, time) VALUES (?, 'pairs', ?, ?, ?)",
                (number, rows.stored(label), text, time),
            )
        return bitext

    def undo(self) -> Step | None:
        """Take the last edit back; None if there is none."""
        step = self._step(self._done)
        if step is None:
            return None
        back = Step(step.change.inverse, step.label)
        with self._edit(back.change, back.change(self.bitext), self._done - 1):
            pass
        return back

    def redo(self) -> Step | None:
        """Make the edit again that was undone last; None if there is none."""
        step = self._step(self._done + 1)
        if step is None:
            return None
        with self._edit(step.change, step.change(self.bitext), self._done + 1):
            pass
        return step

    @property
    def undo_label(self) -> str | None:
        """What the edit is called that `undo` takes back; None if there is none."""
        return self._label(self._done)

    @property
    def redo_label(self) -> str | None:
        """What the edit is called that `redo` makes again; None if there is none."""
        return self._label(self._done + 1)

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return self.undo_label is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to make again."""
        return self.redo_label is not None

    # --- settings ---

    def setting(self, name: str) -> str | None:
        """Return what was set under a name in this project."""
        with reading(self.path):
            row = self._database.execute(
                "SELECT value FROM setting WHERE name = ?", (name,)
            ).fetchone()
        return None if row is None else rows.text_of(row[0])

    def set_setting(self, name: str, value: str | None) -> None:
        """Set something in this project; None takes it out."""
        self._check_writable()
        with writing(self._database, self.path):
            self._database.execute("DELETE FROM setting WHERE name = ?", (name,))
            if value is not None:
                self._database.execute(
                    "INSERT INTO setting VALUES (?, ?)", (name, rows.stored(value))
                )

    # --- the end ---

    def close(self) -> None:
        """Write down the place of the cursor and let go of the file."""
        if not self._is_open:
            return
        self.keep_place()
        self._is_open = False
        self._database.close()
        self._let_go()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- within ---

    @contextmanager
    def _edit(self, change: Change, bitext: Bitext, done: int) -> Iterator[None]:
        """Commit a change and what the block does, then show it; `bitext` is what comes of it."""
        self._check_writable()
        planted = replant(self._ranks, bitext.pairs, change)
        with writing(self._database, self.path):
            self._database.execute("UPDATE state SET done = NULL")
            yield
            self._database.executemany(
                "DELETE FROM pair WHERE rank = ?", ((rank,) for rank in planted.gone)
            )
            rows.write_pairs(self._database, bitext.article, planted.come)
            if change.old_moved or change.new_moved:
                rows.write_moved(self._database, bitext.moved)
            self._database.execute("UPDATE state SET done = ?", (done or None,))
            self._write_cursor()
        self._bitext, self._ranks, self._done = bitext, planted.ranks, done
        self._kept_cursor, self._kept_at = self._cursor, monotonic()

    def _step(self, number: int) -> Step | None:
        with reading(self.path):
            row = self._database.execute(
                "SELECT label, change FROM edit WHERE number = ?", (number,)
            ).fetchone()
            if row is None:
                return None
            change = history.read(rows.text_of(row[1]), self.bitext.article)
        return Step(change, rows.text_of(row[0]))

    def _label(self, number: int) -> str | None:
        with reading(self.path):
            row = self._database.execute(
                "SELECT label FROM edit WHERE number = ?", (number,)
            ).fetchone()
        return None if row is None else rows.text_of(row[0])

    def _write_cursor(self) -> None:
        self._database.execute("UPDATE state SET cursor = ?", (self._cursor,))

    def _check_writable(self) -> None:
        if self.is_read_only:
            raise UnwritableOutput(self.warning)

    @contextmanager
    def _at_one_moment(self) -> Iterator[None]:
        """See the file as it is now throughout, though another program goes on editing it."""
        if not self.is_read_only:  # then nobody does, and the cursor may be written meanwhile
            yield
            return
        self._database.execute("BEGIN")
        try:
            yield
        finally:
            self._database.execute("ROLLBACK")


@contextmanager
def _no_collecting(count: int) -> Iterator[None]:
    """Keep the garbage collector from going through many new pairs again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        if count >= _MANY:
            gc.freeze()
    finally:
        if was_on:
            gc.enable()
