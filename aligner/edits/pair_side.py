"""One side of a pair: which sentences it holds, which part of them, and how it reads.

Halves are divided and joined without losing a character: the parts that sentences are cut into
tile them. A translator may have rewritten the text; then a place in it answers to a place in the
sentences by what the two have in common at their beginning and end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from aligner.article import Article, Language, Side
from aligner.bitext import WHOLE, Cut, Pair, separator, text_of
from aligner.errors import ImpossibleEdit


@dataclass(frozen=True, slots=True)
class Half:
    """What a pair has in one language; see `Pair` for the fields."""

    indices: tuple[int, ...]
    text: str
    cut: Cut = WHOLE


NOTHING = Half((), "")


def half(pair: Pair, language: Language) -> Half:
    """Return one side of a pair."""
    if language == "zh":
        return Half(pair.zh, pair.zh_text, pair.zh_cut)
    return Half(pair.en, pair.en_text, pair.en_cut)


def with_half(pair: Pair, language: Language, new: Half) -> Pair:
    """Return a pair with one side replaced; its confidence and status stay."""
    if language == "zh":
        return replace(pair, zh=new.indices, zh_text=new.text, zh_cut=new.cut)
    return replace(pair, en=new.indices, en_text=new.text, en_cut=new.cut)


def has_any(one: Half) -> bool:
    """Whether there is a sentence or a text at all."""
    return bool(one.indices or one.text)


def side_of(article: Article, language: Language) -> Side:
    """Return a side of an article by its language."""
    return article.zh if language == "zh" else article.en


def is_rewritten(side: Side, one: Half) -> bool:
    """Whether a translator has changed the text."""
    return one.text != text_of(side, one.indices, one.cut)


def joined(side: Side, first: Half, second: Half) -> Half:
    """Return two halves as one. Raises ImpossibleEdit when cut sentences would be out of order."""
    if not first.indices or not second.indices:
        text = _together(side, first, second)
        source = first if first.indices else second
        return Half(source.indices, text, source.cut)
    shared = first.indices[-1] == second.indices[0]
    touches = first.cut[1] == second.cut[0] if shared else _ends_whole(first) and not second.cut[0]
    if not touches:
        raise ImpossibleEdit("These parts of a divided sentence do not follow each other.")
    indices = first.indices + second.indices[1 if shared else 0 :]
    whole = Half(indices, "", (first.cut[0], second.cut[1]))
    if is_rewritten(side, first) or is_rewritten(side, second):
        return replace(whole, text=_together(side, first, second))
    return replace(whole, text=text_of(side, indices, whole.cut))


def divided(side: Side, one: Half, offset: int) -> tuple[Half, Half]:
    """Return what stands before and behind a place in the text (`offset` in characters)."""
    offset = min(max(offset, 0), len(one.text))
    # White space belongs to neither part, and at the ends there is nothing to divide.
    if not one.text[:offset].strip():
        return NOTHING, one
    if not one.text[offset:].strip():
        return one, NOTHING
    plain = text_of(side, one.indices, one.cut)
    before, behind = _divided_source(side, one, _answering(one.text, plain, offset))
    if plain == one.text:
        return _with_text(side, before), _with_text(side, behind)
    return (
        replace(before, text=one.text[:offset].rstrip()),
        replace(behind, text=one.text[offset:].lstrip()),
    )


def without_first(side: Side, one: Half) -> tuple[Half, Half]:
    """Return the first sentence, or part of one, and the rest."""
    return _divided_after(side, one, 1)


def without_last(side: Side, one: Half) -> tuple[Half, Half]:
    """Return all but the last sentence, or part of one, and that."""
    return _divided_after(side, one, len(one.indices) - 1)


def _divided_after(side: Side, one: Half, count: int) -> tuple[Half, Half]:
    if len(one.indices) < 2:
        return (one, NOTHING) if count else (NOTHING, one)
    plain = text_of(side, one.indices, one.cut)
    end = list(_parts(side, one))[count - 1].end
    return divided(side, one, _answering(plain, one.text, end))


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence, or what a pair holds of it, in the text that the sentences make."""

    index: int
    begin: int
    """Offset in the sentence of the first character shown."""
    start: int
    """Offset of that character in the text of the half."""
    end: int
    """Offset behind its last character there."""


def _parts(side: Side, one: Half) -> Iterator[_Part]:
    gap, start = len(separator(side.language)), 0
    for number, index in enumerate(one.indices):
        text = side.sentences[index].text
        upto = one.cut[1] if number == len(one.indices) - 1 else None
        begin = one.cut[0] if number == 0 else 0
        shown = text[begin:upto]
        if one.cut != WHOLE:
            begin += len(shown) - len(shown.lstrip())
            shown = shown.strip()
        yield _Part(index, begin, start, start + len(shown))
        start += len(shown) + gap


def _divided_source(side: Side, one: Half, offset: int) -> tuple[Half, Half]:
    """Divide the sentences of a half at a place in the text they make; texts are left empty."""
    number, inside = len(one.indices), None
    for place, part in enumerate(_parts(side, one)):
        if offset < part.end:
            number = place
            inside = part.begin + offset - part.start if offset > part.start else None
            break
    if inside is None:
        before, behind = one.indices[:number], one.indices[number:]
        return (
            Half(before, "", (one.cut[0], None if behind else one.cut[1])) if before else NOTHING,
            Half(behind, "", (0 if before else one.cut[0], one.cut[1])) if behind else NOTHING,
        )
    return (
        Half(one.indices[: number + 1], "", (one.cut[0], inside)),
        Half(one.indices[number:], "", (inside, one.cut[1])),
    )


def _answering(text: str, other: str, offset: int) -> int:
    """Return the place in `other` that answers to a place in `text`, a rewritten form of it."""
    if text == other:
        return offset
    before = _in_common(text, other)
    most = min(len(text), len(other)) - before
    behind = _in_common(text[::-1], other[::-1])
    behind = min(behind, most)
    if offset <= before:
        return offset
    if offset >= len(text) - behind:
        return len(other) - (len(text) - offset)
    changed, others = len(text) - behind - before, len(other) - behind - before
    return before + round((offset - before) * others / changed)


def _in_common(text: str, other: str) -> int:
    """Return how many characters two texts share at their beginning."""
    for place, (one, two) in enumerate(zip(text, other, strict=False)):
        if one != two:
            return place
    return min(len(text), len(other))


def _with_text(side: Side, one: Half) -> Half:
    return replace(one, text=text_of(side, one.indices, one.cut))


def _together(side: Side, first: Half, second: Half) -> str:
    return separator(side.language).join(text for text in (first.text, second.text) if text)


def _ends_whole(one: Half) -> bool:
    return one.cut[1] is None
