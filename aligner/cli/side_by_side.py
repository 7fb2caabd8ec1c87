"""Pairs drawn side by side as lines of text, for a terminal or a pipe.

It measures in cells and returns lines; it never writes. Every sentence of the article is drawn,
and so is all that was set apart. Colour only repeats what a mark or a word already says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from aligner.article import Leftover, Side
from aligner.bitext import Bitext, Pair, begins_paragraph, moved_to
from aligner.cells import pad, width, wrap
from aligner.speaking import told

Ink = Literal["faint", "doubt", "alone"]

_CODES: dict[Ink, str] = {"faint": "2", "doubt": "33", "alone": "36"}
_MARKS = 5
"""Cells of the column that holds a mark and a figure: `▽100%` at most."""
_NARROWEST = 44
_WIDEST = 160
"""Lines any longer are hard to read across."""


def draw(
    bitext: Bitext, columns: int, *, colour: bool = False, min_confidence: float = 0.0
) -> Iterator[str]:
    """Yield the lines of a drawing that is `columns` cells wide (but 44 to 160).

    `▽` marks a pair with a low confidence, `×` one below `min_confidence`, each with the figure;
    a rule shows where a paragraph begins on either side.
    """
    digits = len(str(len(bitext.pairs)))
    columns = min(max(columns, _NARROWEST), _WIDEST)
    page = _Page(digits, (columns - digits - _MARKS - 5) // 2, colour)
    elsewhere = moved_to(bitext)
    for number, pair in enumerate(bitext.pairs, start=1):
        yield from _edge(page, bitext, pair)
        yield from _row(page, number, pair, min_confidence, elsewhere.get(number - 1))
    yield from _set_apart(page, bitext.article.leftovers, columns)


@dataclass(frozen=True, slots=True)
class _Page:
    digits: int
    """Cells for the number of a pair."""
    column: int
    """Cells for each language."""
    colour: bool

    def inked(self, text: str, ink: Ink | None) -> str:
        return f"\x1b[{_CODES[ink]}m{text}\x1b[0m" if self.colour and ink and text else text


def _edge(page: _Page, bitext: Bitext, pair: Pair) -> Iterator[str]:
    zh = _rule(bitext.article.zh, pair.zh, page.column)
    en = _rule(bitext.article.en, pair.en, page.column)
    if zh or en:
        gutter = " " * (page.digits + 1 + _MARKS + 1)
        middle = f"{'─' if zh else ' '}{'┼' if zh and en else '┤' if zh else '├'}"
        line = f"{gutter}{pad(zh, page.column)}{middle}{'─' if en else ' '}{en}"
        yield page.inked(line.rstrip(), "faint")


def _rule(side: Side, indices: tuple[int, ...], columns: int) -> str:
    if not begins_paragraph(side, indices):
        return ""
    name = f"─ ¶{side.sentences[indices[0]].paragraph + 1} "
    return name + "─" * (columns - width(name))


def _row(
    page: _Page, number: int, pair: Pair, min_confidence: float, elsewhere: int | None
) -> Iterator[str]:
    mark, ink = _mark(pair, min_confidence)
    missing = "" if elsewhere is None else f"; moved? see {elsewhere + 1}"
    zh = wrap(pair.zh_text, page.column) or [told(f"(no Chinese{missing})")]
    en = wrap(pair.en_text, page.column) or [told(f"(no English{missing})")]
    bar = page.inked("│", "faint")
    for line, (left, right) in enumerate(zip_longest(zh, en, fillvalue="")):
        first = line == 0
        gutter = page.inked(f"{number if first else '':>{page.digits}}", "faint")
        figure = page.inked(pad(mark if first else "", _MARKS), ink)
        text_ink: Ink | None = None if pair.is_full else "alone"
        # Padding stays outside the colour, so that nothing trails at a line's end.
        gap = " " * (page.column - width(left))
        left, right = page.inked(left, text_ink), page.inked(right, text_ink)
        yield f"{gutter} {figure} {left}{gap} {bar} {right}".rstrip()


def _mark(pair: Pair, min_confidence: float) -> tuple[str, Ink | None]:
    if pair.status == "proposed" and pair.confidence < min_confidence:
        return f"×{pair.confidence:4.0%}", "doubt"
    if not pair.is_full:
        return "∅", "alone"
    if pair.is_doubtful:
        return f"▽{pair.confidence:4.0%}", "doubt"
    return "", None


def _set_apart(page: _Page, leftovers: tuple[Leftover, ...], columns: int) -> Iterator[str]:
    if leftovers:
        yield ""
        yield told("Set apart, in no pair:")
    for left in leftovers:
        label = told(f"[{left.label}]")
        for line, text in enumerate(wrap(f"{label} {left.text}", columns - 2)):
            lead = label if line == 0 and text.startswith(label) else ""
            yield f"  {page.inked(lead, 'faint')}{text[len(lead) :]}"
