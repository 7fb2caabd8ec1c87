"""The settings that there are: what each may be, and what is said of it in the file.

One table. The file, the environment, the documents and the tests all go by it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | bool | float
"""What a setting holds."""

THEMES = (
    "dark",
    "light",
    "ansi",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "tokyo-night",
)
"""Colours of the screen by their names; `dark`, `light` and `ansi` are ours."""
LANGUAGES = ("en", "zh", "zh-TW", "zh-CN")
_TOOLS = ("omegat", "trados", "memoq", "phrase", "weblate")


@dataclass(frozen=True, slots=True)
class Setting:
    """A line of the file: a name, what may stand behind it, and what it is for."""

    name: str
    example: Value
    """What holds without it, or what it may look like."""
    wanted: str
    """What it is to be, as it stands behind "is to be"."""
    is_right: Callable[[object], bool]
    """Whether a value of the file can be used."""
    comment: tuple[str, str]
    """What it is for, in English and in Traditional Chinese."""


def _one_of(*names: str) -> Callable[[object], bool]:
    return lambda value: value in names


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_code(value: object) -> bool:
    from aligner.formats import is_code

    return isinstance(value, str) and is_code(value)


def _is_path(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value


KNOWN: tuple[Setting, ...] = (
    Setting(
        "language",
        "zh-TW",
        f"one of {', '.join(LANGUAGES)}",
        _one_of(*LANGUAGES),
        (
            "Language of the screen and of the command; by the locale without it.",
            "畫面與指令的語言；未設定時依地區設定。",
        ),
    ),
    Setting(
        "theme",
        "dark",
        "one of dark, light, ansi, nord and the others that T lists on the screen",
        _one_of(*THEMES),
        ("Colours of the screen.", "畫面配色。"),
    ),
    Setting(
        "reasons",
        True,
        "true or false",
        _is_switch,
        ("Whether the panel with the reasons is shown.", "是否顯示依據面板。"),
    ),
    Setting(
        "ascii",
        False,
        "true or false",
        _is_switch,
        ("Whether lines and marks are drawn in ASCII.", "是否只用 ASCII 畫線與記號。"),
    ),
    Setting(
        "ambiguous_wide",
        False,
        "true or false",
        _is_switch,
        (
            "Whether the terminal draws “ ” … — in two cells.",
            "終端機是否以兩格顯示 “ ” … —。",
        ),
    ),
    Setting(
        "zh_code",
        "zh-TW",
        "a language code such as zh-TW",
        _is_code,
        ("Code of the Chinese in what is written.", "寫出檔案時的中文語言碼。"),
    ),
    Setting(
        "en_code",
        "en-US",
        "a language code such as en-US",
        _is_code,
        ("Code of the English in what is written.", "寫出檔案時的英文語言碼。"),
    ),
    Setting(
        "tool",
        "omegat",
        f"one of {', '.join(_TOOLS)}",
        _one_of(*_TOOLS),
        ("The tool that files are written for.", "檔案要給哪個工具使用。"),
    ),
    Setting(
        "memory",
        "~/memory.sqlite3",
        "the name of a file",
        _is_path,
        ("The file of your memory.", "翻譯記憶庫的檔案。"),
    ),
    Setting(
        "doubt",
        0.75,
        "a number from 0 to 1",
        _is_share,
        (
            "Pairs whose confidence is below it are to be looked at.",
            "可信度低於此值的句對列為待看。",
        ),
    ),
)
"""In the order in which a new file has them."""
BY_NAME = {setting.name: setting for setting in KNOWN}
