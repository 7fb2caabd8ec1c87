"""The application around the review screen: colours, palette, and the end of a sitting."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from aligner.alignment import Realigner
from tui.keyed_screen import KeyedScreen
from tui.screen import ReviewScreen
from tui.session import Session
from tui.settings import Settings


class ReviewApp(App[None], inherit_bindings=False):
    """Shows one project until the translator leaves it."""

    CSS_PATH = "review.tcss"
    TITLE = "Duizhao 對照"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS = [Binding("ctrl+c", "help_quit", show=False, system=True)]

    def __init__(
        self,
        session: Session,
        settings: Settings,
        realigner: Realigner | None = None,
        *,
        notice: str = "",
        theme: str = "textual-dark",
        table: Path | None = None,
    ) -> None:
        super().__init__()
        self._review = ReviewScreen(session, settings, realigner, notice, table)
        self._theme = theme
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self.ended_by = 0
        """The signal that asked for the end, if one did."""

    def on_mount(self) -> None:
        """Begin."""
        self.theme = self._theme
        self._event_loop = asyncio.get_running_loop()
        if self.ended_by:
            self.end(self.ended_by)
        self.push_screen(self._review)

    def end(self, number: int) -> None:
        """End as by the key, at a signal, so that the shell has its screen back.

        It may come at any moment, also before the first one on the screen or after the last.
        """
        self.ended_by = number
        if self._event_loop is not None:
            with suppress(RuntimeError):  # it has just ended
                self._event_loop.call_soon_threadsafe(self.exit)

    def _fatal_error(self) -> None:
        """End without Textual's own report: whoever ran this says it, in a sentence."""
        self._close_messages_no_wait()

    @property
    def fault(self) -> Exception | None:
        """What went wrong in a way that it should not, if anything did."""
        return self._exception

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action by its name, but not over a dialog, which is about a pair as it is."""
        return screen.commands() if isinstance(screen, KeyedScreen) else ()
