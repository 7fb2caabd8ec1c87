"""How a screen was asked to be: its language, its keys, and what is written without asking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.action import key_name
from tui.words import Words

if TYPE_CHECKING:
    from aligner.settings import Value


def _forget(_name: str, _value: Value) -> None:
    """Keep nothing, as for a sitting without a person's own settings."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command and the user's keymap say about the screen."""

    words: Words
    keymap: Mapping[str, tuple[str, ...]]
    """The keys of each action by its name."""
    is_plain: bool = False
    """Whether to draw with ASCII signs alone."""
    zh_code: str | None = None
    """Language code that an export suggests for Chinese; by the script of the text if None."""
    en_code: str | None = None
    """That of the English; `en-US` if None."""
    model: str | None = None
    """The model that aligns again; the built-in one if None."""

    shows_reasons: bool = True
    """Whether the panel with the reasons is shown at first."""
    is_spacious: bool = True
    """Whether the list has air between pairs, where there is room for it."""
    problems: tuple[str, ...] = ()
    """What of a person's settings is ignored, a sentence each."""
    keep: Callable[[str, Value], object] = field(default=_forget)
    """Keeps a setting for the next time; raises UnwritableOutput where it cannot."""

    def key(self, name: str) -> str:
        """Return how the first key of an action is shown; its name if it has no key."""
        keys = self.keymap[name]
        return key_name(keys[0], plain=self.is_plain) if keys else name
