"""Both languages on one line: finds the one place that divides them, if there is one.

Every place is scored by the Han characters on one side of it and the letters on the other; the best
must leave two texts, neither of them a mention. A sign between the two belongs to neither. A text
with one in brackets behind it may be both languages as well, or a name: whoever asks decides.
Linear in the length of the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aligner.article import Markup
from aligner.formats.passage import Passage
from aligner.formats.text.marks import ends_sentence
from aligner.script import HAN, LATIN

_TOKEN = re.compile(f"(?P<han>[{HAN}]+)|(?P<latin>[{LATIN}]+)")
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(f"[{LATIN}]")
_OPENING = frozenset("“‘「『（《〈【〔［([{\"'#*")
_LONGEST = 1_000_000
"""Characters; a whole article may be one line, but finding its runs takes memory."""


_SIGN = re.compile(
    r"\s*(?P<sign>(?<=\s)[-~·•=*]{1,3}(?=\s)|[–—]{1,2}|[|｜/／→⇒\t]{1,2}|[:：])\s*(?![-–—|/:：])"
)
_SIGNS = "-–—:：/|｜"
_BRACKETED = re.compile(
    r"(?P<first>[^\n]{0,300}?\S)\s*[（(［\[【](?P<inside>[^（(［\[【】\]］）)]{1,200})[】\]］）)]"
    r"(?P<tail>[\s.．…·․]{0,200}\d{0,4})$"
)
_LONGEST_BRACKETED = 400


@dataclass(frozen=True, slots=True)
class Halves:
    """A line in both languages, divided."""

    zh: Passage
    en: Passage
    markup: tuple[Markup, ...] = ()
    """The sign between the two, or the brackets around one of them."""
    rest: Passage | None = None
    """What stands behind both, the number of a page."""
    sign: str = ""
    """The sign between the two, if there is one."""


def divide(text: str) -> int | None:
    """Return the offset at which a line turns to the other language; None if it does not."""
    found = _turn(text)
    return None if found is None else _cut(text, *found)


def _turn(text: str) -> tuple[int, int, bool] | None:
    """Return the end of one language, the beginning of the other, and whether Chinese is first."""
    if len(text) > _LONGEST or not _HAN.search(text) or not _LATIN.search(text):
        return None
    runs = [
        (match.start(), match.end(), 3 * len(match[0]) if match["han"] else -len(match[0]))
        for match in _TOKEN.finditer(text)
    ]
    total = sum(run[2] for run in runs)
    best, at, chinese_first = 0, -1, True
    before = 0
    for index, (_, _, value) in enumerate(runs[:-1]):
        before += value
        score = 2 * before - total  # Han before and letters behind, less those on the wrong side
        if abs(score) > best:
            best, at, chinese_first = abs(score), index, score > 0
    if at < 0 or not _are_two_texts(text, runs, at, best):
        return None
    return runs[at][1], runs[at + 1][0], chinese_first


def _are_two_texts(text: str, runs: list[tuple[int, int, int]], at: int, best: int) -> bool:
    """Whether both sides weigh something, are pure, and neither stands in brackets."""
    size = sum(abs(run[2]) for run in runs)
    left = abs(sum(run[2] for run in runs[: at + 1]))
    right = abs(sum(run[2] for run in runs[at + 1 :]))
    if best * 10 < size * 7 or min(left, right) * 5 < max(left, right):
        return False
    between = text[runs[at][1] : runs[at + 1][0]]
    return not any(bracket in between for bracket in "（([【")


def _cut(text: str, start: int, stop: int, chinese_first: bool) -> int:
    """Return an offset between the last word of one language and the first of the other."""
    spaces = [index for index in range(start, stop) if text[index].isspace()]
    if spaces:
        return spaces[0] if chinese_first else spaces[-1]
    while stop > start and text[stop - 1] in _OPENING:
        stop -= 1
    return stop


def halves(passage: Passage, *, colon: bool = False) -> Halves | None:
    """Return the Chinese and the English of a line that holds both.

    A dash, a slash or a bar between them belongs to neither, and with `colon` a colon; one of which
    the other half ends as well is a mark of both texts.
    """
    text = passage.text
    found = _turn(text)
    if found is None:
        return None
    start, stop, chinese_first = found
    sign = _SIGN.search(text, start, stop)
    if sign and (text[-1] in _SIGNS or (sign["sign"] in ":：" and not colon)):
        sign = None
    at = _cut(text, *found)
    ends = (sign.start(), sign.end()) if sign else (at, at)
    first, second = passage.cut(0, ends[0]).strip(), passage.cut(ends[1], len(text)).strip()
    markup = (_markup(passage, *sign.span("sign")),) if sign and sign["sign"].strip() else ()
    zh, en = (first, second) if chinese_first else (second, first)
    return Halves(zh, en, markup, sign=sign["sign"] if sign else "")


def has_colon(passage: Passage) -> bool:
    """Whether nothing but a colon stands between the two languages of a line."""
    divided = halves(passage, colon=True)
    return divided is not None and divided.sign in {":", "："}


def bracketed(passage: Passage) -> Halves | None:
    """Return a short text and the one in brackets behind it, if each is in a language of its own.

    That may be a text with its translation, or one that ends with a name.
    """
    text = passage.text
    found = _BRACKETED.match(text) if len(text) <= _LONGEST_BRACKETED else None
    if not found:
        return None
    first, inside, tail = (found.span(name) for name in ("first", "inside", "tail"))
    first_is_zh, inside_is_zh = _is_chinese(found["first"]), _is_chinese(found["inside"])
    if first_is_zh is None or inside_is_zh is None or first_is_zh == inside_is_zh:
        return None
    if ends_sentence(found["first"]) and not ends_sentence(found["inside"]):
        return None
    one, other = passage.cut(*first).strip(), passage.cut(*inside).strip()
    markup = [
        _markup(passage, inside[0] - 1, inside[0]),
        _markup(passage, inside[1], inside[1] + 1),
    ]
    if leader := found["tail"].strip().rstrip("0123456789").strip():
        place = text.index(leader, tail[0])
        markup.append(_markup(passage, place, place + len(leader)))
        tail = (place + len(leader), tail[1])
    rest = passage.cut(*tail).strip() if text[tail[0] : tail[1]].strip() else None
    zh, en = (one, other) if first_is_zh else (other, one)
    return Halves(zh, en, tuple(markup), rest)


def _is_chinese(text: str) -> bool | None:
    """Whether a text is all but wholly Chinese, or English; None for what is neither or both."""
    tokens = [(len(match[0]), bool(match["han"])) for match in _TOKEN.finditer(text)]
    han = 3 * sum(length for length, is_han in tokens if is_han)
    latin = sum(length for length, is_han in tokens if not is_han)
    if not tokens or max(han, latin) * 10 < (han + latin) * 7:
        return None
    return han > latin


def _markup(passage: Passage, start: int, stop: int) -> Markup:
    source_start, source_stop = passage.span(start, stop)
    return Markup(passage.text[start:stop], source_start, source_stop)
