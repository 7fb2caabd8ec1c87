"""Whether a half-width `.`, `?` or `!` in Chinese text ends a sentence.

It does not in a number, a name, an abbreviation, an address or the number of a heading.
"""

from __future__ import annotations

import re

from aligner.script import HAN

_ALNUM = re.compile(r"[0-9A-Za-zÀ-ɏ０-９Ａ-Ｚａ-ｚ]")
_ADDRESS = re.compile(r"[0-9A-Za-z/=&_%#-]")
_LATIN_WORD = re.compile(r"(?:[A-Za-zÀ-ɏ]\.)*[A-Za-zÀ-ɏ]+\Z")
_DIGITS = re.compile(r"[0-9０-９]+\Z")
_HEAD = re.compile(
    r"\s*[（(]?(?:[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3})*|[一二三四五六七八九十百〇零]{1,4}"
    r"|[A-Za-z]|[ivxIVX]{1,5})[）)]?"
)
_LONGEST_HEAD = 16
_BEFORE_ITEM = re.compile(r"[\s：:；;，,、。]")
_SMALL = re.compile(r"\s*[a-z]")
_BEFORE_FULL_STOP = re.compile(f"[{HAN}”’」』）》】〉〕］)\\]\"'%％℃°]")

# fmt: off
ABBREVIATIONS = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "inc", "ltd", "co", "corp", "vs", "etc",
    "no", "nos", "vol", "fig", "art", "sec", "ch", "pp", "ed", "eds", "cf", "al", "approx",
    "dept", "est", "gen", "col", "capt", "lt", "sgt", "sen", "rep", "gov", "rev", "hon", "univ",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mt",
    "ft", "tel", "ext", "op", "cit", "viz", "ca",
})
# fmt: on
"""Latin words with a dot, in lower case, that go on without ending the sentence."""
_BRANDS = ("Yahoo", "Jeopardy")


def is_final_dot(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the dot at `stop` ends the sentence from `start`; `end` is behind what closes it."""
    if stop == start or (
        end == stop + 1 and stop - start <= _LONGEST_HEAD and _is_head(text, start, stop)
    ):
        return False
    behind = text[stop + 1 : stop + 2]
    before = text[stop - 1]
    if word := _LATIN_WORD.search(text, max(start, stop - 24), stop):
        if _ALNUM.match(behind) or behind in {"/", "@", "-", "_"}:
            return False
        name = word.group().lower().rpartition(".")[2]
        is_short = len(name) == 1 or name in ABBREVIATIONS
        return not is_short and not _SMALL.match(text, end)
    if digits := _DIGITS.search(text, max(start, stop - 8), stop):
        first = digits.start()
        is_item = first > start and len(digits.group()) < 4 and _BEFORE_ITEM.match(text, first - 1)
        return not _ALNUM.match(behind) and not is_item
    if not _BEFORE_FULL_STOP.match(before):
        return False
    return not re.match(r"[a-z]", behind) and behind not in {"/", "@"}


def _is_head(text: str, start: int, stop: int) -> bool:
    return _HEAD.fullmatch(text, start, stop) is not None


def is_final_half_width(text: str, stop: int, end: int) -> bool:
    """Whether the single `?` or `!` at `stop` ends a sentence, and is no part of an address."""
    if end > stop + 1:
        return True
    if _ADDRESS.match(text, stop - 1 if stop else 0) and _ADDRESS.match(text, end):
        return False
    if text[max(0, stop - 8) : stop].endswith(_BRANDS):
        return False
    return not (_ALNUM.match(text, stop - 1 if stop else 0) and _SMALL.match(text, end))
