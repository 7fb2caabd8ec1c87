"""A memory of layout 1, made by the version that had it, opens with all it held and finds more."""

from __future__ import annotations

import lzma
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aligner.memory import Memory, UnusableMemory, layout
from aligner.memory.adding import BEGINNING
from aligner.memory.keys import identity, key, number
from aligner.memory.rekeying import recompute_keys
from aligner.memory.tokens import marks, pairs, words
from aligner.unit import Unit
from tests.memory.samples import memory_of

VERSION_1 = Path(__file__).with_name("version_1.sqlite3.xz")
NIECE = "His niece came."


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "memory"
    path.write_bytes(lzma.decompress(VERSION_1.read_bytes()))
    return path


def rows(path: Path, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT {columns} FROM units ORDER BY id").fetchall()


def test_all_that_people_wrote_stays(old: Path) -> None:
    kept = "id, zh, en, source, script, zh_code, en_code, confidence, status, note, properties"
    before = rows(old, kept)
    with Memory(old) as memory:
        assert len(list(memory)) == len(before) == 7
    assert rows(old, kept) == before
    assert rows(old.with_name("memory.version-1"), kept) == before
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (layout.VERSION,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("他站著看海。", "zh", ["He stood and watched the sea."]),
        ("他站着看海。", "zh", ["He stood and watched the sea."]),
        ("姪女來了。", "zh", [NIECE, NIECE]),
        ("卫兵关上了门。", "zh", ["The guard closed the door."]),
        ("工程师修好了灯。", "zh", ["The engineer mended the lamp."]),
        ("The lamp is well-known.", "en", ["The lamp is well\u2011known."]),
    ],
)
def test_old_units_are_found_by_the_new_keys(
    old: Path, text: str, language: str, english: list[str]
) -> None:
    with Memory(old) as memory:
        found = memory.exact_matches(text, "zh" if language == "zh" else "en")
        assert [stored.unit.en for stored in found] == english
        assert memory.concordance(text).total == len(english)
        assert memory.concordance("lighthouse").total == 1


def test_numbers_and_indices_are_those_of_a_new_memory(old: Path, tmp_path: Path) -> None:
    with Memory(old) as memory:
        units = [stored.unit for stored in memory]
    columns = "zh_number, en_number"
    expected = [(number(key(unit.zh)), number(key(unit.en))) for unit in units]
    assert rows(old, columns) == expected
    assert [row[0] for row in rows(old, "before")] == [BEGINNING, *(zh for zh, _ in expected[:-1])]
    with closing(sqlite3.connect(old)) as database:
        for place, unit in enumerate(units, start=1):
            for piece in pairs(key(unit.zh)):
                assert (place,) in database.execute(
                    "SELECT rowid FROM zh_pairs WHERE zh_pairs MATCH ?", (f'"{piece}"',)
                ).fetchall()
            for piece in [*words(key(unit.en)), *marks(key(unit.en))]:
                assert (place,) in database.execute(
                    "SELECT rowid FROM en_words WHERE en_words MATCH ?", (f'"{piece}"',)
                ).fetchall()
        assert {word for (word,) in database.execute("SELECT word FROM words")} == {
            word for unit in units for word in words(key(unit.en))
        }


def test_a_context_is_still_one(old: Path) -> None:
    with Memory(old) as memory:
        matches = list(memory.segment_matches(["他站著看海。", "姪女來了。"]))
    assert [match.percent for match in matches] == [101, 101]


def test_what_is_added_again_is_known(old: Path) -> None:
    with Memory(old, to_add=True) as memory:
        again = [stored.unit for stored in memory]
        assert memory.add(again, "again").new == 0
        assert memory.add([Unit("姪女来了。", NIECE)], "once more").new == 0


def test_units_that_are_the_same_by_now_both_stay(old: Path) -> None:
    with Memory(old) as memory:
        niece = [stored for stored in memory if stored.unit.en == NIECE]
    assert [stored.unit.status for stored in niece] == ["proposed", "confirmed"]
    assert niece[0].unit.note == "ch. 1"
    identities = [row[0] for row in rows(old, "identity")]
    assert len(set(identities)) == len(identities)
    assert identity(key("侄女来了。"), NIECE) in identities


def test_a_memory_with_nothing_to_renew_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    memory_of(path).close()
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        recompute_keys(database)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damage", ["confidence = 'high'", "confidence = 2.5", "zh = x'00'", "en = 7.5, zh = x'ff'"]
)
def test_a_damaged_memory_of_an_older_version_is_refused_and_not_copied(
    old: Path, damage: str
) -> None:
    with closing(sqlite3.connect(old)) as database, database:
        database.execute(f"UPDATE units SET {damage} WHERE id = 3")
    before = old.read_bytes()
    for _ in range(2):
        with pytest.raises(UnusableMemory, match="is damaged"):
            Memory(old)
    assert old.read_bytes() == before
    assert [left.name for left in old.parent.iterdir()] == ["memory"]
