"""Lines in both languages: what divides them, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.article import Article
from aligner.reading import read_article
from tests.reading.texts import EN, ZH, en_paragraphs, left, unaccounted, write, zh_paragraphs


def read(folder: Path, text: str, name: str = "a.md") -> Article:
    article = read_article(write(folder, text, name))
    assert not unaccounted(article, [text])
    return article


def in_turn(*headings: str) -> str:
    """Paragraphs in turn below headings."""
    pairs = [f"{zh}\n\n{en}" for zh, en in zip(ZH[1:], EN[1:], strict=True)]
    parts = [f"## {heading}\n\n{pair}" for heading, pair in zip(headings, pairs, strict=True)]
    return "\n\n".join(parts)


HEADINGS = [
    ("1. The Lamp", "第一章 燈"),
    ("2. Before the Storm", "第二章 暴風雨之前"),
    ("3. The Old Keeper Goes Home", "第三章 老守塔人回家"),
]


@pytest.mark.parametrize("form", ["{en}（{zh}）", "{zh} ({en})", "{zh} / {en}", "{en} | {zh}"])
def test_headings_with_their_translation_are_divided(tmp_path: Path, form: str) -> None:
    article = read(tmp_path, in_turn(*(form.format(zh=zh, en=en) for en, zh in HEADINGS)))
    assert article.layout == "paragraphs in turn"
    assert [p.text for p in article.zh.paragraphs if p.kind == "heading"] == [
        z for _, z in HEADINGS
    ]
    assert [p.text for p in article.en.paragraphs if p.kind == "heading"] == [
        e for e, _ in HEADINGS
    ]


def test_a_heading_that_ends_with_a_name_stays_whole(tmp_path: Path) -> None:
    zh = "守塔人的故事（Reuters）"
    text = f"{zh}\n\nThe Story of the Keeper\n\n{in_turn('燈', '船', '霧')}"
    assert zh in zh_paragraphs(read(tmp_path, text))


def test_a_sentence_that_ends_with_a_name_stays_whole(tmp_path: Path) -> None:
    zh = "守塔人住在港口旁邊的一座小房子裡，他叫何水生（Ho Shui-sang）。"
    text = f"{in_turn('燈', '船', '霧')}\n\n{zh}\n\nHis name is Ho Shui-sang.\n\n{zh[:-1]}\n\nYes."
    assert zh_paragraphs(read(tmp_path, text))[-2:] == [zh, zh[:-1]]


def test_headings_in_two_blocks_stay_in_their_block(tmp_path: Path) -> None:
    zh = "\n\n".join(["燈塔（The Lighthouse）", *ZH[1:], "暴風雨（The Storm）", *ZH[1:]])
    en = "\n\n".join(["The Lighthouse（燈塔）", *EN[1:], "The Storm（暴風雨）", *EN[1:]])
    article = read(tmp_path, f"{zh}\n\n{en}")
    assert zh_paragraphs(article)[0] == "燈塔（The Lighthouse）"
    assert en_paragraphs(article)[0] == "The Lighthouse（燈塔）"


def test_signs_and_contents_are_divided(tmp_path: Path) -> None:
    text = "請勿觸摸（Please do not touch）\n小心台階（Mind the step）....... 12\n出口 (Exit)"
    article = read(tmp_path, text, "a.txt")
    assert article.layout == "one line"
    assert zh_paragraphs(article) == ["請勿觸摸", "小心台階", "出口"]
    assert en_paragraphs(article) == ["Please do not touch", "Mind the step", "Exit"]
    assert left(article) == [("12", "other")]


@pytest.mark.parametrize("sign", [" - ", " – ", "——", " / ", " | ", "｜", ": ", "：", " · "])
@pytest.mark.parametrize("is_zh_first", [True, False])
def test_a_sign_between_the_languages_belongs_to_neither(
    tmp_path: Path, sign: str, is_zh_first: bool
) -> None:
    pairs = [
        ("燈塔很高。", "The tower is high."),
        ("貓睡了。", "The cat sleeps."),
        ("霧散了。", "Fog."),
    ]
    lines = [sign.join(pair if is_zh_first else pair[::-1]) for pair in pairs]
    article = read(tmp_path, "\n".join(lines), "a.txt")
    assert zh_paragraphs(article) == [zh for zh, _ in pairs]
    assert en_paragraphs(article) == [en for _, en in pairs]


def test_a_colon_that_both_texts_end_with_stays(tmp_path: Path) -> None:
    text = "守塔人說： The keeper said:\n「燈亮了。」 “The lamp is lit.”\n貓睡了。 The cat sleeps."
    article = read(tmp_path, text, "a.txt")
    assert zh_paragraphs(article)[0] == "守塔人說："
    assert en_paragraphs(article)[0] == "The keeper said:"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_wrapped_paragraph_that_changes_language_in_a_line_is_divided(
    tmp_path: Path, name: str
) -> None:
    text = (
        "島上的燈塔建於一八九〇年，已經亮了一百三十年，去年冬天守\n"
        "塔人終於退休了，他在塔裡住了四十一年，每天晚上點亮那盞老\n"
        "燈，從來沒有停過一天。村裡的人都記得他。 The lighthouse on\n"
        "the island was built in 1890 and has burned for 130 years;\n"
        "last winter its keeper finally retired, after forty-one\n"
        "years in the tower, in which he lit the lamp each evening.\n"
    )
    article = read(tmp_path, text, name)
    assert [len(zh_paragraphs(article)), len(en_paragraphs(article))] == [1, 1]
    assert en_paragraphs(article)[0].startswith("The lighthouse on the island was built")
    assert zh_paragraphs(article)[0].endswith("村裡的人都記得他。")
