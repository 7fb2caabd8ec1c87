from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from aligner.encoders.context import ContextModel, ContextSpans, context_model
from aligner.errors import ModelUnavailable

ZH = ["渡船明天早上七點開。", "他把鑰匙忘在廚房的桌上了。", "今年的雨比去年少得多。"]
EN = [
    "The ferry leaves at seven tomorrow morning.",
    "He left his keys on the kitchen table.",
    "There has been much less rain this year than last.",
]


def whole(texts: list[str]) -> ContextSpans:
    """Return the spans of sentences that are one clause each."""
    return ContextSpans(texts, np.arange(len(texts) + 1))


def test_translations_lie_nearest() -> None:
    cosine = context_model().encode(ZH) @ context_model().encode(EN).T
    assert cosine.argmax(axis=1).tolist() == [0, 1, 2]
    assert np.diag(cosine).min() > 0.6


def test_both_scripts_have_one_vector() -> None:
    traditional, simplified = context_model().encode(["這裡沒有電話。", "这里没有电话。"])
    assert float(traditional @ simplified) == pytest.approx(1, abs=1e-5)


def test_a_text_alone_and_among_others_has_one_vector() -> None:
    alone = np.concatenate([context_model().encode([text]) for text in EN])
    assert np.abs(context_model().encode(EN) - alone).max() < 1e-5


def test_sums_of_sentences_stand_for_the_sentences_together() -> None:
    spans = whole(EN)
    spans.read(np.ones(3, bool))
    together = context_model().encode([f"{EN[0]} {EN[1]}"])[0]
    near = float(spans.rows(2, 0, 1)[0] @ together)
    assert near > 0.85
    assert near > (spans.rows(1, 0, 3) @ together).max()


def test_what_has_not_been_read_is_nothing() -> None:
    spans = whole(EN)
    spans.read(np.array([True, False, True]))
    assert np.linalg.norm(spans.rows(1, 0, 3), axis=1).round(3).tolist() == [1, 0, 1]
    assert not spans.rows(2, 0, 2).any()
    spans.read(np.array([False, True, False]))
    assert spans.rows(2, 0, 2).any(axis=1).all()


def test_a_side_of_which_nothing_is_asked_has_no_vectors() -> None:
    spans = whole(EN)
    spans.read(np.zeros(3, bool))
    assert not spans.rows(2, 0, 3).any()


def test_a_span_is_cut_off_at_the_end_of_the_text() -> None:
    spans = whole(EN[:1])
    spans.read(np.ones(1, bool))
    assert np.abs(spans.rows(4, 0, 1) - spans.rows(1, 0, 1)).max() < 1e-6


def test_parts_of_a_text_add_up_to_it() -> None:
    model = context_model()
    parts = [["The ferry leaves at seven, ", "he said, ", "but ", "nobody came."], ["", "雨停了。"]]
    sums, counts = model.sums_of_parts(parts)
    whole_sums, whole_counts = model.sums(["".join(part) for part in parts])
    assert np.abs(np.stack([sums[:4].sum(0), sums[4:].sum(0)]) - whole_sums).max() < 1e-3
    assert [counts[:4].sum(), counts[4:].sum()] == whole_counts.tolist()
    assert counts[4] == 0


def test_clauses_are_told_apart() -> None:
    zh = ContextSpans(["門開著，", "可是屋裡沒有人。", "雨下了一夜。"], np.array([0, 2, 3]))
    en = ContextSpans(
        ["The door was open, ", "but nobody was in the house. ", "It rained all night."],
        np.array([0, 2, 3]),
    )
    for side in (zh, en):
        side.read(np.array([True, False]))
    cosine = zh.clauses(0, 2) @ en.clauses(0, 2).T
    assert cosine[:2, :2].argmax(axis=1).tolist() == [0, 1]
    assert not cosine[2].any()
    en.read(np.array([False, True]))
    zh.read(np.array([False, True]))
    assert (zh.clauses(0, 2) @ en.clauses(1, 2).T).argmax() == 2


def test_any_text_has_a_finite_vector() -> None:
    texts = ["", " ", "\ud800", "😀" * 9, "字" * 100_000, "\x00\x01", "http://example.org/?q=1"]
    vectors = context_model().encode(texts)
    assert np.isfinite(vectors).all()


def test_a_folder_without_the_model_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="install duizhao again"):
        ContextModel(tmp_path)
