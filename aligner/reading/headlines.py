"""The headline that a page shows three times: keeps the cleanest copy, labels the others.

Looks only at headlines, that is at headings above the first paragraph of their language. A copy is
the same line, or one that holds it with a short addition in front or behind, such as the name of
the site. Refrains and headings further down are no copies unless they hold a whole headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.article import Language
from aligner.formats import Block, ends_sentence, han, words

_MOST = 20
"""Headings above the text that are looked at; an article has few."""
_LONGEST = 300
_JOINT = re.compile(r"\s*(?: [-–—:·|/] |[|｜_＿]|\s[-–—]{1,2}\s|\s[«»‹›]\s)\s*")


def copies(
    blocks: Sequence[Block], languages: Sequence[Language | None], free: Sequence[bool]
) -> dict[int, str]:
    """Return labels by index for the blocks that repeat a headline or name only the site.

    `free` says which blocks are no boilerplate so far.
    """
    found: dict[int, str] = {}
    for language in ("zh", "en"):
        own = [i for i, said in enumerate(languages) if said == language and free[i]]
        titles = _titles(blocks, own)
        short = {i: _bare(blocks[i].text) for i in own if len(blocks[i].text) <= _LONGEST}
        for title in sorted(titles, key=lambda i: (len(blocks[i].text), i)):
            if title in found:
                continue
            _take_copies(blocks, title, short, found)
    return found


def _take_copies(
    blocks: Sequence[Block], title: int, short: dict[int, str], found: dict[int, str]
) -> None:
    text = _bare(blocks[title].text)
    same = [i for i, other in short.items() if other == text and i not in found]
    kept = next((i for i in same if _is_marked(blocks[i])), same[0])
    sites: set[str] = set()
    for i, other in short.items():
        if i == kept or i in found or text not in other:
            continue
        if other == text or _is_addition(blocks[i].text, blocks[title].text):
            found[i] = "repeated headline"
            sites |= {_bare(part) for part in _JOINT.split(blocks[i].text)}
    for i, other in short.items():
        if (
            i not in found
            and i != kept
            and other in sites
            and len(other) >= 2
            and text not in other
        ):
            found[i] = "navigation"


def _is_marked(block: Block) -> bool:
    return block.kind == "heading" and block.label != "title"


def _titles(blocks: Sequence[Block], own: Sequence[int]) -> list[int]:
    """Return the headings above the first paragraph, if too long to be alike by chance."""
    above: list[int] = []
    for i in own:
        text = blocks[i].text
        if _is_paragraph(text):
            return above
        if len(above) < _MOST and len(text) <= _LONGEST and (han(text) >= 6 or words(text) >= 4):
            above.append(i)
    return []  # nothing but short lines: a poem, a list, a table


def _is_paragraph(text: str) -> bool:
    return len(text) > _LONGEST or (ends_sentence(text) and (han(text) > 24 or words(text) > 14))


def _is_addition(longer: str, shorter: str) -> bool:
    """Whether what a line has on top of a headline is short, or the name of a site."""
    extra = _bare(longer).replace(_bare(shorter), "", 1)
    if len(extra) <= max(4, len(_bare(shorter)) // 3) and not ends_sentence(
        longer[-1:] * (longer[-1] in "。.")
    ):
        return True
    parts = [_bare(part) for part in _JOINT.split(longer)]
    return _bare(shorter) in parts and len(extra) <= 40


def _bare(text: str) -> str:
    return "".join(text.split())
