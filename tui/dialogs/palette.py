"""The palette: every action of the screen by its name, those that were used most first."""

from __future__ import annotations

from textual.app import SystemCommand
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui.keyed_screen import KeyedScreen
from tui.words import Words


class ActionCommands(Provider):
    """Offers the actions of the screen below; over a dialog, which is about a pair, none."""

    async def discover(self) -> Hits:
        """Yield all actions, in the order of the screen."""
        for command in self._commands():
            yield DiscoveryHit(command.title, command.callback, help=command.help)

    async def search(self, query: str) -> Hits:
        """Yield the actions that a query fits, or that none does."""
        matcher, screen = self.matcher(query), self.screen
        found = False
        for command in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.help) / 2)
            if score > 0:
                found = True
                title = matcher.highlight(command.title)
                yield Hit(score, title, command.callback, text=command.title, help=command.help)
        if not found and isinstance(screen, KeyedScreen):
            yield Hit(1, screen.words("no command"), lambda: None)

    def _commands(self) -> list[SystemCommand]:
        return list(self.app.get_system_commands(self.screen))


def palette(words: Words) -> CommandPalette:
    """Return the palette in the language of the screen."""
    return CommandPalette(
        [ActionCommands], placeholder=words("ask command"), id="--command-palette"
    )
