from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.memory import Memory
from aligner.memory import search as looking
from aligner.memory.keys import key
from aligner.unit import Unit
from tests.memory.samples import DOOR, LAMP, SHIP, STORM, memory_of


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return memory_of(tmp_path / "memory")


@pytest.mark.parametrize(
    ("query", "unit"),
    [
        ("燈塔", LAMP),
        ("灯塔", LAMP),
        ("關上", DOOR),
        ("门", DOOR),
        ("門。", DOOR),
        ("，海水", STORM),
        ("來臨,海", STORM),
        ("迷失了方向", SHIP),
        ("LIGHTHOUSE", LAMP),
        ("lighthouse was", LAMP),
        ("ighthou", LAMP),
        ("idnight, AND the se", STORM),
        ("quay.", STORM),
        ("雾", SHIP),
    ],
)
def test_a_part_is_found(memory: Memory, query: str, unit: Unit) -> None:
    found = memory.concordance(query)
    assert [entry.unit for entry in found.units] == [unit]
    assert found.total == 1


@pytest.mark.parametrize("query", ["燈燈", "塔人塔", "lamp door", "", "   ", "qq", "※", "the the"])
def test_what_is_not_there_is_not_found(memory: Memory, query: str) -> None:
    found = memory.concordance(query)
    assert (found.units, found.total) == ((), 0)


def test_newest_come_first_and_the_rest_is_counted(tmp_path: Path) -> None:
    with memory_of(tmp_path / "m", *(Unit(f"第{n}盏灯", f"lamp {n}") for n in range(30))) as memory:
        found = memory.concordance("盏灯", limit=3)
        assert [entry.unit.en for entry in found.units] == ["lamp 29", "lamp 28", "lamp 27"]
        assert (found.total, found.is_all) == (30, True)
        assert not memory.concordance("lamp", limit=3).is_all


def test_more_than_can_be_looked_at_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "_LOOKED_AT", 10)
    with memory_of(tmp_path / "m", *(Unit(f"第{n}盏灯亮了", f"lamp {n}") for n in range(30))) as m:
        sure, unsure = m.concordance("盏灯", limit=3), m.concordance("盏灯亮", limit=3)
    assert (sure.total, sure.is_all) == (30, True)
    assert (unsure.total, unsure.is_all) == (10, False)


def test_every_word_that_ends_as_a_query_begins_is_found(tmp_path: Path) -> None:
    count = looking._MOST_ENDS
    units = [Unit(f"第{n}", f"the number{n}light keeper") for n in range(count)]
    with memory_of(tmp_path / "m", *units) as memory:
        found = memory.concordance("light keep", limit=count)
    assert [entry.unit for entry in found.units] == units[::-1]
    assert (found.total, found.is_all) == (count, True)


def test_a_part_of_a_word_in_too_many_units_to_look_at_is_said(tmp_path: Path) -> None:
    units = [Unit(f"第{n}", f"lamps {n}") for n in range(looking._OF_EACH_WORD + 1)]
    with memory_of(tmp_path / "m", *units, Unit("門", "clamps")) as memory:
        found = memory.concordance("amp", limit=3)
    assert [entry.unit.en for entry in found.units][:2] == ["clamps", units[-1].en]
    assert not found.is_all


def test_an_exact_text_is_found_in_either_script_and_case(memory: Memory) -> None:
    assert [entry.unit for entry in memory.exact_matches("灯塔的灯亮了。")] == [LAMP]
    assert [entry.unit for entry in memory.exact_matches("THE KEEPER closed the door.", "en")] == [
        DOOR
    ]
    assert memory.exact_matches("灯塔的灯亮了") == []
    assert memory.exact_matches("") == []


def test_of_several_translations_the_settled_one_comes_first(tmp_path: Path) -> None:
    settled = replace(DOOR, en="The keeper shut the door.", status="edited")
    newest = replace(DOOR, en="The guard closed the gate.")
    with memory_of(tmp_path / "m", DOOR, settled, newest) as memory:
        found = [entry.unit.en for entry in memory.exact_matches(DOOR.zh)]
    assert found == [settled.en, newest.en, DOOR.en]


CHINESE = st.text(st.sampled_from("燈灯塔亮門，。a1 "), min_size=1, max_size=8)
ENGLISH = st.text(st.sampled_from("abAB ,.é'1燈"), min_size=1, max_size=8)


@settings(max_examples=40)
@given(st.lists(st.tuples(CHINESE, ENGLISH), min_size=1, max_size=12), CHINESE | ENGLISH)
def test_searching_finds_what_looking_at_every_unit_finds(
    texts: list[tuple[str, str]], query: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        units = [Unit(zh, en) for zh, en in texts]
        with memory_of(Path(folder) / "memory", *units) as memory:
            wanted = key(query)
            right = [
                entry.unit
                for entry in memory
                if wanted and (wanted in key(entry.unit.zh) or wanted in key(entry.unit.en))
            ]
            found = memory.concordance(query, limit=100)
            assert [entry.unit for entry in found.units] == right[::-1]
            assert (found.total, found.is_all) == (len(right), True)
