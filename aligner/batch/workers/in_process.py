"""Work in this very process, one document after the other: for scripts, screens and debugging.

A document that takes this process down takes the run with it; what was done is kept, and the same
command goes on. Time is bounded where there are alarms, in the main thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aligner.batch.job import Job, Report
from aligner.batch.limits import Limits, bounded_memory, bounded_time
from aligner.batch.workers.guard import Work, guarded


@dataclass(frozen=True, slots=True)
class InProcess:
    """Workers that are nobody but this process."""

    def run(self, jobs: Iterable[Job], work: Work, limits: Limits) -> Iterator[Report]:
        """Yield a report for each job, in their order."""
        for job in jobs:
            yield guarded(_bounded(work, limits), job, limits)


def _bounded(work: Work, limits: Limits) -> Work:
    def do(job: Job) -> Report:
        with bounded_memory(limits), bounded_time(limits):
            return work(job)

    return do
