"""The open project: the bitext as it stands, every edit of it, and the way back.

An edit is committed first and shown then. Invariant: `bitext` is what the file holds; an edit that
raised has changed neither.
"""

from __future__ import annotations

import gc
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import NamedTuple, TypeVar

from aligner.article import Language
from aligner.bitext import Bitext, Pair
from aligner.bitext import text_of as text_of_side
from aligner.edits import Change
from aligner.errors import DuizhaoError, UnwritableOutput
from aligner.project import article_rows, history, pair_rows, term_rows
from aligner.project.integrity import check_bitext, check_change, check_rows
from aligner.project.messages import reading, writing
from aligner.project.ranks import renumber
from aligner.project.texts import stored, text_of
from aligner.project.unit_rows import UnitRows
from aligner.store import snapshot
from aligner.unit import Unit

_SAVE_EVERY = 1.0
"""Seconds between two times that the position of the cursor is written, while it moves."""

Answer = TypeVar("Answer")

_MANY = 10_000
"""Pairs from which on looking for garbage among them would be felt (a tenth of a second)."""


class Step(NamedTuple):
    """What an undo or a redo did."""

    label: str
    """What the edit was called."""
    change: Change
    """The change that was made to the bitext; of an undo the inverse of the edit."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A project file as it was opened."""

    path: Path
    """As it was asked for; messages name it."""
    database: sqlite3.Connection
    read_only: str
    """Why it can only be read, a sentence; empty where it can be written."""
    caution: str
    """What to take care of, a sentence; mostly empty."""
    release: Callable[[], None]
    """Closes the database and gives back the lock and whatever else was held."""


