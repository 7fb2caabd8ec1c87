"""The panel under the list: why the chosen pair is as sure as it is, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from aligner.bitext import Pair
from aligner.cells import drawable, width, wrap
from aligner.explain import Explanation, Mark, Verdict
from tui.words import Words

_ACTIONS = {
    (True, "previous"): "move_up",
    (True, "next"): "move_down",
    (False, "previous"): "pull_from_above",
    (False, "next"): "pull_from_below",
}
_SIGNS: dict[Verdict, str] = {"good": "+", "fair": "~", "poor": "-"}


class Reasons(Widget):
    """Shows what is known about one pair."""

    COMPONENT_CLASSES = {"reasons--text", "reasons--title", "reasons--poor"}

    def __init__(self, words: Words, keys: Mapping[str, str], *, plain: bool) -> None:
        super().__init__()
        self._words = words
        self._keys = keys
        self._plain = plain
        self._lines: list[tuple[str, str]] = []
        """Component class and text of each line."""

    def show(
        self, pair: Pair | None, explanation: Explanation | None, warnings: Sequence[str]
    ) -> None:
        """Show a pair; what is not known yet is left out."""
        found = [] if pair is None else list(self._lines_of(pair, explanation, warnings))
        if found != self._lines:
            self._lines = found
            self.refresh()

    def _lines_of(
        self, pair: Pair, explanation: Explanation | None, warnings: Sequence[str]
    ) -> Iterator[tuple[str, str]]:
        words = self._words
        parts = [words(pair.status), f"{len(pair.zh)}-{len(pair.en)}"]
        if pair.is_full and pair.status != "edited":  # of others the aligner has no opinion
            parts.insert(1, words("confidence", percent=f"{pair.confidence:.0%}"))
        yield "reasons--title", "  ".join(parts)
        for warning in warnings:
            yield "reasons--poor", words("warning", text=warning)
        if explanation is not None:
            yield from self._reasons(explanation)
        if pair.note:
            yield "reasons--text", words("note is", note=pair.note)

    def _reasons(self, explanation: Explanation) -> Iterator[tuple[str, str]]:
        words = self._words
        parts = []
        if explanation.meaning is not None:
            share = f"{min(explanation.meaning.against_typical, 1):.0%}"
            parts.append(self._verdict(words("meaning"), share, explanation.meaning.verdict))
        if explanation.length is not None:
            factor = f"{explanation.length.factor:.1f}x"
            parts.append(self._verdict(words("length"), factor, explanation.length.verdict))
        if parts:
            poor = (explanation.meaning and explanation.meaning.verdict == "poor") or (
                explanation.length and explanation.length.verdict == "poor"
            )
            yield "reasons--poor" if poor else "reasons--text", "   ".join(parts)
        marks = list(chain(explanation.zh_marks, explanation.en_marks))
        if missing := _listed(mark for mark in marks if not mark.found):
            yield "reasons--poor", f"{words('missing')}: {missing}"
        if shared := _listed(mark for mark in explanation.zh_marks if mark.found):
            yield "reasons--text", f"{words('matched')}: {shared}"
        if explanation.moves:
            move = explanation.moves[0]
            action = _ACTIONS[move.gives, move.neighbour]
            yield (
                "reasons--poor",
                words(
                    f"advice {'gives' if move.gives else 'takes'} {move.neighbour}",
                    side=words(move.language),
                    key=self._keys.get(action, ""),
                ),
            )

    def _verdict(self, name: str, figure: str, verdict: Verdict) -> str:
        return f"{_SIGNS[verdict]} {name} {figure}"

    def render_line(self, y: int) -> Strip:
        """Return a line of the panel; see `Widget.render_line`."""
        columns = max(self.size.width - 2, 2)
        lines = [(name, line) for name, text in self._lines for line in wrap(text, columns)]
        style = self.get_component_rich_style("reasons--text")
        if y >= len(lines):
            return Strip([Segment("", style)]).adjust_cell_length(self.size.width, style)
        name, text = lines[y]
        if (
            y == self.size.height - 1
            and len(lines) > self.size.height
            and width(text) < columns - 2
        ):
            text += " …" if not self._plain else " ..."
        own = self.get_component_rich_style(name)
        return Strip([Segment(f" {text}", own)]).adjust_cell_length(
            self.size.width, style + Style()
        )


def _listed(marks: Iterator[Mark]) -> str:
    return ", ".join(dict.fromkeys(drawable(mark.text) for mark in marks))
