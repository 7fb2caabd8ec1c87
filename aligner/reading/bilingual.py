"""Lines that say the same in both languages: `The Ferry（渡口）`, `渡口 / The Ferry`.

A sign, a heading or an entry of a menu with its translation is divided; a sentence that ends with
a name in brackets is not. Which of the two a line is, the meaning of its halves decides, and where
most lines of a kind are alike, the layout. The model is loaded for such lines only.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.formats import Block, Halves, bracketed, halves, has_colon
from aligner.reading.meaning import cosines

_ALIKE = 0.25
"""Cosine of two short texts that say the same; of others, and of a name and its sentence, it is
below 0.2. Names and idioms that the model does not know go with the other lines of their kind."""
_MANY = 3
"""Lines of a kind that make a habit."""


def lines_in_both(text: Sequence[Block]) -> list[Halves | None]:
    """Return the halves of the lines that turn to the other language."""
    colons = sum(has_colon(block.passage) for block in text if len(block.text) < 1_000)
    divided = [halves(block.passage) for block in text]
    lines = sum(line is not None for line in divided)
    if colons * 2 >= max(lines, 1):
        return [halves(block.passage, colon=True) for block in text]
    return divided


def translated_lines(
    text: Sequence[Block], divided: Sequence[Halves | None]
) -> list[Halves | None]:
    """Return the halves of the short lines that hold their own translation.

    `divided` are those of `lines_in_both`; of them only headings and items are looked at.
    """
    found = [
        bracketed(block.passage) or (line if block.kind in {"heading", "list item"} else None)
        for block, line in zip(text, divided, strict=True)
    ]
    places = [place for place, line in enumerate(found) if line is not None]
    if not places:
        return found
    alike_by_place = dict(
        zip(places, cosines([(line.zh.text, line.en.text) for line in found if line]), strict=True)
    )
    for kind in {text[place].kind for place in places}:
        alike = [place for place in places if text[place].kind == kind]
        if not _is_habit([alike_by_place[place] for place in alike]):
            for place in alike:
                if alike_by_place[place] < _ALIKE:
                    found[place] = None
    return found


def _is_habit(cosines: Sequence[float]) -> bool:
    """Whether lines of a kind hold their translation as a rule."""
    return len(cosines) >= _MANY and sum(cosine >= _ALIKE for cosine in cosines) * 3 >= 2 * len(
        cosines
    )
