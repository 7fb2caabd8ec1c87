"""Where a sentence ends, in Chinese and in English: the one place that decides it.

Chinese is split by rules, English by nupunkt with a few corrections. White space stays with the
sentence before it. Invariant: the pieces of a text, joined, are the text, character by character;
time grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.script import HAN

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

_CLOSING = "”’」』）》】〉〕〗］｝)\\]}＂＇﹂﹄"
_STOPS = "。！？!?｡‼⁇⁈⁉….．"
_CANDIDATE = re.compile(f"[{_STOPS}]+[{_CLOSING}{_STOPS}]*+")
_CANDIDATE_OR_SEMICOLON = re.compile(f"[{_STOPS}；;]+[{_CLOSING}{_STOPS}；;]*+")
_STOP_RUN = re.compile(f"[{_STOPS}；;]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SPACE = re.compile(r"\s*")

_PAIRS = {"（": "）", "(": ")", "《": "》", "【": "】", "〈": "〉", "［": "］", "[": "]"}
_BRACKET = re.compile(r"[（）()《》【】〈〉［］\[\]]")
_LONGEST_ASIDE = 400
"""Brackets farther apart than this hold a text of their own, or do not belong together."""

_GOES_ON = frozenset("，、；：,;:—–～~·的地得之")
"""After a stop they carry the sentence on: `「走！」的喊聲`, `好吗？——她问`."""
_SPEECH = re.compile(
    r"\s?[^，。！？；：…“”‘’「」『』（）()、\s,.!?;:]{0,12}?"
    r"(?:说|說|问|問|答|喊|叫|嚷|吼|骂|罵|念|叹|嘆|想|(?<![知味街报報报铁鐵轨軌频頻渠管隧人])道)"
    r"(?:着|著|了|道|话|話)?(?=[，。！？；：…,.!?;:]|$)"
)
"""What follows a quotation and names its speaker: `他说。`, `老周低声问道：`."""
_NUMBER_HEAD = re.compile(r"\s*[（(]?[0-9０-９〇零一二三四五六七八九十百①-⑳]{1,4}[)）]?[.．。]\s*")
_BEFORE_FULL_STOP = re.compile(f"[{HAN}{_CLOSING}\"'%％]")
_WORD_CHARACTER = re.compile(r"[0-9A-Za-z]")


def split_sentences(text: str, language: Language, *, semicolons: bool = False) -> list[str]:
    """Split a paragraph into sentences whose concatenation is exactly `text`.

    With `semicolons` a sentence also ends at `；` and `;`. A heading is better not split at all:
    the caller knows what is one. Empty text has no sentences.
    """
    ends = _chinese_ends if language == "zh" else _english_ends
    pieces: list[str] = []
    for stretch in _between(text, (match.end() for match in _BLANK_LINE.finditer(text))):
        pieces.extend(_between(stretch, ends(stretch, semicolons)))
    return _with_something_in_each(pieces)


def _between(text: str, ends: Iterable[int]) -> Iterator[str]:
    start = 0
    for end in ends:
        if start < end < len(text):
            yield text[start:end]
            start = end
    if start < len(text):
        yield text[start:]


def _with_something_in_each(pieces: list[str]) -> list[str]:
    """Give pieces of punctuation and white space alone to the sentence before (or after) them."""
    joined: list[str] = []
    for piece in pieces:
        if joined and not (_has_word(piece) and _has_word(joined[-1])):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _has_word(piece: str) -> bool:
    return any(map(str.isalnum, piece))


def _chinese_ends(text: str, semicolons: bool) -> Iterator[int]:
    """Yield the offsets behind the sentences of a Chinese text, their white space included."""
    asides = _Asides(text)
    quotes = _StraightQuotes(text)
    start = 0
    pattern = _CANDIDATE_OR_SEMICOLON if semicolons else _CANDIDATE
    for match in pattern.finditer(text):
        stop, end = match.start(), match.end()
        if stop < start:
            continue
        end = quotes.take_closing(end)
        last_stop = _last_stop(text, stop, end)
        if not asides.allow(start, last_stop, end):
            continue
        if _ends_sentence(text, start, stop, end):
            space = _SPACE.match(text, end)
            start = space.end() if space else end
            yield start


def _last_stop(text: str, stop: int, end: int) -> int:
    last = end - 1
    while last > stop and text[last] not in _STOPS:
        last -= 1
    return last


def _ends_sentence(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the stop mark at `stop`, with what closes behind it up to `end`, is final."""
    space = _SPACE.match(text, end)
    after = space.end() if space else end
    if after == len(text):
        return True
    if text[after] in _GOES_ON:
        return False
    run = _STOP_RUN.match(text, stop)
    marks = run.group() if run else text[stop]
    closed = stop + len(marks) < end
    before, behind = text[stop - 1 : stop], text[end : end + 1]
    if marks in {".", "．"} and not _is_full_stop(text, start, stop, end, before, behind):
        return False
    if marks in {"?", "!"} and _WORD_CHARACTER.match(behind) and not closed:
        # In an address such as /find?page=2, or a name such as Yahoo!Japan.
        return re.match(r"[0-9A-Za-z/=&]", before) is None
    if closed and _SPEECH.match(text, end):
        return False
    if _is_hesitation(marks) and not closed:
        return _is_complete_before_ellipsis(text, start, stop, end, after)
    return _NUMBER_HEAD.fullmatch(text, start, end) is None


