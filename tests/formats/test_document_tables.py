"""Tables in documents: two columns of two languages are read row by row, others cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.reading import read_article
from tests.formats.documents import blocks, docx, p, sides, tbl, tc

ROWS = [
    ("灯塔亮了，守塔人关上了门。", "The lamp was lit, and the keeper closed the door."),
    ("今晚有雾，船在港口外面等。", "There is fog tonight, and the ship waits outside the harbour."),
    ("猫没有回答。", "The cat did not answer."),
]
HEAD = ("中文", "English")


def table(*rows: tuple[str, ...]) -> str:
    return tbl(*("".join(tc(cell) for cell in row) for row in rows))


def test_each_row_is_a_section(tmp_path: Path) -> None:
    article, zh, en = sides(docx(tmp_path, table(HEAD, *ROWS)))
    assert article.layout == "columns"
    assert list(zip(zh, en, strict=True)) == ROWS
    assert article.walls == ((1, 1), (2, 2))
    assert [(left.text, left.label) for left in article.leftovers] == [
        ("中文", "column head"),
        ("English", "column head"),
    ]


def test_columns_without_a_head_are_known_by_what_they_say(tmp_path: Path) -> None:
    article, zh, en = sides(docx(tmp_path, table(*ROWS)))
    assert (article.layout, list(zip(zh, en, strict=True))) == ("columns", ROWS)


def test_numbers_and_remarks_are_told_apart(tmp_path: Path) -> None:
    head = ("序号", "中文", "English", "备注")
    rows = [(f"{n}.", *row, "已审" if n == 1 else "") for n, row in enumerate(ROWS, start=1)]
    article, zh, en = sides(docx(tmp_path, table(head, *rows)))
    assert list(zip(zh, en, strict=True)) == ROWS
    assert [(left.text, left.label) for left in article.leftovers if left.text not in head] == [
        ("1.", "marks and figures alone"),
        ("已审", "remark"),
        ("2.", "marks and figures alone"),
        ("3.", "marks and figures alone"),
    ]


def test_a_title_over_both_columns_is_divided(tmp_path: Path) -> None:
    title = tbl(tc("渡口的灯塔　The Lamp at the Ferry", '<w:gridSpan w:val="2"/>'))
    body = title.removesuffix("</w:tbl>") + table(HEAD, *ROWS).removeprefix("<w:tbl>")
    _, zh, en = sides(docx(tmp_path, body))
    assert (zh[0], en[0]) == ("渡口的灯塔", "The Lamp at the Ferry")


def test_paragraphs_of_a_cell_stay_apart(tmp_path: Path) -> None:
    rows = (tc(p("灯亮了。") + p("门关了。")), tc(p("The lamp was lit.") + p("The door closed.")))
    _, zh, en = sides(docx(tmp_path, tbl("".join(rows))))
    assert (zh, en) == (["灯亮了。", "门关了。"], ["The lamp was lit.", "The door closed."])


def test_text_around_a_table_stays_in_place(tmp_path: Path) -> None:
    body = (
        p("渡口的灯塔")
        + p("The Lamp at the Ferry")
        + table(HEAD, *ROWS)
        + p("他睡了。")
        + p("He slept.")
    )
    article, zh, en = sides(docx(tmp_path, body))
    assert article.layout == "columns"
    assert (zh[0], zh[-1], en[0], en[-1]) == (
        "渡口的灯塔",
        "他睡了。",
        "The Lamp at the Ferry",
        "He slept.",
    )
    assert article.walls == ((1, 1), (2, 2), (3, 3), (4, 4))


def test_a_table_of_something_else_is_cells_in_order(tmp_path: Path) -> None:
    goods = table(("Model", "颜色"), ("Gale X5", "深红"), ("Breeze 20", "浅灰"))
    text = "".join(p(zh) + p(en) for zh, en in ROWS * 3)
    path = docx(tmp_path, text + goods)
    assert [block.text for block in blocks(path)][-6:] == [
        "Model", "颜色", "Gale X5", "深红", "Breeze 20", "浅灰",
    ]  # fmt: skip
    assert read_article(path).layout == "paragraphs in turn"


def test_columns_in_doubt_are_refused_with_the_option(tmp_path: Path) -> None:
    rows = [(zh, en, en.replace("The", "A")) for zh, en in ROWS * 3]
    path = docx(tmp_path, table(*rows))
    with pytest.raises(UnusableInput, match="--en-column"):
        read_article(path)
    chosen = read_article(path, zh_column="A", en_column="C")
    assert chosen.en.paragraphs[0].text == "A lamp was lit, and the keeper closed the door."


def test_two_files_pair_by_what_they_say(tmp_path: Path) -> None:
    from aligner.reading import read_pair

    zh = docx(tmp_path, "".join(p(row[0]) for row in ROWS), "zh.docx")
    en = docx(tmp_path, "".join(p(row[1]) for row in ROWS), "en.docx")
    article = read_pair(en, zh)
    assert [one.text for one in article.zh.paragraphs] == [row[0] for row in ROWS]
    assert article.source_language == "en"
