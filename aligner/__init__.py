"""Duizhao 對照: align the Chinese and English of an article, offline.

The headless core; it has never heard of a terminal. Importing it costs next to nothing: the rooms
behind these names are opened when they are used. `docs/python.md` shows each at work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from aligner.files import Progress
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.alignment import Alignment, Bead
    from aligner.article import Article, Language
    from aligner.bitext import Bitext, Level, Pair
    from aligner.checks import Finding
    from aligner.memory import Memory
    from aligner.terms import Entry
    from aligner.unit import Unit

    Texts = Iterable[Pair | Unit | tuple[str, str]]
    """A bitext, or pairs of Chinese and English in another way."""

__version__ = "0.1.0"
__all__ = [
    "Alignment",
    "Bead",
    "Bitext",
    "Finding",
    "Memory",
    "Pair",
    "Progress",
    "Unit",
    "__version__",
    "align_article",
    "align_files",
    "align_segments",
    "check",
    "mine_terms",
    "read_units",
    "write",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__,
        {
            "Alignment": "alignment",
            "Bead": "alignment",
            "Bitext": "bitext",
            "Finding": "checks",
            "Memory": "memory",
            "Pair": "bitext",
            "Unit": "unit",
        },
    )


def align_article(
    path: str | Path,
    *,
    model: str | None = None,
    level: Level = "sentence",
    encoding: str | None = None,
    keep_boilerplate: bool = False,
    zh_column: str | None = None,
    en_column: str | None = None,
    progress: Progress | None = None,
) -> Bitext:
    """Align a file that holds both languages.

    `model` is the name or folder of a sentence-transformers model; None is the built-in one.
    `zh_column` and `en_column` say which columns of a table hold the two: letter, number or name.
    Raises `UnusableInput` (of it `NoOtherLanguage`) and `ModelUnavailable`.
    """
    from aligner.reading import read_article

    article = read_article(
        path,
        encoding=encoding,
        keep_boilerplate=keep_boilerplate,
        zh_column=zh_column,
        en_column=en_column,
    )
    return _align(article, model, level, progress)


def align_files(
    zh: str | Path,
    en: str | Path,
    *,
    model: str | None = None,
    level: Level = "sentence",
    encoding: str | None = None,
    keep_boilerplate: bool = False,
    as_named: bool = False,
    chapters: str | Path | None = None,
    progress: Progress | None = None,
) -> Bitext:
    """Align a Chinese file with its English one; otherwise as `align_article`.

    Which is which is found from the texts, unless `as_named` says that the order is right.
    `chapters` is a file that says which chapters of two books answer to which (`1 = 2`).
    """
    from aligner.reading import read_pair

    article = read_pair(
        zh,
        en,
        encoding=encoding,
        keep_boilerplate=keep_boilerplate,
        as_named=as_named,
        chapters=chapters,
    )
    return _align(article, model, level, progress)


def align_segments(
    zh: Sequence[str],
    en: Sequence[str],
    *,
    model: str | None = None,
    zh_paragraphs: Sequence[int] | None = None,
    en_paragraphs: Sequence[int] | None = None,
    walls: Sequence[tuple[int, int]] = (),
    fixed: Sequence[tuple[tuple[int, ...], tuple[int, ...]]] = (),
    progress: Progress | None = None,
) -> Alignment:
    """Align two lists of segments.

    `zh_paragraphs` and `en_paragraphs` give the paragraph of each segment, where that is known.
    `walls` are boundaries that no bead crosses, as between slides or cues: how many Chinese and how
    many English segments lie before each, neither ever falling (ValueError when one does).
    `fixed` are pairs of index tuples that must be in the answer (ValueError when they cannot be):
    what lies between them is aligned as if each stretch stood alone.
    Every segment is in exactly one bead of the answer, and both orders are kept.
    """
    from aligner.alignment import align_texts

    return align_texts(
        zh,
        en,
        model=model,
        zh_paragraphs=zh_paragraphs,
        en_paragraphs=en_paragraphs,
        walls=walls,
        fixed=fixed,
        progress=progress,
    )


def read_units(
    path: str | Path,
    *,
    zh_code: str | None = None,
    en_code: str | None = None,
    zh_column: str | None = None,
    en_column: str | None = None,
) -> Iterator[Unit]:
    """Yield the translation units of a memory, a catalogue or a table, as the file streams by.

    Of several texts in one language those with `zh_code` or `en_code` are taken, or else all, each
    in a unit of its own; `zh_column` and `en_column` say which columns of a table hold the texts:
    letter, number or name of the head. Raises `UnusableInput`, also where two columns are as
    likely, and in the middle of a file that breaks off.
    """
    from aligner import formats

    return formats.read_units(
        path, zh_code=zh_code, en_code=en_code, zh_column=zh_column, en_column=en_column
    )


def write(
    texts: Bitext | Iterable[Unit],
    path: str | Path,
    *,
    zh_code: str | Sequence[str] | None = None,
    en_code: str | None = None,
    min_confidence: float = 0.0,
    source: Language | None = None,
    tool: Literal["omegat", "trados", "memoq", "phrase", "weblate"] | None = None,
) -> None:
    """Write a bitext or translation units to a file, in the format that its ending names.

    The options are those of `duizhao align`; `min_confidence` (0 to 1) is for a bitext. Raises
    `UnknownFormat` and `UnwritableOutput`; the file is written whole or not at all.
    """
    from aligner import formats
    from aligner.bitext import Bitext

    codes = (zh_code,) if isinstance(zh_code, str) else tuple(zh_code or ())
    wanted = formats.TOOLS[tool] if tool else formats.PLAIN
    options = formats.ExportOptions(codes, en_code, min_confidence, wanted, source)
    if isinstance(texts, Bitext):
        formats.write_bitext(texts, path, options)
    else:
        formats.write_units(texts, path, options)


def check(texts: Texts, *, silenced: Iterable[str] = ()) -> dict[int, list[Finding]]:
    """Return what deserves a second look, by the place of the pair from 0; no place without one.

    `silenced` are codes of `duizhao check --codes`. `aligner.checks.sentence` says a finding in
    words.
    """
    from aligner.checks import check_all

    return check_all(_texts_of(texts), silenced=frozenset(silenced))


def mine_terms(
    texts: Texts, *, min_score: float | None = None, top: int | None = None
) -> list[Entry]:
    """Return the terms of pairs of Chinese and English, best first.

    `min_score` (0 to 1; by default what proved useful) leaves out doubtful terms; `top` says how
    many there may be.
    """
    from aligner.terms import mine

    full = [(zh, en) for zh, en in _texts_of(texts) if zh and en]
    return mine(full, min_score=min_score, top=top)


def _texts_of(texts: Texts) -> Iterator[tuple[str, str]]:
    from aligner.bitext import Pair
    from aligner.unit import Unit

    for one in texts:
        if isinstance(one, Pair):
            yield one.zh_text, one.en_text
        elif isinstance(one, Unit):
            yield one.zh, one.en
        else:
            yield one


def _align(article: Article, model: str | None, level: Level, progress: Progress | None) -> Bitext:
    from aligner.alignment import chart_article, read_alignment
    from aligner.bitext import pair_up

    chart, name = chart_article(article, model, progress)
    found = read_alignment(chart, name)
    return pair_up(article, found.beads, model=found.model, level=level, moved=found.moved)
