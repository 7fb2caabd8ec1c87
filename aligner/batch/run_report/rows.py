"""The rows of a report: what is said of a document, the same in every form.

Nothing here depends on when or where a document was aligned, so that the same run leaves the same
report however often it was interrupted.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.ahead import Reading
from aligner.batch.job import Job
from aligner.batch.looks import Seen, sorted_by_urgency
from aligner.files import one_line


@dataclass(frozen=True, slots=True)
class Row:
    """A document as a report shows it; every cell is a text of one line."""

    id: str
    state: str
    looks: tuple[str, ...]
    confidence: str
    """The mean, in per cent."""
    pairs: str
    doubtful: str
    zh_sentences: str
    en_sentences: str
    unaligned: str
    """The share of sentences without a counterpart, in per cent."""
    origin: str
    score: str
    encodings: str
    zh: str
    en: str
    """Empty where one file holds both languages, which is then in `zh`."""
    sentence: str
    """What went wrong, or what is to be known of the pair."""
    review: str
    """The command that opens it for review."""
    page: str = ""
    """The name of the page with its pairs, where there is one."""


def rows_of(seen: Sequence[Seen]) -> list[Row]:
    """Return the rows of a run, what deserves a look first."""
    return [_row(one) for one in sorted_by_urgency(seen)]


def review_command(job: Job) -> str:
    """Return the command that opens a document for review, as a shell takes it."""
    words = ["duizhao", "review", *map(str, job.pair.paths), *_options(job.reading)]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _row(seen: Seen) -> Row:
    job, report = seen.job, seen.report
    pair = job.pair
    is_done = report.is_done
    return Row(
        id=report.id,
        state="aligned" if is_done else f"failed: {report.failure}",
        looks=tuple(map(str, seen.remarks)),
        confidence="" if report.confidence is None else f"{report.confidence:.0%}",
        pairs=str(report.pairs) if is_done else "",
        doubtful=str(report.doubtful) if is_done else "",
        zh_sentences=str(report.sentences[0]) if is_done else "",
        en_sentences=str(report.sentences[1]) if is_done else "",
        unaligned=f"{report.unaligned_share:.0%}" if is_done else "",
        origin=str(pair.origin),
        score="" if pair.score is None else f"{pair.score:.2f}",
        encodings=", ".join(dict.fromkeys(report.encodings)),
        zh=_line(pair.zh or pair.article),
        en=_line(pair.en),
        sentence=one_line(report.sentence or pair.note),
        review=one_line(review_command(job)),
        page=job.page_file.name if is_done and job.has_page else "",
    )


def _line(path: Path | None) -> str:
    return "" if path is None else one_line(str(path))


def _options(reading: Reading) -> list[str]:
    words = []
    for name, value in (
        ("--level", None if reading.level == "sentence" else reading.level),
        ("--model", reading.model),
        ("--encoding", reading.encoding),
        ("--zh-column", reading.zh_column),
        ("--en-column", reading.en_column),
        ("--chapters", reading.chapters),
    ):
        words += [] if value is None else [name, str(value)]
    return [*words, *(["--keep-boilerplate"] if reading.keep_boilerplate else [])]
