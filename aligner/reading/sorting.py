"""Text from boilerplate: gives each block its language, and those that are no text their label.

Nothing is dropped: each block comes out once, a caption with a credit behind it as two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aligner.article import Language
from aligner.formats import FURNITURE, Block, ends_sentence, words
from aligner.reading.boilerplate import is_related, label_of, trailing_credit
from aligner.reading.counterparts import DOUBTFUL, Line, is_prose, translated
from aligner.reading.headlines import copies
from aligner.script import language_of

_FOR_PROGRAMS = frozenset({"code", "front matter"})
_CERTAIN = _FOR_PROGRAMS | FURNITURE
"""Labels that a format gives for certain, whatever the wording of a block."""


def is_for_programs(block: Block) -> bool:
    """Whether a block says something to a program and nothing to readers."""
    return block.label in _FOR_PROGRAMS


def sort_out(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with their languages, and with a label where they are boilerplate."""
    judged = _Judged(blocks)
    judged.clear(*translated(judged.lines("zh"), judged.lines("en")))
    return judged.blocks()


def sort_out_pair(zh: Sequence[Block], en: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return the blocks of a Chinese and an English file likewise, judged beside each other."""
    chinese, english = _Judged(zh), _Judged(en)
    in_zh, in_en = translated(
        chinese.lines("zh", all_dates=True), english.lines("en", all_dates=True)
    )
    chinese.clear(in_zh, language="zh")
    english.clear(in_en, language="en")
    return chinese.blocks(), english.blocks()


class _Judged:
    """The blocks of a file, and what has been found of each."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._parts = parts = [part for block in blocks for part in _without_credit(block)]
        self._languages: list[Language | None] = [
            block.language or language_of(block.text) for block in parts
        ]
        text = [i for i, block in enumerate(parts) if not block.label and is_prose(block.text)]
        first, last = (text[0], text[-1]) if text else (0, len(parts))
        self._labels = [
            block.label
            if block.label in _CERTAIN or block.time
            else label_of(block.text, outside=bool(text) and not first <= i <= last)
            or block.label.removeprefix("title")
            for i, block in enumerate(parts)
        ]
        _spread(parts, self._languages, self._labels, first)
        free = [
            not label and not block.time for label, block in zip(self._labels, parts, strict=True)
        ]
        for i, label in copies(parts, self._languages, free).items():
            self._labels[i] = label

    def lines(self, language: Language, *, all_dates: bool = False) -> list[Line]:
        """Return the lines of a language that are text, or boilerplate by their wording alone.

        With `all_dates` dates that are figures only are among them.
        """
        return [
            Line(i, block.text, block.kind, label)
            for i, (block, label) in enumerate(zip(self._parts, self._labels, strict=True))
            if not block.label
            and (not label or label in DOUBTFUL)
            and (
                self._languages[i] == language
                or (all_dates and label == "date" and self._languages[i] is None)
            )
        ]

    def clear(self, *places: set[int], language: Language | None = None) -> None:
        """Take the label off blocks that are text; `language` is theirs if they have none."""
        for place in set().union(*places):
            self._labels[place] = ""
            self._languages[place] = self._languages[place] or language

    def blocks(self) -> list[Block]:
        """Return the blocks with their languages and labels."""
        labels = list(self._labels)
        for i, language in enumerate(self._languages):
            if language is None and not labels[i]:
                labels[i] = "other language" if words(self._parts[i].text) else "other"
            elif self._parts[i].label == "title" and not labels[i] and len(self._parts) > 1:
                labels[i] = "other"
        return [
            replace(block, label=label, language=language)
            for block, label, language in zip(self._parts, labels, self._languages, strict=True)
        ]


def _without_credit(block: Block) -> list[Block]:
    """Divide a caption from the credit behind it."""
    at = None if block.label or block.time else trailing_credit(block.text)
    if at is None:
        return [block]
    caption = block.passage.cut(0, at).strip()
    credit = block.passage.cut(at, len(block.text)).strip()
    return [
        replace(block, passage=caption, kind="caption"),
        Block(credit, label="credit"),
    ]


def _spread(
    blocks: Sequence[Block], languages: list[Language | None], labels: list[str], first: int
) -> None:
    """Label the titles below the line that opens a list of other articles."""
    opener: Language | None = None
    for i, block in enumerate(blocks):
        if i > first and labels[i] == "related articles" and is_related(block.text):
            closed = block.text.rstrip().endswith(("》", "」", "”"))
            opener = None if closed else languages[i]
        elif opener and not labels[i]:
            if languages[i] != opener or ends_sentence(block.text) or len(block.text) > 120:
                opener = None
            else:
                labels[i] = "related articles"
