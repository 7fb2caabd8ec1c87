"""A cluster on this machine, as the documents say to start one: a scheduler and two workers."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.commands import PATIENCE, ROOT


@contextmanager
def cluster(folder: Path, *, without_workers: bool = False) -> Iterator[tuple[str, list[int]]]:
    """Start a cluster; yields the file of its scheduler and its processes, the scheduler first."""
    told = folder / "scheduler.json"
    begun = [_dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", told)]
    try:
        _wait_for(told)
        if not without_workers:
            begun += [
                _dask(
                    "worker",
                    *("--scheduler-file", told, "--nthreads", "1", "--no-nanny"),
                    *("--local-directory", folder / f"worker-{number}"),
                )
                for number in range(2)
            ]
        yield str(told), [process.pid for process in begun]
    finally:
        for process in reversed(begun):
            process.kill()
            process.wait()


def _dask(*words: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *map(str, words), "--no-dashboard"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def _wait_for(file: Path) -> None:
    begun = time.monotonic()
    while not file.exists():
        assert time.monotonic() - begun < PATIENCE, "the scheduler does not start"
        time.sleep(0.1)


@contextmanager
def recipe(folder: Path) -> Iterator[str]:
    """Start a cluster by the commands of the documents, at another port; yields its address."""
    text = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")
    lines = [line.rstrip(" &") for line in text.splitlines() if line.startswith("dask ")]
    port = str(_free_port())
    begun = [
        subprocess.Popen(
            [sys.executable, "-m", *line.replace("8786", port).split()],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            start_new_session=True,  # so that the nannies and their workers end together
        )
        for line in lines
    ]
    try:
        yield f"tcp://127.0.0.1:{port}"
    finally:
        for process in reversed(begun):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
