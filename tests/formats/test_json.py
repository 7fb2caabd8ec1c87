"""JSON: nothing is left out and nothing is changed."""

from __future__ import annotations

import json

from aligner.formats import ExportOptions
from aligner.formats.json.bitext import render_json
from tests.samples import HOSTILE, lighthouse, one_pair


def test_it_holds_pairs_unaligned_text_leftovers_and_counts() -> None:
    content = json.loads(render_json(lighthouse(), ExportOptions(("zh-TW",))))
    assert content["tool"]["name"] == "duizhao"
    assert (content["layout"], content["script"], content["model"]) == ("blocks", "Hant", "toy")
    assert content["languages"] == {"zh": "zh-TW", "en": "en-US"}
    assert content["pairs"][1] == {
        "zh": [1],
        "en": [1, 2],
        "zh_text": "守塔人關上門，走下樓梯。",
        "en_text": "The keeper closed the door. He went down the stairs.",
        "confidence": 0.91,
        "status": "proposed",
        "note": "",
        "exported": True,
    }
    assert [left["label"] for left in content["leftovers"]] == ["navigation"]
    assert [s["text"] for s in content["unaligned"]["zh"]] == ["貓沒有回答。"]
    assert [s["text"] for s in content["unaligned"]["en"]] == ["It was ten past nine."]
    assert content["counts"]["pairs_by_type"] == {"1-1": 3, "1-2": 1}
    assert content["counts"]["sentences"] == {"zh": 5, "en": 6}


def test_unsure_pairs_stay_visible_and_flagged() -> None:
    content = json.loads(render_json(lighthouse(), ExportOptions(("zh-TW",), min_confidence=0.95)))
    assert [pair["exported"] for pair in content["pairs"]] == [True, *[False] * 4, True]


def test_texts_come_back_exactly_lone_surrogates_included() -> None:
    text = render_json(one_pair(HOSTILE, "x"), ExportOptions(("zh-TW",)))
    assert json.loads(text.encode("utf-8"))["pairs"][0]["zh_text"] == HOSTILE
