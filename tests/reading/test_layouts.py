from __future__ import annotations

from pathlib import Path

import pytest

from aligner.errors import NoOtherLanguage, UnusableInput
from aligner.reading import read_article, read_pair
from tests.reading.texts import (
    BLOCKS,
    COLUMNS,
    EN,
    IN_TURN,
    ONE_LINE,
    SIMPLIFIED,
    ZH,
    en_paragraphs,
    left,
    write,
    zh_paragraphs,
)

REVERSED = "\n\n".join([*EN, *ZH])
PAGE = "".join(
    f"<{tag}>{zh}</{tag}>\n<{tag}>{en}</{tag}>"
    for tag, zh, en in zip(["h1", "p", "p", "p"], ZH, EN, strict=True)
)
MARKDOWN = "\n\n".join([f"# {ZH[0]}", *ZH[1:], f"# {EN[0]}", *EN[1:]])
LAYOUTS = [
    ("blocks.txt", BLOCKS, "blocks"),
    ("reversed.txt", REVERSED, "blocks"),
    ("turn.txt", IN_TURN, "paragraphs in turn"),
    ("line.txt", ONE_LINE, "one line"),
    ("swapped.txt", "\n".join(f"{e} {z}" for z, e in zip(ZH, EN, strict=True)), "one line"),
    ("columns.tsv", COLUMNS, "columns"),
    ("columns.txt", COLUMNS, "columns"),
    ("header.tsv", f"zh\ten\n{COLUMNS}", "columns"),
    ("page.html", PAGE, "paragraphs in turn"),
    ("marked.md", MARKDOWN, "blocks"),
    ("article", BLOCKS, "blocks"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
@pytest.mark.parametrize(("name", "text", "layout"), LAYOUTS, ids=[row[0] for row in LAYOUTS])
def test_each_layout_is_read_in_each_encoding(
    tmp_path: Path, name: str, text: str, layout: str, encoding: str
) -> None:
    if encoding == "big5hkscs":
        text = text.replace("〇", "○")
    article = read_article(write(tmp_path, text, name, encoding))
    assert article.layout == layout
    assert [p.replace("○", "〇") for p in zh_paragraphs(article)] == ZH
    assert en_paragraphs(article) == EN
    assert article.encodings == (encoding.removesuffix("-sig"),)
    assert article.script == "Hant"
    assert article.zh.paragraphs[0].kind == article.en.paragraphs[0].kind == "heading"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_found(tmp_path: Path, encoding: str) -> None:
    article = read_article(write(tmp_path, BLOCKS, encoding=encoding))
    assert article.encodings == (encoding,)
    assert zh_paragraphs(article) == ZH


def test_simplified_text_in_gb18030_is_found(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, SIMPLIFIED, encoding="gb18030"))
    assert (article.encodings, article.script) == (("gb18030",), "Hans")


@pytest.mark.parametrize("swapped", [False, True])
def test_two_files_are_told_apart_in_either_order(tmp_path: Path, swapped: bool) -> None:
    paths = [
        write(tmp_path, "\n\n".join(ZH), "zh.txt", "gb18030"),
        write(tmp_path, "\n\n".join(EN), "en.md"),
    ]
    article = read_pair(*(reversed(paths) if swapped else paths))
    assert article.layout == "two files"
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)


def test_english_with_windows_quotation_marks_is_read(tmp_path: Path) -> None:
    zh = write(tmp_path, "\n\n".join(ZH), "zh.txt")
    en = write(tmp_path, "\n\n".join(EN), "en.txt", "cp1252")
    assert en_paragraphs(read_pair(zh, en)) == EN


def test_two_files_in_one_language_are_refused(tmp_path: Path) -> None:
    paths = [write(tmp_path, "\n\n".join(ZH), name) for name in ("a.txt", "b.txt")]
    with pytest.raises(UnusableInput, match=r"a\.txt .*b\.txt are both in Chinese"):
        read_pair(*paths)


def test_an_article_in_chinese_only_names_what_was_found(tmp_path: Path) -> None:
    path = write(tmp_path, "\n\n".join([*ZH, "（Reuters）", "Friday, 08 August 2025"]))
    with pytest.raises(NoOtherLanguage, match=r"Chinese sentences \(Traditional\) but no English"):
        read_article(path)
    with pytest.raises(NoOtherLanguage, match="duizhao align CHINESE ENGLISH"):
        read_article(path)


def test_an_article_in_english_only_names_what_was_found(tmp_path: Path) -> None:
    with pytest.raises(NoOtherLanguage, match="English sentences but no Chinese"):
        read_article(write(tmp_path, "\n\n".join(EN)))


