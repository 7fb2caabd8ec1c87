"""A damaged memory: a sentence that names it, or answers like any other's."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aligner.cli.concordance import contents_lines, found_lines
from aligner.formats import write_units
from aligner.memory import Memory, UnusableMemory, analyse
from aligner.unit import Unit
from tests.damage import damaged_copies
from tests.memory.samples import LAMP, UNITS, memory_of


def _use(path: Path, folder: Path) -> None:
    """Do with a memory what its commands do."""
    with Memory(path) as memory:
        contents_lines(path, memory.contents())
        memory.exact_matches(LAMP.zh)
        memory.exact_matches(LAMP.en, "en")
        for part in ("燈", "燈塔", "ight", "the", "in the"):
            found_lines(memory.concordance(part), part, 80, colour=False)
        memory.fuzzy_matches("燈塔的燈滅了。")
        memory.fuzzy_matches("The lamp of the lighthouse was out.", language="en")
        analyse(memory.segment_matches([LAMP.zh, "燈塔的燈滅了。"]))
    with Memory(path, to_add=True) as memory:
        memory.add([LAMP, Unit("雾散了。", "The fog lifted.")], "more")
    with Memory(path) as memory:
        for suffix in (".tmx", ".tsv", ".jsonl"):
            write_units((stored.unit for stored in memory), folder / f"out{suffix}")


def _used(path: Path, folder: Path) -> str:
    """Use a memory, and return the sentence that ended it; empty if nothing did."""
    try:
        _use(path, folder)
    except UnusableMemory as problem:
        return str(problem)
    return ""


@pytest.mark.parametrize("seed", range(2))
def test_each_column_damaged_in_each_way_gives_a_sentence_or_a_clean_run(
    tmp_path: Path, seed: int
) -> None:
    sound, path = tmp_path / "sound", tmp_path / "memory"
    memory_of(sound, *UNITS, *(Unit(f"第{n}盏灯。", f"Lamp {n}.") for n in range(8))).close()
    _use(sound, tmp_path)
    sentences = 0
    for damage in damaged_copies(sound, path, seed):
        try:
            said = _used(path, tmp_path)
        except Exception as problem:
            raise AssertionError(damage) from problem
        assert not said or str(path) in said, damage
        sentences += bool(said)
        assert not list(tmp_path.glob("memory*version*"))
    assert sentences > 30


@pytest.mark.parametrize("version", [0, -1, -(2**31)])
def test_a_memory_of_no_version_is_refused_and_nothing_is_copied(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "memory"
    memory_of(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {version}")
    for to_add in (False, True, False):
        with pytest.raises(UnusableMemory, match="is damaged"):
            Memory(path, to_add=to_add)
    assert [left.name for left in tmp_path.iterdir()] == ["memory"]


@pytest.mark.parametrize(
    "damage",
    [
        "INSERT INTO zh_pairs(zh_pairs) VALUES ('delete-all')",
        "INSERT INTO en_words(en_words) VALUES ('delete-all')",
        "UPDATE units SET zh = '另外的事。' WHERE id = 1",
        "UPDATE units SET id = 2000 WHERE id = 4",
        "ALTER TABLE units DROP COLUMN note",
        "DROP TABLE words",
    ],
)
def test_an_index_that_does_not_fit_is_found_when_it_is_opened(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "memory"
    memory_of(path).close()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(damage)
    before = path.read_bytes()
    with pytest.raises(UnusableMemory, match="is damaged"):
        Memory(path)
    assert path.read_bytes() == before


def test_bringing_an_older_memory_up_to_date_shows_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    memory_of(path).close()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE sources DROP COLUMN frame")
        for column in ("direction", "element", "element_status"):
            database.execute(f"ALTER TABLE units DROP COLUMN {column}")
        database.execute("UPDATE units SET zh_number = zh_number + 1")
        database.execute("PRAGMA user_version = 1")
    told: list[tuple[str, int, int]] = []
    with Memory(path, progress=lambda *state: told.append(state)) as memory:
        assert memory.exact_matches(LAMP.zh)
    stages = {stage for stage, _, _ in told}
    assert stages == {"copying", "bringing the memory up to date"}
    assert all(0 <= done <= total for _, done, total in told)
