"""Which Chinese names answer to which English ones, by all pairs of a text at once.

A name whose English is its pinyin is known from one pair. Of any other, what counts is how
regularly a run of Chinese characters and the English name go together (Dice); of runs that lie
within each other the longest that comes as regularly is the name, small words at its ends trimmed.
Invariant: no English name has two Chinese ones, except by its sound.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.encoders import built_in
from aligner.lexicon import Word, background_table, chinese_words, likeness
from aligner.script import HAN
from aligner.terms.english_names import NameKey
from aligner.terms.pinyin import find_spelt, is_read, is_syllable, spelling

_HAN_RUN = re.compile(f"[{HAN}]+")
_SHORTEST, _LONGEST = 2, 8
"""Characters of a Chinese name."""
_LOOKED_AT = 24
"""Pairs of a name in which its Chinese is looked for; it is then counted in all of them."""
_REGULAR = 0.6
"""How regularly two names go together that are no pinyin."""
_NEARLY = 0.97
_FEWEST = 2
"""Pairs in which two such names stand together."""
_PROVEN = 3
"""From so many pairs on they need not always go together, nor be all that the pairs share."""
_SURE = 5
"""From so many pairs on two names need neither sound nor mean the same (平兒 and Patience)."""
_SOUNDS, _ALIKE = 0.6, 0.25
"""How alike they have to sound or be before that: likeness, or cosine of the built-in model."""
_AS_WELL = 0.8
"""A run that sounds this part as much like a word as the best one may be it as well."""
_AT_MOST = 6
"""Characters of a name whose English is one word; three more for each further word."""
_SMALL = 57
"""Commonness of a single character that is trimmed from the ends of a name."""
_RARE = 30
"""Commonness of a name in the table below which it proves nothing: 宗立派 in 太虛宗立派百年."""
_SAYING = frozenset("说问答喊叫笑想")
"""What people do in stories beside their names (沈千戶說)."""
_BODIES = frozenset("会教派帮门")
"""What many are called together (灰袍會), though each is a small word or verb as well."""


@dataclass(frozen=True, slots=True)
class NamePair:
    """A Chinese name and its English one."""

    zh: str
    """In one script."""
    en: NameKey
    count: int
    """Pairs that have both."""
    is_spoken: bool
    """Whether the English is the pinyin of the Chinese."""


def pair_names(texts: Sequence[str], names: Mapping[NameKey, Sequence[int]]) -> list[NamePair]:
    """Return the names that answer to each other.

    `texts` are the Chinese ones in one script, `names` the English ones with the numbers of the
    pairs that have them.
    """
    spoken = list(_spoken(texts, names))
    known = {pair.en for pair in spoken}
    left = {
        name: at
        for name, at in names.items()
        if len(at) >= _FEWEST and name not in known and not _is_surname(name)
    }
    taken = {piece for pair in spoken for piece in _pieces(pair.zh)}
    return spoken + list(_regular(texts, left, taken))


def _is_surname(name: NameKey) -> bool:
    """Whether it is one syllable, which is read as too many characters to be looked for."""
    return len(name) == 1 and is_syllable(name[0])


def _spoken(texts: Sequence[str], names: Mapping[NameKey, Sequence[int]]) -> Iterator[NamePair]:
    """Yield the names that are spelt in pinyin."""
    for name, numbers in names.items():
        letters = spelling(" ".join(name))
        if not letters:
            continue
        found: Counter[str] = Counter()
        for number in numbers:
            found.update({texts[number][a:b] for a, b in find_spelt(texts[number], letters)})
        for zh, count in found.most_common():
            if not _is_everyday(zh):
                yield NamePair(zh, name, count, is_spoken=True)


def _is_everyday(zh: str) -> bool:
    """Whether it is a word that is no name: 我們 is read like Women."""
    table = background_table()
    return table.kind(zh) in ("f", "v", "a", "t") or (
        table.kind(zh) == "n" and table.how_common(zh) > _SMALL - 7
    )


def _regular(
    texts: Sequence[str], names: Mapping[NameKey, Sequence[int]], taken: Collection[str]
) -> Iterator[NamePair]:
    """Yield the names that go together regularly, each run of characters with its best name."""
    runs = {name: _recurring(texts, numbers) for name, numbers in names.items()}
    seen = _counted(texts, {run for found in runs.values() for run in found})
    best: dict[str, tuple[float, NamePair]] = {}
    for name, found in runs.items():
        numbers = names[name]
        together = {run: [n for n in numbers if run in texts[n]] for run in found}
        dice = {
            run: 2 * len(at) / (len(numbers) + seen[run])
            for run, at in together.items()
            if len(at) >= _FEWEST
            and run not in taken
            and _may_be_name(run, _is_body(run, [texts[n] for n in at]))
        }
        if len(name) == 1:
            dice = _as_it_sounds(dice, name[0])
        zh = _chosen(dice, {run: [texts[n] for n in together[run]] for run in dice})
        if zh and best.get(zh, (0.0,))[0] < dice[zh]:
            pair = NamePair(zh, name, len(together[zh]), is_spoken=False)
            if len(zh) <= _AT_MOST + 3 * (len(name) - 1) and (
                pair.count >= _SURE or _is_alike(pair)
            ):
                best[zh] = dice[zh], pair
    for _, pair in best.values():
        yield pair


def _is_alike(pair: NamePair) -> bool:
    """Whether two names mean or sound the same, as far as the built-in model and pinyin know.

    A title with a surname sounds the same if the surname does: 沈千戶, Captain Shen.
    """
    en = " ".join(pair.en)
    if likeness(pair.zh, en) >= _SOUNDS or any(_is_heard(word, pair.zh) for word in pair.en):
        return True
    model = built_in()
    zh_sum, en_sum = model.sums(model.pieces([pair.zh, en]))
    lengths = float(np.linalg.norm(zh_sum) * np.linalg.norm(en_sum))
    return lengths > 0 and float(zh_sum @ en_sum) >= _ALIKE * lengths


def _is_heard(word: str, zh: str) -> bool:
    """Whether a word that English does not have is how a character of a Chinese name is read."""
    if not is_syllable(word) or background_table().kind(word) not in ("", "z"):
        return False
    return any(is_read(character, word) for character in zh)


def _recurring(texts: Sequence[str], numbers: Sequence[int]) -> list[str]:
    """Return the runs of characters that half of some texts have."""
    some = numbers[:: max(1, len(numbers) // _LOOKED_AT)]
    found: Counter[str] = Counter()
    for number in some:
        found.update(set(_pieces(texts[number])))
    return [run for run, count in found.items() if 2 * count > len(some)]


def _pieces(text: str) -> Iterator[str]:
    for match in _HAN_RUN.finditer(text):
        run = match.group()
        for first in range(len(run)):
            for last in range(first + _SHORTEST, min(first + _LONGEST, len(run)) + 1):
                yield run[first:last]


def _counted(texts: Iterable[str], wanted: set[str]) -> Counter[str]:
    """Return in how many texts each run stands."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(wanted.intersection(_pieces(text)))
    return found


