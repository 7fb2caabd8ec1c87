"""Text from boilerplate: gives each block its language, and those that are no text their label.

Nothing is dropped: each block comes out once, a caption with a credit behind it as two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aligner.article import Language
from aligner.formats import Block, ends_sentence, han, words
from aligner.reading.boilerplate import is_related, label_of, trailing_credit
from aligner.reading.headlines import copies
from aligner.script import language_of

_FOR_PROGRAMS = frozenset({"code", "front matter"})
"""Labels that a format gives for certain, whatever the wording of a block."""


def is_for_programs(block: Block) -> bool:
    """Whether a block says something to a program and nothing to readers."""
    return block.label in _FOR_PROGRAMS


def sort_out(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with their languages, and with a label where they are boilerplate."""
    parts = [part for block in blocks for part in _without_credit(block)]
    languages: list[Language | None] = [
        block.language or language_of(block.text) for block in parts
    ]
    text = [i for i, block in enumerate(parts) if not block.label and _is_prose(block.text)]
    first, last = (text[0], text[-1]) if text else (0, len(parts))
    labels = [
        block.label
        if is_for_programs(block)
        else label_of(block.text, outside=bool(text) and not first <= i <= last)
        or block.label.removeprefix("title")
        for i, block in enumerate(parts)
    ]
    _spread(parts, languages, labels, first)
    for i, label in copies(parts, languages, [not label for label in labels]).items():
        labels[i] = label
    for i, language in enumerate(languages):
        if language is None and not labels[i]:
            labels[i] = "other language" if words(parts[i].text) else "other"
        elif parts[i].label == "title" and not labels[i] and len(parts) > 1:
            labels[i] = "other"
    return [
        replace(block, label=label, language=language)
        for block, label, language in zip(parts, labels, languages, strict=True)
    ]


def _without_credit(block: Block) -> list[Block]:
    """Divide a caption from the credit behind it."""
    at = None if block.label else trailing_credit(block.text)
    if at is None:
        return [block]
    caption = block.passage.cut(0, at).strip()
    credit = block.passage.cut(at, len(block.text)).strip()
    return [
        replace(block, passage=caption, kind="caption"),
        Block(credit, label="credit"),
    ]


def _is_prose(text: str) -> bool:
    return ends_sentence(text) and (han(text) > 16 or words(text) > 10)


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