class Project:
    """An open project. One thread at a time uses it; while one loads, others may read pairs."""

    def __init__(self, file: OpenFile, bitext: Bitext | None = None) -> None:
        self._file = file
        self._database = file.database
        self._bitext = bitext
        self._ranks = pair_rows.read_ranks(self._database)
        self._done, self._cursor = history.read_state(self._database)
        self._kept_cursor, self._kept_at = self._cursor, monotonic()
        self._units = UnitRows(self._database)
        self._place_on_disk = _identity(file.path)
        self._loading = threading.Lock()
        self._is_open = True

    # The state of the project.

    @property
    def path(self) -> Path:
        """Where it is, as it was asked for."""
        return self._file.path

    @property
    def is_read_only(self) -> bool:
        """Whether it can only be read; `warning` says why."""
        return bool(self._file.read_only)

    @property
    def warning(self) -> str:
        """Why it can only be read, or what to take care of: a sentence, or empty."""
        return self._file.read_only or self._file.caution

    @property
    def count(self) -> int:
        """How many pairs there are."""
        return len(self._ranks)

    @property
    def is_loaded(self) -> bool:
        """Whether all of it has been read."""
        return self._bitext is not None

    @property
    def bitext(self) -> Bitext:
        """The bitext as it stands; read from the file now, where that has not been done."""
        return self._bitext if self._bitext is not None else self.load()

    def read_pairs(self, first: int, last: int) -> list[Pair]:
        """Return the pairs of the positions from `first` to `last`, that one left out.

        They come straight from the file as long as the bitext has not been loaded.
        """
        first, last = max(0, first), max(0, last)
        if self._bitext is not None:
            return list(self._bitext.pairs[first:last])
        ranks = self._ranks[first:last]
        if not ranks:
            return []
        with reading(self.path):
            return pair_rows.read_range(self._database, ranks[0], ranks[-1])

    def load(self) -> Bitext:
        """Read the whole bitext; other threads may only call `read_pairs` meanwhile."""
        with self._loading:
            if self._bitext is None:
                with reading(self.path), _without_collecting(self.count), self._at_one_moment():
                    check_rows(self._database)
                    self._ranks = pair_rows.read_ranks(self._database)
                    self._done, _ = history.read_state(self._database)
                    bitext = pair_rows.read_bitext(self._database)
                    check_bitext(bitext)
                    self._bitext = bitext
            return self._bitext

    # What it was made of.

    def unit_of(self, pair: Pair) -> Unit | None:
        """Return the unit that a pair was read as, with its texts as they were read.

        For a pair made of parts of units, a unit without texts that has their codes and direction;
        None in an article. It may be called in a thread of its own while another edits.
        """
        article = self.bitext.article
        texts = text_of_side(article.zh, pair.zh), text_of_side(article.en, pair.en)
        with reading(self.path):
            return self._units.unit_of(pair, texts)

    @property
    def has_units(self) -> bool:
        """Whether it was made of a memory or a table, unit by unit."""
        with reading(self.path):
            return self._units.has_any

    @property
    def sources(self) -> tuple[str, ...]:
        """The path or paths of what it was made of, as they were named."""
        with reading(self.path):
            return article_rows.read_sources(self._database)

    def set_source_language(self, language: Language) -> None:
        """Say which language was translated from, which no undo takes back."""
        self._check_writable()
        with writing(self._database, self.path):
            article_rows.write_source_language(self._database, language)
        if self._bitext is not None:
            article = replace(self._bitext.article, source_language=language)
            self._bitext = replace(self._bitext, article=article)

    # The cursor.

    @property
    def cursor(self) -> int:
        """The position of the pair where the translator is, from 0."""
        return min(self._cursor, max(0, self.count - 1))

    @cursor.setter
    def cursor(self, position: int) -> None:
        self._cursor = max(0, position)
        if monotonic() - self._kept_at >= _SAVE_EVERY:
            self.save_cursor()

    def save_cursor(self) -> None:
        """Save the position of the cursor; where it cannot be written, nothing is said."""
        self._kept_at = monotonic()
        if self.is_read_only or self._cursor == self._kept_cursor:
            return
        with suppress(DuizhaoError):
            try:
                # A place need not outlive a power cut, so nothing waits for the disk.
                self._database.execute("PRAGMA synchronous = NORMAL")
                with writing(self._database, self.path):
                    history.write_state(self._database, self._done, self._cursor)
                self._kept_cursor = self._cursor
            finally:
                self._database.execute("PRAGMA synchronous = FULL")

    # Edits.

    def apply(self, change: Change, label: str) -> Bitext:
        """Make an edit; it is in the file when this returns. Edits that were undone are forgotten.

        ValueError if the change belongs to another state of the bitext; UnwritableOutput if the
        file cannot be written, and then nothing has changed.
        """
        bitext = change(self.bitext)
        if change:
            self._commit(change, bitext, self._done + 1, label)
        return bitext

    def decided(self) -> Iterator[Pair]:
        """Yield the pairs that the edits which are done have put where they stood, in order."""
        article = self.bitext.article
        with reading(self.path):
            for number in range(1, self._done + 1):
                if history.label_of(self._database, number) is not None:
                    for hunk in history.change_of(self._database, number, article).hunks:
                        yield from hunk.new

    def undo(self) -> Step | None:
        """Take the last edit back; None if there is none."""
        return self._go(self._done, self._done - 1)

    def redo(self) -> Step | None:
        """Make the edit again that was undone last; None if there is none."""
        return self._go(self._done + 1, self._done + 1)

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

    # Settings.

    def setting(self, name: str) -> str | None:
        """Return what was set under a name in this project; None where nothing was."""
        with reading(self.path):
            row = self._database.execute(
                "SELECT value FROM setting WHERE name = ?", (name,)
            ).fetchone()
            return None if row is None else text_of(row[0])

    def set_setting(self, name: str, value: str | None) -> None:
        """Set something in this project, which no undo takes back; None takes it out."""
        self._check_writable()
        with writing(self._database, self.path):
            self._database.execute("DELETE FROM setting WHERE name = ?", (name,))
            if value is not None:
                self._database.execute("INSERT INTO setting VALUES (?, ?)", (name, stored(value)))

    # All of it.

    def write_anew(self, write: Callable[[sqlite3.Connection], None], bitext: Bitext) -> None:
        """Have all tables written anew, as one change, so that they hold this bitext.

        UnwritableOutput if the file does not take it, and then nothing has changed.
        """
        self._check_writable()
        with self._loading:
            with writing(self._database, self.path):
                write(self._database)
            self._bitext = bitext
            self._ranks = pair_rows.read_ranks(self._database)
            self._done, self._cursor = history.read_state(self._database)
            self._kept_cursor, self._kept_at = self._cursor, monotonic()

    def read_with(self, read: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Return what a function of this room reads from the tables."""
        with reading(self.path):
            return read(self._database)

    # The end.

    def close(self) -> None:
        """Save the position of the cursor and close the file; waits for `load` to end."""
        with self._loading:
            if not self._is_open:
                return
            self._is_open = False
            self.save_cursor()
            self._empty_log()
            self._file.release()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _go(self, number: int, done: int) -> Step | None:
        """Make an edit of the history, or its inverse, after which `done` edits are done."""
        label = self._label(number)
        if label is None:
            return None
        with reading(self.path):
            change = history.change_of(self._database, number, self.bitext.article)
            change = change if done == number else change.inverse
            bitext = change(self.bitext)
            check_change(change, bitext)
        self._commit(change, bitext, done)
        return Step(label, change)

    def _empty_log(self) -> None:
        """Bring the log into the file, so that the file alone can be copied or sent.

        SQLite does so by itself, but not while another program reads.
        """
        if not self.is_read_only:
            with suppress(sqlite3.Error):  # then the log stays beside it, and nothing is lost
                self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _label(self, number: int) -> str | None:
        with reading(self.path):
            return history.label_of(self._database, number)

    def _commit(self, change: Change, bitext: Bitext, done: int, label: str | None = None) -> None:
        """Write a change, then show what comes of it; with a label it is a new edit."""
        self._check_writable()
        renumbered = renumber(self._ranks, bitext.pairs, change)
        with writing(self._database, self.path):
            if label is not None:
                history.add(self._database, done, label, change, bitext.article)
            pair_rows.delete_pairs(self._database, renumbered.removed)
            pair_rows.write_pairs(self._database, bitext.article, renumbered.written)
            if change.touches_moved:
                pair_rows.write_moved(self._database, bitext.moved)
            if change.touches_terms:
                term_rows.write_terms(self._database, bitext.terms)
            history.write_state(self._database, done, self._cursor)
        self._bitext, self._ranks, self._done = bitext, renumbered.ranks, done
        self._kept_cursor, self._kept_at = self._cursor, monotonic()

    def _check_writable(self) -> None:
        """Refuse an edit that nobody would find again."""
        if self.is_read_only:
            raise UnwritableOutput(self.warning)
        if _identity(self.path) != self._place_on_disk:
            raise UnwritableOutput(
                f"{self.path} was moved or deleted while it was open; put it back, or export "
                "from here what you have done."
            )

    def _at_one_moment(self) -> AbstractContextManager[None]:
        """See the file as it is now throughout, though another program goes on editing it."""
        # Where this program edits, nobody else does, and the cursor may be written meanwhile.
        return snapshot(self._database) if self.is_read_only else nullcontext()


@contextmanager
def _without_collecting(count: int) -> Iterator[None]:
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


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell a file from any other; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
