"""Tab-separated values for a spreadsheet or a script: zh, en, confidence, one pair a line.

Half-empty pairs are written too, with an empty cell. Nothing is quoted: a tab or a line end
inside a cell becomes a space.
"""

from __future__ import annotations

from aligner.bitext import Bitext
from aligner.exchange.characters import one_line
from aligner.exchange.selection import Terms, is_exported


def render_tsv(bitext: Bitext, terms: Terms) -> str:
    """Write the pairs as a table with a header row."""
    rows = [
        f"{one_line(pair.zh_text)}\t{one_line(pair.en_text)}\t{pair.confidence:.3f}"
        for pair in bitext.pairs
        if is_exported(pair, terms)
    ]
    return "\n".join(["zh\ten\tconfidence", *rows, ""])
