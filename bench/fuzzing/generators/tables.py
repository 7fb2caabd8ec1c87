"""Tables as text, with tabs, commas or bars: pairs of texts, or terms of a glossary."""

from __future__ import annotations

import csv
import io
import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.vocabulary import awkward, couple, text

ENDINGS = (".tsv", ".tab", ".csv", ".utf8")

_HEADS = (
    ("zh", "en"),
    ("中文", "英文"),
    ("Source", "Target"),
    ("zh-TW", "en-US"),
    ("id", "zh", "en", "note"),
    ("Term", "術語", "備註"),
    ("原文", "譯文", "x"),
)
_TERMS = (("燈塔", "lighthouse"), ("港口", "harbour"), ("潮水", "tide"), ("守塔人", "keeper"))
_FIRST = ("#glossary\n", "sep=;\n", "#UTX 1.11; zh-CN/en-US;\n#src\ttgt\n", "# 注\n", "\ufeff", "")


def rows(chance: random.Random) -> list[list[str]]:
    """Make the rows of a table with both languages, mostly under a head."""
    kind = chance.choice(("texts", "texts", "terms", "strange"))
    head = list(chance.choice(_HEADS))
    found = [head] if chance.random() < 0.7 else []
    width = len(head)
    for _ in range(chance.choice((1, 2, 5, 12, 40))):
        if kind == "terms":
            zh, en = chance.choice(_TERMS)
        elif kind == "texts":
            zh, en = couple(chance)
        else:
            zh, en = text(chance, "zh", 0.4), text(chance, "en", 0.4)
        row = [zh, en] if width < 3 else [zh, en, *(awkward(chance) for _ in range(width - 2))]
        if chance.random() < 0.05:
            row = row[: chance.randrange(width + 1)]
        found.append(row)
    return found


def make(chance: random.Random) -> Made:
    """Make a table."""
    delimiter = chance.choice("\t\t,,;|")
    buffer = io.StringIO()
    writer = csv.writer(
        buffer,
        delimiter=delimiter,
        lineterminator=chance.choice(("\n", "\r\n", "\r")),
        quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    )
    for row in rows(chance):
        writer.writerow(row)
    first = chance.choice(_FIRST) if chance.random() < 0.3 else ""
    return Made((first + buffer.getvalue()).encode("utf-8", "surrogatepass"))
