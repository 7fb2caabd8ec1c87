"""The sample articles come out as the pairs that a translator would make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aligner import align_article, align_files
from aligner.bitext import Bitext
from aligner.errors import NoOtherLanguage

SEEDS = Path(__file__).parent.parent / "seeds"
ARTICLES = {
    "harbour": ["harbour.txt"],
    "night_train": ["night_train.txt"],
    "tea": ["tea.tsv"],
    "labels": ["labels.txt"],
    "luthier": ["luthier.html"],
    "lamp": ["lamp_zh.md", "lamp_en.md"],
}
LAYOUTS = {
    "harbour": "blocks",
    "night_train": "paragraphs in turn",
    "tea": "columns",
    "labels": "one line",
    "luthier": "paragraphs in turn",
    "lamp": "two files",
}
BOILERPLATE = {
    "harbour": [
        "首頁  鎮內新聞  潮汐表",
        "地方 / 今日專題",
        "閱讀 1286",
        "標籤:",
        "返回新聞列表",
        "©",
    ],
    "night_train": ["关键词:", "返回新闻列表", "04 March 2025"],
    "luthier": ["關於我們", "標籤", "版權所有"],
}


def squeeze(text: str) -> str:
    """The text without white space, which reading may set differently."""
    return "".join(text.split())


def gold_of(name: str) -> list[tuple[str, str]]:
    beads = json.loads((SEEDS / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return [(squeeze("".join(zh)), squeeze("".join(en))) for zh, en in beads]


@pytest.fixture(scope="module", params=sorted(ARTICLES))
def aligned(request: pytest.FixtureRequest) -> tuple[str, Bitext]:
    name: str = request.param
    paths = [SEEDS / file for file in ARTICLES[name]]
    return name, align_article(paths[0]) if len(paths) == 1 else align_files(*paths)


def test_pairs_are_those_of_a_translator(aligned: tuple[str, Bitext]) -> None:
    name, bitext = aligned
    found = [(squeeze(p.zh_text), squeeze(p.en_text)) for p in bitext.pairs if p.is_full]
    assert found == [pair for pair in gold_of(name) if all(pair)]


def test_what_one_side_leaves_out_stays_alone(aligned: tuple[str, Bitext]) -> None:
    name, bitext = aligned
    found = {(squeeze(p.zh_text), squeeze(p.en_text)) for p in bitext.pairs if not p.is_full}
    assert {pair for pair in gold_of(name) if not all(pair)} <= found


def test_layout_is_recognised(aligned: tuple[str, Bitext]) -> None:
    name, bitext = aligned
    assert bitext.article.layout == LAYOUTS[name]


def test_boilerplate_is_kept_apart_with_a_label(aligned: tuple[str, Bitext]) -> None:
    name, bitext = aligned
    leftovers = [(squeeze(left.text), left.label) for left in bitext.article.leftovers]
    for line in BOILERPLATE.get(name, []):
        labels = [label for text, label in leftovers if squeeze(line) in text]
        assert labels, f"{line!r} is not among the leftovers"
        assert all(labels)


def test_an_article_without_english_says_so() -> None:
    with pytest.raises(NoOtherLanguage, match="English"):
        align_article(SEEDS / "exhibit.txt")


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_gold_is_the_text_of_the_article_in_order(name: str) -> None:
    """Guards the gold itself: each of its sentences stands in the source, in the same order."""
    sources = [
        squeeze((SEEDS / file).read_text(encoding="utf-8").replace("&nbsp;", ""))
        for file in ARTICLES[name]
    ]
    for tag in ("strong", "p", "h1", "h2", "div"):
        sources = [text.replace(f"<\\/{tag}>", "") for text in sources]
    for side in (0, 1):
        source, position = sources[min(side, len(sources) - 1)], 0
        for sentence in (bead[side] for bead in gold_of(name)):
            position = source.find(sentence, position)
            assert position >= 0, sentence
            position += len(sentence)
