"""Where an English sentence ends: nupunkt's word, with corrections.

nupunkt knows abbreviations, but not speech tags (`"Stop!" he said.`), numbers of headings and
notes. It is fed a window at a time, with long runs of punctuation thinned out, because its time
grows with the square of those. Importing it and loading its table takes about 50 ms, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

_WINDOW = 8_000
_LONG_RUN = re.compile(r"[^\w\s]{12,}")
_LONG_WORD = re.compile(r"\S{2000,}")
_CLOSING = "”’\"')\\]}»"

_HEAD = re.compile(r"\s*[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[A-Za-z])[.)\]]{1,2}\s*")
_NOTE = re.compile(rf"(?:\[\d{{1,3}}\]|[¹²³⁰⁴-⁹†‡§]+)+[{_CLOSING}]*\s*")
_CLOSES = re.compile(rf"[”’»)\]}}]+[.?!]*\s*|[\"'](?=\s|$)[{_CLOSING}.?!]*\s*")
_SMALL = re.compile(r"[\s(\[“‘\"']*[a-z](?![A-Z])")
_CAPITAL = re.compile(r"[A-Z]")
_AFTER_QUOTE = re.compile(r"[?!…—][”’\"']\s*\Z")
_SAID = (
    "said|says|asked|asks|cried|replied|shouted|answered|whispered|muttered|exclaimed|called|"
    "yelled|screamed|demanded|repeated|inquired|wondered|sighed|laughed|snapped|told|added"
)
_SPEAKER = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Dr|Miss|Prof)\.?\s)?(?!(?:He|She|They|It|We|You|But|Then|And|So)\s)"
    rf"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,3}}\s(?:had\s)?(?:{_SAID})\b"
)
_GOES_ON = re.compile(r"[,;:—–-]")
_BEFORE_NUMBER = re.compile(
    r"\b(?:No|Nos|Art|Arts|Sec|Fig|Figs|Vol|Ch|Chap|pp?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
    r"Dec|approx|ca?|v|para|cl|Reg)\.\s*\Z"
)
_NUMBER = re.compile(r"[(\[]?[\d$£€]")
_ALWAYS_GOES_ON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Mt|vs|cf|approx)"
    r"|\b[ei]\.\s?[ge])\.\s*\Z"
)
_MISSED = re.compile(
    r"[—–][”’\"']\s+(?=[“‘\"'][A-Z])|"
    r"(?<=[a-z]\.)\s+(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s[A-Z])"
    r"|(?<=[a-z])[.?!][”\"](?=[“\"]?[A-Z][a-z])|(?<=[a-z])[?!](?=[A-Z][a-z])|[。！？﹗﹖]+[”’」』）]*\s*"
)
_STARTS = (
    r"(?=[“‘\"']?(?:He|She|It|They|We|I|You|The|This|That|These|Those|There|But|And|However|Then|"
    r"When|After|Before|If|His|Her|Its|Their|Our|My|What|Why|How|Who|Where)\b)"
)
_SHORT_FORM = re.compile(
    r"\b(?:[A-Z]\.(?:[A-Z]\.){1,6}+|[ap]\.m\.|(?:Inc|Ltd|Co|Corp|etc|Jr|Sr|Ph\.D|M\.D|B\.A)\.)"
    rf"[”’\"')]*+\s++{_STARTS}"
)
_ORDINARY_WORD = re.compile(
    r"(?<![\w.])(?!(?:approx|etc|est|dept|vols?|figs?|arts?|secs?|paras?|viz|ibid|ext|incl|esp|eds?|"
    r"seq|supp|trans|rev|repr|orig|gen|assn|govt|dist|nos|min|max|resp|prof|capt|sen|rep|gov|hon)\.)"
    r"(?:(?:[a-z]{3,}|am|an|as|at|be|by|do|go|he|if|in|is|it|me|my|of|on|or|so|to|up|us|we)\."
    r"[”’\"')\]]*+\s++(?=[“‘\"'(\[]?[A-Z])"
    rf"|[A-Z][a-z]{{4,}}\.[”’\"')\]]*+\s++{_STARTS})"
)
"""nupunkt's table, learned from scanned law, also lists words (`hand`, `stars`) and names."""


def english_ends(text: str) -> Iterator[int]:
    """Yield the offsets behind the sentences of a paragraph, their white space included."""
    missed = {match.end() for match in _MISSED.finditer(text)}
    missed |= {match.end() for match in _SHORT_FORM.finditer(text)}
    missed |= {match.end() for match in _ORDINARY_WORD.finditer(text)}
    has_capitals = _CAPITAL.search(text) is not None
    start = 0
    for place in sorted(missed | _found(text)):
        end = _closed(text, place)
        if end <= start:
            continue
        if place in missed or not _continues(text, start, end, has_capitals):
            yield end
            start = end


def _closed(text: str, end: int) -> int:
    """Move a sentence's end behind a note and behind marks that close it."""
    for pattern in (_CLOSES, _NOTE):
        # A note stands at once behind the stop; what follows white space opens a sentence.
        glued = end > 0 and not text[end - 1].isspace()
        if (glued or pattern is _CLOSES) and (match := pattern.match(text, end)):
            end = match.end()
    return end


def _continues(text: str, start: int, end: int, has_capitals: bool) -> bool:
    """Whether the sentence from `start` goes on at `end`, where nupunkt would end it."""
    if end - start < 16 and _HEAD.fullmatch(text, start, end):
        return True
    if _GOES_ON.match(text, end) and not text[end - 1].isspace():
        return True
    if has_capitals and _SMALL.match(text, end):
        return True
    tail = text[max(start, end - 24) : end]
    if _AFTER_QUOTE.search(tail):
        return _SPEAKER.match(text, end) is not None
    if _NUMBER.match(text, end) and _BEFORE_NUMBER.search(tail):
        return True
    return _ALWAYS_GOES_ON.search(tail) is not None


def _found(text: str) -> set[int]:
    """Ask nupunkt, a window at a time; a sentence that a window cuts begins the next window."""
    masked = _LONG_WORD.sub(lambda word: "x" * len(word.group()), _LONG_RUN.sub(_thinned, text))
    ends: set[int] = set()
    begin = 0
    while begin < len(masked):
        window = masked[begin : begin + _WINDOW]
        is_last = begin + len(window) == len(masked)
        cuts = [begin + first for first, _ in _punkt().span_tokenize(window) if first]
        if not is_last and cuts and cuts[-1] > begin + _WINDOW - 40:
            cuts.pop()  # what it saw behind this one was cut off
        ends.update(cuts)
        begin = cuts[-1] if cuts and not is_last else begin + len(window)
    return ends


def _thinned(run: re.Match[str]) -> str:
    marks = run.group()
    return marks[:4] + "-" * (len(marks) - 8) + marks[-4:]


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nupunkt import load

    return load("default")
