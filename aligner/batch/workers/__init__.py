"""Who does the work of a run: this process, processes beside it, or a cluster of machines.

One contract for all: every job gets exactly one report, also the one that killed its worker; jobs
are taken from their iterable as they are needed; reports come as they are ready. A failure that is
no document's ends the run as an exception. An interruption lets what is being worked on finish.

| module | what it owns |
|---|---|
| `guard` | a report in place of an exception |
| `in_process` | one document after the other, here |
| `processes` | several at once, each in a process that may die |
| `child`, `serving` | such a process, started, killed and started again; its other end |
| `cluster` | the same on many machines, by Dask |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from aligner.batch.job import Job, Report
from aligner.batch.limits import Limits
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.batch.workers.cluster import Cluster
    from aligner.batch.workers.guard import Work
    from aligner.batch.workers.in_process import InProcess
    from aligner.batch.workers.processes import Processes, usual_processes

__all__ = ["Cluster", "InProcess", "Processes", "Work", "Workers", "usual_processes"]


class Workers(Protocol):
    """Whoever aligns the documents of a run."""

    def run(self, jobs: Iterable[Job], work: Work, limits: Limits) -> Iterator[Report]:
        """Yield a report for each job, in any order; raises what ends the whole run."""


if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__,
        {
            "Cluster": "cluster",
            "InProcess": "in_process",
            "Processes": "processes",
            "Work": "guard",
            "usual_processes": "processes",
        },
    )
