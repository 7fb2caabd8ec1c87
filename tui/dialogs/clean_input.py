"""A line to type in that begins with a text from outside, such as a file's name."""

from __future__ import annotations

from textual.widgets import Input

from aligner.cells import drawable


class CleanInput(Input):
    """Shows a text with nothing in it that steers a terminal, and gives back the text itself."""

    def __init__(self, given: str, *, id: str | None = None, compact: bool = False) -> None:
        self._given, self._shown = given, drawable(given)
        super().__init__(self._shown, id=id, compact=compact)

    @property
    def text(self) -> str:
        """The text as it was given, if nobody has changed it, or what was typed."""
        return self._given if self.value == self._shown else self.value
