"""A rule tested by its own examples: it speaks where they say, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from aligner.checks import Span
from aligner.rules.finding import findings_by_rules
from aligner.rules.rule import Example, Rule

_MARK = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule does not do as it says."""

    rule: Rule
    example: Example
    reason: Literal["silent", "speaks", "elsewhere"]
    """Silent where it is broken, speaks where it is kept, or found in another place."""


def failures_of(rule: Rule) -> Iterator[Failure]:
    """Yield the examples that a rule fails; on a side without marks any place is right."""
    for example in rule.examples:
        zh, zh_marked = unmarked(example.zh)
        en, en_marked = unmarked(example.en)
        found = list(findings_by_rules([rule], zh, en))
        if bool(found) != example.breaks:
            yield Failure(rule, example, "silent" if example.breaks else "speaks")
        elif _differ(zh_marked, [one.zh for one in found]) or _differ(
            en_marked, [one.en for one in found]
        ):
            yield Failure(rule, example, "elsewhere")


def unmarked(text: str) -> tuple[str, list[Span]]:
    """Return a text without its marks, and the places between them."""
    places: list[Span] = []
    pieces, opened, length, end = [], None, 0, 0
    for mark in _MARK.finditer(text):
        pieces.append(text[end : mark.start()])
        length += len(pieces[-1])
        end = mark.end()
        if mark[0] == "[[":
            opened = length
        elif opened is not None:
            places.append((opened, length))
            opened = None
    return "".join(pieces) + text[end:], places


def _differ(marked: list[Span], found: list[Span | None]) -> bool:
    return bool(marked) and marked != sorted({place for place in found if place})
