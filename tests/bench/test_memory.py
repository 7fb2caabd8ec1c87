from __future__ import annotations

import random
from pathlib import Path

import pytest

from bench.memory import add, changed, generated, look_up, recall


def test_units_are_the_same_for_the_same_seed_and_never_twice() -> None:
    units = list(generated(500))
    assert units == list(generated(500))
    assert len({unit.zh for unit in units}) > 490
    assert 25 < sum(len(unit.zh) for unit in units) / len(units) < 50


def test_a_changed_text_is_near_the_text() -> None:
    chance = random.Random(0)
    text = "一二三四五六七八九十"
    texts = [changed(text, chance) for _ in range(50)]
    assert all(abs(len(other) - len(text)) <= 3 for other in texts)
    assert sum(other != text for other in texts) > 40


def test_everything_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(tmp_path / "memory", 300)
    look_up(tmp_path / "memory", 300, 5)
    recall(tmp_path / "memory", 300, 5)
    shown = capsys.readouterr().out
    assert shown.startswith("add         300 units")
    assert shown.count("found 5/5") == 13
    assert "recall" in shown
