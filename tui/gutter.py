"""What stands before the texts of a pair: its confidence, its status, and whether it is warned of.

Where there is room it is said in words, a line each; elsewhere in one line of signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rich.segment import Segment
from rich.style import Style

from aligner.bitext import Pair
from aligner.cells import drawable, pad, width
from tui.list_layout import FIGURE, ListLayout
from tui.styles import StyleName

Standing = Literal["confirmed", "edited", "review", "excluded", "alone", "doubtful"]
"""What of a pair deserves a sign."""

_INKS: dict[Standing, tuple[StyleName, StyleName]] = {
    "confirmed": ("sure", "chip-sure"),
    "edited": ("sure", "chip-sure"),
    "review": ("doubt", "chip-doubt"),
    "excluded": ("faint", "chip-out"),
    "alone": ("alone", "chip-alone"),
    "doubtful": ("doubt", "chip-doubt"),
}
"""How each is drawn as a sign, and as a chip."""
_HEIGHTS = "▁▂▃▄▅▆▇█"


def standing_of(pair: Pair) -> Standing | None:
    """Return what deserves a sign; None for a pair that is as pairs should be."""
    if pair.status != "proposed":
        return pair.status
    if not pair.is_full:
        return "alone"
    return "doubtful" if pair.is_doubtful else None


@dataclass(frozen=True, slots=True)
class Gutter:
    """What is known of a pair beside its texts, as lines of cells."""

    pair: Pair
    status: str
    """The standing of the pair in a word or two."""
    warning: str
    """What it is warned of, in a word or two; nothing where it is not."""
    layout: ListLayout
    styles: Mapping[StyleName, Style]
    ground: Style
    """The style of the row."""

    def lines(self) -> list[list[Segment]]:
        """Return the lines, each as wide as the layout has it; at least one."""
        if not self.layout.is_roomy:
            return [list(self._signs())]
        return [[*line, self._space(1)] for line in self._words()] or [self.blank()]

    def blank(self) -> list[Segment]:
        """Return a line with nothing in it."""
        return [self._space(self.layout.status)]

    def _signs(self) -> Iterator[Segment]:
        """Yield two marks, the bar and the figure."""
        marks, standing = self.layout.marks, standing_of(self.pair)
        mark = marks[standing] if standing is not None else " "
        second = marks["warned"] if self.warning else marks["noted"] if self.pair.note else " "
        ink: StyleName = "faint" if standing is None else _INKS[standing][0]
        yield self._said(pad(mark, 1), ink)
        yield self._said(pad(second, 2 - width(pad(mark, 1))), "warned" if self.warning else ink)
        if self._has_figure:
            yield from self._level()
        else:
            yield self._space(self.layout.bar + FIGURE)

    def _words(self) -> Iterator[list[Segment]]:
        """Yield the confidence, the status, the warning and the note, as far as there are any."""
        marks, room = self.layout.marks, self.layout.status - 1
        if self._has_figure:
            level = list(self._level())
            yield [*level, self._space(room - sum(width(part.text) for part in level))]
        if (standing := standing_of(self.pair)) is not None:
            chip = f" {marks[standing]} {self.status} "
            chip = chip if width(chip) <= room else chip.strip()
            yield [
                Segment(chip, self.ground + self.styles[_INKS[standing][1]]),
                self._space(room - width(chip)),
            ]
        if self.warning:
            yield [self._said(_fitted(f"{marks['warned']} {self.warning}", room), "warned")]
        if self.pair.note:
            note = f"{marks['noted']} {drawable(self.pair.note)}"
            yield [self._said(_fitted(note, room), "faint")]

    @property
    def _has_figure(self) -> bool:
        """Whether the aligner has an opinion of the pair as it is."""
        return self.pair.is_full and self.pair.status != "edited"

    def _level(self) -> Iterator[Segment]:
        """Yield the confidence: a bar and its figure."""
        share = min(max(self.pair.confidence, 0.0), 1.0)
        is_doubted = self.pair.is_doubtful or self.pair.status == "review"
        cells, figure = self.layout.bar, f"{share:.0%}"
        ink: StyleName = "level"
        if is_doubted:
            ink = "doubt"
        elif self.pair.status == "excluded":
            ink = "rule"
        elif self.pair.is_settled:
            ink = "sure"
        if cells == 1:
            sign = _HEIGHTS[min(int(share * len(_HEIGHTS)), len(_HEIGHTS) - 1)]
            yield self._said(sign, ink)
        elif cells:
            halves = max(round(share * cells * 2), 1)
            full, half = divmod(halves, 2)
            yield self._said("━" * full + "╸" * half, ink)
            yield self._said("━" * (cells - full - half), "rule")
        yield self._said(figure.rjust(FIGURE + (cells > 1)), "doubt" if is_doubted else "faint")

    def _said(self, text: str, name: StyleName) -> Segment:
        return Segment(text, self.ground + self.styles[name])

    def _space(self, cells: int) -> Segment:
        return Segment(" " * max(cells, 0), self.ground)


def _fitted(text: str, cells: int) -> str:
    """Return how a text begins, in so many cells."""
    while width(text) > cells:
        text = text[: min(len(text) - 1, cells)]
    return pad(text, cells)
