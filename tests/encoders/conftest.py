"""A tiny transformer made here, a cache of its own for each test, and no network."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ZH = ["渡輪七點開。", "她拉小提琴。", "鐘敲了三下。"]
EN = ["The ferry leaves at seven.", "She plays the violin.", "The clock struck three."]


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of a BERT with two layers and random weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

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
    BertTokenizer(vocab=str(words)).save_pretrained(folder / "bert")
    body = Transformer(str(folder / "bert"))
    pooling = Pooling(body.get_embedding_dimension())
    SentenceTransformer(modules=[body, pooling]).save(str(folder / "whole"))
    return str(folder / "whole")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep vectors in a folder of this test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("DUIZHAO_CACHE", str(folder))
    return folder


@pytest.fixture
def hub_name(tiny_model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name under which the hub's cache has the tiny model."""
    kept = tmp_path / "hub" / "models--nobody--tiny"
    shutil.copytree(tiny_model, kept / "snapshots" / ("a" * 40))
    (kept / "refs").mkdir()
    (kept / "refs" / "main").write_text("a" * 40, encoding="utf-8")
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path / "hub"))
    return "nobody/tiny"


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every attempt to reach the network fail, and the test with it if a library hides that."""
    attempts: list[str] = []

    def refuse(*about: Any, **_: Any) -> None:
        attempts.append(repr(about))
        raise OSError("no network here")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield
    assert not attempts


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that every text that a model encodes is added to."""
    from sentence_transformers import SentenceTransformer

    texts: list[str] = []
    encode = SentenceTransformer.encode

    def noted(self: Any, batch: list[str], **settings: Any) -> Any:
        found = encode(self, batch, **settings)
        texts.extend(batch)
        return found

    monkeypatch.setattr(SentenceTransformer, "encode", noted)
    return texts
