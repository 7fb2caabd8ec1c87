from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from aligner.encoders.context import ContextModel
from training.context import (
    choose_pieces,
    context_tokenizer,
    eight_bit_columns,
    four_bits,
    read_network,
    read_pieces,
    write_model,
)

_LETTERS = ("▁", "a", "b", "c", "雨", "雪", "語", "▁rain", "▁snow")
PIECES = [
    ("<unk>", 0.0),
    ("<s>", 0.0),
    ("</s>", 0.0),
    *((piece, -3.0 - k / 10) for k, piece in enumerate(_LETTERS)),
]
WIDTH, BRANCH, OUT = 8, 4, 6


def weights() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(5)

    def matrix(*shape: int) -> np.ndarray:
        return rng.normal(size=shape).astype(np.float32) / 3

    found = {"ln_g": matrix(WIDTH + 12), "ln_b": matrix(WIDTH + 12)}
    found |= {"cnn_W": matrix(WIDTH + 12, OUT), "cnn_b": matrix(OUT)}
    found |= {name: matrix(OUT, OUT) for name in ("d0", "d1", "d2", "d3", "p1", "p3")}
    for order in (2, 3, 5):
        found |= {f"proj{order}": matrix(WIDTH, BRANCH)}
        found |= {f"{name}{order}": matrix(BRANCH) for name in ("proj_b", "ln_g", "ln_b")}
        for step in (1, 2):
            found[f"w{step}_{order}"] = matrix(order * BRANCH, BRANCH)
            found[f"b{step}_{order}"] = matrix(BRANCH)
    return found


def test_four_bits_keep_a_row_within_a_tenth() -> None:
    table = np.random.default_rng(2).normal(size=(300, 64)).astype(np.float32) * 3
    packed, factor, levels = four_bits(table)
    assert packed.shape == (300, 32)
    back = np.empty_like(table)
    back[:, ::2], back[:, 1::2] = levels[packed & 15], levels[packed >> 4]
    back *= factor[:, None]
    assert np.linalg.norm(back - table) / np.linalg.norm(table) < 0.12


def test_eight_bits_keep_a_matrix_within_a_hundredth() -> None:
    matrix = np.random.default_rng(2).normal(size=(50, 20)).astype(np.float32)
    rows, factor = eight_bit_columns(matrix)
    assert np.abs(rows * factor - matrix).max() < 0.02


def test_pieces_are_found_in_the_tables_of_the_package() -> None:
    codes = np.arange(12, dtype=np.uint8).reshape(6, 2)
    packaged: dict[str, npt.NDArray[Any]] = {
        "q1": codes[:3],
        "q2": codes[3:],
        "lo": np.zeros(2),
        "scale": np.array([1.0, 10.0]),
    }
    assert read_pieces(packaged, [0, 1, 4]).tolist() == [[0, 1], [60, 70], [4, 5]]


def test_chosen_pieces_are_special_chinese_or_frequent() -> None:
    kept = choose_pieces(PIECES, ["snow snow"], 7)
    assert [PIECES[k][0] for k in kept] == ["<unk>", "<s>", "</s>", "雨", "雪", "▁snow"]


def test_the_folder_is_what_the_encoder_reads(tmp_path: Path) -> None:
    vectors = np.random.default_rng(3).normal(size=(len(PIECES), WIDTH)).astype(np.float32)
    write_model(PIECES, vectors, read_network(weights()), tmp_path)
    model = ContextModel(tmp_path)
    found = model.encode(["rain", "snow", "雨雪"])
    assert found.shape == (3, OUT)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-4)
    assert abs(float(found[0] @ found[1])) < 0.9999


def test_traditional_characters_become_simplified() -> None:
    tokens = context_tokenizer([*PIECES, ("语", -3.0)]).encode("語").tokens
    assert tokens[-2:] == ["语", "</s>"]
