"""The application around the review screen: colours, palette, and the end of a sitting."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
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

    def on_mount(self) -> None:
        """Begin."""
        self.theme = self._theme
        if not self.is_headless:
            self._end_at_signals()
        self.push_screen(self._review)

    def _end_at_signals(self) -> None:
        """End as by the key where the system asks for it, so that the shell has its screen back."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError):  # Windows ends programs without asking
                    loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

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
