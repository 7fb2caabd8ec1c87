"""What holds for every SQLite file: whole or not at all, never over another, and told apart."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from aligner.errors import DuizhaoError, UnusableInput, UnwritableOutput
from aligner.store import (
    ErrorMessage,
    ErrorMessages,
    Failure,
    Migration,
    Schema,
    UnusableDatabase,
    back_up,
    check_header,
    companions,
    connect,
    failure_of,
    is_database,
    is_empty,
    run_script,
    snapshot,
    transaction,
    unfinished_database,
    use_write_ahead_log,
)

TABLES = "CREATE TABLE word(text TEXT NOT NULL); CREATE TABLE page(number INTEGER);"
NOTES = Schema(0x4E4F5445, 3, TABLES, {})


def new(path: Path, schema: Schema = NOTES) -> sqlite3.Connection:
    database = connect(path, mode="rwc", patience=0, any_thread=True)
    with transaction(database):
        schema.create(database)
    return database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def notes(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(new(path)) as database:
        yield database


def words(database: sqlite3.Connection) -> list[str]:
    return [text for (text,) in database.execute("SELECT text FROM word")]


def add(database: sqlite3.Connection, *texts: str) -> None:
    database.executemany("INSERT INTO word VALUES (?)", [(text,) for text in texts])


# Transactions


def test_a_transaction_that_fails_leaves_nothing(notes: sqlite3.Connection) -> None:
    add(notes, "kept")

    def fail(problem: type[BaseException]) -> None:
        with transaction(notes):
            add(notes, "lost")
            raise problem

    for problem in (ValueError, KeyboardInterrupt, sqlite3.OperationalError):
        with pytest.raises(problem):
            fail(problem)
        assert words(notes) == ["kept"]
    with transaction(notes):  # and the next one is none the worse
        add(notes, "also kept")
    assert words(notes) == ["kept", "also kept"]


def test_a_transaction_that_a_full_disk_has_ended_says_that_it_was_the_disk(
    notes: sqlite3.Connection,
) -> None:
    (pages,) = notes.execute("PRAGMA page_count").fetchone()
    notes.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(sqlite3.OperationalError) as told, transaction(notes):
        add(notes, *("long" * 1000 for _ in range(100)))
    assert failure_of(told.value) is Failure.FULL
    assert words(notes) == []


def test_who_cannot_have_the_lock_begins_nothing(notes: sqlite3.Connection, path: Path) -> None:
    with closing(connect(path, patience=0)) as other, transaction(notes):
        with pytest.raises(sqlite3.OperationalError) as told, transaction(other):
            raise AssertionError("it was let in")
        assert failure_of(told.value) is Failure.IN_USE
        assert not other.in_transaction


def test_a_snapshot_sees_one_state_of_the_file(notes: sqlite3.Connection, path: Path) -> None:
    use_write_ahead_log(notes, 0)
    with closing(connect(path, mode="ro", patience=0)) as reader:
        with snapshot(reader):
            assert words(reader) == []
            add(notes, "new")
            assert words(reader) == []
        assert words(reader) == ["new"]


# Backups


def test_a_backup_holds_what_the_database_holds_and_is_for_its_owner_alone(
    notes: sqlite3.Connection, path: Path
) -> None:
    add(notes, "kept")
    copy = back_up(notes, path.with_name("copy"))
    with closing(connect(copy, mode="ro", patience=0)) as database:
        assert words(database) == ["kept"]
        assert NOTES.check(database) == NOTES.version
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(file.name for file in path.parent.iterdir()) == ["copy", "notes"]


def test_a_backup_overwrites_nothing(notes: sqlite3.Connection, path: Path) -> None:
    taken = path.with_name("copy")
    taken.write_text("somebody's work", encoding="utf-8")
    names = [back_up(notes, taken).name for _ in range(3)]
    assert names == ["copy-2", "copy-3", "copy-4"]
    assert taken.read_text(encoding="utf-8") == "somebody's work"


@pytest.mark.parametrize("problem", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_a_backup_that_fails_leaves_nothing(
    notes: sqlite3.Connection,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    problem: BaseException,
) -> None:
    def fails(_: int) -> None:
        raise problem

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(type(problem)):
        back_up(notes, path.with_name("copy"))
    assert [file.name for file in path.parent.iterdir()] == ["notes"]


def test_an_unfinished_database_goes_with_all_that_lies_beside_it(tmp_path: Path) -> None:
    with unfinished_database(tmp_path / "notes") as part, closing(new(part)) as database:
        use_write_ahead_log(database, 0)
        add(database, "lost")
        assert len(list(tmp_path.iterdir())) == 3
    assert list(tmp_path.iterdir()) == []


# Versions


def test_a_database_of_this_version_is_accepted(notes: sqlite3.Connection) -> None:
    assert NOTES.check(notes) == 3
    assert NOTES.is_complete(notes)


@pytest.mark.parametrize(
    ("statement", "failure"),
    [
        ("PRAGMA user_version = 4", Failure.LATER_VERSION),
        ("PRAGMA user_version = 0", Failure.DAMAGED),
        ("PRAGMA application_id = 7", Failure.FOREIGN),
        ("PRAGMA application_id = 0", Failure.FOREIGN),
    ],
)
def test_a_later_version_and_a_foreign_database_are_refused(
    notes: sqlite3.Connection, statement: str, failure: Failure
) -> None:
    notes.execute(statement)
    with pytest.raises(UnusableDatabase) as told:
        NOTES.check(notes)
    assert failure_of(told.value) is failure


def test_an_empty_database_is_told_from_a_foreign_one(path: Path) -> None:
    with closing(connect(path, mode="rwc", patience=0)) as database:
        assert is_empty(database)
        with pytest.raises(UnusableDatabase) as told:
            NOTES.check(database)
        assert told.value.failure is Failure.EMPTY


def test_a_missing_table_or_column_is_noticed(notes: sqlite3.Connection) -> None:
    notes.execute("ALTER TABLE page ADD COLUMN more")  # what is more than wanted does no harm
    assert NOTES.is_complete(notes)
    notes.execute("ALTER TABLE page DROP COLUMN number")
    assert not NOTES.is_complete(notes)
    notes.execute("DROP TABLE page")
    assert not NOTES.is_complete(notes)


def older(path: Path) -> sqlite3.Connection:
    database = new(path, Schema(NOTES.application_id, 1, "CREATE TABLE word(text TEXT)", {}))
    add(database, "old")
    return database


def test_all_steps_are_taken_in_order(path: Path) -> None:
    steps: dict[int, Migration] = {
        1: "CREATE TABLE page(number INTEGER); INSERT INTO word VALUES ('1; to 2')",
        2: lambda database: add(database, "2 to 3"),
    }
    schema = Schema(NOTES.application_id, 3, TABLES, steps)
    with closing(older(path)) as database:
        assert schema.check(database) == 1
        schema.migrate(database)
        assert schema.check(database) == 3
        assert words(database) == ["old", "1; to 2", "2 to 3"]
        schema.migrate(database)  # as by a second program, which waited for the first
        assert words(database) == ["old", "1; to 2", "2 to 3"]


def test_a_step_that_fails_leaves_the_version_from_which_it_began(path: Path) -> None:
    steps = {1: "INSERT INTO word VALUES ('new')", 2: "INSERT INTO nowhere VALUES (1)"}
    schema = Schema(NOTES.application_id, 3, TABLES, steps)
    with closing(older(path)) as database:
        with pytest.raises(sqlite3.OperationalError):
            schema.migrate(database)
        assert schema.check(database) == 1
        assert words(database) == ["old"]


def test_a_script_may_hold_semicolons(notes: sqlite3.Connection) -> None:
    script = """
    -- a comment; and more
    CREATE TRIGGER doubled AFTER INSERT ON page BEGIN
        INSERT INTO word VALUES ('a;b'); INSERT INTO word VALUES ('c');
    END;
    INSERT INTO page VALUES (1);;
    INSERT INTO word VALUES ('last')
    """
    with transaction(notes):
        run_script(notes, script)
        assert notes.in_transaction
    assert words(notes) == ["a;b", "c", "last"]


# What is no database of ours


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        (b"", Failure.NOT_A_DATABASE),
        ("燈塔亮了。".encode(), Failure.NOT_A_DATABASE),
        (b"SQLite format 3", Failure.NOT_A_DATABASE),
        (b"SQLite format 3\0" + bytes(50), Failure.FOREIGN),
        (b"SQLite format 3\0" + bytes(500), Failure.FOREIGN),
    ],
)
def test_a_foreign_file_is_told_by_its_first_bytes(
    path: Path, content: bytes, failure: Failure
) -> None:
    path.write_bytes(content)
    with pytest.raises(UnusableDatabase) as told:
        check_header(path, NOTES.application_id)
    assert told.value.failure is failure
    assert is_database(path) == (failure is Failure.FOREIGN)
    assert list(path.parent.iterdir()) == [path]


def test_a_database_is_known_by_its_header(notes: sqlite3.Connection, path: Path) -> None:
    notes.close()
    check_header(path, NOTES.application_id)
    assert is_database(path)


def test_a_truncated_database_is_damaged_and_text_is_none(path: Path) -> None:
    with closing(new(path)) as database:
        add(database, *("long" * 1000 for _ in range(50)))
    path.write_bytes(path.read_bytes()[:9000])
    for content, failure in ((None, Failure.DAMAGED), (b"text " * 500, Failure.NOT_A_DATABASE)):
        if content:
            path.write_bytes(content)
        with (
            pytest.raises(sqlite3.DatabaseError) as told,
            closing(connect(path, mode="ro", patience=0)) as database,
        ):
            words(database)
        assert failure_of(told.value) is failure


def test_a_file_that_is_not_there_is_not_made(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError) as told:
        connect(path, patience=0, pragmas={"synchronous": "FULL"})
    assert failure_of(told.value) is Failure.CANNOT_OPEN
    assert not path.exists()


@pytest.mark.parametrize("name", ["a?mode=ro", "100%.db", "記憶 #1", "a'b", "a;b"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    new(tmp_path / name).close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert [file.name for file in companions(tmp_path / name)] == [
        f"{name}-wal",
        f"{name}-shm",
        f"{name}-journal",
    ]


# Sentences


@pytest.mark.parametrize(
    ("problem", "error", "sentence"),
    [
        (UnusableDatabase(Failure.FOREIGN), UnusableInput, "notes is not ours."),
        (sqlite3.OperationalError("odd"), UnwritableOutput, "notes failed (odd)."),
    ],
)
def test_each_failure_has_its_sentence(
    problem: sqlite3.Error, error: type[DuizhaoError], sentence: str
) -> None:
    messages = ErrorMessages(
        {Failure.FOREIGN: ErrorMessage(UnusableInput, "{path} is not ours.")},
        otherwise=ErrorMessage(UnwritableOutput, "{path} failed ({problem})."),
    )
    with pytest.raises(error) as told, messages.explained(Path("notes")):
        raise problem
    assert str(told.value) == sentence
    assert told.value.__cause__ is problem


def test_what_is_no_failure_of_the_database_goes_through() -> None:
    messages = ErrorMessages({}, otherwise=ErrorMessage(UnusableInput, "{path}"))
    with pytest.raises(KeyError), messages.explained(Path("notes")):
        raise KeyError("a bug")


def test_a_name_of_a_table_that_is_no_text_is_damage(path: Path) -> None:
    new(path).close()
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE page", b"CREATE TABLE \x80\x81\x82("))
    with pytest.raises(sqlite3.Error) as caught:
        connect(path, patience=0).execute("SELECT * FROM word")
    assert failure_of(caught.value) is Failure.DAMAGED


@pytest.mark.skipif(os.name == "nt", reason="Windows has no alarm")
def test_a_signal_ends_the_waiting_for_another_program(
    notes: sqlite3.Connection, path: Path
) -> None:
    class Alarm(Exception):
        pass

    def ring(*_: object) -> None:
        raise Alarm

    notes.execute("BEGIN EXCLUSIVE")
    before = signal.signal(signal.SIGALRM, ring)
    with closing(connect(path, patience=0)) as hasty, closing(connect(path, patience=600)) as other:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            hasty.execute("BEGIN IMMEDIATE")
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        try:
            with pytest.raises(Alarm):
                other.execute("BEGIN IMMEDIATE")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def test_a_statement_is_executed_when_another_program_has_done(
    notes: sqlite3.Connection, path: Path
) -> None:
    notes.execute("BEGIN EXCLUSIVE")
    held = threading.Timer(0.5, notes.execute, ["COMMIT"])
    with closing(connect(path, patience=600)) as other:
        # It lasts longer than SQLite waits by itself.
        held.start()
        other.execute("INSERT INTO word VALUES ('lamp')")
    held.join()
    assert words(notes) == ["lamp"]
