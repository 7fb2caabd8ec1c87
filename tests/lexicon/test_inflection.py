"""Plurals and singulars, for comparing two words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.lexicon import singular, stems
from aligner.lexicon.irregular_plurals import SINGULARS
from aligner.terms import Entry, Matcher


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("lamps", "lamp"),
        ("harbours", "harbour"),
        ("boxes", "box"),
        ("cities", "city"),
        ("houses", "house"),
        ("indices", "index"),
        ("children", "child"),
        ("grandchildren", "grandchild"),
        ("fishermen", "fisherman"),
        ("women", "woman"),
        ("leaves", "leaf"),
        ("lives", "life"),
        ("criteria", "criterion"),
        ("hypotheses", "hypothesis"),
        ("viruses", "virus"),
        ("gases", "gas"),
        ("nuclei", "nucleus"),
        ("vertebrae", "vertebra"),
        ("movies", "movie"),
        ("headaches", "headache"),
        ("heroes", "hero"),
        ("canoes", "canoe"),
    ],
)
def test_a_plural_is_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == singular(one) == one


@pytest.mark.parametrize(
    "word",
    ["news", "series", "species", "means", "physics", "lens", "gas", "bus", "campus", "virus",
     "analysis", "ethics", "media", "specimen", "glass", "texas"],
)  # fmt: skip
def test_what_only_looks_like_a_plural_stays(word: str) -> None:
    assert singular(word) == word


@pytest.mark.parametrize("one", sorted(set(SINGULARS.values())))
def test_the_singular_of_a_singular_is_itself(one: str) -> None:
    assert singular(one) == one


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_singular_is_no_longer_and_never_empty(word: str) -> None:
    assert 0 < len(singular(word)) <= max(len(word), len(SINGULARS.get(word, "")))
    assert all(stems(word)) or not stems(word)


def test_news_is_no_form_of_new_in_a_glossary() -> None:
    matcher = Matcher([Entry("新", "new"), Entry("新聞", "news"), Entry("索引", "index")])
    found = [match.entry.zh for match in matcher.find("The news has new indices.", "en")]
    assert found == ["新聞", "新", "索引"]
