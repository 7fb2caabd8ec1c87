"""Lines worded like boilerplate are text where the other side has them too, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.reading import read_article, read_pair
from tests.reading.texts import EN, ZH, en_paragraphs, left, write, zh_paragraphs

ROLES_ZH = ["作者：写下文章的人", "编辑：检查文字的人", "摄影：为文章拍照片的人", "读者：你"]
ROLES_EN = [
    "Author: the person who wrote the article",
    "Editor: the person who checks the text",
    "Photographer: the person who takes the pictures",
    "Reader: you",
]


def items(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def test_a_list_of_roles_is_text(tmp_path: Path) -> None:
    text = f"{items(ROLES_ZH)}\n\nThese are the roles:\n\n{items(ROLES_EN)}"
    article = read_article(write(tmp_path, text, "a.md"))
    assert zh_paragraphs(article) == ROLES_ZH
    assert en_paragraphs(article)[1:] == ROLES_EN


def test_a_list_of_roles_is_text_in_two_files(tmp_path: Path) -> None:
    zh = write(tmp_path, "\n\n".join([*ZH, items(ROLES_ZH)]), "zh.md")
    en = write(tmp_path, "\n\n".join([*EN, items(ROLES_EN)]), "en.md")
    article = read_pair(zh, en)
    assert (zh_paragraphs(article)[4:], en_paragraphs(article)[4:]) == (ROLES_ZH, ROLES_EN)


def diary(texts: list[str], dates: list[str]) -> str:
    return "\n\n".join(part for day in zip(dates, texts[1:], strict=True) for part in day)


@pytest.mark.parametrize("is_pair", [True, False])
def test_the_dates_of_a_diary_are_text(tmp_path: Path, is_pair: bool) -> None:
    zh_days = ["2023年11月5日", "2023年11月6日 星期一", "2024年1月2日"]
    en_days = ["5 November 2023", "Monday, 6 November 2023", "January 2, 2024"]
    zh, en = diary(ZH, zh_days), diary(EN, en_days)
    article = (
        read_pair(write(tmp_path, zh, "zh.txt"), write(tmp_path, en, "en.txt"))
        if is_pair
        else read_article(write(tmp_path, f"{zh}\n\n{en}"))
    )
    assert zh_paragraphs(article)[::2] == zh_days
    assert en_paragraphs(article)[::2] == en_days
    assert left(article) == []


def test_the_source_of_a_quotation_is_text(tmp_path: Path) -> None:
    zh = [*ZH[:3], "來源：灯塔看守人的日记", ZH[3]]
    en = [*EN[:3], "Source: the diary of the lighthouse keeper", EN[3]]
    article = read_article(write(tmp_path, "\n\n".join([*zh, *en])))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (zh, en)


def test_dates_above_an_article_stay_boilerplate(tmp_path: Path) -> None:
    text = ["2023年11月5日", *ZH, "5 November 2023", *EN]
    article = read_article(write(tmp_path, "\n\n".join(text)))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)
    assert [label for _, label in left(article)] == ["date", "date"]


def test_other_days_are_no_counterparts(tmp_path: Path) -> None:
    zh = [*ZH[:3], "2023年11月5日", ZH[3]]
    en = [*EN[:3], "6 November 2023", EN[3]]
    article = read_article(write(tmp_path, "\n\n".join([*zh, *en])))
    assert [label for _, label in left(article)] == ["date", "date"]


def test_a_credit_without_a_counterpart_stays_boilerplate(tmp_path: Path) -> None:
    text = [*ZH[:3], "攝影：何安", ZH[3], *EN]
    article = read_article(write(tmp_path, "\n\n".join(text)))
    assert left(article) == [("攝影：何安", "credit")]


def test_an_instruction_is_no_menu(tmp_path: Path) -> None:
    zh, en = ["打開設置頁面", "點擊保存"], ["Open the settings page", "Click Save"]
    text = "\n".join(f"{n}. {line}" for n, line in enumerate(zh, 1))
    article = read_article(write(tmp_path, "\n\n".join([text, *en]), "a.md"))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (zh, en)
