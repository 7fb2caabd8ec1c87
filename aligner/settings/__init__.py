"""What a person has settled for good: `config.toml`, and which projects were opened lately.

The file is read leniently, since a slip in it may not keep anybody from working: what is wrong is
told in a sentence and ignored. It is written one line at a time, so that comments and settings that
this version does not know stay as they are. Knows no command and no screen; both ask it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.settings.keeping import keep_setting, with_setting
    from aligner.settings.known import KNOWN, THEMES, Setting, Value
    from aligner.settings.preferences import (
        Preferences,
        config_file,
        read_preferences,
        read_table,
        value_of_text,
    )
    from aligner.settings.recent import forget_projects, recent_projects, remember_project

_MODULES = {
    "keeping": ("keep_setting", "with_setting"),
    "known": ("KNOWN", "THEMES", "Setting", "Value"),
    "preferences": (
        "Preferences",
        "config_file",
        "read_preferences",
        "read_table",
        "value_of_text",
    ),
    "recent": ("forget_projects", "recent_projects", "remember_project"),
}

__all__ = [
    "KNOWN",
    "THEMES",
    "Preferences",
    "Setting",
    "Value",
    "config_file",
    "forget_projects",
    "keep_setting",
    "read_preferences",
    "read_table",
    "recent_projects",
    "remember_project",
    "value_of_text",
    "with_setting",
]
__getattr__ = lazy_names(
    __name__, {name: module for module, names in _MODULES.items() for name in names}
)
