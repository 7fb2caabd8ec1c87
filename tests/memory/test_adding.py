from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aligner.bitext import Status
from aligner.memory import Memory
from aligner.memory.adding import add
from aligner.memory.file import open_to_add
from aligner.unit import Unit
from tests.memory.samples import DOOR, LAMP, SHIP, STORM, UNITS, memory_of


def units_in(path: Path) -> list[Unit]:
    with Memory(path) as memory:
        return [entry.unit for entry in memory]


def test_units_come_back_as_they_were_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    with Memory(path, to_add=True) as memory:
        added = memory.add(UNITS, "samples.tmx")
    assert (added.new, added.known) == (4, 0)
    assert units_in(path) == list(UNITS)


def test_the_same_units_are_added_once(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    with memory_of(path) as memory:
        again = memory.add([*UNITS, LAMP], "again.tmx")
        assert (again.new, again.known) == (0, 5)
        assert [source.name for source in memory.contents().sources] == ["samples.tmx"]
    assert len(units_in(path)) == 4


def test_the_other_script_is_the_same_unit_and_the_first_text_stays(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    other = replace(LAMP, zh="灯塔的灯亮了。", zh_code="zh-CN")
    with memory_of(path, LAMP, other) as memory:
        assert [entry.unit.zh for entry in memory] == [LAMP.zh]


def test_another_english_is_another_unit(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    with memory_of(path, LAMP, replace(LAMP, en="The lighthouse's lamp was lit.")) as memory:
        assert len(list(memory)) == 2


def test_half_and_excluded_units_are_left_out_and_counted(tmp_path: Path) -> None:
    half = [Unit("", "Alone."), Unit("獨自。", " \n"), Unit("", "")]
    with Memory(tmp_path / "memory", to_add=True) as memory:
        added = memory.add([*half, replace(LAMP, status="excluded"), SHIP], "x.tsv")
    assert (added.new, added.half, added.excluded) == (1, 3, 1)


@pytest.mark.parametrize(
    ("first", "then", "left"),
    [
        ("proposed", "confirmed", "confirmed"),
        ("review", "proposed", "proposed"),
        ("confirmed", "proposed", "confirmed"),
        ("edited", "review", "edited"),
    ],
)
def test_what_a_translator_settled_is_taken_over(
    tmp_path: Path, first: Status, then: Status, left: str
) -> None:
    path = tmp_path / "memory"
    one, other = (replace(LAMP, status=status) for status in (first, then))
    with memory_of(path, one) as memory:
        assert memory.add([other], "later.tmx").settled == (left != first)
    assert units_in(path)[0].status == left
    with Memory(tmp_path / "at once", to_add=True) as memory:
        memory.add([one, other], "both.tmx")
        assert [entry.unit.status for entry in memory] == [left]


def test_what_came_before_is_remembered_across_batches(tmp_path: Path) -> None:
    file = open_to_add(tmp_path / "memory").database
    add(file, UNITS, "samples.tmx", batch=2)
    befores = [row for (row,) in file.execute("SELECT before FROM units ORDER BY id")]
    numbers = [row for (row,) in file.execute("SELECT zh_number FROM units ORDER BY id")]
    file.close()
    assert befores == [0, *numbers[:-1]]


def test_a_file_that_breaks_off_leaves_whole_batches_and_can_go_on(tmp_path: Path) -> None:
    def breaking() -> Iterator[Unit]:
        yield from UNITS[:3]
        raise ValueError("half a file")

    file = open_to_add(tmp_path / "memory").database
    with pytest.raises(ValueError, match="half a file"):
        add(file, breaking(), "samples.tmx", batch=2)
    assert file.execute("SELECT count(*) FROM units").fetchone() == (2,)
    done = add(file, UNITS, "samples.tmx", batch=2)
    file.close()
    assert (done.new, done.known) == (2, 2)


def test_hostile_characters_are_kept_as_far_as_they_can_be(tmp_path: Path) -> None:
    hostile = [
        Unit("零\0字", "nul\0byte"),
        Unit("半\ud800個", "half \udfff one", note="\ud800", properties=(("x\ud800", "y"),)),
        Unit("'; DROP TABLE units; --", '" OR NEAR( * ^ {a b}'),
        Unit("逆\u202e轉\x1b[31m", "turn\u202eed \x1b]0;x\x07"),
        Unit("😀𠮷", "emoji 😀"),
        Unit("長" * 50_000, "long " * 20_000),
    ]
    path = tmp_path / "memory"
    with memory_of(path, *hostile) as memory:
        kept = [entry.unit for entry in memory]
        assert kept[1].zh == "半\ufffd個"
        assert kept[:1] + kept[2:] == hostile[:1] + hostile[2:]
        assert memory.add(hostile, "again").new == 0
        for unit in hostile:
            for text in (unit.zh, unit.en):
                whole = not any(half in text for half in ("\ud800", "\udfff"))
                assert memory.concordance(text[:40]).total == whole
                assert memory.fuzzy_matches(text) is not None


def test_an_addition_without_units_leaves_no_trace(tmp_path: Path) -> None:
    with Memory(tmp_path / "memory", to_add=True) as memory:
        assert memory.add([], "empty.tmx").new == 0
        assert memory.contents().sources == ()


def test_contents_say_what_is_there(tmp_path: Path) -> None:
    with memory_of(tmp_path / "memory") as memory:
        memory.add([Unit("一二三", "One two three.")], "numbers.tsv")
        held = memory.contents()
    assert held.units == 5
    assert [(source.name, source.units) for source in held.sources] == [
        ("samples.tmx", 4),
        ("numbers.tsv", 1),
    ]
    assert held.scripts == {"Hans": 3, "Hant": 1, "": 1}
    assert held.statuses == {"proposed": 4, "confirmed": 1}
    assert DOOR.status == "proposed"
    assert STORM.status == "confirmed"
    assert held.size > 0
