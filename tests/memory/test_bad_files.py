"""What is no memory, or no longer one: a sentence, and the file as it was."""

from __future__ import annotations

import random
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from aligner.memory import Memory, UnusableMemory, file, layout, memory_path
from aligner.memory.adding import add
from aligner.unit import Unit
from tests.commands import open_folder, without_privileges
from tests.memory.samples import UNITS, memory_of

MANY = [
    Unit(f"第{n}盏灯在{n * 7}号码头亮了。", f"Lamp {n} was lit on quay {n * 7}.")
    for n in range(3000)
]


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE units (zh, en)")


def of_a_later_version(path: Path) -> None:
    memory_of(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {layout.VERSION + 1}")


def of_no_version(path: Path) -> None:
    memory_of(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 0")


def cut_short(path: Path) -> None:
    memory_of(path, *MANY).close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_text("zh\ten\n" * 500), "is no memory"),
        (lambda path: path.write_bytes(b"\0" * 5000), "is no memory"),
        (lambda path: path.write_bytes(random.Random(0).randbytes(10_000)), "is no memory"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000), "memory"),
        (of_another_program, "a database of another program"),
        (of_a_later_version, "a newer version of Duizhao"),
        (of_no_version, "is damaged"),
        (cut_short, "is damaged"),
    ],
)
@pytest.mark.parametrize("to_add", [False, True])
def test_a_file_that_is_no_memory_is_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], object], says: str, to_add: bool
) -> None:
    path = tmp_path / "memory"
    make(path)
    before = path.read_bytes()
    with pytest.raises(UnusableMemory, match=says):
        Memory(path, to_add=to_add)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("seed", range(5))
def test_damage_in_the_middle_is_a_sentence_if_it_matters(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "memory"
    memory_of(path, *MANY).close()
    chance, data = random.Random(seed), bytearray(path.read_bytes())
    for _ in range(20):
        at = chance.randrange(8192, len(data) - 2000)
        data[at : at + 2000] = chance.randbytes(2000)
    path.write_bytes(data)
    for work in (
        lambda m: list(m),
        lambda m: m.concordance("灯"),
        lambda m: m.fuzzy_matches("第5盏灯在号码头亮了。"),
        lambda m: m.contents(),
    ):
        with suppress(UnusableMemory), Memory(path) as memory:
            work(memory)
    assert path.read_bytes() == data


def test_a_memory_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    for path in (tmp_path / "memory", tmp_path / "no" / "folder" / "memory"):
        with pytest.raises(UnusableMemory, match=r"There is no memory .* yet"):
            Memory(path)
    (tmp_path / "empty").touch()
    with pytest.raises(UnusableMemory, match="There is no memory"):
        Memory(tmp_path / "empty")
    assert (tmp_path / "empty").read_bytes() == b""
    with pytest.raises(UnusableMemory, match="is a folder"):
        Memory(tmp_path)


def test_a_memory_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "duizhao" / "memory"
    memory_of(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableMemory, match="cannot be opened"):
        Memory(tmp_path / "file" / "memory", to_add=True)


def test_a_memory_that_may_not_be_written_can_be_read() -> None:
    with open_folder() as folder:
        memory_of(folder / "memory").close()
        (folder / "memory").chmod(0o444)
        folder.chmod(0o555)
        try:
            with without_privileges():
                with Memory(folder / "memory") as memory:
                    assert memory.concordance("燈").total == 1
                with pytest.raises(UnusableMemory, match="may not be written"):
                    Memory(folder / "memory", to_add=True)
                with pytest.raises(UnusableMemory, match="may not be written"):
                    Memory(folder / "new", to_add=True)
        finally:
            folder.chmod(0o755)


def test_a_full_disk_keeps_what_was_added_before(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    kept = file.open_to_add(path).database
    add(kept, MANY[:500], "first")
    (pages,) = kept.execute("PRAGMA page_count").fetchone()
    kept.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(UnusableMemory, match="no room"), file.explained(path):
        add(kept, MANY, "second", batch=2500)
    kept.close()
    with Memory(path, to_add=True) as memory:
        assert memory.contents().units == 500
        assert memory.concordance("盏灯").total == 500
        assert memory.add(MANY, "second").new == 2500


def test_another_program_that_writes_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "PATIENCE", 0.05)
    path = tmp_path / "memory"
    memory_of(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UnusableMemory, match="Another program"):
            Memory(path)


def test_an_older_memory_is_copied_and_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "memory"
    memory_of(path).close()
    shutil.copy(path, tmp_path / "as it was")
    monkeypatch.setattr(layout, "VERSION", layout.VERSION + 1)
    monkeypatch.setitem(
        layout.STEPS,
        layout.VERSION - 1,
        lambda database: database.execute("ALTER TABLE units ADD extra TEXT"),
    )
    with Memory(path) as memory:
        assert [entry.unit for entry in memory] == list(UNITS)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (layout.VERSION,)
        assert database.execute("SELECT extra FROM units LIMIT 1").fetchone() == (None,)
    backup = tmp_path / f"memory.version-{layout.VERSION - 1}"
    with closing(sqlite3.connect(backup)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (layout.VERSION - 1,)
        assert database.execute("SELECT count(*) FROM units").fetchone() == (4,)


def test_an_update_that_fails_leaves_the_older_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(database: sqlite3.Connection) -> None:
        database.execute("DELETE FROM units")
        raise sqlite3.OperationalError("half-way")

    path = tmp_path / "memory"
    memory_of(path).close()
    earlier = tmp_path / f"memory.version-{layout.VERSION}"
    earlier.write_text("an earlier backup", encoding="utf-8")
    with monkeypatch.context() as later:
        later.setattr(layout, "VERSION", layout.VERSION + 1)
        later.setitem(layout.STEPS, layout.VERSION - 1, fails)
        with pytest.raises(UnusableMemory, match="half-way"):
            Memory(path)
    with Memory(path) as memory:
        assert [entry.unit for entry in memory] == list(UNITS)
    assert earlier.read_text(encoding="utf-8") == "an earlier backup"
    assert earlier.with_name(f"{earlier.name}-2").exists()


@pytest.mark.parametrize("name", ["mem?mode=ro.sqlite3", "100%.db", "記憶 #1", "a'b"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    memory_of(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with Memory(tmp_path / name) as memory:
        assert memory.contents().units == 4


def test_the_memory_is_where_the_platform_keeps_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DUIZHAO_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for platform in ("linux", "darwin"):
        monkeypatch.setattr("sys.platform", platform)
        assert memory_path() == tmp_path / "duizhao" / "memory.sqlite3"
    monkeypatch.setenv("DUIZHAO_DATA", str(tmp_path / "mine"))
    assert memory_path() == tmp_path / "mine" / "memory.sqlite3"
