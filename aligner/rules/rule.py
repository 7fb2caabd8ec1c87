"""The values: a rule, what it looks for on each side, its examples, and a set of rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from aligner.article import Language
from aligner.rules.search import Search

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")

Searches = Mapping[Language, Search]
"""What is looked for, by side."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair by which a rule is tested."""

    zh: str
    """Chinese text; `[[` and `]]` stand around each place that is to be found."""
    en: str
    """English text, marked in the same way."""
    breaks: bool
    """Whether the pair breaks the rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a client asks of a translation."""

    name: str
    """What it is called in its file, once there; it can be silenced by it."""
    severity: Severity
    english: str
    """What it says in English where it is broken; `{found}` stands for what was found."""
    chinese: str
    """The same in Chinese, in the script of whoever wrote it."""
    when: Searches
    """What a pair must hold for the rule to speak of it; any pair, if empty."""
    forbidden: Searches
    """What may not stand on a side."""
    required: Searches
    """What has to stand on a side, once at least."""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one file, in its order."""

    title: str
    """What the file calls itself, or the name of the file."""
    rules: tuple[Rule, ...]
