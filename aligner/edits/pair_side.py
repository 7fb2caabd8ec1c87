"""One side of a pair: which sentences it holds, which part of them, and how it reads.

Sides are divided and joined without losing a character: the parts that sentences are cut into
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
class PairSide:
    """What a pair has in one language; see `Pair` for the fields."""

    indices: tuple[int, ...]
    text: str
    cut: Cut = WHOLE

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a sentence nor a text."""
        return not (self.indices or self.text)


NOTHING = PairSide((), "")


def side_of_pair(pair: Pair, language: Language) -> PairSide:
    """Return one side of a pair."""
    if language == "zh":
        return PairSide(pair.zh, pair.zh_text, pair.zh_cut)
    return PairSide(pair.en, pair.en_text, pair.en_cut)


def with_side(pair: Pair, language: Language, new: PairSide) -> Pair:
    """Return a pair with one side replaced; its confidence and status stay."""
    if language == "zh":
        return replace(pair, zh=new.indices, zh_text=new.text, zh_cut=new.cut)
    return replace(pair, en=new.indices, en_text=new.text, en_cut=new.cut)


def side_of(article: Article, language: Language) -> Side:
    """Return a side of an article by its language."""
    return article.zh if language == "zh" else article.en


def is_rewritten(side: Side, part: PairSide) -> bool:
    """Whether a translator has changed the text."""
    return part.text != text_of(side, part.indices, part.cut)


def joined(side: Side, first: PairSide, second: PairSide) -> PairSide:
    """Return two sides joined. Raises ImpossibleEdit when cut sentences would be out of order."""
    if not first.indices or not second.indices:
        text = _together(side, first, second)
        source = first if first.indices else second
        return PairSide(source.indices, text, source.cut)
    shared = first.indices[-1] == second.indices[0]
    touches = first.cut[1] == second.cut[0] if shared else _ends_whole(first) and not second.cut[0]
    if not touches:
        raise ImpossibleEdit("These parts of a divided sentence do not follow each other.")
    indices = first.indices + second.indices[1 if shared else 0 :]
    whole = PairSide(indices, "", (first.cut[0], second.cut[1]))
    if is_rewritten(side, first) or is_rewritten(side, second):
        return replace(whole, text=_together(side, first, second))
    return replace(whole, text=text_of(side, indices, whole.cut))


def divided(side: Side, part: PairSide, offset: int) -> tuple[PairSide, PairSide]:
    """Return what stands before and behind a place in the text (`offset` in characters)."""
    offset = min(max(offset, 0), len(part.text))
    # White space belongs to neither part, and at the ends there is nothing to divide.
    if not part.text[:offset].strip():
        return NOTHING, part
    if not part.text[offset:].strip():
        return part, NOTHING
    plain = text_of(side, part.indices, part.cut)
    before, behind = _divided_source(side, part, _answering(part.text, plain, offset))
    if plain == part.text:
        return _with_text(side, before), _with_text(side, behind)
    return (
        replace(before, text=part.text[:offset].rstrip()),
        replace(behind, text=part.text[offset:].lstrip()),
    )


def without_first(side: Side, part: PairSide) -> tuple[PairSide, PairSide]:
    """Return the first sentence, or part of one, and the rest."""
    return _divided_after(side, part, 1)


def without_last(side: Side, part: PairSide) -> tuple[PairSide, PairSide]:
    """Return all but the last sentence, or part of one, and that."""
    return _divided_after(side, part, len(part.indices) - 1)


def _divided_after(side: Side, part: PairSide, count: int) -> tuple[PairSide, PairSide]:
    if len(part.indices) < 2:
        return (part, NOTHING) if count else (NOTHING, part)
    plain = text_of(side, part.indices, part.cut)
    end = list(_pieces(side, part))[count - 1].end
    return divided(side, part, _answering(plain, part.text, end))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, or what a pair holds of it, in the text that the sentences make."""

    index: int
    begin: int
    """Offset in the sentence of the first character shown."""
    start: int
    """Offset of that character in the text of the pair's side."""
    end: int
    """Offset behind its last character there."""


def _pieces(side: Side, part: PairSide) -> Iterator[_Piece]:
    gap, start = len(separator(side.language)), 0
    for number, index in enumerate(part.indices):
        text = side.sentences[index].text
        upto = part.cut[1] if number == len(part.indices) - 1 else None
        begin = part.cut[0] if number == 0 else 0
        shown = text[begin:upto]
        if part.cut != WHOLE:
            begin += len(shown) - len(shown.lstrip())
            shown = shown.strip()
        yield _Piece(index, begin, start, start + len(shown))
        start += len(shown) + gap


def _divided_source(side: Side, part: PairSide, offset: int) -> tuple[PairSide, PairSide]:
    """Divide a side's sentences at a place in the text they make; texts are left empty."""
    number, inside = len(part.indices), None
    for place, piece in enumerate(_pieces(side, part)):
        if offset < piece.end:
            number = place
            inside = piece.begin + offset - piece.start if offset > piece.start else None
            break
    if inside is None:
        before, behind = part.indices[:number], part.indices[number:]
        return (
            PairSide(before, "", (part.cut[0], None if behind else part.cut[1]))
            if before
            else NOTHING,
            PairSide(behind, "", (0 if before else part.cut[0], part.cut[1]))
            if behind
            else NOTHING,
        )
    return (
        PairSide(part.indices[: number + 1], "", (part.cut[0], inside)),
        PairSide(part.indices[number:], "", (inside, part.cut[1])),
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
    for place, (mine, theirs) in enumerate(zip(text, other, strict=False)):
        if mine != theirs:
            return place
    return min(len(text), len(other))


def _with_text(side: Side, part: PairSide) -> PairSide:
    return replace(part, text=text_of(side, part.indices, part.cut))


def _together(side: Side, first: PairSide, second: PairSide) -> str:
    return separator(side.language).join(text for text in (first.text, second.text) if text)


def _ends_whole(part: PairSide) -> bool:
    return part.cut[1] is None
