"""The side-by-side page: complete, self-contained, and safe whatever the texts hold."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from aligner.formats import ExportOptions
from aligner.formats.html.bitext import render_html
from tests.samples import HOSTILE, lighthouse, one_pair

TERMS = ExportOptions(("zh-TW",))


class Nesting(HTMLParser):
    """Fails on a tag that closes another one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def nesting(page: str) -> Nesting:
    parser = Nesting()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser


def test_every_text_is_shown_with_its_language() -> None:
    page = render_html(lighthouse(), TERMS)
    nesting(page)
    assert '<td lang="zh-TW">燈塔亮了。</td><td lang="en-US">The lamp was lit.</td>' in page
    for label in ("Without a counterpart", "Set apart", "[navigation]", "no English"):
        assert label.strip("[]") in page
    assert page.count("貓沒有回答。") == 2
    assert "首頁 &gt; 燈塔" in page


def test_confidence_is_a_figure_and_a_mark() -> None:
    page = render_html(lighthouse(), TERMS)
    assert "<td>▽ 62%</td>" in page
    assert "<td>98%</td>" in page


def test_the_page_needs_nothing_from_outside() -> None:
    page = render_html(lighthouse(), TERMS)
    assert "<style>" in page
    assert "@media print" in page
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r"<(script|link|img|iframe)|url\(|https?://", page)


def test_pairs_that_are_not_exported_stay_visible_and_say_so() -> None:
    bitext = lighthouse()
    pairs = (replace(bitext.pairs[0], status="excluded", note="a <b>"), *bitext.pairs[1:])
    page = render_html(replace(bitext, pairs=pairs), ExportOptions(("zh-TW",), min_confidence=0.95))
    assert "excluded" in page
    assert page.count("not exported") == 4
    assert "a &lt;b&gt;" in page


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_text_becomes_markup(zh: str, en: str) -> None:
    page = render_html(one_pair(zh, en), TERMS)
    page.encode("utf-8")
    plain = nesting(render_html(one_pair("甲", "a"), TERMS)).tags
    assert nesting(page).tags == plain


def test_hostile_characters_are_escaped_or_gone() -> None:
    page = render_html(one_pair(HOSTILE, "</td><script>alert(1)</script>"), TERMS)
    assert "<script" not in page
    assert "\x1b" not in page
    assert "</td><script>" in unescape(page)
