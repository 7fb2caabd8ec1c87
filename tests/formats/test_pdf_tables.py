"""Tables and notes in PDFs as word processors print them: narrow cells, rows without lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aligner.article import Article
from aligner.reading import read_article
from bench.made_pdf import Put, lines, made_pdf

ROWS = [
    (("老船廠的燈還亮著，木匠在", "刨一塊新板。"),
     ("The lamp in the old yard", "is lit; a man planes.")),
    (("海很平。",), ("The sea is flat tonight, and", "there is no wind.")),
    (("遠處有一隻白色的船，停在", "那裡已經三天了。"), ("Far off lies a boat.",)),
    (("霧散了。",), ("The mist is gone.",)),
]  # fmt: skip
Row = tuple[Sequence[str], Sequence[str]]


def read(path: Path, *pages: Sequence[Put]) -> Article:
    """The article of a PDF of these pages."""
    path.write_bytes(made_pdf(pages))
    return read_article(path)


def sides(article: Article) -> list[Row]:
    """The paragraphs of both languages, side by side."""
    zh, en = ([one.text for one in side.paragraphs] for side in (article.zh, article.en))
    return list(zip(zh, en, strict=True))


def texts(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Rows as they read."""
    return [("".join(zh), " ".join(en)) for zh, en in rows]


def cells(rows: Sequence[Row], *, y: float = 40, first: int = 0) -> list[Put]:
    """Rows of cells that almost touch, with their numbers from `first` unless that is 0."""
    page: list[Put] = []
    for number, (zh, en) in enumerate(rows, start=first):
        page += [*lines(70, y, *zh), *lines(194, y, *en)]
        if first:
            page.append(Put(40, y, str(number)))
        y += 14 * max(len(zh), len(en))
    return page


def labels(article: Article) -> list[tuple[str, str]]:
    """What stands apart."""
    return [(left.text, left.label) for left in article.leftovers]


def test_cells_that_almost_touch_are_columns(tmp_path: Path) -> None:
    article = read(tmp_path / "a.pdf", cells(ROWS))
    assert article.layout == "columns"
    assert sides(article) == texts(ROWS)


def test_a_gap_in_one_column_begins_a_row_of_both(tmp_path: Path) -> None:
    tall = (("船廠的燈亮著。",), ("It burned for a night or", "two, and it is lit again today."))
    flat = (("天快亮了。",), ("It waits.",))
    shown = [tall, flat, tall, flat, tall]
    article = read(tmp_path / "a.pdf", cells(shown))
    assert sides(article) == texts(shown)


def test_heads_are_set_apart_wherever_they_stand(tmp_path: Path) -> None:
    head = [Put(40, 60, "No."), Put(70, 60, "中文"), Put(194, 60, "English")]
    pages = [[*head, *cells(ROWS, y=74, first=1)], [*head, *cells(ROWS[:2], y=74, first=5)]]
    article = read(tmp_path / "a.pdf", *pages)
    assert sides(article) == texts([*ROWS, *ROWS[:2]])
    heads = [text for text, label in labels(article) if label == "column head"]
    assert sorted(heads) == ["English", "English", "No.", "No.", "中文", "中文"]


def test_a_page_with_two_numbers_has_the_columns_of_the_others(tmp_path: Path) -> None:
    article = read(tmp_path / "a.pdf", cells(ROWS, first=1), cells(ROWS[:2], first=5))
    assert sides(article) == texts([*ROWS, *ROWS[:2]])
    numbers = [text for text, label in labels(article) if label == "marks and figures alone"]
    assert numbers == ["1", "2", "3", "4", "5", "6"]


def test_notes_at_the_foot_of_a_page_are_notes_and_the_text_goes_on(tmp_path: Path) -> None:
    first = [
        *lines(40, 40, "The lamp in the old yard is lit; a man is", "planing a new plank."),
        Put(132, 52, "1", size=6),
        *lines(40, 68, "海面很平，沒有風。遠處有一隻白色的船，停"),
        *lines(40, 220, "1 An old yard.", "It is closed.", step=10, size=8),
    ]
    second = lines(40, 40, "在那裡。", "Far off lies a boat.")
    article = read(tmp_path / "a.pdf", first, second)
    assert [(one.text, one.kind) for one in article.en.paragraphs][-1] == (
        "An old yard. It is closed.",
        "note",
    )
    assert article.zh.paragraphs[0].text == "海面很平，沒有風。遠處有一隻白色的船，停在那裡。"


def test_a_paragraph_may_begin_with_a_quotation_mark(tmp_path: Path) -> None:
    page = lines(
        40,
        40,
        "海面很平沒有風，船在遠處停著，老人",
        "看著它。",
        "「這樣的天氣，船是不會走的。」",
        "The sea is flat, and the old man looks",
        "at the boat. It will not leave in such",
        "weather.",
    )
    article = read(tmp_path / "a.pdf", page)
    assert [one.text for one in article.zh.paragraphs] == [
        "海面很平沒有風，船在遠處停著，老人看著它。",
        "「這樣的天氣，船是不會走的。」",
    ]
