"""All sentences that have their Chinese, by their English, and how one is found among them.

A name in braces stands for whatever is said there, `(s)` for an `s` that may be missing. A gap
whose name is in `FIGURES` holds a figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

FIGURES = frozenset(
    (
        "again",
        "alone",
        "banned",
        "characters",
        "count",
        "done",
        "en",
        "known",
        "left",
        "least",
        "line",
        "low",
        "mean",
        "more",
        "most",
        "number",
        "paragraphs",
        "percent",
        "row",
        "seconds",
        "sentences",
        "several",
        "share",
        "shown",
        "size",
        "total",
        "units",
        "zh",
    )
)
"""Names of gaps in which a figure stands."""
_GAP = re.compile(r"\{(\w+)\}")
_FIGURE = r"-?[\d,]*\.?\d+ ?%?"
_PLURAL = "(s)"


@dataclass(frozen=True)
class Template:
    """An English text with gaps, and its Chinese."""

    english: str
    chinese: str

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What stands between the gaps, the longest first."""
        pieces = _GAP.sub("\0", self.english).replace(_PLURAL, "\0").split("\0")
        return tuple(sorted(filter(None, pieces), key=len, reverse=True))

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """What finds the gaps in a text."""
        parts = _GAP.split(self.english)
        for place, part in enumerate(parts):
            if place % 2:
                parts[place] = f"(?P<{part}>{_FIGURE if part in FIGURES else '.+?'})"
            else:
                parts[place] = re.escape(part).replace(re.escape(_PLURAL), "(?:s|es)?")
        return re.compile("".join(parts), re.DOTALL)

    def values(self, text: str) -> dict[str, str] | None:
        """Return what stands in the gaps of a text that was made from this one, or None."""
        if not all(piece in text for piece in self.pieces):
            return None  # most are told apart by this, without an expression
        found = self.expression.fullmatch(text)
        return found.groupdict() if found else None


@cache
def catalogue() -> tuple[dict[str, str], tuple[Template, ...]]:
    """Return the sentences without gaps, and those with gaps, what says most in words first."""
    whole: dict[str, str] = {}
    with_gaps: list[Template] = []
    for table in tables():
        for english, chinese in table.items():
            if "{" in english or _PLURAL in english:
                with_gaps.append(Template(english, chinese))
            else:
                whole[english] = chinese
    with_gaps.sort(key=lambda one: -sum(map(len, one.pieces)))
    return whole, tuple(with_gaps)


def tables() -> tuple[Mapping[str, str], ...]:
    """Return every table; where two have the same English, the later one holds."""
    from aligner.speaking import (
        command_texts,
        corpus_texts,
        file_texts,
        format_texts,
        option_texts,
        phrase_texts,
        plan_texts,
        result_texts,
        run_texts,
        work_texts,
    )

    labels = phrase_texts.LABELS.items()
    return (
        {f"[{english}]": f"[{chinese}]" for english, chinese in labels},
        {f"{{count}} {english}": f"{chinese} {{count}} 段" for english, chinese in labels},
        phrase_texts.PHRASES,
        phrase_texts.REASONS,
        option_texts.OPTIONS,
        command_texts.FRAMES,
        command_texts.SENTENCES,
        corpus_texts.SENTENCES,
        result_texts.RESULTS,
        result_texts.SUMMARY,
        result_texts.PROGRESS,
        file_texts.SENTENCES,
        format_texts.SENTENCES,
        work_texts.SENTENCES,
        plan_texts.SENTENCES,
        run_texts.SENTENCES,
    )
