"""A process that documents are done in, and that may die of one.

It is started when it is first needed, killed when a document has had its time, and started again.
Only the standard library takes part, and neither `fork` nor the module that the program began with,
so that it works from any script, on any system, and within the worker of a cluster. Each uses one
thread for its computations: there are as many processes as there is work for.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress

from aligner.batch.job import Failure, Job, Report
from aligner.batch.limits import Limits
from aligner.batch.workers.guard import Work, out_of_time
from aligner.batch.workers.serving import READY, receive, send
from aligner.errors import UnusableInput

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; from aligner.batch.workers import serving; "
    "serving.main()"
)
"""What the process runs: modules come from where they come from here, not from its folder."""
_ONE_THREAD = {
    **dict.fromkeys(
        (
            "OMP_NUM_THREADS",
            "OPENBLAS_NUM_THREADS",
            "MKL_NUM_THREADS",
            "VECLIB_MAXIMUM_THREADS",
            "NUMEXPR_NUM_THREADS",
            "RAYON_NUM_THREADS",
        ),
        "1",
    ),
    "TOKENIZERS_PARALLELISM": "false",
}
_PATIENCE = 5.0
"""Seconds for a process to end that nobody asks any more."""


class Child:
    """One such process. It does one document at a time, for one thread at a time."""

    def __init__(self, work: Work, limits: Limits) -> None:
        if work.__module__ == "__main__":
            raise ValueError("another process knows work by its module, which must have a name")
        self._work = work
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def do(self, job: Job) -> Report | None:
        """Return the report of a document, or None where the process died of it.

        Raises what ends the run.
        """
        process = self._running()
        clock = _Clock(self._limits.seconds, process)
        try:
            assert process.stdin
            assert process.stdout
            send(process.stdin, job)
            report, problem = receive(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            clock.stop()
            self.kill()
            return out_of_time(job, self._limits) if clock.is_over else None
        clock.stop()
        if clock.is_over or (report and report.failure is Failure.MEMORY):
            self.kill()  # with whatever it still holds
        if problem is not None:
            raise problem
        assert isinstance(report, Report)
        return report

    def close(self) -> None:
        """Let the process end, which has nothing to do."""
        process = self._process
        if process is None:
            return
        with suppress(OSError):
            assert process.stdin
            process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE)
        self.kill()

    def kill(self) -> None:
        """End the process now, whatever it does, and the processes that it has started."""
        process, self._process = self._process, None
        if process is not None:
            _kill(process)
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    assert stream
                    stream.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.kill()
        self._process = _started()
        try:
            assert self._process.stdin
            assert self._process.stdout
            send(self._process.stdin, (self._work, self._limits))
            if receive(self._process.stdout) == READY:
                return self._process
        except (OSError, EOFError, pickle.UnpicklingError):
            pass
        self.kill()
        raise UnusableInput(
            "A process to align documents in ended as it was started; there may be too little "
            "memory for it. Close other programs, or ask for fewer with --jobs."
        )


class _Clock:
    """Kills a process when its time is over, and knows that it has."""

    def __init__(self, seconds: float | None, process: subprocess.Popen[bytes]) -> None:
        self.is_over = False
        self._process = process
        self._timer = None if seconds is None else threading.Timer(seconds, self._end)
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Let the process live, unless it is too late."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()

    def _end(self) -> None:
        self.is_over = True
        _kill(self._process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(OSError):
        process.kill()


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("DUIZHAO_DEBUG") else subprocess.DEVNULL,
            env={**os.environ, **_ONE_THREAD},
            start_new_session=True,  # Ctrl-C in a terminal is for whoever asks
        )
    except (OSError, ValueError) as problem:
        raise UnusableInput(
            f"No process to align documents in can be started ({problem}); close other programs, "
            "or ask for fewer with --jobs."
        ) from problem
