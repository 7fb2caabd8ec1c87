"""Other models, with a tiny transformer made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner import align_segments
from aligner.errors import ModelUnavailable

ZH = ["渡輪七點開。", "她拉小提琴。", "鐘敲了三下。"]
EN = ["The ferry leaves at seven.", "She plays the violin.", "The clock struck three."]


@pytest.fixture(scope="module")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of a BERT with two layers and random weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    letters = sorted({c for text in ZH + EN for c in text.lower() if c.strip()})
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters]
    vocabulary += [f"##{c}" for c in letters]
    words = folder / "vocab.txt"
    words.write_text("\n".join(vocabulary), encoding="utf-8")
    torch.manual_seed(0)
    size = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
    )
    BertModel(size).save_pretrained(folder / "bert")
    BertTokenizerFast(vocab=str(words)).save_pretrained(folder / "bert")
    body = Transformer(str(folder / "bert"))
    pooling = Pooling(body.get_embedding_dimension())
    SentenceTransformer(modules=[body, pooling]).save(str(folder / "whole"))
    return str(folder / "whole")


def test_any_model_aligns_and_reports_progress(tiny_model: str) -> None:
    told: list[tuple[str, int, int]] = []
    found = align_segments(ZH, EN, model=tiny_model, progress=lambda *step: told.append(step))
    assert found.model == tiny_model
    assert sorted(i for bead in found.beads for i in bead.zh) == [0, 1, 2]
    assert sorted(j for bead in found.beads for j in bead.en) == [0, 1, 2]
    assert any(stage.startswith("encoding") and done == total for stage, done, total in told)


def test_a_missing_folder_is_told_in_a_sentence() -> None:
    with pytest.raises(ModelUnavailable, match="no folder"):
        align_segments(ZH, EN, model="./no-such-model")


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing here", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="cannot be had"):
        align_segments(ZH, EN, model=str(tmp_path))


def test_a_name_that_is_not_on_disk_is_told_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="leave out --model"):
        align_segments(ZH, EN, model="nobody/no-such-model")
