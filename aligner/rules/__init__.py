"""Rules of a translator's own: words and patterns that a client forbids or asks for.

A file of TOML holds them, with what each says in both languages and examples by which it is tested.
What breaks a rule is a finding like those of the checks. Three ready sets come along. Invariant: a
rule set that was read can be run on any text in bounded time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.rules.examples import Failure, failures_of
    from aligner.rules.finding import findings_by_rules
    from aligner.rules.reading import read_rules
    from aligner.rules.rule import Example, Rule, RuleSet
    from aligner.rules.styles import STYLES, open_rules, style_text

_MODULES = {
    "examples": ("Failure", "failures_of"),
    "finding": ("findings_by_rules",),
    "reading": ("read_rules",),
    "rule": ("Example", "Rule", "RuleSet"),
    "styles": ("STYLES", "open_rules", "style_text"),
}

__all__ = [
    "STYLES",
    "Example",
    "Failure",
    "Rule",
    "RuleSet",
    "failures_of",
    "findings_by_rules",
    "open_rules",
    "read_rules",
    "style_text",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
