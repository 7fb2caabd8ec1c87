"""Duizhao 對照: align the Chinese and English of an article, offline.

The headless core; it has never heard of a terminal. Importing it costs next to nothing: the rooms
behind these functions are opened when they are called.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.files import Progress

if TYPE_CHECKING:
    from aligner.alignment.beads import Alignment
    from aligner.article import Article
    from aligner.bitext import Bitext, Level

__version__ = "0.1.0"
__all__ = ["Progress", "__version__", "align_article", "align_files", "align_segments"]


def align_article(
    path: str | Path,
    *,
    model: str | None = None,
    level: Level = "sentence",
    encoding: str | None = None,
    keep_boilerplate: bool = False,
    progress: Progress | None = None,
) -> Bitext:
    """Align a file that holds both languages.

    `model` is the name or folder of a sentence-transformers model; None is the built-in one.
    Raises `UnusableInput` (of it `NoOtherLanguage`) and `ModelUnavailable`.
    """
    from aligner.reading import read_article

    article = read_article(path, encoding=encoding, keep_boilerplate=keep_boilerplate)
    return _align(article, model, level, progress)


def align_files(
    zh: str | Path,
    en: str | Path,
    *,
    model: str | None = None,
    level: Level = "sentence",
    encoding: str | None = None,
    keep_boilerplate: bool = False,
    progress: Progress | None = None,
) -> Bitext:
    """Align a Chinese file with its English one; otherwise as `align_article`."""
    from aligner.reading import read_pair

    article = read_pair(zh, en, encoding=encoding, keep_boilerplate=keep_boilerplate)
    return _align(article, model, level, progress)


def align_segments(
    zh: Sequence[str],
    en: Sequence[str],
    *,
    model: str | None = None,
    zh_paragraphs: Sequence[int] | None = None,
    en_paragraphs: Sequence[int] | None = None,
    fixed: Sequence[tuple[tuple[int, ...], tuple[int, ...]]] = (),
    progress: Progress | None = None,
) -> Alignment:
    """Align two lists of segments.

    `zh_paragraphs` and `en_paragraphs` give the paragraph of each segment, where that is known.
    `fixed` are pairs of index tuples that must be in the answer (ValueError when they cannot be):
    what lies between them is aligned as if each stretch stood alone.
    Every segment is in exactly one bead of the answer, and both orders are kept.
    """
    from aligner.alignment.align import align_texts

    return align_texts(
        zh,
        en,
        model=model,
        zh_paragraphs=zh_paragraphs,
        en_paragraphs=en_paragraphs,
        fixed=fixed,
        progress=progress,
    )


def _align(article: Article, model: str | None, level: Level, progress: Progress | None) -> Bitext:
    from aligner.bitext import pair_up

    zh, en = article.zh.sentences, article.en.sentences
    found = align_segments(
        [sentence.text for sentence in zh],
        [sentence.text for sentence in en],
        model=model,
        zh_paragraphs=[sentence.paragraph for sentence in zh],
        en_paragraphs=[sentence.paragraph for sentence in en],
        progress=progress,
    )
    return pair_up(article, found.beads, model=found.model, level=level, moved=found.moved)
