"""The same text in two documents is aligned once.

Whoever has aligned a text leaves a mark under its digest: the id of the document, whose pairs say
which sentences belong together. Marks hold for one run. One that is missing or broken costs time
and nothing else: the text is aligned again, and comes out the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from aligner.alignment import Bead
from aligner.article import Article, Side
from aligner.batch.job import Job
from aligner.batch.pairs_file import read_beads
from aligner.batch.state import TEXTS, read_report, text_digest, workshop
from aligner.bitext import Bitext, pair_of


def digests_of(article: Article) -> tuple[str, str]:
    """Return a digest of what an article says in Chinese and one of what it says in English."""
    return _side_digest(article.zh), _side_digest(article.en)


def _side_digest(side: Side) -> str:
    """Return a digest of the sentences of a side and the paragraphs that they stand in."""
    return text_digest(_told(side))


def known_bitext(job: Job, article: Article, digests: tuple[str, str]) -> Bitext | None:
    """Return a document with the pairs that its text got in this run as another document.

    None where no other document said the same.
    """
    try:
        other = _mark(job, article, digests).read_text("utf-8")
        beads = read_beads(job.out / f"{other}.jsonl")
    except (OSError, ValueError):
        return None
    report = read_report(job.out / f"{other}.json")
    if report is None or report.texts != digests or not _covers(beads, article):
        return None
    pairs = tuple(pair_of(article, bead) for bead in beads)
    return Bitext(article, pairs, job.reading.level, report.model, report.moved)


def leave_mark(job: Job, article: Article, digests: tuple[str, str]) -> None:
    """Say that this document has the pairs of its text."""
    mark = _mark(job, article, digests)
    with suppress(OSError, UnicodeError):
        mark.parent.mkdir(parents=True, exist_ok=True)
        with mark.open("x", encoding="utf-8") as file:
            file.write(job.id)


def _told(side: Side) -> Iterator[str]:
    for sentence in side.sentences:
        yield sentence.text
        yield str(sentence.paragraph)
    for paragraph in side.paragraphs:
        if paragraph.time is not None:
            yield str(tuple(paragraph.time))


def _mark(job: Job, article: Article, digests: tuple[str, str]) -> Path:
    name = text_digest([*digests, str(article.walls), job.asked])
    return workshop(job.out) / TEXTS / name[:2] / name


def _covers(beads: Sequence[Bead], article: Article) -> bool:
    """Whether beads hold every sentence of an article, once and in order."""
    zh = [i for bead in beads for i in bead.zh]
    en = [j for bead in beads for j in bead.en]
    return zh == [*range(len(article.zh.sentences))] and en == [*range(len(article.en.sentences))]
