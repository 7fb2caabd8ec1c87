"""Tags and placeholders: what a program puts in or takes out, and a translator keeps as it is.

Their order is free, since languages have their own. A tag counts if it is one of HTML or of a
translation tool; what else stands in angle brackets or braces may be text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from aligner.checks.finding import Finding, Span, shown

_HTML = (
    "a|abbr|b|bdi|big|br|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s"
    "|samp|small|span|strike|strong|sub|sup|table|td|th|tr|tt|u|ul|var|wbr"
)
_TOOLS = "g|x|bx|ex|ph|bpt|ept|it|mrk|cf|[a-z]{0,3}[0-9]{1,3}"
_KEPT = re.compile(
    rf"</?(?:{_HTML}|{_TOOLS})(?:\s[^<>]*)?/?>"
    r"|&(?:nbsp|lt|gt|#[0-9]{1,6}|#x[0-9a-f]{1,5});"
    r"|(?<![0-9０-９%％])%(?:[0-9]{1,2}\$|\([A-Za-z_]\w*\))?[-+#0]*[0-9]*(?:\.[0-9]+)?"
    r"(?:hh|h|ll|l|z)?[sdifuxXcg@](?![A-Za-z])"
    r"|\$\{[\w.]+\}|\{\{ ?[\w.]+ ?\}\}|\{(?:[0-9]{1,2}|[A-Za-z_][\w.]*)?\}"
    r"|\\[nrt](?![A-Za-z:\\])",
    re.ASCII,
)
_NUMBERED = re.compile(r"(?<=%)[0-9]{1,2}\$")
_SIGNS = frozenset("<&%{\\")


def check_tags(zh: str, en: str) -> Iterator[Finding]:
    """Yield the tags and placeholders that only one side has, or has oftener than the other."""
    if _SIGNS.isdisjoint(zh) and _SIGNS.isdisjoint(en):
        return
    ours, theirs = _kept(zh), _kept(en)
    if not all(_NUMBERED.search(tag) for tag, _ in ours + theirs if tag[0] == "%"):
        ours, theirs = _unnumbered(ours), _unnumbered(theirs)
    for tag, place in _more(ours, theirs):
        yield Finding("tag", "zh", zh=place, values=(shown(tag),))
    for tag, place in _more(theirs, ours):
        yield Finding("tag", "en", en=place, values=(shown(tag),))


_Kept = list[tuple[str, Span]]


def _kept(text: str) -> _Kept:
    """Return the tags of a text with their places; alike however they are spaced and closed."""
    return [
        (re.sub(r"\s+(?=/?>)|(?<=\{)\s|\s(?=\})", "", match[0]).replace("/>", ">"), match.span())
        for match in _KEPT.finditer(text)
    ]


def _unnumbered(kept: _Kept) -> _Kept:
    """Return placeholders without the numbers that only reorder them."""
    return [(_NUMBERED.sub("", tag), place) for tag, place in kept]


def _more(own: _Kept, others: _Kept) -> Iterator[tuple[str, Span]]:
    """Yield each tag that there are more of than on the other side, once, at its last place."""
    left = Counter(tag for tag, _ in own) - Counter(tag for tag, _ in others)
    last = dict(own)
    yield from ((tag, last[tag]) for tag in left)
