"""What an action is, and how its keys are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["move", "decide", "mend", "find", "file"]
GROUPS: dict[Group, tuple[str, str]] = {
    "move": ("Moving", "移動"),
    "decide": ("Deciding", "裁定"),
    "mend": ("Mending", "修改"),
    "find": ("Finding", "查找"),
    "file": ("File and screen", "檔案與畫面"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a translator can do."""

    name: str
    """Name of the method `action_...` of the review screen, and of the entry in a keymap."""
    keys: tuple[str, ...]
    """As Textual names them, or the character itself; the first one is shown."""
    group: Group
    label: tuple[str, str]
    """A word or two in English and Chinese, for the key line."""
    help: tuple[str, str]
    """What it does, in English and Chinese."""
    weight: int = 0
    """The heavier, the sooner it is on the key line; 0 never."""


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
