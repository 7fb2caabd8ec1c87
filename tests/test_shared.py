"""Real documents, where they lie next to the repository: read as a translator would read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.article import Side
from aligner.errors import NoOtherLanguage
from aligner.reading import read_article

SHARED = Path(__file__).parent.parent.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="there is no ../shared/seeds here")


def path_of(number: str) -> Path:
    return next(SHARED.glob(f"{number}_*"))


def sizes(side: Side) -> list[int]:
    """Sentences of each paragraph."""
    paragraphs = [sentence.paragraph for sentence in side.sentences]
    return [paragraphs.count(number) for number in range(len(side.paragraphs))]


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


@pytest.mark.parametrize(
    ("number", "script"),
    [("001", "Simplified"), ("002", "Traditional"), ("003", "Traditional"), ("004", "Traditional")],
)
def test_articles_in_chinese_only_are_refused(number: str, script: str) -> None:
    with pytest.raises(NoOtherLanguage, match=f"Chinese sentences .{script}. but no English") as no:
        read_article(path_of(number))
    assert "duizhao align CHINESE ENGLISH" in str(no.value)
