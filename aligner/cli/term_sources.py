"""What commands read for a glossary: projects, memories, files of units, articles."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.cli.projects import is_project

if TYPE_CHECKING:
    from aligner.article import Language
    from aligner.bitext import Bitext
    from aligner.term import Term
    from aligner.terms import TextPair


@dataclass(frozen=True, slots=True)
class TermSource:
    """What a file has for a glossary."""

    pairs: tuple[TextPair, ...]
    source: Language | None = None
    """The language that was translated from, where the file says so."""
    terms: tuple[Term, ...] = ()
    """What was decided on in a project."""


def read_term_source(file: Path, zh_column: str | None, en_column: str | None) -> TermSource:
    """Read a project, a file of units, or an article, which is aligned now."""
    from aligner.cli.progress import Meter
    from aligner.errors import UnusableInput
    from aligner.formats import read_units
    from aligner.opening import holds_units

    if file.is_dir():
        raise UnusableInput(f"{file} is a folder; name the files in it.")
    if is_project(file):
        from aligner.project import open_project

        with open_project(file) as project:
            return _read_bitext(project.bitext)
    if _is_memory(file):
        from aligner.memory import Memory

        with Memory(file) as memory:
            units = (stored.unit for stored in memory)
            return TermSource(tuple((unit.zh, unit.en) for unit in units if unit.zh and unit.en))
    if not holds_units(file, zh_column, en_column):
        import aligner

        with Meter(sys.stderr) as meter:
            bitext = aligner.align_article(
                file, zh_column=zh_column, en_column=en_column, progress=meter
            )
        return _read_bitext(bitext)
    sources: Counter[Language] = Counter()
    pairs = []
    with Meter(sys.stderr) as meter:
        for unit in read_units(file, zh_column=zh_column, en_column=en_column, progress=meter):
            if unit.zh and unit.en and unit.status != "excluded":
                pairs.append((unit.zh, unit.en))
                if unit.source:
                    sources[unit.source] += 1
    source = sources.most_common(1)[0][0] if sources else None
    return TermSource(tuple(pairs), source)


def _read_bitext(bitext: Bitext) -> TermSource:
    pairs = (
        (pair.zh_text, pair.en_text)
        for pair in bitext.pairs
        if pair.status != "excluded" and pair.is_full
    )
    return TermSource(tuple(pairs), bitext.article.source_language, bitext.terms)


def _is_memory(file: Path) -> bool:
    """Whether a file is a memory of ours: a database that is no project."""
    try:
        with file.open("rb") as opened:
            return opened.read(len(_SQLITE)) == _SQLITE
    except OSError:  # said by whoever reads it
        return False


_SQLITE = b"SQLite format 3\0"


def direction_of(read: Iterable[TermSource]) -> Language:
    """Return the language that files were translated from: what the first one to say so says."""
    return next((one.source for one in read if one.source), "zh")
