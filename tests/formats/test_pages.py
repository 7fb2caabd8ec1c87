"""Pages as articles: what a page shows is text, but not code and the marks of notes."""

from __future__ import annotations

import pytest

from aligner.formats.html.read import blocks_of
from tests.effort import check_proportion

XHTML = '<html xmlns="http://www.w3.org/1999/xhtml">'


def labels(page: str) -> list[tuple[str, str]]:
    """The labels and texts of a page's blocks."""
    return [(block.label, block.text) for block in blocks_of(page)[0]]


def test_readings_of_ruby_are_no_text() -> None:
    ruby = "<ruby>漁<rp>(</rp><rt>yú</rt><rp>)</rp>港<rt>gǎng<rtc>ㄍㄤˇ</rtc></ruby>"
    assert labels(f"<p>{ruby}的早晨很安靜。") == [("", "漁港的早晨很安靜。")]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("塔建在礁石上。<sup>1</sup>", "塔建在礁石上。"),
        ("The tower<sup>[2]</sup> stands.", "The tower stands."),
        ("The tower<sup><a href='#n2'>2</a></sup> stands.", "The tower stands."),
        ("The tower<a class='footnote-ref' href='#n2'>2</a> stands.", "The tower stands."),
        ("The tower stands on a reef.³", "The tower stands on a reef."),
        ("The island has 3 km<sup>2</sup>.", "The island has 3 km2."),
        ("It is 10⁶ m² large.", "It is 10⁶ m² large."),
        ("The 4<sup>th</sup> tower.", "The 4th tower."),
    ],
)
def test_marks_of_notes_are_no_text_and_exponents_are(inside: str, expected: str) -> None:
    assert labels(f"<p>{inside}</p>") == [("", expected)]


def test_code_is_kept_apart_and_words_of_code_in_a_sentence_stay() -> None:
    page = (
        "<p>用 <code>light</code> 點燈。<pre><code>lamp.light()\nlamp.wait(3)</code></pre>"
        "<table><td><code>size</code><td>大小</table>"
        "<pre>lamp = Lamp()\nlamp.light()</pre><pre>燈亮了，\n海很靜。</pre>"
    )
    assert labels(page) == [
        ("", "用 light 點燈。"),
        ("code", "lamp.light() lamp.wait(3)"),
        ("code", "size"),
        ("", "大小"),
        ("code", "lamp = Lamp() lamp.light()"),
        ("", "燈亮了， 海很靜。"),
    ]


@pytest.mark.parametrize("how", ["hidden", "aria-hidden='true'", "style='display: none'"])
def test_what_a_page_hides_is_kept_apart(how: str) -> None:
    page = f"<p>燈亮了。<p {how}>霧散了。</p><p>船<span {how}>舟</span>來了。"
    assert labels(page) == [("", "燈亮了。"), ("hidden", "霧散了。"), ("", "船來了。")]


@pytest.mark.parametrize("closed", ["<title/>", "<script src='a.js'/>", "<style/>", "<iframe/>"])
def test_what_xhtml_closes_at_once_swallows_nothing(closed: str) -> None:
    head = f"<?xml version='1.0'?>{XHTML}<head>{closed}</head>"
    page = f"{head}<body><p>燈&nbsp;亮了。</p></body></html>"
    assert labels(page) == [("", "燈\u00a0亮了。")]
    assert labels(page.replace("</p>", "<br>")) == [("", "燈\u00a0亮了。")]


def test_entities_of_a_page_are_not_expanded() -> None:
    page = (
        "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
        f"{XHTML}<body><p>燈亮了 &b; 。</p></body></html>"
    )
    assert any("燈亮了 &b; 。" in text for _, text in labels(page))


def test_prefixes_of_xhtml_are_understood() -> None:
    page = (
        '<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:p>燈</h:p></h:html>'
    )
    assert labels(page) == [("", "燈")]


@pytest.mark.parametrize(
    "unit",
    ["<sup>1</sup>", "燈¹", "<code>a</code>", "<p hidden>a", "<sup>1", "<pre>a", "<pre>a()\n"],
)
def test_pages_of_nothing_but_marks_are_read_in_linear_time(unit: str) -> None:
    check_proportion(lambda times: blocks_of("<p>燈" + unit * times), 2_000)
