"""The work of one document: read it, align it, write its pairs, and last its report.

Module-level and free of state, so that any process on any machine can do it. Whatever is wrong with
a document is raised; nothing of it is written then but what is whole.
"""

from __future__ import annotations

from dataclasses import replace

from aligner import __version__
from aligner.alignment import chart_article, read_alignment
from aligner.article import Article, Side
from aligner.batch.job import Job, Report
from aligner.batch.pairs_file import DIGITS, lines_of
from aligner.batch.same_text import digests_of, known_bitext, leave_mark
from aligner.batch.state import input_digests, write, write_report
from aligner.bitext import Bitext, pair_up, statistics_of
from aligner.errors import UnusableInput
from aligner.formats import ExportOptions, bitext_page
from aligner.reading import read_article, read_pair

_MEAN_DIGITS = 4


def align_document(job: Job) -> Report:
    """Align a document and write what came of it; returns the report that was written.

    Raises UnusableInput, ModelUnavailable and UnwritableOutput.
    """
    inputs = input_digests(job)  # before they are read: a later change shows in the next run
    article, is_exchanged = _read(job)
    digests = digests_of(article)
    bitext = known_bitext(job, article, digests) or _aligned(job, article)
    written = write(job.pairs_file, "".join(lines_of(bitext)), job)
    if job.has_page:
        write(job.page_file, bitext_page(bitext, ExportOptions()), job)
    report = replace(
        _counted(bitext),
        id=job.id,
        inputs=inputs,
        asked=job.asked,
        written=written,
        texts=digests,
        is_exchanged=is_exchanged,
    )
    write_report(report, job)
    leave_mark(job, article, digests)
    return report


def _read(job: Job) -> tuple[Article, bool]:
    """Return a document, and whether its files turned out to be the other way round.

    The order of two files is that of the plan and says nothing of what was translated from what.
    """
    pair, reading = job.pair, job.reading
    if pair.article is not None:
        article = read_article(
            pair.article,
            encoding=reading.encoding,
            keep_boilerplate=reading.keep_boilerplate,
            zh_column=reading.zh_column,
            en_column=reading.en_column,
        )
        return article, False
    if pair.zh is None or pair.en is None:
        raise UnusableInput(f"{job.id} has no Chinese or no English file; name both in its line.")
    article = read_pair(
        pair.zh,
        pair.en,
        encoding=reading.encoding,
        keep_boilerplate=reading.keep_boilerplate,
        as_named=reading.as_named,
        chapters=reading.chapters,
    )
    is_exchanged = article.source_language == "en" and not reading.as_named
    return (replace(article, source_language=None) if is_exchanged else article), is_exchanged


def _aligned(job: Job, article: Article) -> Bitext:
    chart, name = chart_article(article, job.reading.model, None)
    found = read_alignment(chart, name)
    bitext = pair_up(article, found.beads, model=name, level=job.reading.level)
    # As the lines of pairs have it, so that figures are the same where they are read back.
    rounded = (replace(one, confidence=round(one.confidence, DIGITS)) for one in bitext.pairs)
    moved = (replace(one, confidence=round(one.confidence, DIGITS)) for one in found.moved)
    return replace(bitext, pairs=tuple(rounded), moved=tuple(moved))


def _counted(bitext: Bitext) -> Report:
    """Return the figures of a bitext as a report."""
    article, counts = bitext.article, statistics_of(bitext)
    mean = counts.mean_confidence
    return Report(
        id="",
        pairs=counts.pairs,
        doubtful=counts.doubtful,
        confidence=None if mean is None else round(mean, _MEAN_DIGITS),
        sentences=(counts.zh_sentences, counts.en_sentences),
        unaligned=(counts.zh_unaligned, counts.en_unaligned),
        characters=(_length(article.zh), _length(article.en)),
        leftovers=len(article.leftovers),
        layout=article.layout,
        script=article.script,
        encodings=article.encodings,
        version=__version__,
        model=bitext.model,
        moved=bitext.moved,
    )


def _length(side: Side) -> int:
    return sum(len(sentence.text) for sentence in side.sentences)
