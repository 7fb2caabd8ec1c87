"""A map of the chapters of two books as a small file, which a person can write and edit.

A line says which chapters answer to which, by their order in each book: `1 = 2`, `3, 4 = 5`, and
`1 =` for one that the other book lacks. `?=` says that it is not sure, so that nothing is made of
it. What follows `#` is for the eye.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from aligner.article import ChapterMatch
from aligner.errors import UnusableInput
from aligner.files import decode, load, one_line
from aligner.formats import Block
from aligner.reading.chapter_matching import match_chapters, matched
from aligner.reading.chapters import chapters_of
from aligner.speaking import told

_LARGEST = 1024 * 1024
_LINE = re.compile(r"([\d\s,]*)(\??)=([\d\s,]*)")
_HEAD = (
    "Chapters: Chinese = English, by their order in each book; 3, 4 = 5 where two answer to one,",
    "1 = where the English has none. With ?= it is not sure, and no boundary is made of it.",
)


def chapters_matched(
    zh: Sequence[Block], en: Sequence[Block], given: str | Path | None
) -> tuple[ChapterMatch, ...]:
    """Return the chapters of both sides, matched as a file says, or else as it is found."""
    return match_chapters(zh, en) if given is None else read_map(Path(given), zh, en)


def map_text(matches: Sequence[ChapterMatch]) -> str:
    """Return the map of matched chapters as a file, its head in the language that is spoken."""
    lines = [f"# {told(line)}\n" for line in _HEAD]
    for match in matches:
        zh, en = (", ".join(str(i + 1) for i in side) for side in (match.zh, match.en))
        sign = "=" if match.is_sure or not (match.zh and match.en) else "?="
        titles = " | ".join(one_line(title) for title in (match.zh_title, match.en_title) if title)
        lines.append(f"{f'{zh} {sign} {en}':<16}# {titles}\n")
    return "".join(lines)


def read_map(path: Path, zh: Sequence[Block], en: Sequence[Block]) -> tuple[ChapterMatch, ...]:
    """Return the chapters of both sides as a file says; raises `UnusableInput`."""
    text, _ = decode(load(path, _LARGEST), path, None)
    chinese, english = chapters_of(zh), chapters_of(en)
    found: list[ChapterMatch] = []
    done = [0, 0]
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if not said:
            continue
        parsed = _LINE.fullmatch(said)
        if not parsed:
            raise UnusableInput(f"{path}, line {number}: write chapters as 1 = 2.")
        ranges = []
        for side, (group, chapters) in enumerate(((1, chinese), (3, english))):
            numbers = [int(n[:9]) - 1 for n in re.findall(r"\d+", parsed[group])]
            _check(numbers, done[side], len(chapters), f"{path}, line {number}")
            done[side] = numbers[-1] + 1 if numbers else done[side]
            ranges.append((numbers[0], numbers[-1] + 1) if numbers else (done[side],) * 2)
        is_sure = bool(not parsed[2] and parsed[1].strip() and parsed[3].strip())
        found.append(matched(chinese, english, ranges[0], ranges[1], is_sure=is_sure))
    return tuple(found)


def _check(numbers: Sequence[int], done: int, count: int, where: str) -> None:
    """Refuse chapters that are not there, not in a row, or stand before those of a line above."""
    if numbers and list(numbers) != list(range(numbers[0], numbers[0] + len(numbers))):
        raise UnusableInput(f"{where}: chapters that belong together stand in a row, as 3, 4.")
    if numbers and numbers[0] < done:
        raise UnusableInput(f"{where}: chapters must rise from line to line on both sides.")
    if numbers and numbers[-1] >= count:
        raise UnusableInput(
            f"{where}: there is no chapter {numbers[-1] + 1}; {count} were found on that side."
        )
