"""The heads of the list's columns: which language stands where, and how much of it there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from aligner.article import Language
from aligner.cells import pad, width
from tui.list_layout import ListLayout
from tui.session import Session
from tui.words import Words

_LANGUAGES: tuple[Language, ...] = ("zh", "en")


class ColumnHeads(Widget):
    """One line above the list, which stands while the list scrolls."""

    COMPONENT_CLASSES = {"heads--name", "heads--count", "heads--chosen"}

    class Pressed(Message):
        """The head of a language was clicked."""

        def __init__(self, language: Language) -> None:
            super().__init__()
            self.language = language

    def __init__(
        self, session: Session, words: Words, layout_of_list: Callable[[], ListLayout]
    ) -> None:
        """Take what divides the width of the list below."""
        super().__init__()
        self._session, self._words, self._layout_of_list = session, words, layout_of_list
        self._drawn: object = None
        """What the line was made of when it was drawn last."""

    def look_again(self) -> None:
        """Draw anew if anything that the heads say has changed."""
        if self._content() != self._drawn:
            self.refresh()

    def _content(self) -> tuple[object, ...]:
        session = self._session
        layout, counts = self._layout_of_list(), [self.counts(side) for side in _LANGUAGES]
        return layout, session.language, *counts

    def counts(self, language: Language) -> tuple[str, ...]:
        """Return how many sentences and words a side has, as far as they have been counted."""
        session, words = self._session, self._words
        if not session.is_ready:
            return ()
        article, extent = session.bitext.article, session.extent
        sentences = len(article.zh.sentences if language == "zh" else article.en.sentences)
        noun = "head units" if session.is_of_units else "head sentences"
        told = words(noun, count=sentences)
        if extent is None:
            return (told,)
        count = extent.zh if language == "zh" else extent.en
        return told, words(f"head {language} words", count=count)

    def render_line(self, y: int) -> Strip:
        """Return the line; see `Widget.render_line`."""
        self._drawn = self._content()
        layout, columns = self._layout_of_list(), self.size.width
        count = self.get_component_rich_style("heads--count")
        sure = pad(self._words("head sure"), layout.status)
        if not layout.is_roomy:
            sure = self._words("head sure").rjust(4)
            sure = " " * (layout.status - width(sure)) + sure
        parts = [Segment(f"{'#':>{layout.digits}} {sure} ", count)]
        parts += self._head("zh", layout)
        parts += [Segment(" " * layout.divider, count), *self._head("en", layout)]
        return Strip(parts).adjust_cell_length(columns, count)

    def _head(self, language: Language, layout: ListLayout) -> Iterator[Segment]:
        """Yield the name of a language and its counts, as many as there is room for."""
        columns = layout.zh if language == "zh" else layout.en
        is_chosen = self._session.language == language
        style = self.get_component_rich_style("heads--chosen" if is_chosen else "heads--name")
        name = self._words(language)
        between = ", " if layout.is_plain else " · "
        said = _fitting(self.counts(language), between, columns - width(name))
        yield Segment(pad(name, columns) if not said else name, style)
        if said:
            count = self.get_component_rich_style("heads--count")
            yield Segment(pad(said, columns - width(name)), count)

    def on_click(self, event: events.Click) -> None:
        """Choose the side whose head it is."""
        layout = self._layout_of_list()
        if layout.gutter <= event.x < layout.columns:
            self.post_message(self.Pressed(layout.side_at(event.x)))


def _fitting(counts: Sequence[str], between: str, columns: int) -> str:
    """Return counts as they stand behind a name, as many of them as fit."""
    for number in range(len(counts), 0, -1):
        text = f"  {between.join(counts[:number])}"
        if width(text) <= columns:
            return text
    return ""
