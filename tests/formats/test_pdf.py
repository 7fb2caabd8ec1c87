"""PDFs: columns, running heads, paragraphs over lines and pages, and what is no PDF with text."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from aligner.article import Article
from aligner.errors import NoOtherLanguage, UnusableInput
from aligner.reading import read_article, read_pair
from bench.made_pdf import Put, lines, made_pdf

ZH = ("老船廠的燈還亮著，", "木匠在刨一塊新板。", "他說天亮以前要裝好。")
EN = ("The lamp in the old", "yard is lit; a man is", "planing a new plank.")
ZH_2 = ("海面很平，沒有風。", "遠處有一隻白色的船。")
EN_2 = ("The sea is flat and", "far off lies a boat.")


def read(path: Path, data: bytes) -> Article:
    """Return the article of a PDF."""
    path.write_bytes(data)
    return read_article(path)


def sides(article: Article) -> tuple[list[str], list[str]]:
    """Return the paragraphs of both languages."""
    zh, en = (
        [paragraph.text for paragraph in side.paragraphs] for side in (article.zh, article.en)
    )
    return zh, en


def labels(article: Article) -> list[tuple[str, str]]:
    """Return what stands apart."""
    return [(left.text, left.label) for left in article.leftovers]


def test_two_columns_are_two_languages_however_they_were_drawn(tmp_path: Path) -> None:
    zh = [*lines(40, 40, *ZH), *lines(40, 110, *ZH_2)]
    en = [*lines(220, 40, *EN), *lines(220, 110, *EN_2)]
    by_row = sorted([*zh, *en], key=lambda put: (put.y, put.x))
    wanted = ["".join(ZH), "".join(ZH_2)], [" ".join(EN), " ".join(EN_2)]
    for order in ([*zh, *en], by_row, [*en, *zh]):
        article = read(tmp_path / "a.pdf", made_pdf([order]))
        assert article.layout == "columns"
        assert sides(article) == wanted


def test_a_column_of_numbers_says_where_rows_begin(tmp_path: Path) -> None:
    rows = [
        (ZH[:2], EN[:2]),
        (ZH[2:], EN[2:]),
        (ZH_2, EN_2),
        (("霧散了。",), ("The mist is gone.",)),
    ]
    page = [Put(40, 20, "No."), Put(70, 20, "中文"), Put(220, 20, "English"), Put(370, 20, "OK")]
    y = 40.0
    for number, (zh, en) in enumerate(rows, start=1):
        page += [Put(40, y, str(number)), *lines(70, y, *zh), *lines(220, y, *en)]
        page.append(Put(370, y, "100%"))
        y += 14 * max(len(zh), len(en))
    article = read(tmp_path / "a.pdf", made_pdf([page]))
    assert article.layout == "columns"
    wanted = ["".join(zh) for zh, _ in rows], [" ".join(en) for _, en in rows]
    assert tuple(side[-4:] for side in sides(article)) == wanted
    assert [text for text, label in labels(article) if text.isdecimal()] == ["1", "2", "3", "4"]


def test_the_numbers_of_a_list_stay_with_its_text(tmp_path: Path) -> None:
    page = []
    for number, text in enumerate(("Bread, still warm.", "Rope.", "A lamp.", "Oil."), start=1):
        page += [Put(40, 40 + 20 * number, f"{number}."), Put(60, 40 + 20 * number, text)]
    (tmp_path / "en.pdf").write_bytes(made_pdf([page]))
    (tmp_path / "zh.txt").write_text("".join((*ZH, *ZH_2)), encoding="utf-8")
    _, en = sides(read_pair(tmp_path / "zh.txt", tmp_path / "en.pdf"))
    assert en == ["1. Bread, still warm.", "2. Rope.", "3. A lamp.", "4. Oil."]


def test_columns_go_on_over_pages(tmp_path: Path) -> None:
    article = read(
        tmp_path / "a.pdf",
        made_pdf(
            [
                [*lines(40, 40, *ZH_2, ZH[0]), *lines(220, 40, *EN_2, *EN[:2])],
                [*lines(40, 40, *ZH[1:]), *lines(220, 40, EN[2])],
            ]
        ),
    )
    assert "".join(sides(article)[0]) == "".join((*ZH_2, *ZH))
    assert " ".join(sides(article)[1]) == " ".join((*EN_2, *EN))
    assert sides(article)[1][-1].endswith("a new plank.")


def test_paragraphs_in_turn_end_where_the_language_changes(tmp_path: Path) -> None:
    page = lines(40, 40, *ZH, *EN, *ZH_2, *EN_2)
    article = read(tmp_path / "a.pdf", made_pdf([page[:5], page[5:]]))
    assert article.layout == "paragraphs in turn"
    assert sides(article) == (
        ["".join(ZH), "".join(ZH_2)],
        [" ".join(EN), " ".join(EN_2)],
    )


def test_what_repeats_is_a_running_head_and_numbers_count_pages(tmp_path: Path) -> None:
    pages = [
        [
            Put(40, 10, f"船廠月報 No. 7, p. {number}"),
            *lines(40, 60, *ZH, *EN),
            Put(205, 280, str(number)),
        ]
        for number in (1, 2, 3)
    ]
    article = read(tmp_path / "a.pdf", made_pdf(pages))
    found = labels(article)
    assert [text for text, label in found if label == "running head"] == [
        f"船廠月報 No. 7, p. {number}" for number in (1, 2, 3)
    ]
    assert [text for text, label in found if label == "page number"] == ["1", "2", "3"]


def test_odd_and_even_pages_may_have_heads_of_their_own(tmp_path: Path) -> None:
    heads = ["木工手冊", "The Yard", "木工手冊", "The Yard"]
    pages = [[Put(40, 10, head), *lines(40, 60, *ZH, *EN)] for head in heads]
    article = read(tmp_path / "a.pdf", made_pdf(pages))
    assert [text for text, label in labels(article) if label == "running head"] == heads


def test_a_broken_word_is_mended_and_a_compound_keeps_its_hyphen(tmp_path: Path) -> None:
    english = [
        "The photo-",
        "graph shows a well-",
        "known man of forty-",
        "eight in a high-",
        "profile post of the govern-",
        "ment.",
    ]
    page = lines(40, 40, *ZH, *english)
    _, en = sides(read(tmp_path / "a.pdf", made_pdf([page])))
    assert en == [
        "The photograph shows a well-known man of forty-eight in a high-profile post of the "
        "government."
    ]


def test_vertical_chinese_is_read_from_the_right(tmp_path: Path) -> None:
    texts = ("老船廠的燈還亮著，木匠在刨板。", "海面很平，沒有風，船在遠處停著。")
    columns = [Put(380 - 20 * n, 40, text, is_vertical=True) for n, text in enumerate(texts)]
    (tmp_path / "zh.pdf").write_bytes(made_pdf([columns]))
    (tmp_path / "en.txt").write_text(" ".join((*EN, *EN_2)), encoding="utf-8")
    article = read_pair(tmp_path / "zh.pdf", tmp_path / "en.txt")
    assert "".join(sides(article)[0]) == "".join(texts)


def test_traditional_fonts_that_are_not_embedded_are_read(tmp_path: Path) -> None:
    page = lines(40, 40, "鷺鷥飛過鹽田，鹽工抬頭看。", *EN)
    zh, _ = sides(read(tmp_path / "a.pdf", made_pdf([page], collection="CNS1")))
    assert zh == ["鷺鷥飛過鹽田，鹽工抬頭看。"]


def test_readings_above_a_line_are_no_text(tmp_path: Path) -> None:
    page = [
        Put(40, 53, "bào mù", size=5),
        *lines(40, 60, "木匠在刨木板，刨花落了一地。", step=20),
        *lines(40, 100, *EN, step=20),
    ]
    article = read(tmp_path / "a.pdf", made_pdf([page]))
    assert sides(article)[0] == ["木匠在刨木板，刨花落了一地。"]
    assert ("bào mù", "reading") in labels(article)


def test_the_mark_of_a_note_is_no_text_and_an_exponent_is(tmp_path: Path) -> None:
    page = [
        *lines(40, 40, ZH[0] + ZH[1]),
        Put(40, 60, "The lamp is lit over six km"),
        Put(155, 58, "2", size=6),
        Put(163, 60, "of yard."),
        Put(201, 58, "3", size=6),
    ]
    _, en = sides(read(tmp_path / "a.pdf", made_pdf([page])))
    assert en[0].startswith("The lamp is lit over six km²")
    assert en[0].endswith("yard.")


def test_an_indent_begins_a_paragraph(tmp_path: Path) -> None:
    page = [
        *lines(60, 40, "老船廠的燈還亮著木匠在刨板"),
        *lines(40, 54, "一夜未停天亮前裝好。船要下水"),
        *lines(60, 68, "海面很平沒有風船在遠處停著"),
        *lines(40, 82, "人在岸上看著它。"),
        *lines(60, 96, "潮水過了正午才會漲上來船才"),
        *lines(40, 110, "能走。"),
    ]
    (tmp_path / "en.txt").write_text(" ".join((*EN, *EN_2)), encoding="utf-8")
    (tmp_path / "zh.pdf").write_bytes(made_pdf([page]))
    zh, _ = sides(read_pair(tmp_path / "zh.pdf", tmp_path / "en.txt"))
    assert len(zh) == 3
    assert zh[0].endswith("船要下水")


def test_a_line_that_marks_have_made_short_is_no_end(tmp_path: Path) -> None:
    page = lines(
        40,
        40,
        "海面很平沒有風，船在遠處停著，老",
        "人說：「這樣的天氣，船是不會走",
        "的。」大家都笑了起來。",
    )
    (tmp_path / "en.txt").write_text(" ".join((*EN, *EN_2)), encoding="utf-8")
    (tmp_path / "zh.pdf").write_bytes(made_pdf([page]))
    zh, _ = sides(read_pair(tmp_path / "zh.pdf", tmp_path / "en.txt"))
    assert len(zh) == 1


def test_columns_of_one_language_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = ("The lamp in the old yard is", "still lit, and the carpenter is", "planing a new board")
    right = (
        "before the day breaks. The sea",
        "is flat, there is no wind, and",
        "far off lies a boat.",
    )
    rows = [
        put
        for pair in zip(lines(40, 40, *left), lines(220, 40, *right), strict=True)
        for put in pair
    ]
    (tmp_path / "en.pdf").write_bytes(made_pdf([rows]))
    (tmp_path / "zh.txt").write_text("".join((*ZH, *ZH_2)), encoding="utf-8")
    article = read_pair(tmp_path / "zh.txt", tmp_path / "en.pdf")
    assert " ".join(sides(article)[1]) == " ".join((*left, *right))


def test_a_scan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="scan"):
        read(tmp_path / "a.pdf", made_pdf([[], [], [Put(40, 40, "1")]]))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"no PDF at all",
        made_pdf([lines(40, 40, *ZH)])[:300],
        b"%PDF-1.6\n" + b"<<" * 100_000,
        b"%PDF-1.6\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\nendobj\n",
    ],
)
def test_damaged_files_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnusableInput):
        read(tmp_path / "a.pdf", data)


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    locked = (
        b"trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        b"/O <" + b"5a" * 32 + b"> /U <" + b"a5" * 32 + b"> >> /ID [<00> <00>]"
    )
    data = made_pdf([lines(40, 40, *ZH, *EN)]).replace(b"trailer\n<<", locked)
    with pytest.raises(UnusableInput, match="has a password"):
        read(tmp_path / "a.pdf", data)


def test_a_file_without_its_other_language_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoOtherLanguage, match="no English"):
        read(tmp_path / "a.pdf", made_pdf([lines(40, 40, *ZH)]))


def test_without_the_extra_its_name_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UnusableInput, match=r"duizhao\[pdf\]"):
        read(tmp_path / "a.pdf", made_pdf([lines(40, 40, *ZH, *EN)]))
