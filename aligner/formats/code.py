"""Which lines of a document are code: text for a machine, which no translator aligns.

A fence says so itself. Lines that are only indented may as well be a poem or a quotation, so that
their look decides. `LABEL` is what a leftover of code is called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.script import HAN, LATIN

LABEL = "code"
_SIGNS = re.compile(
    r"[{}=;<>$\\`|]|\w\(|\)$|//|--|::|\w\.[a-z_]\w|\w_\w|^(?:[#%@+]|/?\*)|^[\w.-]+:(?: |$)"
)
"""What a line of code holds and a line of prose hardly ever does."""
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(f"[{LATIN}]+")
_FINAL = tuple("。！？.!?…”」』")
_FENCE = re.compile(r"[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+){0,40}(?P<mark>`{3,}|~{3,})")
_LONGEST_LINE = 500


def looks_like_code(lines: Sequence[str]) -> bool:
    """Whether most lines of a block that is merely set in are code."""
    bare = [line.strip() for line in lines if line.strip()]
    return sum(not _is_prose(line) for line in bare) * 2 > len(bare)


def _is_prose(line: str) -> bool:
    """Whether a line reads as a sentence, a heading or a verse."""
    start = line[:_LONGEST_LINE]
    signs = len(_SIGNS.findall(start))
    if len(_HAN.findall(start)) >= 2:
        return signs * 8 <= len(start) and not start.startswith(("#", "//", "/*", "*", "--"))
    if signs:
        return signs == 1 and len(_WORD.findall(start)) >= 6 and start.endswith(_FINAL)
    return start[0].isupper() or start.endswith(_FINAL) or len(_WORD.findall(start)) >= 7


def fenced(lines: Sequence[str]) -> list[range]:
    """Return the numbers of the lines of each fenced block, its two fences among them.

    A fence that nothing closes makes no block.
    """
    found: list[range] = []
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if not fence:
            continue
        mark = fence["mark"]
        if opened is None:
            if mark[0] == "~" or "`" not in line[fence.end() :]:
                opened = number, mark
        elif mark.startswith(opened[1]) and not line[fence.end() :].strip():
            found.append(range(opened[0], number + 1))
            opened = None
    return found
