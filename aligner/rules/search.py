"""Words and patterns, looked for in a text in bounded time.

A pattern comes from anybody's file, and one such as `(a+)+b` would take years for a line. So a
repetition inside a repetition is refused, as is what may match in too many ways, and a long text is
looked through in windows.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.checks import Span

_LONGEST_PATTERN = 1000
_WINDOW, _OVERLAP = 1000, 200
"""Characters of a text that a pattern is tried on at once, and what two windows share."""
_PER_WAY = 2
"""What a way to match costs; ways of choosing cost more than those of repeating one character."""
_MOST_COSTLY = (_PER_WAY * (_WINDOW + 1)) ** 2
"""What a pattern may cost from one place on: twice `.*`, or once with five choices beside."""
_LATIN = "A-Za-z0-9À-ɏ"
_TOKEN = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<odd>\(\?(?:#|[a-zA-Z-]*x))"
    r"|(?P<open>\((?:\?(?:[:=!>]|<[=!]|P<\w+>|[a-zA-Z-]+:))?)"
    r"|(?P<close>\))|(?P<times>(?:[*+?]|\{\d+\}|\{\d*,\d*\})[?+]?)|(?P<or>\|)|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for on one side."""

    wanted: re.Pattern[str]
    spared: re.Pattern[str] | None = None
    """Longer words, inside which nothing is found."""

    def places(self, text: str) -> Iterator[Span]:
        """Yield where it stands, in characters and in order; places do not overlap."""
        spared = self.spared.finditer(text) if self.spared else iter(())
        longer = next(spared, None)
        for start, end in _places(self.wanted, text):
            while longer and longer.end() < end:
                longer = next(spared, None)
            if longer is None or start < longer.start():
                yield start, end

    def first(self, text: str) -> Span | None:
        """Return the first place where it stands."""
        return next(self.places(text), None)


def search_for(words: Sequence[str], pattern: str, spared: Sequence[str]) -> Search:
    """Return a search for words, a pattern or either; ValueError with what is wrong.

    A Latin word is found as a whole word, in any case if it is written small; Chinese words are
    found wherever they stand.
    """
    wanted = [_of_words(words)] if words else []
    if pattern:
        _refuse_slow(pattern)
        _refuse_unsound(pattern)
        wanted.append(f"(?:{pattern})")
    return Search(re.compile("|".join(wanted)), re.compile(_of_words(spared)) if spared else None)


def _refuse_unsound(pattern: str) -> None:
    """Refuse what is no pattern, or one that says nothing; ValueError with the reason."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what another version of Python reads otherwise
            compiled = re.compile(f"(?:{pattern})")
            re.compile(pattern)  # `a)(b` is none
    except (re.error, RecursionError, OverflowError, Warning) as problem:
        raise ValueError(f"the pattern {pattern!r} cannot be understood ({problem})") from None
    if compiled.match(""):
        raise ValueError(f"the pattern {pattern!r} matches empty text")


def _of_words(words: Sequence[str]) -> str:
    """Return an expression for any of some words, longer ones first."""
    return "|".join(map(_of_word, sorted(words, key=len, reverse=True)))


def _of_word(word: str) -> str:
    before = f"(?<![{_LATIN}])" if re.match(f"[{_LATIN}]", word) else ""
    behind = f"(?![{_LATIN}])" if re.search(f"[{_LATIN}]$", word) else ""
    plain = re.escape(word)
    return f"{before}{f'(?i:{plain})' if word == word.lower() else plain}{behind}"


def _places(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Yield the places of a pattern, window after window.

    What begins where two windows overlap is left to the second, which sees what is behind it.
    """
    told = 0
    for start in range(0, max(len(text), 1), _WINDOW - _OVERLAP):
        is_last = start + _WINDOW >= len(text)
        ours = len(text) if is_last else start + _WINDOW - _OVERLAP
        for match in pattern.finditer(text, max(start, told), start + _WINDOW):
            if match.start() >= ours:
                break
            if match.end() > match.start():
                told = match.end()
                yield match.span()
        if is_last:
            return


def _refuse_slow(pattern: str) -> None:
    """Refuse a pattern that may take more than its share of time; ValueError with the reason."""
    if len(pattern) > _LONGEST_PATTERN:
        raise ValueError(f"a pattern has more than {_LONGEST_PATTERN:,} characters")
    cost, behind = 1, False
    groups: list[set[str]] = [set()]  # of each open group, what in it may match in several ways
    # `behind` says whether the token before is a group that may match in several ways.
    for token in _TOKEN.finditer(pattern):
        kind, was_behind, behind = token.lastgroup, behind, False
        if kind == "odd":
            raise ValueError(f"the pattern {pattern!r} holds a comment")
        if kind == "open":
            groups.append(set())
        elif kind == "close" and len(groups) > 1:
            inner = groups.pop()
            groups[-1] |= inner
            behind = bool(inner)
        elif kind == "or" and len(groups) > 1:
            cost *= 1 if "|" in groups[-1] else 2 * _PER_WAY
            groups[-1].add("|")
        elif kind == "times":
            least, most = _bounds(token[0])
            if was_behind and most > 1:
                raise ValueError(
                    f"the pattern {pattern!r} repeats a group that holds | or a repetition"
                )
            if least != most:
                cost *= _PER_WAY * (most - least + 1)
                groups[-1].add("times")
    if cost > _MOST_COSTLY:
        raise ValueError(f"the pattern {pattern!r} has too many of *, + and ? to be quick")


def _bounds(times: str) -> tuple[int, int]:
    """Return how often a repetition repeats, a window's length where there is no bound."""
    if times[0] != "{":
        return (1 if times[0] == "+" else 0), (1 if times[0] == "?" else _WINDOW)
    least, comma, most = times.rstrip("?+")[1:-1].partition(",")
    low = min(int(least or 0), _WINDOW)
    return low, (min(int(most or _WINDOW), _WINDOW) if comma else low)
