from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from aligner.alignment.scorer import WEIGHTS
from training import scorer

ZH = [
    "雨下了一整夜。",
    "早上河水漲到橋邊，",
    "村裡的人都來看。",
    "孩子們不必上學。",
    "中午太陽出來了。",
]
EN = [
    "It rained all night.",
    "In the morning the river had risen to the bridge, and the whole village came to look.",
    "The children did not have to go to school.",
    "At noon the sun came out.",
    "Nobody had expected it.",
]
GOLD = [[[0], [0]], [[1, 2], [1]], [[3], [2]], [[4], [3]], [[], [4]]]


def gold_folder(folder: Path) -> Path:
    """Write two texts with their gold beads."""
    folder.mkdir()
    for name, size in (("one", 5), ("two", 4)):
        case = {"zh": ZH, "en": EN[:size], "gold": GOLD[:size]}
        (folder / f"{name}.json").write_text(json.dumps(case), encoding="utf-8")
    return folder


def test_the_recipe_writes_the_weights_that_the_package_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scorer, "_ROUNDS", 3)
    out = tmp_path / "weights.json"
    gold = gold_folder(tmp_path / "gold")
    monkeypatch.setattr(sys, "argv", ["training.scorer", str(gold), "--out", str(out)])
    scorer.main()
    shipped = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["fitted on"] == ["gold"]
    for table in ("first", "second"):
        assert list(written[table]) == list(shipped[table])


def test_texts_are_aligned_by_weights_fitted_without_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(scorer, "_ROUNDS", 3)
    gold, out = gold_folder(tmp_path / "gold"), tmp_path / "predicted"
    monkeypatch.setattr(sys, "argv", ["training.scorer", str(gold), "--cross-validate", str(out)])
    scorer.main()
    assert "strict F1" in capsys.readouterr().out
    beads = json.loads((out / "gold" / "one.json").read_text(encoding="utf-8"))["beads"]
    assert sorted(i for zh, _ in beads for i in zh) == list(range(5))
