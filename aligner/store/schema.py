"""The tables of an application, their version, and the way from an older version to this one.

The header of a database says by its application id whose it is, and by its user version how it is
laid out. Invariant: a database is of one version, never between two.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass

from aligner.store.failures import Failure, UnusableDatabase
from aligner.store.transactions import transaction

Migration = str | Callable[[sqlite3.Connection], object]
"""What makes tables of one version those of the next: statements, or a function."""


@dataclass(frozen=True, slots=True)
class Schema:
    """How the databases of one application are laid out."""

    application_id: int
    """Four bytes that tell them from all others."""
    version: int
    """From 1 on."""
    tables: str
    """The statements that make the tables."""
    steps: Mapping[int, Migration]
    """The step from each older version to the next."""

    def create(self, database: sqlite3.Connection) -> None:
        """Lay out an empty database, within a transaction of the caller."""
        run_script(database, self.tables)
        database.execute(f"PRAGMA application_id = {self.application_id}")
        database.execute(f"PRAGMA user_version = {self.version}")

    def check(self, database: sqlite3.Connection) -> int:
        """Return the version of a database: this one, or an older one.

        Raises UnusableDatabase for one that is empty, foreign, of a later version or of none.
        """
        if is_empty(database):
            raise UnusableDatabase(Failure.EMPTY)
        if _number(database, "PRAGMA application_id") != self.application_id:
            raise UnusableDatabase(Failure.FOREIGN)
        version = _number(database, "PRAGMA user_version")
        if version > self.version:
            raise UnusableDatabase(Failure.LATER_VERSION)
        if version < 1:
            raise UnusableDatabase(Failure.DAMAGED)
        return version

    def migrate(self, database: sqlite3.Connection) -> None:
        """Take all steps from an older version to this one, in one transaction."""
        with transaction(database):
            # Another program may have taken them since the version was looked at.
            for version in range(_number(database, "PRAGMA user_version"), self.version):
                step = self.steps[version]
                if isinstance(step, str):
                    run_script(database, step)
                else:
                    step(database)
                database.execute(f"PRAGMA user_version = {version + 1}")

    def is_complete(self, database: sqlite3.Connection) -> bool:
        """Whether a database has all tables, with all their columns."""
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as wanted:
            run_script(wanted, self.tables)
            return _columns(wanted) <= _columns(database)


def is_empty(database: sqlite3.Connection) -> bool:
    """Whether nothing has ever been laid out in a database."""
    tables = _number(database, "SELECT count(*) FROM sqlite_master")
    return tables == 0 and _number(database, "PRAGMA application_id") == 0


def run_script(database: sqlite3.Connection, script: str) -> None:
    """Execute statements one by one; `executescript` would end the caller's transaction first."""
    statement = ""
    for piece in script.split(";"):
        statement += piece + ";"
        # A semicolon may stand in a text or within a trigger.
        if sqlite3.complete_statement(statement):
            if statement.strip("; \n"):
                database.execute(statement)
            statement = ""


def _columns(database: sqlite3.Connection) -> set[tuple[str, str]]:
    """Return the names of all tables, each with each of its columns."""
    return set(
        database.execute(
            "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
            " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        )
    )


def _number(database: sqlite3.Connection, question: str) -> int:
    return int(database.execute(question).fetchone()[0])
