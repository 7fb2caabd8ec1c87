"""Which text is which language, and how the two are laid out.

Takes blocks whose boilerplate has been found and gives the two sides in order, the rest with a
reason, and the name of the layout. A block is on one side only, unless it is a line that holds
both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from aligner.article import Language, Layout, Markup, ParagraphKind
from aligner.errors import UnusableInput
from aligner.formats import (
    Block,
    Halves,
    ends_sentence,
    han,
    is_heading,
    looks_like_code,
    weight,
    words,
)
from aligner.reading.bilingual import lines_in_both, translated_lines

_STRAY = 0.03
"""A side that weighs less than this part of the other is no side but a few strays."""

_LONGEST_NAME = 80
"""Characters of a name that both sides have in the same letters."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Both sides of an article, and what is on neither."""

    zh: list[Block]
    en: list[Block]
    rest: list[Block]
    layout: Layout
    markup: list[Markup] = field(default_factory=list)
    """Signs and brackets between the two halves of a line."""


def arrange(blocks: Sequence[Block]) -> Arrangement:
    """Return both sides of one file."""
    text = [block for block in blocks if not block.label]
    rest = [block for block in blocks if block.label]
    divided = lines_in_both(text)
    translated = translated_lines(text, divided)
    both = [one or other for one, other in zip(divided, translated, strict=True)]
    if _mostly_both(text, [pair is not None for pair in both]):
        return _divided(text, both, rest, "one line")
    if _are_amid_turns(text, translated):
        return _divided(text, translated, rest, "paragraphs in turn")
    strays = _mentions(text)
    mentioned = [replace(text[i], label="other language") for i in sorted(strays)]
    text = [block for i, block in enumerate(text) if i not in strays]
    zh, same_zh = without_names([block for block in text if block.language == "zh"], mentioned)
    en, same_en = without_names([block for block in text if block.language == "en"], mentioned)
    rest += [*mentioned, *same_zh, *same_en]
    layout: Layout = "blocks" if _in_two_blocks(text) else "paragraphs in turn"
    return Arrangement(zh, en, rest, layout)


def _divided(
    text: Sequence[Block], both: Sequence[Halves | None], rest: Sequence[Block], layout: Layout
) -> Arrangement:
    """Return the sides of a text of which some lines are on both."""
    found = Arrangement([], [], list(rest), layout)
    for block, pair in zip(text, both, strict=True):
        if pair is None:
            (found.zh if block.language == "zh" else found.en).append(block)
            continue
        found.zh.append(replace(block, passage=pair.zh, kind=_kind(block, pair.zh.text)))
        found.en.append(replace(block, passage=pair.en, kind=_kind(block, pair.en.text)))
        found.markup.extend(pair.markup)
        if pair.rest is not None:
            found.rest.append(Block(pair.rest, label="other"))
    return found


def _are_amid_turns(text: Sequence[Block], translated: Sequence[Halves | None]) -> bool:
    """Whether lines that hold their translation stand in a text whose paragraphs are in turn.

    In a text of two blocks such lines stand in both, and each belongs where it stands; but for
    those above all else.
    """
    places = [place for place, pair in enumerate(translated) if pair is not None]
    plain = [block for block, pair in zip(text, translated, strict=True) if pair is None]
    if not places or missing(*(_of(plain, language) for language in ("zh", "en"))):
        return False
    is_above = places[-1] == len(places) - 1
    return is_above or not _in_two_blocks(plain)


def _of(text: Sequence[Block], language: str) -> list[Block]:
    return [block for block in text if block.language == language]


def divided(layout: Layout, text: Sequence[Block], rest: Sequence[Block]) -> Arrangement:
    """Return both sides of a file that says itself which text is which, as a table's columns do."""
    return Arrangement(_of(text, "zh"), _of(text, "en"), list(rest), layout)


