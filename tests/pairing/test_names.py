"""Names without the mark of their language, and the numbers of chapters in them."""

from __future__ import annotations

import unicodedata

import pytest

from aligner.pairing.chapter_numbers import numbered
from aligner.pairing.names import without_mark


@pytest.mark.parametrize(
    ("name", "rest", "said"),
    [
        ("ch01_zh", "ch01", "zh"),
        ("ch01-EN", "ch01", "en"),
        ("ch01.zh_TW", "ch01", "zh"),
        ("guide.zh-Hant", "guide", "zh"),
        ("guide.en-US", "guide", "en"),
        ("notes.zh.draft", "notes draft", "zh"),
        ("zh", "", "zh"),
        ("en 01", "01", "en"),
        ("ch01en", "ch01", "en"),
        ("ReportEN", "report", "en"),
        ("ReportChinese", "report", "zh"),
        ("Chapter 3 (English)", "chapter 3", "en"),
        ("第三章（中文）", "第三章", "zh"),
        ("第三章（英文）", "第三章", "en"),
        ("第三章_中", "第三章", "zh"),
        ("第三章中文", "第三章", "zh"),
        ("合同【英文版】終稿", "合同 終稿", "en"),
        ("報告-譯文", "報告", None),
        ("report_source", "report", None),
        ("第三章_译", "第三章", None),
        ("第三章（原）", "第三章", None),
        ("第三章（英文原文）", "第三章", "en"),
        ("第三章繁體中文譯稿", "第三章", "zh"),
        ("[EN] ch01", "ch01", "en"),
        ("ch01 - English", "ch01", "en"),
        ("chapter_3_zh_final", "chapter 3 final", "zh"),
    ],
)
def test_a_mark_that_stands_apart_is_taken_off(name: str, rest: str, said: str | None) -> None:
    assert without_mark(name) == (rest, said)


@pytest.mark.parametrize(
    "name", ["zhang", "chen", "citizen", "token", "open", "李英", "Englishman"]
)
def test_a_name_that_ends_like_a_mark_keeps_all_its_letters(name: str) -> None:
    assert without_mark(name) == (name.casefold(), None)


def test_one_mark_is_taken_off_and_no_more() -> None:
    assert without_mark("guide_zh_en") == ("guide zh", "en")


def test_names_are_compared_in_one_form_of_unicode() -> None:
    name = "Café（ＥＮ）"
    assert without_mark(unicodedata.normalize("NFD", name)) == without_mark(name) == ("café", "en")


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["第三章", "ch03", "3", "Chapter Three", "chapter iii", "第3章", "三", "chap 3"], (3,)),
        (["第二十一回", "chapter XXI", "Chapter twenty-one", "21"], (21,)),
        (["卷二第三章", "vol 2 ch 3", "第二卷第三章", "Book Two, Chapter Three"], (2, 3)),
        (["第一季第三集", "s01e03"], (1, 3)),
        (["第一百零二章", "102"], (102,)),
    ],
)
def test_a_chapter_has_one_number_however_it_is_written(
    names: list[str], numbers: tuple[int, ...]
) -> None:
    for name in names:
        found = numbered(without_mark(name)[0])
        assert found is not None, name
        assert (found.numbers, found.words, found.counts_parts) == (numbers, "", True), name


def test_a_year_counts_no_chapter() -> None:
    found = numbered("2024 年報")
    assert found is not None
    assert not found.counts_parts


@pytest.mark.parametrize("name", ["section", "十面埋伏", "civic", "no country", ""])
def test_a_name_without_a_number_has_none(name: str) -> None:
    assert numbered(name) is None
