"""The ready rule sets, which come with the package, and rules by their name or file."""

from __future__ import annotations

from pathlib import Path

from aligner.errors import UnusableInput
from aligner.rules.reading import read_rules, rules_of_text
from aligner.rules.rule import RuleSet

STYLES = ("taiwan", "mainland", "hong-kong")
"""The house styles that come along."""


def open_rules(name: str) -> RuleSet:
    """Return a ready rule set by its name, or the rules of a file; raises `UnusableInput`."""
    if name in STYLES:
        return rules_of_text(style_text(name).encode(), name)
    path = Path(name)
    try:
        is_there = path.exists()
    except (OSError, ValueError):  # too long for a name, or with a NUL
        is_there = False
    if not is_there:
        raise UnusableInput(
            f"There is no file of rules {name}; name one, or one of {', '.join(STYLES)}."
        )
    return read_rules(path)


def style_text(name: str) -> str:
    """Return a ready rule set as its file has it."""
    return (Path(__file__).parent / "styles" / f"{name}.toml").read_text(encoding="utf-8")
