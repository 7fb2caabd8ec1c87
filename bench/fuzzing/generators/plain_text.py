"""Articles as plain text, in each of the layouts that people write."""

from __future__ import annotations

import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.vocabulary import couple, text

ENDINGS = (".txt",)


def make(chance: random.Random) -> Made:
    """Make an article: blocks, paragraphs in turn, both languages on a line, or one language."""
    end = chance.choice(("\n\n", "\n\n", "\n", "\r\n\r\n", "\r"))
    strange = chance.choice((0.0, 0.1, 0.5))
    number = chance.choice((1, 2, 4, 8, 20, 60))
    zh = [text(chance, "zh", strange) for _ in range(number)]
    en = [text(chance, "en", strange) for _ in range(number)]
    layout = chance.choice(("blocks", "turn", "line", "pairs", "one"))
    if layout == "blocks":
        lines = [*zh, *en]
    elif layout == "turn":
        lines = [line for pair in zip(zh, en, strict=True) for line in pair]
    elif layout == "line":
        between = chance.choice((" ", "\t", " / ", "："))
        lines = [f"{one}{between}{other}" for one, other in zip(zh, en, strict=True)]
    elif layout == "pairs":
        lines = ["\n".join(couple(chance)) for _ in range(number)]
    else:
        lines = chance.choice((zh, en))
    return Made(end.join(lines).encode("utf-8", "surrogatepass"), tuple(lines))
