"""A new version of one side alone: the other one is filled from the project.

The article then has the new text on one side and all of the old text on the other. A sentence that
is new gets no counterpart, however little else the aligner may have for it. Where a sentence of the
source is gone, its translation goes too, and one that has moved takes its translation along; the
source of a translation that is gone stays, and is to be translated. Invariant: the new side is
whole, and what is left of the other is in the order of the pairs.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from aligner.alignment import Moved as MovedLink
from aligner.article import Language, Paragraph, Sentence, Side
from aligner.bitext import LOW_CONFIDENCE, Bitext, Pair
from aligner.updating.carrying import Version, is_cut
from aligner.updating.inheriting import Draft, are_alike, texts_of
from aligner.updating.values import numbers_of


class OneSide:
    """What becomes of the drafts where only the side `renewed` is new; `lost` is in no wall."""

    def __init__(self, version: Version, renewed: Language, lost: Iterable[Pair]) -> None:
        self._version = version
        self._renewed: Language = renewed
        self._other: Language = "en" if renewed == "zh" else "zh"
        self._drops = renewed == (version.old.article.source_language or "zh")
        """Whether what has lost its counterpart goes: a translation does, a source does not."""
        self._old: dict[int, Pair] = {}
        self._by_text: defaultdict[tuple[str, ...], deque[Pair]] = defaultdict(deque)
        for pair in lost:
            self._old |= dict.fromkeys(numbers_of([pair], self._other), pair)
            if not is_cut(pair):
                self._by_text[self._text_of(pair)].append(pair)
        self.taken: set[int] = set()
        """The identities of the old pairs that have moved as they were."""

    def drafts(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts of a stretch with the counterparts that their texts really have."""
        found = []
        for draft in drafts:
            if draft.is_kept or not numbers_of([draft.pair], self._other):
                found.append(draft)
            elif not numbers_of([draft.pair], self._renewed):
                was_alone = not any(
                    numbers_of([old], self._renewed) for old in self._holders(draft.pair)
                )
                if was_alone or not self._drops:
                    found.append(draft)
            elif self._is_likely(draft.pair):
                found.append(draft)
            else:
                found.append(replace(draft, pair=_without(draft.pair, self._other)))
                if not self._drops:
                    found.append(Draft(_without(draft.pair, self._renewed), []))
        return found

    def take_moved(self, drafts: Sequence[Draft]) -> None:
        """Give texts without a counterpart the pair that they had elsewhere, if it is free.

        A counterpart that nothing drops is in a pair already, and none is free.
        """
        used = {number for draft in drafts for number in numbers_of([draft.pair], self._other)}
        for draft in drafts:
            if draft.is_kept or numbers_of([draft.pair], self._other):
                continue
            waiting = self._by_text.get(self._text_of(draft.pair, is_new=True))
            while waiting:
                old = waiting.popleft()
                numbers = numbers_of([old], self._other)
                if id(old) not in self.taken and used.isdisjoint(numbers):
                    used.update(numbers)
                    self.taken.add(id(old))
                    draft.pair = self._renumbered(old, draft.pair)
                    draft.is_kept = True
                    break

    def _holders(self, pair: Pair) -> list[Pair]:
        """Return the old pairs that hold the other side of a new one."""
        return [self._old[n] for n in numbers_of([pair], self._other) if n in self._old]

    def _is_likely(self, pair: Pair) -> bool:
        if pair.confidence >= LOW_CONFIDENCE:
            return True
        return any(are_alike(self._words(pair), self._words(old)) for old in self._holders(pair))

    def _words(self, pair: Pair) -> str:
        return pair.zh_text if self._renewed == "zh" else pair.en_text

    def _renumbered(self, old: Pair, new: Pair) -> Pair:
        return replace(old, zh=new.zh) if self._renewed == "zh" else replace(old, en=new.en)

    def _text_of(self, pair: Pair, *, is_new: bool = False) -> tuple[str, ...]:
        article = self._version.article if is_new else self._version.old.article
        return texts_of(article, pair)[0 if self._renewed == "zh" else 1]


def _without(pair: Pair, language: Language) -> Pair:
    """Return what is left of a pair without one of its sides."""
    if language == "en":
        return replace(pair, en=(), en_text="", confidence=1.0)
    return replace(pair, zh=(), zh_text="", confidence=1.0)


def with_side_of_pairs(bitext: Bitext, language: Language) -> Bitext:
    """Return a bitext whose side of a language holds what its pairs hold, in their order."""
    side = bitext.article.zh if language == "zh" else bitext.article.en
    order = list(dict.fromkeys(numbers_of(bitext.pairs, language)))
    place = {number: n for n, number in enumerate(order)}

    def moved(numbers: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place[number] for number in numbers)

    new = _side_of(side, order)
    if language == "zh":
        pairs = tuple(replace(pair, zh=moved(pair.zh)) for pair in bitext.pairs)
        article = replace(bitext.article, zh=new)
    else:
        pairs = tuple(replace(pair, en=moved(pair.en)) for pair in bitext.pairs)
        article = replace(bitext.article, en=new)
    links = tuple(
        MovedLink(moved(link.zh), link.en, link.confidence)
        if language == "zh"
        else MovedLink(link.zh, moved(link.en), link.confidence)
        for link in bitext.moved
        if place.keys() >= {*(link.zh if language == "zh" else link.en)}
    )
    return replace(bitext, article=article, pairs=pairs, moved=links)


def _side_of(side: Side, order: Sequence[int]) -> Side:
    """Return a side of some sentences of another one, those of a paragraph together."""
    sentences: list[Sentence] = []
    texts: list[tuple[int, list[str]]] = []
    for number in order:
        sentence = side.sentences[number]
        if not texts or texts[-1][0] != sentence.paragraph:
            texts.append((sentence.paragraph, []))
        texts[-1][1].append(sentence.text)
        sentences.append(replace(sentence, paragraph=len(texts) - 1))
    space = " " if side.language == "en" else ""
    paragraphs = tuple(
        Paragraph(space.join(parts), side.paragraphs[home].kind) for home, parts in texts
    )
    return Side(side.language, paragraphs, tuple(sentences))
