"""E-books as articles: the order of the spine, and what of a chapter is text."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats import Block, Raw
from aligner.formats.epub.read import read_epub
from aligner.reading import read_article, read_pair
from tests.formats.books import CONTAINER, book, item, package, page, zipped

ZH, EN = "燈塔在礁石上站了一百年。", "The lighthouse has stood on the reef for a hundred years."


def blocks(data: bytes) -> list[Block]:
    """The blocks of a book."""
    return read_epub(Raw(Path("a.epub"), data)).blocks


def texts(data: bytes) -> list[tuple[str, str]]:
    """The labels and texts of a book's blocks."""
    return [(block.label, block.text) for block in blocks(data)]


def spined(items: list[str], spine: list[str], files: dict[str, str], more: str = "") -> bytes:
    """A book with a package of its own."""
    opf = package(items, spine, more)
    return zipped({"META-INF/container.xml": CONTAINER, "OPS/book.opf": opf} | files)


def test_chapters_come_in_the_order_of_the_spine() -> None:
    data = spined(
        [item("a", "a.xhtml"), item("z", "text/z%20one.xhtml")],
        ['<itemref idref="z"/>', '<itemref idref="a"/>'],
        {"OPS/a.xhtml": page("<p>後。</p>"), "OPS/text/z one.xhtml": page("<p>先。</p>")},
    )
    assert texts(data) == [("", "先。"), ("", "後。")]


@pytest.mark.parametrize("href", ["%E7%AB%A0.xhtml", "章.xhtml", "./x/../%E7%AB%A0.xhtml"])
def test_names_without_a_word_on_their_encoding_are_found(href: str) -> None:
    data = spined([item("a", href)], ['<itemref idref="a"/>'], {"OPS/xxx.xhtml": page("燈。")})
    raw = data.replace(b"OPS/xxx.xhtml", "OPS/章.xhtml".encode())
    assert texts(raw) == [("", "燈。")]
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert "OPS/章.xhtml" not in archive.namelist()


def test_a_book_that_is_also_there_as_a_pdf_is_read() -> None:
    pdf = '<rootfiles><rootfile full-path="a.pdf" media-type="application/pdf"/>'
    parts = {"META-INF/container.xml": CONTAINER.replace("<rootfiles>", pdf), "a.pdf": "%PDF"}
    assert texts(book("<p>燈。</p>", more=parts)) == [("", "燈。")]


def test_names_in_another_case_are_found() -> None:
    data = spined(
        [item("a", "Text/A.xhtml")], ['<itemref idref="a"/>'], {"OPS/text/a.XHTML": page("燈。")}
    )
    assert texts(data) == [("", "燈。")]


def test_navigation_and_what_lies_beside_the_chapters_are_set_apart() -> None:
    data = spined(
        [
            item("n", "n.xhtml", more='properties="nav"'),
            item("t", "t.xhtml"),
            item("c", "c.xhtml"),
            item("a", "a.xhtml"),
        ],
        [
            '<itemref idref="n"/>',
            '<itemref idref="t"/>',
            '<itemref idref="c" linear="no"/>',
            '<itemref idref="a"/>',
        ],
        {
            "OPS/n.xhtml": page("<ol><li>第一章</li></ol>"),
            "OPS/t.xhtml": page("<p>第一章</p>"),
            "OPS/c.xhtml": page('<p>封面</p><aside epub:type="footnote">注一。</aside>'),
            "OPS/a.xhtml": page("<nav><p>上一章</p></nav><p>燈亮了。</p>"),
        },
        '<guide><reference type="toc" href="./t.xhtml#x"/></guide>',
    )
    assert texts(data) == [
        ("navigation", "第一章"),
        ("navigation", "第一章"),
        ("beside the chapters", "封面"),
        ("", "注一。"),
        ("navigation", "上一章"),
        ("", "燈亮了。"),
    ]


