"""A floor under the mining of terms: what two articles of our own are measured by."""

from __future__ import annotations

import pytest

from aligner.terms import mine
from bench.terms import FIRST_OF_ARTICLE, GLOSSARIES, read_terms, recall


@pytest.mark.parametrize(("article", "wanted", "least"), [("chips", 22, 13), ("reef", 21, 16)])
def test_most_terms_that_a_translator_wants_are_among_the_first(
    article: str, wanted: int, least: int
) -> None:
    pairs = read_terms(GLOSSARIES / f"{article}.pairs.tsv")
    terms = read_terms(GLOSSARIES / f"{article}.wanted.tsv")
    missed = recall(mine(pairs, min_score=0.0, top=FIRST_OF_ARTICLE), terms, pairs)
    assert len(terms) == wanted
    assert len(terms) - len(missed) >= least, missed
