"""Several documents at once, each in a process that may die: the usual way, on one machine.

Each process has one document at a time, so it is known what a process died of. That document is
done once more when all others are done, alone, since another may have taken the memory; if it ends
its process again, it is marked. Invariant: every job is answered for once, whatever dies.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aligner.batch.job import Job, Report
from aligner.batch.limits import Limits
from aligner.batch.workers.child import Child
from aligner.batch.workers.guard import Work, died

_MEMORY_EACH = 600 << 20
"""Bytes that a process with its model and a usual document needs, with room to spare."""

_MOMENT = 0.5
"""Seconds for which a wait cannot be interrupted, on a system where signals do not end it."""


def usual_processes() -> int:
    """Return how many processes there are if nobody says: a core is left free, if memory allows."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(cores - 1, _memory_available() // _MEMORY_EACH))


@dataclass(frozen=True, slots=True)
class Processes:
    """Workers that are processes of this machine."""

    count: int

    def run(self, jobs: Iterable[Job], work: Work, limits: Limits) -> Iterator[Report]:
        """Yield a report for each job as it is ready; raises what ends the run.

        When it is interrupted, or left early, what is being worked on is finished; interrupted once
        more, it is given up.
        """
        crew = _Crew(jobs, work, limits, self.count)
        try:
            yield from crew.reports()
        except BaseException:
            crew.leave_off()
            raise
        for job in crew.suspects:
            yield _alone(job, work, limits)


def _alone(job: Job, work: Work, limits: Limits) -> Report:
    """Do a document while nothing else is being done."""
    child = Child(work, limits)
    try:
        return child.do(job) or died(job)
    finally:
        child.kill()


class _Crew:
    """Threads, each of which asks one process for one document after the other."""

    def __init__(self, jobs: Iterable[Job], work: Work, limits: Limits, count: int) -> None:
        self.suspects: list[Job] = []
        """Documents that a process died of."""
        self._jobs = iter(jobs)
        self._taking = threading.Lock()
        self._answers: queue.SimpleQueue[Report | BaseException | None] = queue.SimpleQueue()
        self._is_stopping = threading.Event()
        self._children = [Child(work, limits) for _ in range(count)]
        self._threads = [
            threading.Thread(target=self._ask, args=(child,), daemon=True)
            for child in self._children
        ]

    def reports(self) -> Iterator[Report]:
        """Yield reports until all jobs are taken and answered, or suspected."""
        for thread in self._threads:
            thread.start()
        working = len(self._threads)
        while working:
            answer = self._next_answer()
            if isinstance(answer, BaseException):
                raise answer
            if answer is None:
                working -= 1
            else:
                yield answer

    def leave_off(self) -> None:
        """Take no more jobs and wait for those in hand; an interruption gives them up."""
        self._is_stopping.set()
        try:
            for thread in self._threads:
                while thread.is_alive():
                    thread.join(_MOMENT)
        except BaseException:
            for child in self._children:
                child.kill()
            raise

    def _next_answer(self) -> Report | BaseException | None:
        while True:
            try:
                return self._answers.get(timeout=_MOMENT)  # where signals cannot end a wait
            except queue.Empty:
                continue

    def _ask(self, child: Child) -> None:
        try:
            while (job := self._next_job()) is not None:
                report = child.do(job)
                if report is None:
                    self.suspects.append(job)
                else:
                    self._answers.put(report)
        except BaseException as problem:  # goes on in the thread that reads the answers
            self._answers.put(problem)
        finally:
            child.close()
            self._answers.put(None)

    def _next_job(self) -> Job | None:
        with self._taking:
            return None if self._is_stopping.is_set() else next(self._jobs, None)


def _memory_available() -> int:
    """Return the bytes of memory that new processes may take; plenty where nobody says."""
    if sys.platform != "linux":
        return sys.maxsize
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        told = dict(line.split(":", 1) for line in lines)
        return int(told["MemAvailable"].split()[0]) * 1024
    except (OSError, ValueError, KeyError, IndexError):
        return sys.maxsize
