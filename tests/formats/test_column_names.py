"""Names of columns as people write them, and the letters of a spreadsheet."""

from __future__ import annotations

import pytest

from aligner.formats.tables.names import name_of
from aligner.formats.tables.places import letter_of, place_of


@pytest.mark.parametrize(
    ("cell", "language", "code"),
    [
        ("繁體中文(台灣)", "zh", "zh-TW"),
        ("Chinese (Traditional, Hong Kong)", "zh", "zh-HK"),
        ("Chinese_Hong_Kong_S.A.R.", "zh", "zh-HK"),
        ("CHT", "zh", "zh-TW"),
        ("简中", "zh", "zh-CN"),
        ("CN", "zh", ""),
        ("zh_CN", "zh", "zh_CN"),
        ("English (US)", "en", "en-US"),
        ("英式英文", "en", "en-GB"),
        ("译文（英语）", "en", ""),
        ("中 文", "zh", ""),
        ("English copy", "en", ""),
    ],
)
def test_names_say_languages(cell: str, language: str, code: str) -> None:
    name = name_of(cell)
    assert name is not None
    assert (name.language, name.code) == (language, code)


@pytest.mark.parametrize(
    "cell",
    ["", "中国", "I speak English", "中文很难。", "Chinese tea", "美国", "中英", "12"],
)
def test_text_is_no_name(cell: str) -> None:
    assert name_of(cell) is None


def test_letters_are_those_of_a_spreadsheet() -> None:
    assert [letter_of(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    for place in (0, 25, 26, 701, 702):
        assert place_of(letter_of(place), [], 1000) == place
    assert place_of("B", ["B", "A"], 2) == 0
    assert place_of("3", [], 2) is None
    assert place_of("", [""], 2) is None
