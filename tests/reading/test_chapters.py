"""Two books of one work: chapters are matched first, and walls stand where it is sure."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

import pytest

from aligner.article import Article, Side
from aligner.errors import UnusableInput
from aligner.formats import Block
from aligner.formats.passage import whole
from aligner.reading import map_text, read_article, read_pair
from aligner.reading.chapters import chapters_of, number_of
from tests.formats.books import book

SEEDS = Path(__file__).parent.parent.parent / "seeds"
FILES = ("harbour.txt", "night_train.txt", "luthier.html", "tea.tsv")
PREFACE = "<h1>序</h1><p>這本書寫了很多年，謝謝幫助過我的人。</p>"


@cache
def articles() -> list[Article]:
    """Articles that serve as the chapters of a book."""
    return [read_article(SEEDS / name) for name in FILES]


def chapter(side: Side, heading: str) -> str:
    """A side as a chapter of a book."""
    return f"<h1>{heading}</h1>" + "".join(f"<p>{escape(p.text)}</p>" for p in side.paragraphs)


def zh(*which: int, names: str = "") -> list[str]:
    """Chinese chapters, each with its number in `names`, or with none."""
    return [
        chapter(articles()[n].zh, f"第{names[i]}章" if names else "標題")
        for i, n in enumerate(which)
    ]


def en(*which: int, names: str = "") -> list[str]:
    """English chapters, likewise."""
    return [
        chapter(articles()[n].en, f"Chapter {names[i]}" if names else "A Title")
        for i, n in enumerate(which)
    ]


def pair(folder: Path, chinese: list[str], english: list[str], chapters: str = "") -> Article:
    """The article of two books; `chapters` is a map that is given."""
    (folder / "zh.epub").write_bytes(book(*chinese))
    (folder / "en.epub").write_bytes(book(*english))
    given = folder / "map.txt" if chapters else None
    if given:
        given.write_text(chapters, encoding="utf-8")
    return read_pair(folder / "zh.epub", folder / "en.epub", chapters=given)


def sure(article: Article) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The matches that walls are made of."""
    return [(match.zh, match.en) for match in article.chapters if match.is_sure]


def starts(article: Article) -> set[tuple[str, str]]:
    """The sentences behind each wall."""
    return {
        (article.zh.sentences[zh].text, article.en.sentences[en].text) for zh, en in article.walls
    }


@pytest.mark.parametrize("names", [("", ""), ("一二三四", "1234")])
def test_every_chapter_with_its_own(tmp_path: Path, names: tuple[str, str]) -> None:
    article = pair(tmp_path, zh(0, 1, 2, 3, names=names[0]), en(0, 1, 2, 3, names=names[1]))
    assert sure(article) == [((n,), (n,)) for n in range(4)]
    if names[0]:
        numbers = zip("二三四", "234", strict=True)
        assert starts(article) == {(f"第{one}章", f"Chapter {two}") for one, two in numbers}


def test_a_preface_that_only_one_book_has_moves_no_chapter(tmp_path: Path) -> None:
    article = pair(tmp_path, [PREFACE, *zh(0, 1, 2, 3)], en(0, 1, 2, 3))
    assert {((n + 1,), (n,)) for n in (1, 2, 3)} <= set(sure(article))
    assert [match.zh_title for match in article.chapters if not match.en] == ["序"]


@pytest.mark.parametrize("numbers", ["123", ""])
def test_no_wall_is_wrong_where_a_chapter_is_missing(tmp_path: Path, numbers: str) -> None:
    chinese = zh(0, 1, 2, 3, names="一二三四" if numbers else "")
    article = pair(tmp_path, chinese, en(0, 2, 3, names=numbers))
    assert set(sure(article)) <= {((0,), (0,)), ((2,), (1,)), ((3,), (2,))}


def test_no_wall_is_wrong_where_two_are_one(tmp_path: Path) -> None:
    joined = "".join(en(1, 2))
    article = pair(tmp_path, zh(0, 1, 2, 3), [*en(0), joined, *en(3)])
    assert {((0,), (0,)), ((3,), (2,))} <= set(sure(article))
    assert set(sure(article)) <= {((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))}


def test_books_of_two_works_have_no_walls(tmp_path: Path) -> None:
    article = pair(tmp_path, zh(0, 1, names="一二"), en(2, 3, names="12"))
    assert sure(article) == []
    assert article.walls == ()


def test_a_text_without_chapters_has_none(tmp_path: Path) -> None:
    article = pair(tmp_path, zh(0), en(0))
    assert article.chapters == ()


def test_a_map_comes_out_and_goes_in(tmp_path: Path) -> None:
    found = pair(tmp_path, [PREFACE, *zh(0, 1, 2)], en(0, 1, 2))
    text = map_text(found.chapters)
    assert "1 =             # 序\n" in text
    again = pair(tmp_path, [PREFACE, *zh(0, 1, 2)], en(0, 1, 2), text)
    assert again.chapters == found.chapters
    assert again.walls == found.walls


def test_a_map_overrules_what_is_found(tmp_path: Path) -> None:
    article = pair(tmp_path, zh(0, 1, 2, 3), en(0, 1, 2, 3), "1, 2 = 1,2\n3 ?= 3 # doubtful\n4=4")
    assert sure(article) == [((0, 1), (0, 1)), ((3,), (3,))]
    assert len(article.walls) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 = 2\nzwei = 3", "line 2: write chapters as 1 = 2"),
        ("2 = 2\n1 = 3", "line 2: chapters must rise"),
        ("1, 3 = 2", "stand in a row"),
        ("1 = 5", "there is no chapter 5; 2 were found"),
        ("0 = 1", "rise"),
    ],
)
def test_a_map_that_cannot_be_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UnusableInput, match=words):
        pair(tmp_path, zh(0, 1), en(0, 1), text)


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("第三章", 3),
        ("第 12 回　霧", 12),
        ("第一百零二章", 102),
        ("第二十章 燈", 20),
        ("第一〇二章", 102),
        ("卷二", 2),
        ("第三部", 3),
        ("十四", 14),
        ("Chapter 3", 3),
        ("CHAPTER XIV: The Lamp", 14),
        ("Chapter Twenty-One", 21),
        ("Part Two", 2),
        ("IX.", 9),
        ("7", 7),
        ("燈塔", None),
        ("Chapter and verse", None),
        ("三人行", None),
        ("I went home", None),
    ],
)
def test_numbers_of_headings(heading: str, value: int | None) -> None:
    found = number_of(heading)
    assert (found.value if found else None) == value


def test_headings_in_a_row_belong_to_one_chapter() -> None:
    lines = ["第一部", "第一章", "燈亮了。", "第二章", "船來了。"]
    kinds = ["heading", "heading", "body", "heading", "body"]
    side = [
        Block(whole(line), "heading" if kind == "heading" else "body")
        for line, kind in zip(lines, kinds, strict=True)
    ]
    found = chapters_of(side)
    assert [(one.title, one.first, one.stop) for one in found] == [
        ("第一部 第一章", 0, 3),
        ("第二章", 3, 5),
    ]
    assert found[0].number
    assert not found[0].number.is_part
