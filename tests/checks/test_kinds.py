"""Of which kind findings are: every code has one, and none is counted twice."""

from __future__ import annotations

import re

from aligner.checks import CODES, counted_by_kind


def test_every_code_of_a_pair_has_a_kind() -> None:
    for code in CODES:
        assert "file itself" not in counted_by_kind({code: 1}, "en"), code
        assert "文件本身" not in counted_by_kind({code: 1}, "zh"), code


def test_all_that_was_found_is_counted() -> None:
    found = {code: number for number, code in enumerate([*CODES, "date"], start=1)}
    for language in ("en", "zh", "zh-Hant"):
        told = counted_by_kind(found, language)
        assert sum(int(n) for n in re.findall(r"\d+", told)) == sum(found.values())


def test_the_commonest_kind_is_first_and_nouns_follow_their_numbers() -> None:
    found = {"name": 4, "number": 8, "currency": 1, "width": 2, "quote": 1, "date": 0, "tag": 1}
    assert counted_by_kind(found, "en") == "9 numbers, 4 names, 3 punctuation marks, 1 tag"
    assert counted_by_kind(found, "zh-Hant") == "數字 9、名稱 4、標點 3、標籤 1"
    assert counted_by_kind({}, "en") == ""