def test_pictures_are_passed_over_and_missing_chapters_counted() -> None:
    data = spined(
        [
            item("p", "p.svg", "image/svg+xml"),
            item("f", "f.svg", "image/svg+xml", 'fallback="a"'),
            item("a", "a.xhtml"),
            item("m", "m.xhtml"),
        ],
        [f'<itemref idref="{name}"/>' for name in ("p", "f", "m", "unknown")],
        {"OPS/a.xhtml": page("燈。")},
    )
    document = read_epub(Raw(Path("a.epub"), data))
    assert [block.text for block in document.blocks] == ["燈。"]
    assert document.left_out == {"missing chapter": 1}


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<title/><script src='a.js'/><p>燈<i/>亮。</p>", "燈亮。"),
        ("<p>a&nbsp;b &mdash; caf&eacute; &amp;lt;</p>", "a\u00a0b — café &lt;"),
        ("<p>light\u00adhouse &shy;keeper</p>", "lighthouse keeper"),
        ("<p><ruby>燈<rp>(</rp><rt>ㄉㄥ</rt><rp>)</rp></ruby>亮。</p>", "燈亮。"),
        ("<p><ruby><rb>燈</rb><rtc><rt>deng</rt></rtc></ruby>亮。</p>", "燈亮。"),
        ("<p>亮。<a epub:type='noteref' href='#n'>1</a></p>", "亮。"),
        ("<p>亮。<a role='doc-noteref' href='#n'>注</a></p>", "亮。"),
        ("<p>亮。<a href='n.xhtml#n'>[1]</a></p>", "亮。"),
        ("<p>見<a href='#three'>第三章</a>。</p>", "見第三章。"),
        ("<p>亮。<a href='#n'>〔1〕</a>走。<a href='#m'>①</a></p>", "亮。走。"),
        ("<p>亮。<sup>註一</sup></p>", "亮。"),
        ("<p><ruby><rb>修</rb><rb>表</rb><rt>xiū</rt><rt>biǎo</rt></ruby></p>", "修表"),
        ("<switch><case><p>y</p></case><default><p>x</p></default></switch>", "x"),
        ("<p><![CDATA[燈 & 塔]]><!-- 不 --></p>", "燈 & 塔"),
        ("<p>一<span epub:type='pagebreak' title='12'>12</span>二。</p>", "一二。"),
        ("<p>一<span hidden='hidden'>隱</span>二。</p>", "一二。"),
        ("<table><tr><td>燈塔</td></tr></table>", "燈塔"),
        ("<aside><p>旁邊的話。</p></aside>", "旁邊的話。"),
        ("<details><summary/><p>翻開。</p></details>", "翻開。"),
        ("<p>開了沒關<br>的頁", "開了沒關的頁"),
        ("<title/><p>開了沒關&nbsp;的頁", "開了沒關\u00a0的頁"),
    ],
)
def test_what_of_a_chapter_is_text(inside: str, expected: str) -> None:
    assert "".join(text for _, text in texts(book(inside))) == expected


@pytest.mark.parametrize(
    "note",
    [
        '<aside epub:type="footnote"><p>注一。</p></aside>',
        '<aside role="doc-footnote" hidden="hidden"><p>注一。</p></aside>',
        '<section epub:type="endnotes"><ol><li>注一。</li></ol></section>',
        '<div epub:type="rearnote">注一。<a epub:type="backlink" href="#r">↩</a></div>',
        '<p class="footnote">注一。</p>',
        '<div class="footnotes"><ol><li><p>注一。<a href="#r">↩</a></p></li></ol></div>',
        '<aside epub:type="footnote"><p><a href="#r">1.</a> 注一。</p></aside>',
    ],
)
def test_notes_are_text_of_their_own(note: str) -> None:
    found = blocks(book(f"<p>燈亮了。</p>{note}"))
    assert [(block.text, block.kind, block.label) for block in found] == [
        ("燈亮了。", "body", ""),
        ("注一。", "note", ""),
    ]


def test_kinds_of_paragraphs() -> None:
    found = blocks(
        book("<h2>第一章</h2><ul><li>燈</li></ul><figure><figcaption>圖一</figcaption></figure>")
    )
    assert [block.kind for block in found] == ["heading", "list item", "caption"]


def test_a_chapter_begins_where_a_document_begins_with_a_heading() -> None:
    found = blocks(book("<h1>一</h1><p>甲。</p>", "<p>乙。</p>", "<h1>二</h1><p>丙。</p>"))
    assert [block.section for block in found] == [0, 0, 0, 1, 1]