def one_side(blocks: Sequence[Block], language: Language) -> tuple[list[Block], list[Block]]:
    """Return the blocks of one file of a pair: its text, and what is not in its language."""
    side: list[Block] = []
    rest: list[Block] = []
    for block in blocks:
        if block.label:
            rest.append(block)
        elif block.language == language:
            side.append(block)
        else:
            rest.append(replace(block, label="other language"))
    return side, rest


def without_names(
    side: Sequence[Block], strays: Sequence[Block]
) -> tuple[list[Block], list[Block]]:
    """Divide a side into its text, and names that the other side has in the same letters.

    Such is the `size` of a table in both texts: it is no translation of anything. `strays` are what
    the other side holds in this one's language.
    """
    names = Counter(block.text for block in strays if _is_name(block))
    text: list[Block] = []
    same: list[Block] = []
    for block in side:
        if names[block.text] > 0:
            names[block.text] -= 1
            same.append(replace(block, label="untranslated"))
        else:
            text.append(block)
    return text, same


def _is_name(block: Block) -> bool:
    text = block.text
    if block.label != "other language" or len(text) > _LONGEST_NAME or ends_sentence(text):
        return False
    is_short = han(text) <= 6 and len(text.split()) <= 3
    return is_short or looks_like_code((text,))


def missing(zh: Sequence[Block], en: Sequence[Block]) -> Language | None:
    """Return the language that is not there, or only in a word here and there."""
    heavy_zh, heavy_en = (sum(weight(block.text) for block in side) for side in (zh, en))
    if heavy_en <= _STRAY * heavy_zh:
        return "en"
    return "zh" if heavy_zh <= _STRAY * heavy_en else None


def chinese_share(blocks: Sequence[Block], name: str) -> float:
    """Return how much of a file's text is Chinese, 0 to 1; `name` is that of the file."""
    text = [block for block in blocks if not block.label and block.language]
    zh = sum(weight(block.text) for block in text if block.language == "zh")
    total = sum(weight(block.text) for block in text)
    if not total:
        raise UnusableInput(f"{name} holds no Chinese and no English text.")
    return zh / total


def _mostly_both(text: Sequence[Block], both: Sequence[bool]) -> bool:
    """Whether most lines, and most of what they say, are in both languages."""
    heavy = sum(weight(block.text) for block in text)
    shared = sum(weight(block.text) for block, is_both in zip(text, both, strict=True) if is_both)
    return sum(both) * 2 > len(text) and shared * 2 > heavy


def _kind(block: Block, text: str) -> ParagraphKind:
    """Return the kind of half a line; both may be headings though the line is none."""
    return "heading" if block.kind == "body" and is_heading(text) else block.kind


def _mentions(text: Sequence[Block]) -> set[int]:
    """Return the places of short lines amid the other language, as under a picture."""
    found: set[int] = set()
    for i in range(2, len(text) - 2):
        around = {text[near].language for near in (i - 2, i - 1, i + 1, i + 2)}
        alone = text[i].language not in around
        small = han(text[i].text) <= 8 and words(text[i].text) <= 8
        if alone and small and not ends_sentence(text[i].text):
            found.add(i)
    if found and _in_two_blocks([block for i, block in enumerate(text) if i not in found]):
        return found
    return set()


def _in_two_blocks(text: Sequence[Block]) -> bool:
    """Whether one run of each language holds nearly all of it."""
    runs: list[tuple[Language | None, int]] = []
    total = {"zh": 0, "en": 0}
    for block in text:
        if block.language is None:
            continue
        size = weight(block.text)
        total[block.language] += size
        if runs and runs[-1][0] == block.language:
            runs[-1] = (block.language, runs[-1][1] + size)
        else:
            runs.append((block.language, size))
    if len(runs) <= 2:
        return True
    longest = {
        language: max((size for said, size in runs if said == language), default=0)
        for language in ("zh", "en")
    }
    return all(longest[language] * 5 >= total[language] * 4 for language in longest)
