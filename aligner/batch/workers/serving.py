"""The other end of `child`: a process that does documents as they come in, until nobody asks more.

Frames of pickle go in by standard input and out by standard output. A signal that a person sends
to all of the program is not heeded here: who asks decides whether this document is still finished.
Where whoever asks is gone, the document in hand is finished and the process ends.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import traceback
from typing import IO, Any

from aligner.batch.job import Report
from aligner.batch.limits import bounded_memory
from aligner.batch.workers.guard import ends_the_run, guarded

_LENGTH = 8
"""Bytes in front of a frame that say how long it is."""
READY = "ready"
"""The first answer, once all that work needs is imported."""


def send(stream: IO[bytes], said: Any) -> None:
    """Write a frame; raises OSError where nobody listens."""
    data = pickle.dumps(said, pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read a frame; raises EOFError where there is none or it breaks off."""
    length = int.from_bytes(_exactly(stream, _LENGTH), "big")
    return pickle.loads(_exactly(stream, length))


def main() -> None:
    """Answer with a report, or with what ends the run, for each job that comes in."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    questions = sys.stdin.buffer
    try:
        work, limits = receive(questions)
        send(answers, READY)
        with bounded_memory(limits):
            while True:
                job = receive(questions)
                answer: tuple[Report | None, Exception | None]
                try:
                    answer = guarded(work, job, limits), None
                except Exception as problem:
                    answer = None, _told(problem)
                send(answers, answer)
    except (EOFError, OSError):  # nobody asks any more, or nobody listens
        return


def _told(problem: Exception) -> Exception:
    """Return a problem as it can be sent, with where it came from if somebody wants to know."""
    if not os.environ.get("DUIZHAO_DEBUG"):
        return ends_the_run(problem)
    told = RuntimeError(f"{type(problem).__name__}: {problem}")
    told.add_note("".join(traceback.format_exception(problem)))
    return told


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
