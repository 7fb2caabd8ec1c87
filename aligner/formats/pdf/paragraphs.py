"""Lines to paragraphs: where one ends, and how its lines are joined.

A paragraph ends at a wider gap, before an indent, behind a short last line, and where the language
or the size of the letters changes. It goes on over the end of a column or a page unless something
says that it does not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from aligner.article import Language
from aligner.formats.pdf.columns import Line
from aligner.formats.pdf.rows import Rows
from aligner.formats.text import ends_sentence
from aligner.lexicon import background_table, singular, stems
from aligner.script import is_han, language_of

Place = tuple[int, int]
"""Page and column."""

_WIDER = 1.45
"""Times the usual distance of lines that makes a gap between paragraphs."""
_INDENT = 0.9
"""Heights of a character by which a first line is set in."""
_SHORT = 1.6
"""Heights of a character that a last line lacks at least."""
_VERY_SHORT = 0.4
"""The part of a line that a last line lacks, where other paragraphs are set off and this is not."""
_OTHER_SIZE = 0.15
"""The part by which the size of a heading differs."""
_NUMBERED = 2
"""Rows of a page with numbers, from which on its paragraphs are its rows."""
_ITEM = re.compile(
    r"\s*(?:\(?\d{1,2}[.)、．）](?=\D)|[（(][一二三四五六七八九十]{1,3}[)）]|[•·▪‣◦●○■□◆]\s?)"
)
"""What an item of a list begins with."""
_BROKEN = "\x02"
_HYPHENS = "-\u2010" + _BROKEN
_KEEPS = re.compile(
    r"(?:^|\W)(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty|great|self|well|half|non|ex|all|cross)$",
    re.IGNORECASE,
)
"""What a hyphen stays behind, wherever the line ends."""
_CHINESE_MARKS = "，。、；：？！「」『』（）《》〈〉【】　"
_EITHER = "“”‘’—…·"
"""Marks of both languages."""
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")

_NO_ROWS = Rows()


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a column: its margins, the size of its text, the distance of its lines."""

    left: float
    right: float
    sizes: Mapping[Language | None, float]
    """Heights of lines in each language, and of all; those of Chinese depend on its characters."""
    step: float

    @property
    def height(self) -> float:
        """The height of most lines."""
        return self.sizes[None]

    def size(self, line: Line) -> float:
        """Return the height of most lines in the language of a line."""
        return self.sizes.get(language_of(line.text), self.height)


def paragraphs_of(lines: Sequence[Line], known: Rows = _NO_ROWS) -> list[str]:
    """Return the paragraphs of lines in reading order; of a table's rows some may be known."""
    measures = _measures(lines)
    spellings = Spellings(line.text for line in lines)
    is_marked = _marks_paragraphs(lines, measures)
    groups = [[line] for line in lines[:1]]
    for before, line in pairwise(lines):
        numbers = known.numbers.get(line.page, ())
        if len(numbers) >= _NUMBERED and line.column:
            begins = _is_at(line, numbers) or before.column == 0
        elif known.gaps and line.column and before.column:
            # Cells are narrow, so that a short line within a sentence says nothing.
            is_apart = ends_sentence(before.text) and _begins(
                before, line, measures, is_marked=is_marked
            )
            begins = is_apart or _is_at(line, known.gaps.get(line.page, ()))
        else:
            begins = _begins(before, line, measures, is_marked=is_marked)
        if begins:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [text for group in groups if (text := joined([ln.text for ln in group], spellings))]


def _is_at(line: Line, starts: Sequence[float]) -> bool:
    """Whether a row begins at the height of a line."""
    return any(line.top <= height <= line.bottom for height in starts)


def _begins(
    before: Line, line: Line, measures: Mapping[Place, Measures], *, is_marked: bool
) -> bool:
    """Whether a line begins a paragraph; `is_marked` if gaps or indents say so in this text."""
    usual, was = measures[_place(line)], measures[_place(before)]
    languages = language_of(before.text), language_of(line.text)
    if None not in languages and languages[0] != languages[1]:
        return True
    if abs(line.height - before.height) > _OTHER_SIZE * max(line.height, before.height) and (
        _is_odd(line, usual) or _is_odd(before, was)
    ):
        return True
    if _is_set_off(before, line, measures):
        return True
    if _ITEM.match(line.text) and (ends_sentence(before.text) or _ITEM.match(before.text)):
        return True
    if (before.column == 0) != (line.column == 0):
        return True  # a title over all columns
    is_very_short = was.right - before.right > _VERY_SHORT * (was.right - was.left)
    if is_marked and _place(before) == _place(line):
        return is_very_short and (ends_sentence(before.text) or not _goes_on(line.text))
    if ends_sentence(before.text):
        return _is_short(before, line, was)
    # Marks that no line may begin with take characters down with them, so Chinese lines vary.
    is_headline = is_very_short if is_han(line.text[:1]) else _is_short(before, line, was)
    return is_headline and not _goes_on(line.text)


def _is_short(before: Line, line: Line, was: Measures) -> bool:
    """Whether what begins a line would have had room at the end of the one before."""
    return was.right - before.right > _needed(line)


