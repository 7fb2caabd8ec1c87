"""Articles for the tests of updates, and an aligner that needs no model."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.alignment import Bead, Fixed
from aligner.article import Article
from aligner.bitext import Bitext, pair_up
from tests.samples import article as article_of


def zh(number: int | str) -> str:
    return f"第{number}艘船在清晨離開了港口。"


def en(number: int | str) -> str:
    return f"Ship number {number} left the harbour at dawn."


def article(zh_texts: Sequence[str], en_texts: Sequence[str]) -> Article:
    """Return an article with two sentences in each paragraph."""
    return article_of(_paragraphs(zh_texts), _paragraphs(en_texts))


def ships(numbers: Sequence[int | str]) -> Article:
    """Return an article with a sentence about each ship, on both sides."""
    return article([zh(n) for n in numbers], [en(n) for n in numbers])


def project(source: Article) -> Bitext:
    """Return a bitext that pairs the sentences of an article in their order."""
    return pair_up(source, in_order(source, ()), model="test")


def in_order(source: Article, fixed: Sequence[Fixed]) -> list[Bead]:
    """Align sentence by sentence between settled pairs; what is left over stands alone."""
    walls = sorted(pair for pair in fixed if pair[0] and pair[1])
    single = {("zh", pair[0]) if pair[0] else ("en", pair[1]) for pair in fixed} - {
        ("zh", pair[0]) for pair in walls
    }
    end = (len(source.zh.sentences),), (len(source.en.sentences),)
    beads: list[Bead] = []
    top = left = 0
    for zh_numbers, en_numbers in [*walls, end]:
        ours = [i for i in range(top, zh_numbers[0]) if ("zh", (i,)) not in single]
        theirs = [j for j in range(left, en_numbers[0]) if ("en", (j,)) not in single]
        partner = dict(zip(ours, theirs, strict=False))
        done = left
        for i in range(top, zh_numbers[0]):
            j = partner.get(i)
            if j is None:
                beads.append(Bead((i,), (), 0.9))
                continue
            beads += [Bead((), (k,), 0.9) for k in range(done, j)]
            beads.append(Bead((i,), (j,), 0.9))
            done = j + 1
        beads += [Bead((), (k,), 0.9) for k in range(done, en_numbers[0])]
        if (zh_numbers, en_numbers) != end:
            beads.append(Bead(zh_numbers, en_numbers, 1.0))
        top, left = zh_numbers[-1] + 1, en_numbers[-1] + 1
    return beads


def _paragraphs(texts: Sequence[str]) -> list[list[str]]:
    return [list(texts[n : n + 2]) for n in range(0, len(texts), 2)]
