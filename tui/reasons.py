"""The panel under the list: why the chosen pair is as sure as it is, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from aligner.bitext import Pair
from aligner.cells import column_of, drawable, width, wrap, wrap_spans
from tui.drawing import restyled
from tui.messages import Explained
from tui.words import Words

if TYPE_CHECKING:  # opened when a pair is explained: the first row is not to wait for it
    from aligner.explain import Alternative, Explanation, Mark, Verdict

_ACTIONS = {
    (True, "previous"): "move_up",
    (True, "next"): "move_down",
    (False, "previous"): "pull_from_above",
    (False, "next"): "pull_from_below",
}
_NEARLY = 0.2
"""How likely another pairing is beside the present one, from which on it stands out."""
_WORTH_SAYING = 0.03
"""How likely it is from which on it is shown at all."""
_ZH_CELLS, _EN_CELLS = 16, 24
"""Cells of each text by which another pairing is shown."""
_BETWEEN = "   "
"""What stands between two figures."""
_SIGNS: dict[Verdict, str] = {"good": "+", "fair": "~", "poor": "-"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the panel, before it is wrapped."""

    name: str
    """Its component class."""
    text: str
    good: tuple[tuple[int, int], ...] = ()
    """What of it speaks for the pair, in characters."""


class Reasons(Widget):
    """Shows what is known about one pair."""

    COMPONENT_CLASSES = {"reasons--text", "reasons--title", "reasons--poor", "reasons--good"}

    def __init__(self, words: Words, keys: Mapping[str, str], *, plain: bool) -> None:
        super().__init__()
        self._words = words
        self._keys = keys
        self._plain = plain
        self._lines: list[_Line] = []

    def show(self, pair: Pair | None, told: Explained | None, warnings: Sequence[str]) -> None:
        """Show a pair; what is not known yet is left out."""
        found = [] if pair is None else list(self._lines_of(pair, told, warnings))
        if found != self._lines:
            self._lines = found
            self.refresh()

    def _lines_of(
        self, pair: Pair, told: Explained | None, warnings: Sequence[str]
    ) -> Iterator[_Line]:
        words = self._words
        parts = [words(pair.status), f"{len(pair.zh)}-{len(pair.en)}"]
        if pair.is_full and pair.status != "edited":  # of others the aligner has no opinion
            parts.insert(1, words("confidence", percent=f"{pair.confidence:.0%}"))
        yield _Line("reasons--title", "  ".join(parts))
        for warning in warnings:
            yield _Line("reasons--poor", words("warning", text=warning))
        if told is not None:
            against = list(self._against(told))
            if pair.is_doubtful and not against:
                against = [self._bare_doubt(pair, told)]
            for line in against:
                yield _Line("reasons--poor", line)
            yield from self._for(told.explanation)
        if pair.note:
            yield _Line("reasons--text", words("note is", note=pair.note))

    def _against(self, told: Explained) -> Iterator[str]:
        """Yield what speaks against a pair, what can be done about it first."""
        words, explanation = self._words, told.explanation
        if told.finding is not None:
            from aligner.checks import sentence

            yield f"- {sentence(told.finding, words.language_of_checks)}"
        if told.alternative is not None and told.alternative.likelihood >= _WORTH_SAYING:
            yield self._alternative(told.alternative)
        if explanation.moves:
            move = explanation.moves[0]
            action = _ACTIONS[move.gives, move.neighbour]
            yield words(
                f"advice {'gives' if move.gives else 'takes'} {move.neighbour}",
                side=words(move.language),
                key=self._keys.get(action, ""),
            )
        marks = chain(explanation.zh_marks, explanation.en_marks)
        if missing := _listed(mark for mark in marks if not mark.found):
            yield f"- {words('missing', marks=missing)}"
        if poor := [text for text, verdict in self._figures(explanation) if verdict == "poor"]:
            yield _BETWEEN.join(poor)

    def _for(self, explanation: Explanation) -> Iterator[_Line]:
        """Yield what speaks for a pair, or neither way."""
        text, good = "", list[tuple[int, int]]()
        for said, verdict in self._figures(explanation):
            if verdict != "poor":
                start = len(text) + (len(_BETWEEN) if text else 0)
                text = f"{text}{_BETWEEN}{said}" if text else said
                if verdict == "good":
                    good.append((start, len(text)))
        if text:
            yield _Line("reasons--text", text, tuple(good))
        if shared := _listed(mark for mark in explanation.zh_marks if mark.found):
            yield _Line("reasons--text", self._words("matched", marks=shared))

    def _figures(self, explanation: Explanation) -> Iterator[tuple[str, Verdict]]:
        words, meaning, length = self._words, explanation.meaning, explanation.length
        if meaning is not None:
            share = f"{min(meaning.against_typical, 1):.0%}"
            yield self._verdict(words("meaning"), share, meaning.verdict), meaning.verdict
        if length is not None:
            factor = f"{length.factor:.1f}x"
            yield self._verdict(words("length"), factor, length.verdict), length.verdict

    def _alternative(self, other: Alternative) -> str:
        """Say how else the sentences could be paired, in the first words of each text."""
        pairs = [f"{_opening(zh, _ZH_CELLS)} = {_opening(en, _EN_CELLS)}" for zh, en in other.texts]
        name = "alternative" if other.likelihood >= _NEARLY else "alternative weak"
        return "- " + self._words(
            name,
            percent=f"{other.likelihood:.0%}",
            key=self._keys.get("take_alternative", ""),
            pairs=" | ".join(pairs),
        )

    def _bare_doubt(self, pair: Pair, told: Explained) -> str:
        """Say of a doubtful pair that nothing by itself speaks against it."""
        percent = f"{1 - pair.confidence:.0%}"
        if pair.status == "review":
            return f"- {self._words('doubt yours')}"
        return (
            f"- {self._words('doubt of unit' if told.is_unit else 'doubt alone', percent=percent)}"
        )

    def _verdict(self, name: str, figure: str, verdict: Verdict) -> str:
        return f"{_SIGNS[verdict]} {name} {figure}"

    def render_line(self, y: int) -> Strip:
        """Return a line of the panel; see `Widget.render_line`."""
        columns = max(self.size.width - 2, 2)
        lines = [(said, line) for said in self._lines for line in wrap_spans(said.text, columns)]
        style = self.get_component_rich_style("reasons--text")
        if y >= len(lines):
            return Strip([Segment("", style)]).adjust_cell_length(self.size.width, style)
        said, line = lines[y]
        own, good = (self.get_component_rich_style(n) for n in (said.name, "reasons--good"))
        strip = Strip([Segment(line.text, own)])
        for start, end in said.good:
            if start < line.end and end > line.start:
                left = column_of(line, max(start, line.start))
                right = column_of(line, min(end, line.end))
                strip = restyled(strip, left, right, good)
        parts = [Segment(" ", style), *strip]
        if y == self.size.height - 1 < len(lines) - 1 and strip.cell_length < columns - 2:
            parts.append(Segment(" ..." if self._plain else " …", own))
        return Strip(parts).adjust_cell_length(self.size.width, style + Style())


def _opening(text: str, columns: int) -> str:
    """Return how a text begins, in so many cells; a dash for one that is not there."""
    text = drawable(text)
    if width(text) <= columns:
        return text or "–"
    return next(iter(wrap(text, columns - 1)), "").rstrip() + "…"


def _listed(marks: Iterator[Mark]) -> str:
    return ", ".join(dict.fromkeys(drawable(mark.text) for mark in marks))
