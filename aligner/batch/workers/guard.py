"""What becomes of a document that cannot be aligned: a report in place of an exception.

One rule for every kind of workers. What would be the same for every document, a full disk or a
model that is not there, is no document's failure and goes on to end the run.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from aligner.batch.job import Failure, Job, Report
from aligner.batch.limits import Limits, OutOfTime
from aligner.errors import (
    DuizhaoError,
    ModelUnavailable,
    NoText,
    UnusableInput,
    UnwritableOutput,
)
from aligner.wording import counted

Work = Callable[[Job], Report]
"""A function of a module, which any process can be told of by its name."""


def guarded(work: Work, job: Job, limits: Limits) -> Report:
    """Do the work of a document; raises only what ends the run."""
    try:
        return work(job)
    except (UnwritableOutput, ModelUnavailable):
        raise
    except NoText as problem:
        return failed(job, Failure.NO_TEXT, str(problem))
    except DuizhaoError as problem:
        return failed(job, Failure.UNUSABLE, str(problem))
    except MemoryError:
        return out_of_memory(job, limits)
    except OutOfTime:
        return out_of_time(job, limits)
    except Exception as problem:
        if os.environ.get("DUIZHAO_DEBUG"):
            raise
        return failed(job, Failure.FAULT, _fault(problem))


def failed(job: Job, failure: Failure, sentence: str) -> Report:
    """Return the report of a document that has no pairs."""
    return Report(job.id, failure, " ".join(sentence.split()), asked=job.asked)


def out_of_time(job: Job, limits: Limits) -> Report:
    """Return the report of a document that has had its time."""
    allowed = counted(round(limits.seconds or 0), "second")
    return failed(
        job,
        Failure.TIME,
        f"{job.id} took longer than {allowed}; divide it into parts, or allow it more.",
    )


def out_of_memory(job: Job, limits: Limits) -> Report:
    """Return the report of a document that wanted more memory than it may have."""
    allowed = "there is" if limits.memory is None else f"{limits.memory >> 20:,} MB"
    return failed(
        job,
        Failure.MEMORY,
        f"{job.id} needs more memory than {allowed}; divide it into parts, or allow it more.",
    )


def died(job: Job) -> Report:
    """Return the report of a document that ended the process which worked on it."""
    return failed(
        job,
        Failure.DIED,
        f"{job.id} ended the process that worked on it, twice; it is damaged or too large. "
        "Open it in its own program and save it anew.",
    )


def ends_the_run(problem: BaseException) -> UnusableInput | UnwritableOutput | ModelUnavailable:
    """Return what to raise where work or a worker failed for a reason that is no document's."""
    if isinstance(problem, (UnusableInput, UnwritableOutput, ModelUnavailable)):
        return problem
    return UnusableInput(_fault(problem))


def _fault(problem: BaseException) -> str:
    return (
        f"Duizhao failed in a way it should not ({type(problem).__name__}: {problem}). "
        "Please report it with the output of the same command under DUIZHAO_DEBUG=1."
    )
