"""The recipe on a handful of pairs: it runs through, learns them, and writes what loads."""

from __future__ import annotations

import lzma
from pathlib import Path

import numpy as np
import pytest

NOUNS = {"渡輪": "ferry", "茶": "tea", "鐘": "clock", "燈": "lamp", "琴": "violin", "橋": "bridge"}
PLACES = {"港口": "harbour", "山上": "mountain", "市場": "market", "車站": "station"}


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    return [
        (f"{place}的{noun}很舊。", f"The {en_noun} at the {en_place} is old.")
        for noun, en_noun in NOUNS.items()
        for place, en_place in PLACES.items()
    ] * 8


def test_every_source_is_found_and_read(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    from training.pairs import SOURCES, find_source, read_pairs

    text = "".join(f"{zh}\t{en}\n" for zh, en in pairs) + "no tab\n\t empty\n"
    source = SOURCES[0]
    path = tmp_path / f"{source.name}.tsv.xz"
    path.write_bytes(lzma.compress(text.encode()))
    assert find_source(tmp_path, source) == path
    assert find_source(tmp_path, SOURCES[1]) is None
    assert read_pairs(path) == pairs


def test_the_recipe_learns_and_saves(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    from aligner.encoders.static import StaticModel
    from training.embedding import Settings, read_texts, start_vectors, train
    from training.export import save_model
    from training.pairs import Source
    from training.vocabulary import bare_tokenizer, choose_pieces

    settings = Settings(
        pieces=400, width=32, epochs=6, batch=32, run=8, coverage_pairs=8, coverage_pieces=12
    )
    tokenizer = bare_tokenizer(choose_pieces(pairs, settings.pieces))
    loaded = [
        (Source("running", 1.0, running=True), pairs[:96]),
        (Source("loose", 1.0, running=False), pairs[96:]),
    ]
    texts, sizes = read_texts(loaded, tokenizer)
    table = start_vectors(texts, tokenizer.get_vocab_size(), settings, None)
    save_model(train(texts, sizes, table, settings).numpy(), tokenizer, tmp_path / "model")

    model = StaticModel(tmp_path / "model")
    zh = model.encode([zh for zh, _ in pairs[:24]])
    en = model.encode([en for _, en in pairs[:24]])
    zh /= np.linalg.norm(zh, axis=1, keepdims=True)
    en /= np.linalg.norm(en, axis=1, keepdims=True)
    nearest = (zh @ en.T).argmax(axis=1)
    assert (nearest == np.arange(24)).mean() > 0.8


def test_eight_bits_cost_little() -> None:
    from training.export import eight_bits

    table = np.random.default_rng(0).normal(size=(50, 256)).astype(np.float32)
    rows, factor = eight_bits(table)
    again = rows.astype(np.float32) * factor[:, None]
    cosine = (again * table).sum(1) / np.linalg.norm(again, axis=1) / np.linalg.norm(table, axis=1)
    assert cosine.min() > 0.9999
