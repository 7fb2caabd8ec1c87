"""Pages of documentation: none is refused, and few of their pairs are one-sided."""

from __future__ import annotations

from pathlib import Path

from aligner import align_files
from tests.reading.documentation import PAGES, markdown
from tests.reading.texts import write

MOST_ONE_SIDED = 0.1
"""Share of the pairs of all pages."""


def test_pages_of_documentation_are_paired(tmp_path: Path) -> None:
    pairs = one_sided = 0
    for number in range(len(PAGES)):
        paths = [write(tmp_path, markdown(number, side), f"{number}-{side}.md") for side in (0, 1)]
        bitext = align_files(*paths)
        pairs += len(bitext)
        one_sided += sum(not pair.is_full for pair in bitext)
        text = "\n".join(f"{pair.zh_text}\n{pair.en_text}" for pair in bitext)
        for mark in ("](", "][", ":::", "```", "[^", "{#", "console.log", "slug:", " | "):
            assert mark not in text
    assert len(PAGES) == 20
    assert one_sided <= MOST_ONE_SIDED * pairs, f"{one_sided} of {pairs} pairs are one-sided"
