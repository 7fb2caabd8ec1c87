"""Runs over many documents, and what they survive: `python -m bench.batch [WHAT...]`.

- `losses`: 500 documents, of which one raises, one kills its worker each time, and a worker is
  killed after 100; by processes and, with the extra `cluster`, by Dask. Then the same run again.
- `speed`: two processes against one, and one against calling the Python interface in a loop.
- `kills`: a run is killed at 50 moments and gone on with; what it leaves at the end is compared,
  byte by byte, with what a run leaves that nobody disturbed.

The documents are made of the samples, no two alike. It needs `/proc`, so Linux. `--documents N` and
`--times N` make it shorter.
"""

from __future__ import annotations

import argparse
import filecmp
import importlib.util
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from aligner.batch import Cluster, InProcess, Job, Processes, Report, Workers, run_batch
from aligner.batch.document import align_document
from aligner.pairing import Origin, Plan, PlannedPair
from bench.texts import text_of

SENTENCES = 8
"""Chinese sentences of a document."""
RAISES, DIES = 7, 30
"""The documents that nobody can align."""
KILLED_AT = 100
"""Reports after which a worker is killed."""
_ROOT = Path(__file__).resolve().parent.parent
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


def make_documents(folder: Path, count: int) -> Plan:
    """Write pairs of files, no two alike, and return their plan."""
    folder.mkdir(exist_ok=True)
    pairs = []
    for number in range(1, count + 1):
        zh, en = (folder / f"d{number:04}_{side}.txt" for side in ("zh", "en"))
        text_of(SENTENCES, seed=number).write_pair(zh, en)
        pairs.append(PlannedPair(f"d{number:04}", zh=zh, en=en, origin=Origin.NAME))
    return Plan(tuple(pairs))


def troubled(job: Job) -> Report:
    """Align a document, unless it is one of those that nobody can align."""
    number = int(job.id[1:])
    if number == RAISES:
        raise ValueError("a document that raises")
    if number == DIES:
        os.kill(os.getpid(), signal.SIGKILL)
    return align_document(job)


def lose(plan: Plan, out: Path, workers: Workers, victim: int | None = None) -> dict[str, object]:
    """Run over a plan and kill a worker in the midst; return what came of it, twice."""
    seen = 0

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal seen
        seen += stage.startswith("aligning")
        if seen == KILLED_AT:
            os.kill(victim or children_of(os.getpid())[0], signal.SIGKILL)
            seen += 1

    first = run_batch(plan, out, workers=workers, work=troubled, progress=progress)
    begun = time.perf_counter()
    second = run_batch(plan, out, workers=workers, work=troubled)
    return {
        "aligned": first.aligned,
        "failed": {report.id: str(report.failure) for report in first.failed},
        "kept by the second run": second.kept,
        "seconds of the second run": round(time.perf_counter() - begun, 2),
    }


def losses(folder: Path, count: int) -> None:
    """Print what a run survives, by processes and by Dask."""
    plan = make_documents(folder / "documents", count)
    print("processes:", lose(plan, folder / "processes", Processes(2)))
    if importlib.util.find_spec("distributed") is None:
        print("Dask: the extra `cluster` is not installed")
        return
    from tests.batch.clusters import cluster

    with cluster(folder) as (address, processes):
        print("Dask:", lose(plan, folder / "cluster", Cluster(address), processes[1]))


def speed(folder: Path, count: int) -> None:
    """Print how long the same documents take in a loop, in one process and in two.

    Each is timed three times in turn and its best time counts, since other programs only ever add
    to it; what a run costs beside a loop is told in processor time as well, which they touch least.
    """
    plan = make_documents(folder / "documents", count)
    took: dict[str, list[Took]] = {}
    for _ in range(3):
        for name, processes in (("loop", 0), ("one process", 1), ("two processes", 2)):
            out = folder / "out"
            shutil.rmtree(out, ignore_errors=True)
            begun = Took.now()
            if processes:
                run_batch(plan, out, workers=Processes(processes))
            else:
                loop(folder / "documents", out)
            took.setdefault(name, []).append(begun.until_now())
    for name, found in took.items():
        told = ", ".join(f"{one.wall:.1f} ({one.processor:.1f})" for one in found)
        print(f"{name}: {told} s (of a processor)")
    wall = {name: min(one.wall for one in found) for name, found in took.items()}
    processor = {name: min(one.processor for one in found) for name, found in took.items()}
    print(f"two processes against one: {wall['one process'] / wall['two processes']:.2f} x")
    print(
        f"one process against a loop: {wall['one process'] / wall['loop'] - 1:+.1%}, "
        f"{processor['one process'] / processor['loop'] - 1:+.1%} of a processor"
    )


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds, by the clock and of a processor, those of processes that have ended included."""

    wall: float
    processor: float

    @classmethod
    def now(cls) -> Took:
        """Return what has been taken so far."""
        return cls(time.perf_counter(), sum(os.times()[:4]))

    def until_now(self) -> Took:
        """Return what has been taken since."""
        now = Took.now()
        return Took(now.wall - self.wall, now.processor - self.processor)


_LOOP = """
import sys
from pathlib import Path
import aligner
out = Path(sys.argv[2])
out.mkdir()
for zh in sorted(Path(sys.argv[1]).glob("*_zh.txt")):
    bitext = aligner.align_files(zh, zh.with_name(zh.name.replace("_zh", "_en")))
    aligner.write(bitext, out / f"{zh.stem}.jsonl")
    aligner.write(bitext, out / f"{zh.stem}.html")
