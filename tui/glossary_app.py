"""The application around the glossary screen where it stands alone, over many files."""

from __future__ import annotations

from tui.app import KeyedApp
from tui.glossary import GlossaryScreen
from tui.glossary_session import GlossarySession
from tui.settings import Settings


class GlossaryApp(KeyedApp):
    """Shows a glossary over many files."""

    def __init__(
        self,
        session: GlossarySession,
        settings: Settings,
        *,
        min_count: int = 1,
        theme: str = "textual-dark",
    ) -> None:
        screen = GlossaryScreen(session, settings, min_count)
        super().__init__(screen, close=lambda: None, theme=theme)
