"""The pairs of one document as lines of JSON, which every command here reads as units.

A line says of a pair what a unit says, and where its texts stand: the sentences of each side by
their number, and the characters of the source from the first to behind the last. Omissions and
additions are lines too, with an empty text. Invariant: the same pairs are the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aligner.alignment import Bead
from aligner.article import Side
from aligner.bitext import Bitext
from aligner.formats import ExportOptions, units_of

DIGITS = 6
"""Decimal places of a confidence, in the lines and wherever a report counts it."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_DATE = "@creationdate"


def lines_of(bitext: Bitext) -> Iterator[str]:
    """Yield a line for each pair of a bitext that nobody has edited."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    article = bitext.article
    units = units_of(bitext, ExportOptions(), now=_NEVER)
    for pair, unit in zip(bitext.pairs, units, strict=True):
        said: dict[str, Any] = {"zh": unit.zh, "en": unit.en}
        said |= {"zh_code": unit.zh_code, "en_code": unit.en_code}
        said |= {"confidence": round(pair.confidence, DIGITS), "status": unit.status}
        said |= {"source": unit.source} if unit.source else {}
        said["properties"] = [list(one) for one in unit.properties if one[0] != _DATE]
        said["places"] = {
            "zh": _place(article.zh, pair.zh),
            "en": _place(article.en, pair.en),
        }
        # Python's escape of a lone surrogate is JSON's as well.
        yield encode(said).encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def read_beads(path: Path) -> list[Bead]:
    """Return which sentences the pairs of a document are made of, with their confidence.

    Raises ValueError where the file is not as it was written, OSError where it is not there.
    """
    try:
        return [_bead(json.loads(line)) for line in path.read_text("utf-8").split("\n") if line]
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(str(path)) from problem


def _bead(said: Any) -> Bead:
    zh, en = (said["places"][side] for side in ("zh", "en"))
    indices = tuple(int(i) for i in zh["sentences"]), tuple(int(j) for j in en["sentences"])
    return Bead(*indices, float(said["confidence"]))


def _place(side: Side, indices: Sequence[int]) -> dict[str, Any]:
    place: dict[str, Any] = {"sentences": list(indices)}
    if indices:
        first, last = side.sentences[indices[0]], side.sentences[indices[-1]]
        place["characters"] = [first.start, last.end]
    return place
