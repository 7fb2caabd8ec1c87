"""Nothing is lost: all of a source is in a sentence, in a leftover, or was markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from aligner.article import Article
from aligner.errors import UnusableInput
from aligner.formats.html import read as pages
from aligner.formats.html_remnants import clean
from aligner.reading import read_article, read_pair
from tests.reading.texts import BLOCKS, EN, ZH, as_read, squeeze, unaccounted, write

PIECES = [
    *ZH,
    *EN,
    "首頁  燈塔  海圖",
    "返回列表",
    "2023-11-05 09:15",
    "（何安/海島社）",
    "Tags: lamp",
    "<strong>燈</strong>",
    "<\\/p>",
    "<br>",
    "&nbsp;",
    "&amp;nbsp;",
    "&lt;",
    "a < b",
    "**亮**",
    "* ",
    "# ",
    "- ",
    "> ",
    "1. ",
    "```",
    "~~~ text",
    "| 燈 | lamp |",
    "|---|---|",
    "燈 \\| 塔 | a",
    "-|-",
    "> - ",
    "- - 1) ",
    "    ",
    "  ",
    "====",
    "[燈]: x",
    "---",
    "[x](y)",
    "\\*",
    "_a_",
    "title: 燈",
    "tags: [a, b]",
    "slug: x",
    "+++",
    ":::tip 小心",
    ":::",
    "[^1]",
    "[^1]: 註",
    "[a]: ./x.md",
    "[a][a]",
    "[![a](b)](c)",
    "- [ ] a",
    "    a()",
    "<script>",
    "</script>",
    "¹",
    "<sup>1</sup>",
    "<rt>a</rt>",
    "燈（lamp）",
    "Lamp (燈) .... 3",
    "燈 / lamp",
    "燈: lamp",
    "<code>x</code>",
    "<pre>a()</pre>",
    "<p hidden>燈</p>",
    "`<b>`",
    "!!! note",
    "import a from 'b'",
    "- 作者：人",
    "- Author: person",
    "2023年1月2日",
    "January 2, 2023",
    "\t",
    "\u3000",
    "\x00\x1b",
    "\ud800",
    "\ufeff",
    "日本語のテキストです",
    "12345",
    "？！",
    "……",
    "(",
    "》",
    "。",
]
ENDS = ["", "", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"]
SOURCES = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(ENDS)), max_size=25).map(
    lambda parts: "".join(piece + end for piece, end in parts)
)
SIDES = f"\n\n{BLOCKS}\n\n"
WRITES = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(article: Article, texts: list[str]) -> None:
    assert unaccounted(article, texts) == ""
    for number, side in enumerate((article.zh, article.en)):
        text = texts[min(number, len(texts) - 1)]
        ends = 0
        for sentence in side.sentences:
            if article.layout != "two files":
                read = as_read(article, text, sentence.start, sentence.end)
                assert squeeze(sentence.text) in read
            assert sentence.text == sentence.text.strip() != ""
            assert sentence.start >= ends
            ends = sentence.start
        for index, paragraph in enumerate(side.paragraphs):
            own = [s.text for s in side.sentences if s.paragraph == index]
            assert squeeze("".join(own)) == squeeze(paragraph.text)


@pytest.mark.parametrize("name", ["article.txt", "article.md", "article.tsv"])
@pytest.mark.parametrize("keep", [False, True])
@WRITES
@example(text="守塔人的最後一盞燈\n[![a](b)](c)\n守塔人的最後一盞燈")
@example(text="\t返回列表")  # both languages in one column: no table, whatever the second says
@given(text=SOURCES)
def test_every_character_is_somewhere(tmp_path: Path, name: str, keep: bool, text: str) -> None:
    text = (text + SIDES).lstrip("\ufeff")
    try:
        article = read_article(write(tmp_path, text, name), keep_boilerplate=keep)
    except UnusableInput:  # a block of code that nothing closes may hold all that follows
        assert name.endswith(".md")
        assert "```" in text or "~~~" in text
        return
    check(article, [text])


@WRITES
@given(zh=SOURCES, en=SOURCES)
def test_every_character_of_two_files_is_somewhere(tmp_path: Path, zh: str, en: str) -> None:
    texts = [
        ("\n\n".join([*ZH, *ZH, zh])).lstrip("\ufeff"),
        ("\n\n".join([*EN, *EN, en])).lstrip("\ufeff"),
    ]
    paths = [
        write(tmp_path, text, name) for text, name in zip(texts, ["z.txt", "e.md"], strict=True)
    ]
    try:
        article = read_pair(*paths)
    except UnusableInput:  # so much of the other language came along that it is the larger part
        return
    check(article, texts)


@WRITES
@given(text=SOURCES)
def test_all_that_a_page_shows_is_somewhere(tmp_path: Path, text: str) -> None:
    closed = text.replace("<script>", "")  # one that nothing closes hides the rest of a page
    page = "".join(f"<p>{part}" for part in [*ZH, closed, *EN])
    article = read_article(write(tmp_path, page, "a.html"))
    decoded = page.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
    shown = pages.blocks_of(decoded)[1]
    check(article, [shown])


@example(text="<script>守塔人的最後一盞燈</script>")
@given(text=SOURCES)
def test_html_remnants_and_text_make_the_source(text: str) -> None:
    cleaned = clean(text)
    assert all(text[mark.start : mark.end] == mark.text for mark in cleaned.markup)
    taken = [(mark.start, mark.end, mark.stands_for) for mark in cleaned.markup]
    taken += [(code.start, code.stop, "\n") for code in cleaned.code]
    rest: list[str] = []
    done = 0
    for start, stop, stands_for in sorted(taken):
        rest += (text[done:start], stands_for)
        done = stop
    read = "".join([*rest, text[done:]])
    if cleaned.code:  # a line end stands in place of a program and the white space around it
        assert squeeze(read) == squeeze(cleaned.passage.text)
    else:
        assert read == cleaned.passage.text
