from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from aligner.encoders import static
from aligner.encoders.static import BUILT_IN, StaticModel, built_in
from aligner.errors import ModelUnavailable

TEXTS = [
    "港口的潮鐘在凌晨三點敲了七下。",
    "港口的潮钟在凌晨三点敲了七下。",
    "The tide clock in the harbour struck seven at three in the morning.",
    "票價 3.5 元（約合 0.45 美元），詳見 https://example.org/票價",
    "ＡＢＣ　１２３ Ⅷ ﬁ café naïve",
    "!!!",
    "龘𪚥",
]


def test_vectors_are_those_of_sentence_transformers() -> None:
    from sentence_transformers import SentenceTransformer

    reference = SentenceTransformer(str(BUILT_IN), device="cpu", local_files_only=True)
    expected = reference.encode(TEXTS, show_progress_bar=False)
    assert np.abs(built_in().encode(TEXTS) - expected).max() < 1e-5


def test_traditional_and_simplified_have_one_vector() -> None:
    traditional, simplified = built_in().encode(TEXTS[:2])
    assert np.abs(traditional - simplified).max() < 1e-6


def test_case_and_width_do_not_matter() -> None:
    wide, narrow = built_in().encode(["ＴＩＤＥ　Ｃｌｏｃｋ　１２", "tide clock 12"])
    assert np.abs(wide - narrow).max() < 1e-6


def test_a_translation_is_nearer_than_another_sentence() -> None:
    vectors = built_in().encode(
        ["渡輪明早七點開往島上。", "The ferry leaves for the island at seven tomorrow morning.",
         "She has played the violin since she was six years old."]
    )  # fmt: skip
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    zh, right, wrong = vectors
    assert zh @ right > zh @ wrong + 0.2


def test_the_vector_of_a_text_is_the_mean_of_its_pieces() -> None:
    model = built_in()
    pieces = model.pieces(["好", "", "tide clock"])
    assert len(pieces) == 3
    assert pieces.start[1] == pieces.start[2]
    sums = model.sums(pieces)
    assert np.allclose(sums[1], 0)
    last = pieces.slice(2, 3)
    assert np.allclose(sums[2], model.vectors(last.ids).sum(axis=0), atol=1e-6)


def test_lone_surrogates_and_nothing_at_all_are_encoded() -> None:
    vectors = built_in().encode(["", "\ud800", "\x00\x07", "\u200d" * 50])
    assert vectors.shape == (4, built_in().width)
    assert np.isfinite(vectors).all()
    assert built_in().encode([]).shape == (0, built_in().width)


def test_a_broken_model_is_reported(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="install duizhao again"):
        StaticModel(tmp_path)


@pytest.mark.parametrize(
    ("text", "form", "written"),
    [
        ("港口的潮鐘敲了", "钟", "鐘"),
        ("😀👩\u200d💻臺灣", "台湾", "臺灣"),
        ("ＴＩＤＥ　Ｃｌｏｃｋ", "clock", "Ｃｌｏｃｋ"),
        ("\ud800 The Tide", "tide", "Tide"),
    ],
)
def test_tokens_stand_where_the_text_has_them(text: str, form: str, written: str) -> None:
    found = {name: text[start:end] for _, start, end, name in built_in().tokens(text)}
    assert found[form] == written


def test_tokens_are_the_pieces_of_a_text() -> None:
    model = built_in()
    for text in TEXTS:
        assert [piece for piece, *_ in model.tokens(text)] == model.pieces([text]).ids.tolist()


def test_a_long_text_is_tokenised_in_slices_without_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The tide clock in the harbour struck seven. 港口的潮鐘敲了七下。 " * 30
    whole = built_in().pieces([text, "", *TEXTS])
    monkeypatch.setattr(static, "_SLICE", 100)
    monkeypatch.setattr(static, "_CHARACTERS", 250)
    parts = built_in().pieces([text, "", *TEXTS])
    assert parts.ids.tolist() == whole.ids.tolist()
    assert parts.start.tolist() == whole.start.tolist()


@pytest.mark.parametrize("at_once", [1, 7, 40, 10_000])
def test_sums_are_the_same_however_many_vectors_are_looked_up_at_once(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    pieces = built_in().pieces(["", *TEXTS, "", TEXTS[2] * 9, ""])
    expected = built_in().sums(pieces)
    monkeypatch.setattr(static, "_PIECES", at_once)
    np.testing.assert_allclose(built_in().sums(pieces), expected, rtol=1e-4, atol=1e-4)
    assert not expected[0].any()


def test_a_text_of_megabytes_without_a_space_is_tokenised() -> None:
    assert len(built_in().pieces(["a" * 1_000_000, "港" * 300_000]).ids) > 300_000