def _as_it_sounds(dice: Mapping[str, float], word: str) -> dict[str, float]:
    """Return the runs that sound like a word, if any do: Fresnel is no 菲涅耳透鏡.

    One that sounds nearly as much like it as the best has a character more, but no word.
    """
    heard = {run: likeness(run, word) for run in dice}
    best = max(heard, key=heard.__getitem__, default="")
    if not best or heard[best] < _SOUNDS:
        return dict(dice)
    common = background_table().commonness
    return {
        run: dice[run]
        for run in dice
        if heard[run] >= _AS_WELL * heard[best]
        and not any(len(more) > 1 and more in common for more in run.split(best))
    }


def _chosen(dice: Mapping[str, float], where: Mapping[str, Sequence[str]]) -> str:
    """Return the run that goes with a name best; "" if none does.

    `where` gives the texts in which a run and the name stand together.
    """
    found = ""
    highest = max(dice.values(), default=0.0)
    near = [run for run, value in dice.items() if value >= max(_NEARLY * highest, _REGULAR)]
    for run in sorted(near, key=lambda run: (-len(run), -dice[run])):
        if run not in found and _is_whole(run, where[run]):
            if found:  # two runs that do not lie within each other: which is it?
                return found if len(where[found]) >= _PROVEN else ""
            found = run
    return found if found and (dice[found] == 1.0 or len(where[found]) >= _PROVEN) else ""


def _is_body(run: str, texts: Sequence[str]) -> bool:
    """Whether a run ends with what many are called together, and is seen as a noun: 灰袍會的人."""
    if run[-1] not in _BODIES:
        return False
    behind = (text[at : at + 1] for text in texts if (at := text.index(run) + len(run)) >= 0)
    return any(next_one == "的" or not _HAN_RUN.match(next_one) for next_one in behind)


def _may_be_name(run: str, is_body: bool = False) -> bool:
    """Whether a run is no word of everyday language, and neither begins nor ends with a small one.

    Everyday words are left to the links between words. The end of a body of people may be small.
    """
    table = background_table()
    if table.kind(run) in ("n", "f", "v", "a", "t", "i"):
        return False
    return run[-1] not in _SAYING and not any(
        table.kind(end) in ("f", "v", "t") and table.how_common(end) > _SMALL
        for end in (run[:1] if is_body else (run[0], run[-1]))
    )


def _is_whole(run: str, texts: Sequence[str]) -> bool:
    """Whether a run is cut out of texts without cutting words as a rule."""
    some = texts[:_LOOKED_AT]
    return 2 * sum(_cuts_a_word(run, text) for text in some) < len(some)


def _cuts_a_word(run: str, text: str) -> bool:
    """Whether an end of a run, where it stands first, lies within a word that is in the table."""
    start = text.index(run)
    first, last = max(0, start - _LONGEST), start + len(run) + _LONGEST
    ends = start - first, start - first + len(run)
    common = background_table().commonness
    return any(
        word.start < end < word.end and common.get(word.key, 0) >= _least_common(word)
        for word in chinese_words(text[first:last])
        for end in ends
    )


def _least_common(word: Word) -> int:
    """Return how common a word has to be to count: rare names are read into chance neighbours."""
    return _RARE if word.kind == "r" else 1
