"""Other models, with a tiny transformer made here."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from aligner import align_segments
from aligner.encoders.transformer import TransformerModel
from aligner.errors import ModelUnavailable
from tests.encoders.conftest import EN, ZH


def test_any_model_aligns_and_reports_progress(tiny_model: str) -> None:
    told: list[tuple[str, int, int]] = []
    found = align_segments(ZH, EN, model=tiny_model, progress=lambda *step: told.append(step))
    assert found.model == tiny_model
    assert sorted(i for bead in found.beads for i in bead.zh) == [0, 1, 2]
    assert sorted(j for bead in found.beads for j in bead.en) == [0, 1, 2]
    assert any(stage.startswith("encoding") and done == total for stage, done, total in told)


def test_a_folder_never_touches_the_network(tiny_model: str, no_network: None) -> None:
    assert align_segments(ZH, EN, model=tiny_model).model == tiny_model


def test_a_name_on_disk_never_touches_the_network(hub_name: str, no_network: None) -> None:
    assert align_segments(ZH, EN, model=hub_name).model == hub_name


def test_spans_are_sentences_joined(tiny_model: str) -> None:
    model = TransformerModel(tiny_model)
    two = model.spans(EN, " ", None).rows(2, 0, 1)
    joined = model.spans([f"{EN[0]} {EN[1]}"], " ", None).rows(1, 0, 1)
    assert np.abs(two - joined).max() < 1e-3
    assert abs(float(np.linalg.norm(two)) - 1) < 1e-5


def test_a_side_without_text_aligns(tiny_model: str) -> None:
    assert len(align_segments(ZH, [], model=tiny_model).beads) == len(ZH)


def test_half_a_character_is_no_obstacle(tiny_model: str) -> None:
    assert align_segments([*ZH, "鐘\ud83d"], EN, model=tiny_model).beads


def test_the_shortest_texts_are_encoded_first(
    tiny_model: str, encoded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aligner.encoders.transformer._BATCH", 3)
    TransformerModel(tiny_model).spans(EN, " ", None)
    assert len(encoded) > 3
    assert encoded == sorted(encoded, key=lambda text: (len(text), text))


def test_a_default_prompt_is_applied(tiny_model: str, tmp_path: Path) -> None:
    prompted = tmp_path / "prompted"
    shutil.copytree(tiny_model, prompted)
    settings = prompted / "config_sentence_transformers.json"
    known = json.loads(settings.read_text(encoding="utf-8"))
    known |= {"prompts": {"query": "three: "}, "default_prompt_name": "query"}
    settings.write_text(json.dumps(known), encoding="utf-8")
    with_prompt = TransformerModel(str(prompted)).spans(EN, " ", None).rows(1, 0, 1)
    by_hand = TransformerModel(tiny_model).spans([f"three: {EN[0]}"], " ", None).rows(1, 0, 1)
    assert np.abs(with_prompt - by_hand).max() < 1e-3


def test_a_missing_folder_is_told_in_a_sentence() -> None:
    with pytest.raises(ModelUnavailable, match="no folder"):
        align_segments(ZH, EN, model="./no-such-model")


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing here", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="cannot be had"):
        align_segments(ZH, EN, model=str(tmp_path))


def test_a_name_that_is_not_on_disk_is_told_offline(
    monkeypatch: pytest.MonkeyPatch, no_network: None
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="leave out --model"):
        align_segments(ZH, EN, model="nobody/no-such-model")