def test_both_languages_in_turn(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(
        book(*[f"<h1>第{n}章</h1><h1>Chapter {n}</h1><p>{ZH}</p><p>{EN}</p>" for n in (1, 2)])
    )
    article = read_article(path)
    assert [p.text for p in article.zh.paragraphs] == ["第1章", ZH, "第2章", ZH]
    assert [p.text for p in article.en.paragraphs] == ["Chapter 1", EN, "Chapter 2", EN]
    assert article.layout == "paragraphs in turn"
    assert article.walls == ((2, 2),)


def test_a_book_in_each_language(tmp_path: Path) -> None:
    (tmp_path / "zh.epub").write_bytes(book(f"<p>{ZH}</p>"))
    (tmp_path / "en.epub").write_bytes(book(f"<p>{EN}</p>"))
    article = read_pair(tmp_path / "en.epub", tmp_path / "zh.epub")
    assert [p.text for p in article.zh.paragraphs] == [ZH]
    assert article.source_language == "en"


def encryption(algorithm: str, name: str) -> dict[str, str | bytes]:
    """A list of what is encrypted in a book."""
    return {
        "META-INF/encryption.xml": '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
        f'<e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/><e:CipherData>'
        f'<e:CipherReference URI="{name}"/></e:CipherData></e:EncryptedData></encryption>'
    }


def test_a_locked_book_is_refused_and_scrambled_fonts_lock_nothing() -> None:
    aes = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
    with pytest.raises(UnusableInput, match="DRM"):
        blocks(book("燈。", more=encryption(aes, "OPS/c1.xhtml")))
    assert texts(book("燈。", more=encryption(aes, "OPS/font.otf"))) == [("", "燈。")]
    scrambled = "http://www.idpf.org/2008/embedding"
    assert texts(book("燈。", more=encryption(scrambled, "OPS/c1.xhtml"))) == [("", "燈。")]


def test_encodings_of_chapters() -> None:
    declared = page(f"<p>{ZH}</p>").replace("utf-8", "gb18030").encode("gb18030")
    wrong = page(f"<p>{ZH}</p>").replace("utf-8", "gb18030").encode("utf-8")
    wide = page(f"<p>{ZH}</p>").replace("utf-8", "utf-16").encode("utf-16")
    for chapter in (declared, wide, wrong):
        assert texts(book("", more={"OPS/c1.xhtml": chapter})) == [("", ZH)]


def test_no_container_is_needed_where_there_is_a_package() -> None:
    opf = package([item("a", "a.xhtml")], ['<itemref idref="a"/>'])
    assert texts(zipped({"book.opf": opf, "a.xhtml": page("燈。")})) == [("", "燈。")]


DEEP = "<div>" * 50_000


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "archive"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "password"),
        (b"plain text in a file of that name", "archive"),
        (book("燈。")[:-60], "archive"),
        (zipped({"word/document.xml": "<a/>"}), "no e-book"),
        (book(), "no chapter"),
        (book("燈。", more={"OPS/book.opf": "<package>"}), "damaged"),
        (book("燈。", more={"OPS/book.opf": "<!DOCTYPE p [<!ENTITY a 'b'>]><p>&a;</p>"}), "type"),
        (book("燈。", more={"OPS/book.opf": "<a>" * 100_000}), "deep"),
        (book("燈。", more={"OPS/c1.xhtml": bytes(60_000_000)}), "more than any document"),
    ],
)
def test_what_is_no_book_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnusableInput, match=words):
        blocks(data)


def test_a_chapter_declares_nothing_and_has_a_bottom() -> None:
    assert texts(book("<div>" * 600 + "燈。" + "</div>" * 600)) == [("", "燈。")]
    with pytest.raises(UnusableInput, match="epub has thousands of elements"):
        blocks(book(f"{DEEP}燈。"))
    own = '<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "lol">]><html><p>燈&a;</p></html>'
    with pytest.raises(UnusableInput, match="document type of its own"):
        blocks(book("", more={"OPS/c1.xhtml": own}))
