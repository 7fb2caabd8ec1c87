from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from aligner.reading import read_article
from tests.reading.texts import (
    BLOCKS,
    EN,
    ZH,
    en_paragraphs,
    unaccounted,
    write,
    zh_paragraphs,
)


def wrapped(texts: list[str], columns: int) -> str:
    """The paragraphs with their lines broken at this many cells."""
    broken = []
    for text in texts:
        if ord(text[0]) > 0x2E80:
            step = columns // 2
            broken.append("\n".join(text[i : i + step] for i in range(0, len(text), step)))
        else:
            broken.append(textwrap.fill(text, columns))
    return "\n\n".join(broken)


@pytest.mark.parametrize("columns", [36, 60, 70])
@pytest.mark.parametrize("name", ["article.txt", "article.md"])
def test_lines_wrapped_by_hand_are_joined(tmp_path: Path, columns: int, name: str) -> None:
    article = read_article(write(tmp_path, wrapped([*ZH, *EN], columns), name))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)


def test_lines_that_end_sentences_are_paragraphs(tmp_path: Path) -> None:
    zh = ["燈塔亮了，海面上沒有船。", "守塔人關上門，走下樓梯去。", "貓坐在窗邊，看著外面的霧。"]
    en = ["The lamp was lit.", "The keeper went down.", "The cat looked at the fog."]
    article = read_article(write(tmp_path, "\n".join(zh) + "\n\n" + "\n".join(en)))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (zh, en)


def test_chinese_and_english_lines_in_turn_stay_apart(tmp_path: Path) -> None:
    zh = ["燈塔亮了，海面上沒有船，", "只有一隻貓。"]
    en = ["The lamp was lit; no ship was out,", "there was a cat."]
    lines = [line for pair in zip(zh, en, strict=True) for line in pair]
    article = read_article(write(tmp_path, "\n".join(lines)))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (zh, en)


def test_indented_lines_begin_paragraphs(tmp_path: Path) -> None:
    text = BLOCKS.replace("\n\n", "\n\u3000\u3000")
    assert zh_paragraphs(read_article(write(tmp_path, text))) == ZH


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028"])
def test_any_line_end_ends_a_line(tmp_path: Path, end: str) -> None:
    article = read_article(write(tmp_path, BLOCKS.replace("\n", end)))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)


def test_mixed_line_ends_are_read(tmp_path: Path) -> None:
    ends = iter(["\r\n\n", "\r\r", "\n\n", "\u2028\n", "\n\r\n", "\r\n\r\n", "\n\r"])
    text = "".join(part + next(ends, "") for part in [*ZH, *EN])
    article = read_article(write(tmp_path, text))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)


def test_marks_of_markdown_are_no_text(tmp_path: Path) -> None:
    text = (
        "守燈\n====\n\n> 燈塔**亮了**，[海面](https://example.org/a_b)上*沒有*船。\n\n"
        "- 第一盞燈\n- 第二盞 `燈`\n\n---\n\n"
        "# The Lamp #\n\nThe **lamp** was lit; snake_case stays, 2 * 3 too.\n\n"
        "1. The first lamp\n2. The second ![lamp](lamp.png)\n"
    )
    article = read_article(write(tmp_path, text, "a.md"))
    assert zh_paragraphs(article) == ["守燈", "燈塔亮了，海面上沒有船。", "第一盞燈", "第二盞 燈"]
    assert en_paragraphs(article) == [
        "The Lamp",
        "The lamp was lit; snake_case stays, 2 * 3 too.",
        "The first lamp",
        "The second lamp",
    ]
    assert [p.kind for p in article.zh.paragraphs] == ["heading", "body", "list item", "list item"]


def test_items_of_a_list_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    zh = f"{ZH[1]}\n• 第一盞燈，在塔頂\n• 第二盞燈，在門口"
    text = f"{zh}\n\n{EN[1]}\n- the lamp above\n- the lamp below"
    article = read_article(write(tmp_path, text))
    assert zh_paragraphs(article)[1:] == ["第一盞燈，在塔頂", "第二盞燈，在門口"]
    assert [p.kind for p in article.en.paragraphs] == ["body", "list item", "list item"]