def _is_set_off(before: Line, line: Line, measures: Mapping[Place, Measures]) -> bool:
    """Whether a line stands behind a gap, or is set in."""
    usual, was = measures[_place(line)], measures[_place(before)]
    is_indented = line.left > usual.left + _INDENT * usual.height
    if is_indented and not before.left > was.left + _INDENT * was.height:
        return True
    return _place(before) == _place(line) and line.top - before.top > _WIDER * usual.step


def _marks_paragraphs(lines: Sequence[Line], measures: Mapping[Place, Measures]) -> bool:
    """Whether this text sets its paragraphs off, so that a short line says nothing."""
    set_off = ended_short = 0
    for before, line in pairwise(lines):
        if _place(before) == _place(line):
            if _is_set_off(before, line, measures):
                set_off += 1
            elif ends_sentence(before.text):
                ended_short += _is_short(before, line, measures[_place(before)])
    return set_off > max(1, 2 * ended_short)


def _place(line: Line) -> Place:
    return line.page, line.column


def _needed(line: Line) -> float:
    """Return the room that a line would have left at its end for what begins the next one."""
    word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
    if not word or is_han(word.lstrip(_CHINESE_MARKS + _EITHER)[:1]):
        return _SHORT * line.height
    width = (line.right - line.left) / max(len(line.text), 1)
    return max((len(word) + 1) * width * 1.1, _SHORT * line.height)


def _goes_on(text: str) -> bool:
    """Whether a line begins as the middle of a sentence does."""
    first = text.lstrip()[:1]
    return first.islower() or first in "，、。；：！？）」』”’》,;.)"


def _is_odd(line: Line, usual: Measures) -> bool:
    size = usual.size(line)
    return abs(line.height - size) > _OTHER_SIZE * size


def _measures(lines: Sequence[Line]) -> dict[Place, Measures]:
    """Return what is usual, by page and column."""
    sizes = _sizes(lines)
    height = sizes[None]
    gathered: dict[Place, list[Line]] = defaultdict(list)
    for line in lines:
        gathered[_place(line)].append(line)
    steps = [
        below.top - line.top
        for line, below in pairwise(lines)
        if _place(line) == _place(below) and 0.5 * height < below.top - line.top < 3 * height
    ]
    step = _most_common(steps) or 1.5 * height
    widest: dict[int, float] = {}
    for (_, column), own in gathered.items():
        widest[column] = max(widest.get(column, 0.0), max(ln.right for ln in own) - _left(own))
    return {
        place: Measures(_left(own), _left(own) + widest[place[1]], sizes, step)
        for place, own in gathered.items()
    }


def _sizes(lines: Sequence[Line]) -> dict[Language | None, float]:
    heights: dict[Language | None, list[float]] = defaultdict(list)
    for line in lines:
        heights[None].append(line.height)
        if (language := language_of(line.text)) is not None:
            heights[language].append(line.height)
    found: dict[Language | None, float] = {None: 1.0}
    return found | {language: median(own) for language, own in heights.items()}


def _left(lines: Sequence[Line]) -> float:
    return min(line.left for line in lines)


def _most_common(values: Sequence[float]) -> float | None:
    """Return the value that most are near to."""
    counted = Counter(round(value) for value in values)
    return float(counted.most_common(1)[0][0]) if counted else None


class Spellings:
    """How words are written elsewhere in the text: with a hyphen, or as one."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._compounds: set[str] = set()
        self._words: set[str] = set()
        for text in texts:
            self._compounds.update(word.casefold() for word in _COMPOUND.findall(text))
            self._words.update(word.casefold() for word in _WORD.findall(text))

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether a word that is broken between two lines is a compound, with a hyphen."""
        first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        if first is None or second is None:
            return True
        if f"{first[0]}-{second[0]}".casefold() in self._compounds:
            return True
        if (first[0] + second[0]).casefold() in self._words:
            return False
        if _is_word(first[0] + second[0]) and not after[:1].isupper():
            return False
        if _KEEPS.search(before) or after[:1].isupper():
            return True
        return _is_word(first[0]) and _is_word(second[0])


def _is_word(text: str) -> bool:
    """Whether everyday English has a word, or one that it is a form of."""
    known = background_table().commonness
    bare = text.casefold()
    return any(form in known for form in (bare, singular(bare), *stems(bare)))


def joined(lines: Sequence[str], spellings: Spellings) -> str:
    """Return the text of lines: Han without a blank between them, words with one."""
    text = ""
    for line in _bare(lines):
        if not text:
            text = line
        elif text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalpha():
            hyphen = "-" if spellings.keeps_hyphen(text[:-1], line) else ""
            text = text[:-1].rstrip() + hyphen + line
        elif _needs_no_blank(text, line):
            text += line
        else:
            text = f"{text} {line}"
    return text.replace(_BROKEN, "-").strip()


def _bare(lines: Sequence[str]) -> Iterator[str]:
    return (bare for line in lines if (bare := " ".join(line.split(" ")).strip(" \t")))


def _needs_no_blank(before: str, after: str) -> bool:
    """Whether nothing stands between two lines: one of them is Chinese where they meet."""
    last, first = before.rstrip(_EITHER)[-1:], after.lstrip(_EITHER)[:1]
    return any(is_han(mark) or mark in _CHINESE_MARKS for mark in (last, first) if mark)
