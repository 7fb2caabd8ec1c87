"""Sentences without an end: looked at in part, kept whole, in little memory and linear time."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner import align_article, align_segments
from aligner.alignment import Segments, align, evidence, read_segments
from aligner.alignment.band import full_band
from aligner.alignment.excerpt import LONGEST, excerpt
from aligner.encoders import built_in
from aligner.errors import UnusableInput
from tests.effort import check_proportion, peak_of
from tests.samples import lighthouse

HAN = "燈塔港口渡輪船長乘客海鷗島上博物館屋頂孩子橘子欄杆平靜早晨晚上風雨山路茶園村莊車站"
CLAUSE = "the ferry leaves the harbour and the captain counts the passengers and "
_MOST_MB = 500
"""What a text took that is aligned here: 1,300 MB when all of it was looked at."""


def endless(length: int) -> str:
    return "".join(random.Random(length).choices(HAN, k=length))


def evidence_of(zh: Segments, en: Segments) -> evidence.Evidence:
    return evidence.gather_evidence(full_band(len(zh), len(en)), 0, zh, en)


@given(st.text("ab 。，c\n字\u0301", max_size=40).map(lambda text: text * 60))
def test_an_excerpt_is_the_beginning_and_the_end(text: str) -> None:
    found = excerpt(text, "zh")
    if len(text) <= LONGEST["zh"]:
        assert found == text
        return
    assert len(found) <= LONGEST["zh"] + 1
    cut = next(k for k in range(len(found)) if found[k] == " " and text.endswith(found[k + 1 :]))
    assert text.startswith(found[:cut])


def test_an_excerpt_is_cut_at_clauses_and_else_between_words() -> None:
    words = "harbour " * 2_000
    assert set(excerpt(words, "en").split()) == {"harbour"}
    clauses = excerpt("燈塔亮了，" * 1_000, "zh")
    assert not clauses.replace("燈塔亮了，", "").strip()


def test_a_long_sentence_stays_whole_in_its_pair(tmp_path: Path) -> None:
    zh = f"{'渡輪七點離開港口，船長數了數乘客，' * 200}海面很平靜。"
    en = f"{'The ferry leaves the harbour at seven, the captain counts, ' * 200}the sea is calm."
    path = tmp_path / "article.txt"
    path.write_text(f"島上的燈塔亮了。\n\nThe lighthouse was lit.\n\n{zh}\n\n{en}\n", "utf-8")
    bitext = align_article(path)
    assert [(pair.zh_text, pair.en_text) for pair in bitext.pairs] == [
        ("島上的燈塔亮了。", "The lighthouse was lit."),
        (zh, en),
    ]


def test_time_grows_with_a_sentence() -> None:
    def work(length: int) -> None:
        align_segments([endless(length), "燈塔亮了。"], [CLAUSE * (length // 20), "A lamp."])

    check_proportion(work, 800_000)


def test_a_long_sentence_beside_many_short_ones_is_soon_compared() -> None:
    """Each omitted sentence is held against the one that says nothing of the kind."""

    def work(count: int) -> None:
        short = [f"第{k}天，{endless(12)}。" for k in range(20)] * (count // 20)
        align_segments(short, [CLAUSE * count])

    check_proportion(work, 800)


def test_long_sentences_side_by_side_are_divided_for_the_same_evidence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bitext = lighthouse()
    sides = [
        read_segments([one.text for one in side.sentences] * 3, side.language, built_in())
        for side in (bitext.article.zh, bitext.article.en)
    ]
    whole = evidence_of(*sides)
    monkeypatch.setattr(evidence, "_MOST", 400)
    monkeypatch.setattr(evidence, "_SPREAD", 40)
    divided = evidence_of(*sides)
    for name in ("zh_covered", "en_covered", "zh_marks", "en_marks"):
        np.testing.assert_allclose(getattr(divided, name), getattr(whole, name), atol=1e-4)


def test_a_line_of_megabytes_is_aligned_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(f"{endless(1_500_000)}\n\n{CLAUSE * 8_000}\n", "utf-8")
    code, peak = peak_of("align", str(path), "-o", str(tmp_path / "o.tmx"))
    assert code == 0
    assert peak < _MOST_MB


def test_too_many_sentences_are_refused_before_they_are_encoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(align, "MOST", 3)
    monkeypatch.setattr(align, "built_in", None)  # would be called in vain
    with pytest.raises(UnusableInput, match=r"4 sentences.*more than 3 .*divide it into parts"):
        align_segments(["一。", "二。"], ["One.", "Two."])