def test_html_remnants_are_taken_out(tmp_path: Path) -> None:
    zh = "燈塔 <strong>亮了<\\/strong>。&nbsp;海很靜。<\\/p>\n\n為什麼亮?還有誰在<\\/h2>\n"
    en = (
        "The lamp <em>was</em> lit.<br>Tom &amp; Ann < 3 saw <it@sea.example>."
        "&amp;nbsp;<\\/p> <\\/div>"
    )
    article = read_article(write(tmp_path, f"{zh}\n{en}"))
    assert zh_paragraphs(article) == ["燈塔 亮了。\u00a0海很靜。", "為什麼亮?還有誰在"]
    assert en_paragraphs(article) == ["The lamp was lit.", "Tom & Ann < 3 saw <it@sea.example>."]
    assert article.zh.paragraphs[1].kind == "heading"
    assert "<\\/strong>" in [mark.text for mark in article.markup]


def test_tags_in_entities_are_taken_out_and_names_in_them_stay(tmp_path: Path) -> None:
    text = (
        f"&lt;p&gt;{ZH[1]}&lt;/p&gt;&lt;p&gt;{EN[1]}&lt;br/&gt;&lt;Anna&gt; wrote this.&lt;/p&gt;"
    )
    article = read_article(write(tmp_path, text))
    assert zh_paragraphs(article) == [ZH[1]]
    assert en_paragraphs(article) == [EN[1], "<Anna> wrote this."]
    assert not unaccounted(article, [text])


def test_cells_of_a_markdown_table_are_paragraphs(tmp_path: Path) -> None:
    rows = [f"| {zh} | {en} |" for zh, en in zip(ZH, EN, strict=True)]
    text = "\n".join([rows[0], "|:---|---:|", *rows[1:]])
    article = read_article(write(tmp_path, text, "table.md"))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (ZH, EN)
    assert not unaccounted(article, [text])


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_soft_break_is_white_space(tmp_path: Path, name: str) -> None:
    text = BLOCKS.replace("130 years. Last winter", "130\x0byears.\x0bLast winter")
    article = read_article(write(tmp_path, text, name))
    assert en_paragraphs(article) == EN
    assert not unaccounted(article, [text])


@pytest.mark.parametrize("soft", ["\x0b", "\x0c", "\u2028"])
def test_soft_breaks_in_cells_are_white_space(tmp_path: Path, soft: str) -> None:
    rows = [f"{zh}\t{en.replace(' ', soft)}" for zh, en in zip(ZH, EN, strict=True)]
    article = read_article(write(tmp_path, "\n".join(rows), "a.tsv"))
    assert en_paragraphs(article) == EN


def test_marks_of_notes_are_no_text_and_hold_no_sentences_together(tmp_path: Path) -> None:
    text = "燈塔很高。¹海很靜。²\n\nThe tower is high.¹ The sea is 10 km² wide.²"
    article = read_article(write(tmp_path, text))
    assert [s.text for s in article.zh.sentences] == ["燈塔很高。", "海很靜。"]
    assert [s.text for s in article.en.sentences] == [
        "The tower is high.",
        "The sea is 10 km² wide.",
    ]


def test_kangxi_radicals_are_chinese(tmp_path: Path) -> None:
    zh = ["⼯作⼈員每天早上檢查⽔管。", "⼭上⼤⾬。", "⽊"]
    en = ["The staff check the water pipes every morning.", "Heavy rain in the hills.", "Wood"]
    lines = [line for pair in zip(zh, en, strict=True) for line in pair]
    article = read_article(write(tmp_path, "\n\n".join(lines)))
    assert (zh_paragraphs(article), en_paragraphs(article)) == (zh, en)


def test_a_paragraph_that_ends_with_a_note_is_no_heading(tmp_path: Path) -> None:
    text = "燈塔很高。海很靜。[1]\n\nThe tower is high. The sea is calm.[1]"
    article = read_article(write(tmp_path, text))
    assert [len(side.sentences) for side in (article.zh, article.en)] == [2, 2]