"""


def loop(documents: Path, out: Path) -> None:
    """Have a script align and write one document after the other, on one thread."""
    subprocess.run(
        [sys.executable, "-c", _LOOP, documents, out],
        env={**os.environ, **_ONE_THREAD, "PYTHONPATH": str(_ROOT)},
        check=True,
    )


_RUN = """
import sys
from pathlib import Path
from aligner.batch import Processes, run_batch
from bench.batch import planned
run_batch(planned(Path(sys.argv[1])), sys.argv[2], workers=Processes(2))
"""


def planned(folder: Path) -> Plan:
    """Return the plan of documents that were made before."""
    pairs = [
        PlannedPair(
            path.name.partition("_")[0],
            zh=path,
            en=path.with_name(path.name.replace("_zh", "_en")),
            origin=Origin.NAME,
        )
        for path in sorted(folder.glob("*_zh.txt"))
    ]
    return Plan(tuple(pairs))


class NotWhole(AssertionError):
    """A killed run has left something that is not whole, or something else at the end."""


def kill_runs(folder: Path, count: int, times: int, seed: int = 0) -> int:
    """Kill a run so often, each time gone on with; return how many runs that took to be done.

    NotWhole if anything is ever half-written, or the end is another than without kills.
    """
    chance = random.Random(seed)
    documents = folder / "documents"
    plan = make_documents(documents, count)
    run_batch(plan, folder / "undisturbed", workers=InProcess())
    out, finished = folder / "killed", 0
    for _ in range(times):
        with subprocess.Popen(
            [sys.executable, "-c", _RUN, documents, out],
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
        ) as run:
            with suppress(subprocess.TimeoutExpired):
                run.wait(chance.uniform(0.2, 4))
            own = children_of(run.pid)
            run.kill()
            for child in own if chance.random() < 0.5 else ():
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
        check_whole(out)
        if run.returncode == 0:
            finished += 1
            shutil.rmtree(out)
    run_batch(plan, out, workers=Processes(2))
    time.sleep(2)  # processes whose run was killed finish what they are at
    _check_same(folder / "undisturbed", out)
    return finished


def check_whole(out: Path) -> None:
    """Raise NotWhole for a file among the results that breaks off."""
    for path in sorted(out.glob("*.json")):
        report = json.loads(path.read_bytes())
        pairs = path.with_suffix(".jsonl")
        if blake2b(pairs.read_bytes(), digest_size=16).hexdigest() != report["written"]:
            raise NotWhole(f"{pairs} is not what its report says")
    for path in sorted(out.glob("*.jsonl")):
        text = path.read_text("utf-8")
        if not text.endswith("\n") or not all(json.loads(line) for line in text.splitlines()):
            raise NotWhole(f"{path} breaks off")
    for path in sorted(out.glob("*.html")):
        if not path.read_text("utf-8").endswith("</html>\n"):
            raise NotWhole(f"{path} breaks off")


def _check_same(one: Path, other: Path) -> None:
    names = sorted(path.name for path in one.iterdir())
    left = sorted(path.name for path in other.iterdir() if path.name != ".duizhao-batch")
    _, differing, failing = filecmp.cmpfiles(one, other, names, shallow=False)
    if names != left or differing or failing:
        raise NotWhole(f"the end is another one: {differing} {failing} {set(names) ^ set(left)}")


def children_of(process: int) -> list[int]:
    """Return the processes that a process has started, as the system knows them."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text(errors="replace").rpartition(")")[2].split()
            if int(fields[1]) == process:
                found.append(int(path.parent.name))
    return sorted(found)


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures that are asked for, all by default."""
    parser = argparse.ArgumentParser(prog="bench.batch", description=__doc__)
    parser.add_argument("what", nargs="*", default=["losses", "speed", "kills"])
    parser.add_argument("--documents", type=int, default=500, metavar="N")
    parser.add_argument("--times", type=int, default=50, metavar="N")
    asked = parser.parse_args(words)
    for what in asked.what:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            if what == "losses":
                losses(folder, asked.documents)
            elif what == "speed":
                speed(folder, asked.documents)
            else:
                count = min(asked.documents, 60)
                finished = kill_runs(folder, count, asked.times)
                print(
                    f"{asked.times} kills of a run over {count} documents, {finished} of them "
                    "after it had done: nothing half-written, the same bytes at the end"
                )


if __name__ == "__main__":
    from bench import batch  # processes beside this one know its functions by that name

    batch.main()
