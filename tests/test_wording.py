"""How the program counts what it speaks of."""

from __future__ import annotations

import pytest

from aligner.wording import counted, noun_for


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (0, "pair", "0 pairs"),
        (1, "pair", "1 pair"),
        (2, "pair", "2 pairs"),
        (12_345, "translation unit", "12,345 translation units"),
        (1, "doubtful stretch", "1 doubtful stretch"),
        (2, "doubtful stretch", "2 doubtful stretches"),
    ],
)
def test_a_noun_goes_with_its_number(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said
    assert noun_for(number, noun) == said.split(maxsplit=1)[1]
