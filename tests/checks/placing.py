"""Pairs with the places of what is wrong with them: `人口«3.5亿»。`."""

from __future__ import annotations

from aligner.checks import Finding

Place = tuple[str, str, str]
"""A side, and both texts with the place marked, where there is one."""


def bare(marked: str) -> str:
    """A text without the marks of a place."""
    return marked.replace("«", "").replace("»", "")


def placed(finding: Finding, zh: str, en: str) -> Place:
    """Where a finding in two texts is."""
    return finding.side, _marked(zh, finding.zh), _marked(en, finding.en)


def _marked(text: str, span: tuple[int, int] | None) -> str:
    if span is None:
        return text
    start, end = span
    return f"{text[:start]}«{text[start:end]}»{text[end:]}"
