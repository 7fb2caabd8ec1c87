"""What an action of a screen is: a function with a name, keys and texts for the help.

The key line, the help, the palette, the key card and the user's keymap are made from tables of
actions (`tui.actions`). An action is typed by what its function works on, so that the type checker
refuses an action of one screen in the table of another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, Never, TypeAlias, TypeVar

Group = Literal["move", "decide", "edit", "find", "file"]
GROUPS: dict[Group, tuple[str, str]] = {
    "move": ("Moving", "移動"),
    "decide": ("Deciding", "裁定"),
    "edit": ("Mending", "修改"),
    "find": ("Finding", "搜尋"),
    "file": ("File and screen", "檔案與畫面"),
}


Subject = TypeVar("Subject", contravariant=True)


@dataclass(frozen=True, slots=True)
class Action(Generic[Subject]):
    """Something that a translator can do on a screen."""

    name: str
    """How the user's keymap names it."""
    keys: tuple[str, ...]
    """As Textual names them, or the character itself; the first one is shown."""
    group: Group
    label: tuple[str, str]
    """A word or two in English and Chinese, for the key line."""
    help: tuple[str, str]
    """What it does, in English and Chinese."""
    run: Callable[[Subject], None]
    """What does it; raises DuizhaoError with the reason where it cannot be done."""
    weight: int = 0
    """The heavier, the sooner it is on the key line; 0 never."""
    needs_all: bool = True
    """Whether it has to wait until all pairs have been read."""


AnyAction: TypeAlias = Action[Never]
"""An action of whichever screen: it can be listed, but not run."""

_NAMES = {
    "space": "space",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "enter": "Enter",
    "backspace": "⌫",
}
_PLAIN_NAMES = {"up": "Up", "down": "Down", "left": "Left", "right": "Right", "backspace": "Bksp"}


def key_name(key: str, *, plain: bool = False) -> str:
    """Return how a key is shown: `^R`, `F3`, `/`; `plain` without arrows."""
    *modifiers, base = key.split("+")
    names = {**_NAMES, **_PLAIN_NAMES} if plain else _NAMES
    shown = names.get(base, base.upper() if len(base) > 1 and base[0] == "f" else base)
    if "ctrl" in modifiers:
        shown = "^" + (shown.upper() if len(shown) == 1 else shown)
    return f"Shift+{shown}" if "shift" in modifiers else shown
