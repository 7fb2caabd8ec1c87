"""Documents on many machines, by Dask: the extra `duizhao[cluster]`, imported here alone.

Every thread of a worker has a process beside it that the documents are done in, as on one machine,
so that a document may take its process down and be stopped when its time is over, and its worker
lives on. Where a whole worker is lost, Dask gives its documents to others. All machines must see
the folders of documents and results under the same names, which is tried before the work begins.
"""

from __future__ import annotations

import logging
import secrets
import threading
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aligner import __version__
from aligner.batch.job import Job, Report
from aligner.batch.limits import Limits
from aligner.batch.state import input_digests, workshop, write_run_file
from aligner.batch.workers.child import Child
from aligner.batch.workers.guard import Work, died, ends_the_run
from aligner.encoders import shipped_edition
from aligner.errors import UnusableInput

if TYPE_CHECKING:
    from distributed import Client, Future

_PATIENCE = 30
"""Seconds for a scheduler to answer, and for a first worker to be there."""
_AHEAD = 2
"""Documents in flight for each thread of a worker, so that none waits for the next."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Workers that are a cluster of Dask."""

    address: str
    """That of the scheduler, `tcp://host:8786`, or the file that it has written."""

    def run(self, jobs: Iterable[Job], work: Work, limits: Limits) -> Iterator[Report]:
        """Yield a report for each job as it is ready; raises what ends the run.

        Interrupted, or left early, it leaves the workers to finish what they are at.
        """
        waiting = iter(jobs)
        first = next(waiting, None)
        if first is None:
            return
        with _connected(self.address) as client:
            _check_workers(client, first)
            suspects: list[Job] = []
            yield from _done(client, chain([first], waiting), work, limits, suspects)
            for job in suspects:
                again: list[Job] = []
                yield from _done(client, iter([job]), work, limits, again)
                if again:
                    yield died(job)
            with suppress(Exception):  # a worker that is lost has none left
                client.run(_dismiss)


def _done(
    client: Client, jobs: Iterator[Job], work: Work, limits: Limits, suspects: list[Job]
) -> Iterator[Report]:
    """Yield the reports of jobs; those that killed what they were done in are put to `suspects`."""
    from distributed import as_completed

    flying: dict[Future[Any], Job] = {}

    def submit(count: int) -> list[Future[Any]]:
        new = {
            client.submit(do_on_worker, work, job, limits, pure=False, retries=0): job
            for job in islice(jobs, count)
        }
        flying.update(new)
        return list(new)

    completed = as_completed(submit(_AHEAD * _threads(client)), loop=client.loop)
    try:
        for future in completed:
            job = flying.pop(future)
            report = _answer(future)
            completed.update(submit(max(0, _AHEAD * _threads(client) - len(flying))))
            if report is None:
                suspects.append(job)
            else:
                yield report
    finally:
        with suppress(Exception):  # a connection that is lost
            client.cancel(list(flying))


def _threads(client: Client) -> int:
    """Return how many documents are done at once; workers come and go."""
    threads: dict[str, int] = client.nthreads()
    return max(1, sum(threads.values()))


def _answer(future: Future[Any]) -> Report | None:
    from distributed import KilledWorker

    try:
        report, problem = future.result()
    except KilledWorker:
        return None
    except Exception as problem:
        raise UnusableInput(
            f"The cluster could not go on ({type(problem).__name__}: {problem}); what was done is "
            "kept, and the same command goes on from there."
        ) from problem
    if problem is not None:
        raise problem
    assert report is None or isinstance(report, Report)
    return report


# What follows runs on the workers.


class _Beside(threading.local):
    """The process that belongs to this thread."""

    child: Child | None = None
    asked: tuple[Work, Limits] | None = None


_beside = _Beside()
_children: list[tuple[Child, threading.Lock]] = []
"""All of them in this worker, each with the lock that is held while it is at work."""
_locks = threading.local()


def do_on_worker(work: Work, job: Job, limits: Limits) -> tuple[Report | None, Exception | None]:
    """Return the report of a document, None where its process died, and what ends the run."""
    if _beside.child is None or _beside.asked != (work, limits):
        _beside.child, _beside.asked = Child(work, limits), (work, limits)
        _locks.own = threading.Lock()
        _children.append((_beside.child, _locks.own))
    with _locks.own:
        try:
            return _beside.child.do(job), None
        except Exception as problem:
            return None, ends_the_run(problem)


def _dismiss() -> None:
    """Let the processes of this worker end that have nothing to do; they are started again."""
    for child, lock in _children:
        if lock.acquire(blocking=False):
            try:
                child.close()
            finally:
                lock.release()


def _seen(job: Job, probe: Path) -> tuple[str, str, str, tuple[str, ...]]:
    """Return what this worker is and sees: version, weights, the probe, the document."""
    try:
        found = probe.read_text(encoding="ascii")
    except (OSError, ValueError):
        found = ""
    return __version__, shipped_edition(), found, input_digests(job)


# What follows runs here.


def _check_workers(client: Client, job: Job) -> None:
    """Refuse a cluster without workers, or one of which a worker would not do the same as here.

    Raises UnusableInput and UnwritableOutput.
    """
    token = secrets.token_hex(8)
    probe = workshop(job.out) / f"probe-{token}"
    write_run_file(probe, token, job.out)
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        seen = client.run(_seen, job, probe)
    except TimeoutError:
        raise UnusableInput(
            "The cluster has no workers; start some with: dask worker ADDRESS"
        ) from None
    except Exception as problem:
        raise UnusableInput(
            f"The workers of the cluster cannot be asked ({type(problem).__name__}: {problem}); "
            "duizhao must be installed on each of their machines, in the same version."
        ) from problem
    finally:
        with suppress(OSError):
            probe.unlink()
    wanted = __version__, shipped_edition(), token, input_digests(job)
    for worker, found in seen.items():
        _check_worker(worker, found, wanted, job)


def _check_worker(worker: str, found: Any, wanted: Any, job: Job) -> None:
    if found[:2] != wanted[:2]:
        raise UnusableInput(
            f"The worker {worker} has another version of duizhao ({found[0]}, here {wanted[0]}) or "
            "of its model; install the same on each machine."
        )
    if found[2] != wanted[2]:
        raise UnusableInput(
            f"The worker {worker} does not see the folder {job.out}; all machines of a cluster "
            "must share it under this name."
        )
    if found[3] != wanted[3]:
        raise UnusableInput(
            f"The worker {worker} does not see the files of {job.id}; all machines of a cluster "
            "must share the folder of documents under the same name."
        )


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    if find_spec("distributed") is None:
        raise UnusableInput("A cluster needs one more package: pip install 'duizhao[cluster]'")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        client = _client(address)
        try:
            yield client
        finally:
            with suppress(Exception):  # a connection that is lost
                client.close()


def _client(address: str) -> Client:
    from distributed import Client

    _silence("distributed", "tornado")
    try:
        return Client(**_where(address), timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as problem:
        raise UnusableInput(
            f"No scheduler answers at {address} ({type(problem).__name__}); start one with: "
            "dask scheduler"
        ) from problem


def _silence(*packages: str) -> None:
    """Keep packages from writing to standard error, at length, what is told in a sentence here."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] in packages:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _where(address: str) -> dict[str, str]:
    with suppress(OSError, ValueError):
        if Path(address).is_file():
            return {"scheduler_file": address}
    return {"address": address}
