"""The map on the page: well-formed, small, and legible without colour or sight."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from aligner.alignment import Moved
from aligner.bitext import Bitext
from aligner.formats import ExportOptions
from aligner.formats.html.bitext import render_html
from aligner.formats.html.svg_map import MOST_STROKES, render_map
from tests.samples import HOSTILE, book, lighthouse, one_pair

SHAPES = ((1, 1, 0.99), (1, 2, 0.8), (1, 0, 0.7), (1, 1, 0.6), (0, 1, 0.9), (2, 1, 0.3))


def long_book(pairs: int) -> Bitext:
    bitext = book([(*SHAPES[n * 7 % 6], 5 + n % 30) for n in range(pairs)])
    omissions = [pair.zh for pair in bitext.pairs if not pair.en]
    additions = [pair.en for pair in bitext.pairs if not pair.zh]
    both = zip(omissions, reversed(additions), strict=False)
    return replace(bitext, moved=tuple(Moved(zh, en, 0.8) for zh, en in both if zh and en))


def figure(bitext: Bitext) -> ET.Element:
    return ET.fromstring("\n".join(render_map(bitext)))


def kinds(element: ET.Element) -> list[str]:
    """Class of each stroke that leads somewhere."""
    return [link.find("path").get("class", "") for link in element.iter("a")]  # type: ignore[union-attr]


def test_each_pair_is_a_stroke_that_leads_to_it() -> None:
    bitext = lighthouse()
    drawn = figure(bitext)
    assert sorted(kinds(drawn)) == sorted(["sure", "likely", "doubtful", "alone", "alone", "sure"])
    page = render_html(bitext, ExportOptions(("zh-TW",)))
    targets = {link.get("href", "")[1:] for link in drawn.iter("a")}
    assert targets == {f"p{n}" for n in range(1, 7)}
    assert all(f'<tr id="{target}"' in page for target in targets)


def test_the_map_says_in_words_what_it_shows() -> None:
    svg = figure(lighthouse()).find("svg")
    assert svg is not None
    assert svg.get("role") == "img"
    named = {child.get("id"): child.text or "" for child in svg if child.get("id")}
    assert (svg.get("aria-labelledby") or "").split() == list(named)
    assert "1 doubtful pair, 1 omission, 1 addition" in named["map-description"]
    titles = [title.text for title in svg.iter("title")]
    assert "3: 62%" in titles
    assert "4: no English" in titles


def test_doubt_is_dashed_and_narrow_in_both_colour_schemes() -> None:
    page = render_html(lighthouse(), ExportOptions(("zh-TW",)))
    assert re.search(r"\.map \.doubtful \{[^}]*stroke-dasharray", page)
    widths = [
        float(re.search(rf"\.map \.{kind} {{[^}}]*stroke-width: ([\d.]+)", page)[1])  # type: ignore[index]
        for kind in ("sure", "likely", "doubtful", "weak")
    ]
    assert widths == sorted(widths, reverse=True)
    for colour in ("sure", "likely", "worry", "weak", "lonely", "moved"):
        assert page.count(f"--{colour}: #") == 3, "light, dark and print"


def test_the_legend_explains_what_is_there() -> None:
    words = "".join(figure(lighthouse()).find("figcaption").itertext())  # type: ignore[union-attr]
    assert "no counterpart" in words
    assert "moved" not in words
    moved = replace(lighthouse(), moved=(Moved((3,), (4,), 0.8),))
    assert "moved" in "".join(figure(moved).find("figcaption").itertext())  # type: ignore[union-attr]


@pytest.mark.parametrize("pairs", [MOST_STROKES, MOST_STROKES + 1, 20_000])
def test_the_map_of_a_book_stays_small(pairs: int) -> None:
    bitext = long_book(pairs)
    text = "\n".join(render_map(bitext))
    ET.fromstring(text)
    assert len(text.encode()) < 200_000
    assert ("Neighbouring pairs" in text) == (pairs > MOST_STROKES)


@pytest.mark.parametrize("shapes", [[], [(1, 0, 0.9, 5)], [(0, 1, 0.9, 5)], [(1, 0, 0.9, 9)] * 9])
def test_an_empty_side_still_has_an_axis(shapes: list[tuple[int, int, float, int]]) -> None:
    frame = figure(book(shapes)).find("svg/rect")
    assert frame is not None
    assert float(frame.get("width", 0)) >= 40
    assert float(frame.get("height", 0)) >= 40
    box = figure(book(shapes)).find("svg").get("viewBox", "").split()  # type: ignore[union-attr]
    assert min(float(box[2]), float(box[3])) > 200, "the words along an axis are not cut"


def test_no_text_of_the_article_is_in_the_map() -> None:
    hostile = "\n".join(render_map(one_pair(HOSTILE, "</svg><script>alert(1)</script>")))
    ET.fromstring(hostile)
    assert "alert" not in hostile


def test_doubt_is_drawn_over_the_wide_ends_of_its_neighbours() -> None:
    drawn = kinds(figure(book([(1, 1, c, 9) for c in (0.99, 0.3, 0.99, 0.6, 0.8)])))
    assert drawn == ["sure", "sure", "likely", "doubtful", "weak"]