def test_a_heading_is_one_sentence_though_it_asks_in_the_middle(tmp_path: Path) -> None:
    zh, en = "燈塔會熄滅嗎?守塔人離開以後", "Will the Lamp Go Out? After the Keeper Left"
    article = read_article(write(tmp_path, "\n\n".join([zh, *ZH[1:], en, *EN[1:]])))
    assert (article.zh.sentences[0].text, article.en.sentences[0].text) == (zh, en)
    assert article.zh.sentences[1].paragraph == article.en.sentences[1].paragraph == 1


def test_rows_are_paragraphs_and_the_names_of_columns_are_set_apart(tmp_path: Path) -> None:
    rows = "\n".join(f"{n}\t{row}" for n, row in enumerate(COLUMNS.split("\n")))
    article = read_article(write(tmp_path, f"id\t中文\tEnglish\n{rows}", "a.tsv"))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)
    assert [text for text, _ in left(article)] == ["id", "中文", "English", "0", "1", "2", "3"]


def test_a_name_in_latin_letters_amid_the_chinese_is_no_english(tmp_path: Path) -> None:
    text = "\n\n".join([ZH[0], ZH[1], "Ho Shui-sang", *ZH[2:], *EN])
    article = read_article(write(tmp_path, text))
    assert en_paragraphs(article) == EN
    assert left(article) == [("Ho Shui-sang", "other language")]


def test_an_article_on_one_long_line_is_divided(tmp_path: Path) -> None:
    zh, en = (
        "雨一直下，河水漲到了橋上。" * 2_000,
        "It rained, and the river rose to the bridge. " * 2_000,
    )
    article = read_article(write(tmp_path, zh + en))
    assert (len(article.zh.sentences), len(article.en.sentences)) == (2_000, 2_000)


def test_a_menu_that_is_never_closed_does_not_swallow_the_page(tmp_path: Path) -> None:
    page = f"<nav><a href='/'>首頁</a><p>{ZH[1]}</p><p>{EN[1]}</p>"
    article = read_article(write(tmp_path, page, "page.html"))
    assert ZH[1] in zh_paragraphs(article)
    assert en_paragraphs(article) == [EN[1]]


def test_a_translation_that_keeps_much_of_its_original_is_chinese(tmp_path: Path) -> None:
    zh = write(tmp_path, "\n\n".join([*ZH, *EN, EN[1], EN[3]]), "a.txt")
    en = write(tmp_path, "\n\n".join([*EN, *EN]), "b.txt")
    assert zh_paragraphs(read_pair(en, zh)) == ZH


def test_which_file_is_which_can_be_said(tmp_path: Path) -> None:
    zh = write(tmp_path, "\n\n".join([ZH[0], EN[0], EN[1], EN[2], EN[3]]), "a.txt")
    en = write(tmp_path, "\n\n".join([ZH[0], *EN, EN[3]]), "b.txt")
    with pytest.raises(
        NoOtherLanguage, match=r"both in English.*duizhao align --zh FILE --en FILE"
    ):
        read_pair(zh, en)
    article = read_pair(zh, en, as_named=True)
    assert (zh_paragraphs(article), en_paragraphs(article)) == ([ZH[0]], [*EN, EN[3]])


def test_a_file_without_the_language_it_is_said_to_be_in_is_refused(tmp_path: Path) -> None:
    paths = [write(tmp_path, "\n\n".join(EN), name) for name in ("a.txt", "b.txt")]
    with pytest.raises(NoOtherLanguage, match=r"a\.txt holds no Chinese text"):
        read_pair(*paths, as_named=True)


def test_a_few_words_of_the_other_language_are_not_called_none(tmp_path: Path) -> None:
    path = write(tmp_path, "\n\n".join([*ZH * 12, "A lamp was lit.", *ZH * 12]))
    with pytest.raises(NoOtherLanguage, match="but hardly any English"):
        read_article(path)


def test_names_in_the_same_letters_on_both_sides_are_set_apart(tmp_path: Path) -> None:
    zh = write(tmp_path, "\n\n".join([*ZH, "size", "燈的大小", "string"]), "zh.txt")
    en = write(tmp_path, "\n\n".join([*EN, "size", "size of the lamp", "string"]), "en.txt")
    article = read_pair(zh, en)
    assert zh_paragraphs(article)[4:] == ["燈的大小"]
    assert en_paragraphs(article)[4:] == ["size of the lamp"]
    assert sorted(left(article)) == [
        ("size", "other language"),
        ("size", "untranslated"),
        ("string", "other language"),
        ("string", "untranslated"),
    ]
