"""What a person should look at first: the reasons that the figures of a document give.

The bounds were read off texts that translate each other and texts that do not: the mean confidence
is above 0.95 there and below 0.5 here, and of unaligned sentences there are few there and most
here. Invariant: the order says how much there is to look at, and the same reports give the same
order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from aligner.batch.job import Failure, Job, Report
from aligner.bitext import LOW_CONFIDENCE

_UNALIGNED = 0.25
"""The share of sentences without a counterpart that deserves a look."""
_LENGTHS = (0.15, 0.7)
"""Chinese characters a character of English, that translations hardly ever leave: usual is 0.3."""
_SURE = frozenset(("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", ""))
"""Encodings that a file shows by itself; any other has been guessed."""


class Look(StrEnum):
    """Why a person should look at a document, what matters most first."""

    FAILED = "not aligned"
    NO_TEXT = "no text"
    LOW_CONFIDENCE = "low confidence"
    UNALIGNED = "much unaligned"
    LENGTH = "unlike lengths"
    EXCHANGED = "languages exchanged"
    ENCODING = "encoding guessed"
    SAME = "same text"
    SAME_SIDE = "same text on one side"
    DOUBTFUL = "doubtful pairs"


@dataclass(frozen=True, slots=True)
class Remark:
    """A reason to look at a document."""

    look: Look
    about: str = ""
    """What it is about: an encoding, another document."""

    def __str__(self) -> str:
        return f"{self.look}: {self.about}" if self.about else str(self.look)


@dataclass(frozen=True, slots=True)
class Seen:
    """A document of a run with the reasons to look at it, what matters most first."""

    job: Job
    report: Report
    remarks: tuple[Remark, ...]

    @property
    def urgency(self) -> tuple[int, float, float]:
        """What the documents of a run are sorted by: smaller is to be looked at earlier."""
        report = self.report
        first = _ORDER[self.remarks[0].look] if self.remarks else len(_ORDER)
        mean = 1.0 if report.confidence is None else report.confidence
        return first, mean, -report.unaligned_share


_ORDER = {look: place for place, look in enumerate(Look)}


def look_at(done: Sequence[tuple[Job, Report]]) -> list[Seen]:
    """Return the documents of a run, in its order, with the reasons to look at each.

    Of documents that say the same, the first one is no reason.
    """
    whole: dict[tuple[str, str], str] = {}
    sides: tuple[dict[str, str], dict[str, str]] = ({}, {})
    seen = []
    for job, report in done:
        remarks = [*_of_failure(report)]
        if report.is_done:
            remarks += [*_of_figures(report), *_of_encodings(job, report)]
            remarks += _of_sameness(report, whole, sides)
        remarks.sort(key=lambda remark: _ORDER[remark.look])
        seen.append(Seen(job, report, tuple(remarks)))
    return seen


def sorted_by_urgency(seen: Sequence[Seen]) -> list[Seen]:
    """Return documents with what deserves a look first; equals stay in their order."""
    return sorted(seen, key=lambda one: one.urgency)


def _of_failure(report: Report) -> list[Remark]:
    if report.is_done:
        return []
    look = Look.NO_TEXT if report.failure is Failure.NO_TEXT else Look.FAILED
    return [Remark(look)]


def _of_figures(report: Report) -> list[Remark]:
    found = []
    if report.confidence is None or report.confidence < LOW_CONFIDENCE:
        found.append(Remark(Look.LOW_CONFIDENCE))
    elif report.doubtful:
        found.append(Remark(Look.DOUBTFUL, str(report.doubtful)))
    if report.unaligned_share > _UNALIGNED:
        found.append(Remark(Look.UNALIGNED, f"{report.unaligned_share:.0%}"))
    zh, en = report.characters
    if not en or not _LENGTHS[0] <= zh / en <= _LENGTHS[1]:
        found.append(Remark(Look.LENGTH))
    if report.is_exchanged:
        found.append(Remark(Look.EXCHANGED))
    return found


def _of_encodings(job: Job, report: Report) -> list[Remark]:
    if job.reading.encoding is not None:
        return []
    guessed = [name for name in report.encodings if name.lower() not in _SURE]
    return [Remark(Look.ENCODING, ", ".join(dict.fromkeys(guessed)))] if guessed else []


def _of_sameness(
    report: Report, whole: dict[tuple[str, str], str], sides: Sequence[dict[str, str]]
) -> list[Remark]:
    """Say which earlier document says the same, and take note of this one."""
    other = whole.setdefault(report.texts, report.id)
    zh, en = (
        _earlier(known, text, report.id) for known, text in zip(sides, report.texts, strict=True)
    )
    if other != report.id:
        return [Remark(Look.SAME, other)]
    return [
        Remark(Look.SAME_SIDE, f"{name} as {found}")
        for name, found in (("Chinese", zh), ("English", en))
        if found
    ]


def _earlier(known: dict[str, str], text: str, name: str) -> str:
    """Return the id of an earlier document with this text, or else take note of this one."""
    other = known.setdefault(text, name)
    return "" if other == name else other