def _is_full_stop(text: str, start: int, stop: int, end: int, before: str, behind: str) -> bool:
    """Whether a half-width dot ends a Chinese sentence, and no number, name or address."""
    if not _BEFORE_FULL_STOP.match(before) or _WORD_CHARACTER.match(behind):
        return False
    return _NUMBER_HEAD.fullmatch(text, start, end) is None and stop > start


def _is_hesitation(marks: str) -> bool:
    return not marks.strip("….．") and len(marks) * (1 + 2 * ("…" in marks)) > 1


def _is_complete_before_ellipsis(text: str, start: int, stop: int, end: int, after: int) -> bool:
    """Whether a sentence trails off for good, and does not stumble: `我……我不知道。`."""
    # A few characters tell; slicing all that was said would cost the square of its length.
    said = text[max(start, stop - 16) : stop].strip(" \t\u3000“‘「『\"'")
    if len(said) <= 4 or text[after] == said[-1]:
        return False
    return end < after or text[after] in '“‘「『"' or len(said) > 8


class _Asides:
    """Bracketed parts of a text, within which no sentence ends, asked for in order."""

    def __init__(self, text: str) -> None:
        self._spans = _outermost(text)
        self._next = 0

    def allow(self, start: int, stop: int, end: int) -> bool:
        """Whether a sentence that began at `start` may end with the stop mark at `stop`."""
        while self._next < len(self._spans) and self._spans[self._next][1] < stop:
            self._next += 1
        if self._next == len(self._spans):
            return True
        opening, closing = self._spans[self._next]
        if not opening < stop < closing:
            return True
        return closing < end and start >= opening - 1


def _outermost(text: str) -> list[tuple[int, int]]:
    """Return where brackets open and close that belong together, without those inside others."""
    opened: list[tuple[str, int]] = []
    spans: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        mark, place = match.group(), match.start()
        if mark in _PAIRS:
            opened.append((_PAIRS[mark], place))
            continue
        if opened and opened[-1][0] == mark:
            opening = opened.pop()[1]
            if place - opening <= _LONGEST_ASIDE:
                while spans and spans[-1][0] > opening:
                    spans.pop()
                spans.append((opening, place))
    return spans


class _StraightQuotes:
    """Tells a closing `"` from an opening one by how many stand before it, asked for in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counted = 0
        self._is_open = {'"': False, "'": False}

    def take_closing(self, end: int) -> int:
        """Return `end`, moved behind the straight quotes there that close."""
        for quote, is_open in self._is_open.items():
            if self._text.count(quote, self._counted, end) % 2:
                self._is_open[quote] = not is_open
        while end < len(self._text) and self._is_open.get(self._text[end], False):
            self._is_open[self._text[end]] = False
            end += 1
        self._counted = end
        return end


_ENGLISH_NUMBER_HEAD = re.compile(r"\s*[(\[]?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-z])[.)\]]+\s*")
_BEGINS_SMALL = re.compile(r"[a-z](?![A-Z])")
_MISSED_END = re.compile(r"(?<=[a-z])[?!]+[”\"’]?(?=[A-Z][a-z])|[。！？]+[”’」』）]*\s*")
_ENGLISH_SEMICOLON = re.compile(r";\s+")


def _english_ends(text: str, semicolons: bool) -> Iterator[int]:
    """Yield the offsets behind the sentences of an English text, their white space included."""
    found = {start for start, _ in _punkt().span_tokenize(text)}
    missed = {match.end() for match in _MISSED_END.finditer(text)}
    if semicolons:
        missed |= {match.end() for match in _ENGLISH_SEMICOLON.finditer(text)}
    start = 0
    for end in sorted(found | missed):
        if _ENGLISH_NUMBER_HEAD.fullmatch(text, start, end):
            continue
        if end in missed or not _BEGINS_SMALL.match(text, end):
            yield end
            start = end


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nupunkt import load

    return load("default")
