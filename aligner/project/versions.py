"""A new version of the article in the place of all that a project holds, and the way back.

What was there, with its history, is copied beside the project first; the copy is a project like any
other. Going back takes everything from it again. Invariant: the project holds one version or the
other, whole, and what it held before is in the copy.
"""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from aligner.bitext import Bitext
from aligner.errors import UnwritableOutput
from aligner.project import history
from aligner.project.opening import open_project
from aligner.project.pair_rows import write_bitext
from aligner.project.project import Project
from aligner.project.ranks import first_ranks
from aligner.project.texts import stored
from aligner.store import back_up

_PREVIOUS = "previous version"
"""The setting that holds the name of the copy."""
_COPIED_AT_ONCE = 5_000
"""Rows."""

Tables = Mapping[str, tuple[str, ...]]
"""The columns of each table."""


def take_in(project: Project, bitext: Bitext, settings: Mapping[str, str]) -> Path:
    """Put a bitext, of no units, in the place of what a project holds; return the copy of that.

    The history begins anew; settings stay, with those given beside them. UnwritableOutput if the
    project or the copy cannot be written, and then nothing has changed.
    """
    copy = _copy(project)
    try:
        project.write_anew(
            partial(_put, bitext=bitext, settings={**settings, _PREVIOUS: copy.name}), bitext
        )
    except BaseException:
        with suppress(OSError):
            copy.unlink()
        raise
    return copy


def previous_version(project: Project) -> Path | None:
    """Return the copy of what stood here before the last new version, if it still lies there."""
    name = project.setting(_PREVIOUS)
    if not name or Path(name).name != name:  # a project may come from anywhere
        return None
    copy = project.path.with_name(name)
    return copy if copy.is_file() else None


def go_back(project: Project, copy: Path) -> None:
    """Put what a copy holds, with all of its history, in the place of what a project holds.

    Raises UnusableInput if the copy cannot be read, UnwritableOutput as `take_in` does.
    """
    with open_project(copy) as before:
        bitext = before.load()  # which says what is wrong with it before anything is changed
        tables = before.read_with(_tables)

        def take(database: sqlite3.Connection) -> None:
            _empty(database, tables)
            for table, columns in tables.items():
                for rows in before.read_with(partial(_rows, table=table, columns=columns)):
                    _insert(database, table, columns, rows)

        project.write_anew(take, bitext)


def _copy(project: Project) -> Path:
    try:
        mode = stat.S_IMODE(project.path.stat().st_mode)
        wanted = project.path.with_name(f"{project.path.name}.before-update")
        return project.read_with(partial(back_up, wanted=wanted, mode=mode))
    except (OSError, sqlite3.Error) as problem:
        raise UnwritableOutput(
            f"There is no room for a copy of {project.path} as it is now, so the new version was "
            "not taken in; make room and do it again."
        ) from problem


def _put(database: sqlite3.Connection, bitext: Bitext, settings: Mapping[str, str]) -> None:
    """Write a bitext, with an empty history, in the place of everything but the settings."""
    tables = _tables(database)
    _empty(database, [table for table in tables if table != "setting"])
    write_bitext(database, bitext, first_ranks(len(bitext.pairs)))
    history.begin(database)
    database.executemany(
        "INSERT OR REPLACE INTO setting VALUES (?, ?)",
        ((name, stored(value)) for name, value in settings.items()),
    )


def _tables(database: sqlite3.Connection) -> Tables:
    """Return the tables; those that name rows of others come after them."""
    names = [
        name
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " ORDER BY name"
        )
    ]
    columns = "SELECT name FROM pragma_table_info(?)"
    return {name: tuple(c for (c,) in database.execute(columns, (name,))) for name in names}


def _empty(database: sqlite3.Connection, tables: Iterable[str]) -> None:
    # The state names an edit, and may not name one that is gone.
    database.execute("DELETE FROM state")
    for table in tables:
        database.execute(f'DELETE FROM "{table}"')


def _rows(
    database: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the rows of a table, some at once."""
    found = database.execute(f'SELECT {_listed(columns)} FROM "{table}"')
    while rows := found.fetchmany(_COPIED_AT_ONCE):
        yield rows


def _insert(
    database: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> None:
    marks = ", ".join("?" for _ in columns)
    database.executemany(f'INSERT INTO "{table}"({_listed(columns)}) VALUES ({marks})', rows)


def _listed(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
