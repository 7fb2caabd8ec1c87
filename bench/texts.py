"""Long texts for timing, made of the sample articles: the same for everyone, and never periodic.

The right pairs of all samples are shuffled anew for every round, and each begins with a number of
its own, so that no two sentences are alike and nothing can be looked up instead of computed.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(__file__).resolve().parent.parent / "seeds" / "gold"

Paragraphs = list[str]


@dataclass(frozen=True, slots=True)
class LongText:
    """Two sides that translate each other, paragraph by paragraph."""

    zh: Paragraphs
    en: Paragraphs

    def write_article(self, path: Path) -> None:
        """Write one file: all Chinese, then all English."""
        path.write_text("\n\n".join([*self.zh, *self.en]) + "\n", encoding="utf-8")

    def write_pair(self, zh: Path, en: Path) -> None:
        """Write two files."""
        zh.write_text("\n\n".join(self.zh) + "\n", encoding="utf-8")
        en.write_text("\n\n".join(self.en) + "\n", encoding="utf-8")

    def times(self, count: int) -> LongText:
        """Repeat the text, each paragraph with the number of its round in front."""
        rounds = range(1, count + 1)
        return LongText(
            [f"第{n}回，{text}" for n in rounds for text in self.zh],
            [f"Round {n}: {text}" for n in rounds for text in self.en],
        )


def text_of(zh_sentences: int, seed: int = 0, most: int = 6) -> LongText:
    """Make a text with so many Chinese sentences, in paragraphs of one pair to `most` pairs."""
    chance = random.Random(seed)
    text = LongText([], [])
    paragraph: tuple[list[str], list[str]] = ([], [])
    room, made = chance.randint(1, most), 0
    for number, (zh, en) in enumerate(_pairs(chance), start=1):
        zh = zh[: zh_sentences - made]
        made += len(zh)
        paragraph[0].append(f"第{number}，{''.join(zh)}" if zh else "")
        paragraph[1].append(f"Number {number}, {' '.join(en)}" if en else "")
        room -= 1
        if not room or made >= zh_sentences:
            text.zh.append("".join(paragraph[0]))
            text.en.append(" ".join(filter(None, paragraph[1])))
            paragraph, room = ([], []), chance.randint(1, most)
        if made >= zh_sentences:
            break
    return LongText([p for p in text.zh if p], [p for p in text.en if p])


def _pairs(chance: random.Random) -> Iterator[tuple[list[str], list[str]]]:
    """The pairs of the samples for ever, in a new order each round, headings left out."""
    pairs = _gold_pairs()
    while True:
        chance.shuffle(pairs)
        yield from pairs


def _gold_pairs() -> list[tuple[list[str], list[str]]]:
    pairs = []
    for path in sorted(GOLD.glob("*.json")):
        for zh, en in json.loads(path.read_text(encoding="utf-8")):
            if not zh or zh[-1][-1] in "。？！」”?!":
                pairs.append((zh, en))
    return pairs


def pairs_of_samples() -> list[tuple[str, str]]:
    """Return the right pairs of the samples that have both texts, in their order."""
    return [("".join(zh), " ".join(en)) for zh, en in _gold_pairs() if zh and en]
