"""Work of every kind that a document may turn out to be, done by any workers by its name."""

from __future__ import annotations

import os
import time
from pathlib import Path

from aligner.batch import Job, Report
from aligner.errors import NoText, UnwritableOutput
from aligner.pairing import PlannedPair

MEGABYTE = 1 << 20


def job(name: str, does: str = "", out: Path = Path()) -> Job:
    """A job that behaves as its note says."""
    return Job(PlannedPair(name, note=does), out)


def behave(job: Job) -> Report:
    """Do what the note of the document says: nothing, or something that no document should."""
    does = job.pair.note
    if does == "raises":
        raise ValueError("no such luck")
    if does == "has no text":
        raise NoText(f"{job.id} holds no text.")
    if does == "exits":
        os._exit(3)
    if does == "exits once":
        mark = job.out / f"{job.id}.tried"
        if not mark.exists():
            mark.touch()
            os._exit(3)
    if does == "sleeps":
        time.sleep(600)
    if does == "eats":
        hold = [bytearray(16 * MEGABYTE) for _ in range(1024)]
        return Report(f"{job.id} {len(hold)}")
    if does == "full":
        raise UnwritableOutput(f"The disk has no room for {job.id}.")
    return Report(job.id, pairs=1)


def slow(job: Job) -> Report:
    """Say when the document is begun and when it is done, half a second later."""
    (job.out / f"{job.id}.begun").touch()
    time.sleep(0.5)
    (job.out / f"{job.id}.done").touch()
    return Report(job.id)
