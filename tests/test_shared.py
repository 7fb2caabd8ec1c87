"""Real documents, where they lie next to the repository: read as a translator would read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from aligner import align_article, align_files
from aligner.article import Side
from aligner.bitext import Bitext
from aligner.errors import NoOtherLanguage
from aligner.reading import read_article

SHARED = Path(__file__).parent.parent.parent / "shared" / "seeds"
CASES = Path(__file__).parent.parent.parent / "shared" / "cases" / "documents"
needs_seeds = pytest.mark.skipif(not SHARED.is_dir(), reason="there is no ../shared/seeds here")
needs_cases = pytest.mark.skipif(
    not CASES.is_dir(), reason="there is no ../shared/cases/documents here"
)
NAMES = sorted(path.name[: -len(".json")] for path in CASES.glob("*.*.json"))
LAYOUTS = {
    "columns (a table)": "columns",
    "paragraphs in turn within each slide": "paragraphs in turn",
    "two files in one (by style)": "both in a cue",
}
"""What cases call a layout, where the program has another word for it."""
FINER = {"film_zh+en.srt": "the case joins cues that make up one pair; each is a paragraph"}
OTHER_PAIRS = {
    "blocks_notes.docx": "the last line of the English text goes with the sentence before it",
}


def path_of(number: str) -> Path:
    return next(SHARED.glob(f"{number}_*"))


def sizes(side: Side) -> list[int]:
    """Sentences of each paragraph."""
    paragraphs = [sentence.paragraph for sentence in side.sentences]
    return [paragraphs.count(number) for number in range(len(side.paragraphs))]


@needs_seeds
def test_the_bilingual_article_has_its_paragraphs_and_sentences() -> None:
    article = read_article(path_of("000"))
    assert (article.layout, article.script) == ("blocks", "Hant")
    assert sizes(article.zh) == [1, 3, 2, 2, 2, 4]
    assert sizes(article.en) == [1, 3, 3, 2, 2, 4]
    assert [left.label for left in article.leftovers] == [
        "navigation",
        "navigation",
        "repeated headline",
        "repeated headline",
    ]


@needs_seeds
@pytest.mark.parametrize(
    ("number", "script"),
    [("001", "Simplified"), ("002", "Traditional"), ("003", "Traditional"), ("004", "Traditional")],
)
def test_articles_in_chinese_only_are_refused(number: str, script: str) -> None:
    with pytest.raises(NoOtherLanguage, match=f"Chinese sentences .{script}. but no English") as no:
        read_article(path_of(number))
    assert "duizhao align CHINESE ENGLISH" in str(no.value)


def cases(*faults: dict[str, str]) -> list[Any]:
    """The names of the cases; those that are known to be wrong are expected to fail."""
    known = {name: reason for fault in faults for name, reason in fault.items()}
    return [
        pytest.param(name, marks=pytest.mark.xfail(reason=known[name], strict=True))
        if name in known
        else name
        for name in NAMES
    ]


def read_case(name: str) -> tuple[Bitext, dict[str, Any]]:
    """A case as it is aligned, and as it ought to be."""
    right = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    stem, _, ending = name.rpartition(".")
    if "+" not in stem:
        return align_article(CASES / name), right
    first, _, other = stem.partition("+")
    second = f"{first.rpartition('_')[0]}_{other}"
    return align_files(CASES / f"{first}.{ending}", CASES / f"{second}.{ending}"), right


def notes_of(right: dict[str, Any], language: str) -> list[str]:
    return [note[language] for note in right["notes"] if note[language]]


@needs_cases
@pytest.mark.parametrize("name", cases(FINER))
def test_a_document_is_read_paragraph_by_paragraph_with_its_notes_behind(name: str) -> None:
    bitext, right = read_case(name)
    article = bitext.article
    assert article.layout == LAYOUTS.get(right["layout"], right["layout"])
    for side, language in ((article.zh, "zh"), (article.en, "en")):
        wanted = [*right[f"{language}_paragraphs"], *notes_of(right, language)]
        assert [paragraph.text for paragraph in side.paragraphs] == wanted


@needs_cases
@pytest.mark.parametrize("name", cases(OTHER_PAIRS))
def test_a_document_has_its_pairs(name: str) -> None:
    bitext, right = read_case(name)
    wanted = [("".join(pair["zh"]), " ".join(pair["en"])) for pair in right["pairs"]]
    wanted += [(note["zh"], note["en"]) for note in right["notes"] if note["zh"] and note["en"]]
    found = [(pair.zh_text, pair.en_text) for pair in bitext.pairs if pair.is_full]
    assert found == [pair for pair in wanted if all(pair)]


@needs_cases
@pytest.mark.parametrize("name", cases())
def test_what_is_no_text_of_a_document_is_set_apart_or_not_there(name: str) -> None:
    bitext, right = read_case(name)
    apart = {(left.text, left.label) for left in bitext.article.leftovers}
    labels = {label for _, label in apart}
    for one in right["set_apart"]:
        if one["text"] == "page numbers, one a page":
            assert one["label"] in labels
        else:
            assert (one["text"], one["label"]) in apart
    sides = (bitext.article.zh, bitext.article.en)
    text = "\n".join(paragraph.text for side in sides for paragraph in side.paragraphs)
    assert [words for words in right["must_not_appear"] if words in text] == []
