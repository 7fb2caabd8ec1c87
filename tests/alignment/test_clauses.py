from __future__ import annotations

import numpy as np
import pytest

from aligner.alignment.band import full_band
from aligner.alignment.clauses import MOST_CLAUSES, clauses_of
from aligner.alignment.evidence import CLAUSE_KINDS, gather_evidence
from aligner.alignment.segments import read_segments
from aligner.article import Language
from aligner.encoders import built_in


@pytest.mark.parametrize(
    ("text", "language", "clauses"),
    [
        ("雨停了以後，她把傘收起來；", "zh", ["雨停了以後，", "她把傘收起來；"]),
        ("她問：「誰在那裡？」沒有人回答。", "zh", ["她問：「誰在那裡？」", "沒有人回答。"]),
        ("好，我們走。", "zh", ["好，我們走。"]),
        (
            "When the rain stopped, she closed her umbrella.",
            "en",
            ["When the rain stopped, ", "she closed her umbrella."],
        ),
        ("It cost 3,000 yuan at 10:30 that day.", "en", ["It cost 3,000 yuan at 10:30 that day."]),
        ("", "en", [""]),
    ],
)
def test_cut_at_its_marks(text: str, language: Language, clauses: list[str]) -> None:
    assert clauses_of(text, language) == clauses


def test_join_to_the_sentence_and_are_few() -> None:
    text = "，".join(["一個很長的分句"] * 40) + "。"
    clauses = clauses_of(text, "zh")
    assert "".join(clauses) == text
    assert len(clauses) == MOST_CLAUSES


def test_a_clause_that_is_rendered_next_door_leaks_there() -> None:
    """The second Chinese clause is in the second English sentence."""
    model = built_in()
    zh = read_segments(["老人打開窗戶，鄰居的小狗正在院子裡叫。"], "zh", model)
    en = read_segments(
        ["The old man opened the window.", "The neighbour's dog was barking in the yard."],
        "en",
        model,
    )
    seen = gather_evidence(full_band(1, 2), 0, zh, en)
    behind = CLAUSE_KINDS.index("behind")
    before = CLAUSE_KINDS.index("before")
    alone_with_first, with_both = seen.zh_clauses[behind, 0, 0], seen.zh_clauses[behind, 1, 0]
    assert alone_with_first > 0.05
    assert with_both == 0
    assert seen.zh_clauses[before, 0, 1] > 0.05  # and the first clause lies before the second
    assert np.isfinite(seen.zh_clauses).all()
