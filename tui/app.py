"""The application around the review screen: colours, palette, and the end of a sitting."""

from __future__ import annotations

import asyncio
import select
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen

from aligner.alignment import Realigner
from aligner.signals import leave
from tui.keyed_screen import KeyedScreen
from tui.screen import ReviewScreen
from tui.session import Session
from tui.settings import Settings

if TYPE_CHECKING:  # opened when it is needed: the first row is not to wait for it
    from aligner.assistance import Assistant
    from aligner.opening import NewVersion

_LOOKED_AFTER = 2.0
"""Seconds between two looks at whether the terminal is still there."""
_FAREWELL = 5.0
"""Seconds that may pass from the terminal's going to the end; every edit is in its file by then."""
_HANG_UP = getattr(signal, "SIGHUP", None)
_HUNG_UP = 129
"""The exit code, as of SIGHUP."""


def has_hung_up() -> bool:
    """Whether nobody is at the other end of standard input any more."""
    if not hasattr(select, "poll"):  # Windows ends its programs itself
        return False
    asked = select.poll()
    try:
        asked.register(sys.stdin, 0)
        return any(told & (select.POLLHUP | select.POLLERR) for _, told in asked.poll(0))
    except (OSError, ValueError):
        return True


class KeyedApp(App[None], inherit_bindings=False):
    """Shows one screen until the translator leaves it."""

    CSS_PATH = "review.tcss"
    TITLE = "Duizhao 對照"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS = [Binding("ctrl+c", "help_quit", show=False, system=True)]

    def __init__(
        self, first: Screen[None], *, close: Callable[[], None], theme: str = "textual-dark"
    ) -> None:
        """Take the screen, and what closes its files where there is no time for more."""
        super().__init__()
        self._first, self._close = first, close
        self._theme = theme
        self.set_class(isinstance(first, KeyedScreen) and first.settings.is_plain, "-plain")
        self._event_loop: asyncio.AbstractEventLoop | None = None
        self.ended_by = 0
        """The signal that asked for the end, if one did."""

    def on_mount(self) -> None:
        """Begin."""
        self.theme = self._theme
        self._event_loop = asyncio.get_running_loop()
        if self.ended_by:
            self.end(self.ended_by)
        self.push_screen(self._first, lambda _: self.exit())
        if not self.is_headless:
            self.set_interval(_LOOKED_AFTER, self._end_without_terminal)

    def _end_without_terminal(self) -> None:
        """End where the terminal has gone and no signal has said so, as under `nohup`.

        Reading from it returns at once then, again and again, which would keep a processor busy.
        Textual would wait for ever to write its farewell.
        """
        if has_hung_up():
            self._close()
            leave(_HUNG_UP)

    def end(self, number: int) -> None:
        """End as by the key, at a signal, so that the shell has its screen back.

        It may come at any moment, also before the first one on the screen or after the last.
        """
        self.ended_by = number
        if number == _HANG_UP:
            # Textual's farewell waits for ever for a terminal that goes while it is being written.
            last = Timer(_FAREWELL, leave, [_HUNG_UP])
            last.daemon = True
            last.start()
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

    def action_command_palette(self) -> None:
        """Offer the actions of the screen by their names, in its language."""
        from tui.dialogs.palette import palette

        if isinstance(self._first, KeyedScreen) and not isinstance(self.screen, CommandPalette):
            self.push_screen(palette(self._first.words))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action by its name, but not over a dialog, which is about a pair as it is."""
        if isinstance(screen, KeyedScreen) and not screen.is_typing:
            return screen.commands()
        return ()


class ReviewApp(KeyedApp):
    """Shows one project."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        realigner: Realigner | None = None,
        *,
        notice: str = "",
        theme: str = "textual-dark",
        table: Path | None = None,
        newer: NewVersion | None = None,
        assistant: Assistant | None = None,
    ) -> None:
        screen = ReviewScreen(session, settings, realigner, notice, table, newer, assistant)
        super().__init__(screen, close=session.project.close, theme=theme)
