"""One contract for whoever does the work: a report for each job, once, whatever the job does."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.batch import Cluster, Failure, InProcess, Limits, Processes, Report, Workers
from aligner.errors import UnusableInput, UnwritableOutput
from tests.batch.clusters import cluster, recipe
from tests.batch.works import MEGABYTE, behave, job, slow
from tests.commands import PATIENCE, ROOT

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are those of POSIX"),
    # What Dask leaves open is its own matter; whether a run leaves anything is asked elsewhere.
    pytest.mark.filterwarnings("ignore"),
]
LIMITS = Limits(seconds=60, memory=800 * MEGABYTE)
SHORT = Limits(seconds=2, memory=800 * MEGABYTE)
WITHOUT_DASK = importlib.util.find_spec("distributed") is None


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if WITHOUT_DASK:
        pytest.skip("the extra `cluster` is not installed")
    with cluster(tmp_path_factory.mktemp("cluster")) as (found, _):
        yield found


@pytest.fixture(params=["in process", "processes", "cluster"])
def workers(request: pytest.FixtureRequest, tmp_path: Path) -> Workers:
    if request.param == "in process":
        return InProcess()
    if request.param == "processes":
        return Processes(2)
    return Cluster(request.getfixturevalue("address"))


def reports(
    workers: Workers, does: dict[str, str], out: Path, limits: Limits = LIMITS
) -> dict[str, Report]:
    """Do jobs and return their reports, after checking that each has exactly one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = [
            *workers.run([job(name, what, out) for name, what in does.items()], behave, limits)
        ]
    assert sorted(one.id for one in found) == sorted(does)
    return {one.id: one for one in found}


def test_every_job_has_its_report(workers: Workers, tmp_path: Path) -> None:
    found = reports(workers, {f"d{n}": "" for n in range(30)}, tmp_path)
    assert all(one.is_done and one.pairs == 1 for one in found.values())


def test_no_jobs_are_no_reports(workers: Workers) -> None:
    assert [*workers.run([], behave, LIMITS)] == []


def test_a_job_that_raises_is_a_report(workers: Workers, tmp_path: Path) -> None:
    found = reports(workers, {"a": "", "b": "raises", "c": "has no text", "d": ""}, tmp_path)
    assert found["b"].failure is Failure.FAULT
    assert "ValueError: no such luck" in found["b"].sentence
    assert found["c"].failure is Failure.NO_TEXT
    assert {name for name, one in found.items() if one.is_done} == {"a", "d"}


def test_a_job_that_sleeps_over_its_time_is_given_up(workers: Workers, tmp_path: Path) -> None:
    found = reports(workers, {"a": "", "b": "sleeps", "c": "", "d": ""}, tmp_path, SHORT)
    assert found["b"].failure is Failure.TIME
    assert found["b"].sentence == (
        "b took longer than 2 seconds; divide it into parts, or allow it more."
    )
    assert sum(one.is_done for one in found.values()) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_a_job_that_eats_memory_is_given_up(workers: Workers, tmp_path: Path) -> None:
    found = reports(workers, {"a": "", "b": "eats", "c": "", "d": "eats", "e": ""}, tmp_path)
    assert {name for name, one in found.items() if one.failure is Failure.MEMORY} == {"b", "d"}
    assert sum(one.is_done for one in found.values()) == 3


def test_a_full_disk_ends_the_run(workers: Workers, tmp_path: Path) -> None:
    jobs = [job(f"d{n}", "full" if n == 3 else "", tmp_path) for n in range(200)]
    with pytest.raises(UnwritableOutput, match="no room for d3"):
        for _ in workers.run(jobs, behave, LIMITS):
            pass


def test_a_run_can_be_left_in_the_middle(workers: Workers, tmp_path: Path) -> None:
    running = workers.run([job(f"d{n}", "", tmp_path) for n in range(200)], behave, LIMITS)
    assert next(running).is_done
    running.close()  # type: ignore[attr-defined]
    found = reports(workers, {"again": ""}, tmp_path)
    assert found["again"].is_done


def test_a_job_that_ends_its_process_is_named(workers: Workers, tmp_path: Path) -> None:
    if isinstance(workers, InProcess):
        pytest.skip("it would end the tests; see below")
    does = {f"d{n}": "" for n in range(20)} | {"x": "exits", "y": "exits once", "z": "exits"}
    found = reports(workers, does, tmp_path)
    assert {name for name, one in found.items() if one.failure is Failure.DIED} == {"x", "z"}
    assert "x ended the process that worked on it, twice" in found["x"].sentence
    assert sum(one.is_done for one in found.values()) == 21


RUN = """
import signal
import sys
from pathlib import Path
from aligner import signals
from aligner.batch import Cluster, InProcess, Limits, Processes
from tests.batch.works import behave, job, slow
kind, out, does = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
here = {"in process": InProcess(), "processes": Processes(2)}
workers = here.get(kind) or Cluster(kind)
jobs = [job(f"d{n}", does if n == 1 else "", out) for n in range(40)]
signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it is ignored
with signals.heeded():
    try:
        for report in workers.run(jobs, slow if does == "slow" else behave, Limits(600, None)):
            print(report.id, flush=True)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
        sys.exit(130)
"""


def started(kind: str, out: Path, does: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RUN, kind, str(out), does],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_in_process_a_job_that_exits_takes_the_run_with_it(tmp_path: Path) -> None:
    with started("in process", tmp_path, "exits") as run:
        said, _ = run.communicate(timeout=PATIENCE)
    assert (run.returncode, said.split()) == (3, ["d0"])


@pytest.mark.parametrize("kind", ["in process", "processes", "cluster"])
def test_an_interruption_lets_what_is_begun_be_finished(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    where = request.getfixturevalue("address") if kind == "cluster" else kind
    with started(where, tmp_path, "slow") as run:
        assert run.stdout
        assert run.stdout.readline().startswith("d")
        run.send_signal(signal.SIGINT)
        said, problem = run.communicate(timeout=PATIENCE)
    assert run.returncode == 130, problem
    assert "interrupted" in said
    assert "Traceback" not in problem
    begun = {path.stem for path in tmp_path.glob("*.begun")}
    assert 1 <= len(begun) < 40
    if kind == "in process":  # which has nobody else to finish it
        return
    wait_until(lambda: begun == {path.stem for path in tmp_path.glob("*.done")})


def test_a_second_interruption_gives_up_what_is_begun(tmp_path: Path) -> None:
    with started("processes", tmp_path, "sleeps") as run:
        assert run.stdout
        assert {run.stdout.readline().strip() for _ in range(39)} == {
            f"d{n}" for n in range(40) if n != 1
        }
        run.send_signal(signal.SIGINT)
        time.sleep(3)  # a second one that comes at once is taken for the first
        assert run.poll() is None, "what is begun is waited for"
        run.send_signal(signal.SIGINT)
        said, problem = run.communicate(timeout=PATIENCE)
    assert (run.returncode, said) == (130, "interrupted\n"), problem


def wait_until(holds: object) -> None:
    begun = time.monotonic()
    assert callable(holds)
    while not holds():
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.1)


@pytest.mark.skipif(WITHOUT_DASK, reason="the extra `cluster` is not installed")
def test_a_whole_worker_of_a_cluster_may_be_lost(tmp_path: Path) -> None:
    with cluster(tmp_path) as (found, processes):
        jobs = [job(f"d{n}", "", tmp_path) for n in range(60)]
        done: list[str] = []
        for report in Cluster(found).run(jobs, behave, LIMITS):
            done.append(report.id)
            if len(done) == 20:
                os.kill(processes[1], signal.SIGKILL)
    assert sorted(done) == sorted(one.id for one in jobs)


@pytest.mark.skipif(WITHOUT_DASK, reason="the extra `cluster` is not installed")
def test_a_scheduler_that_is_lost_is_a_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with cluster(tmp_path) as (found, processes):
        running = Cluster(found).run([job(f"d{n}", "", tmp_path) for n in range(20)], slow, LIMITS)
        assert next(running).is_done
        os.kill(processes[0], signal.SIGKILL)
        with pytest.raises(UnusableInput, match="the same command goes on from there"):
            list(running)
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(WITHOUT_DASK, reason="the extra `cluster` is not installed")
def test_the_recipe_of_the_documents_starts_a_cluster(tmp_path: Path) -> None:
    with recipe(tmp_path) as found:
        done = reports(Cluster(found), {"a": "", "b": "exits", "c": ""}, tmp_path)
    assert done["a"].is_done
    assert done["b"].failure is Failure.DIED


@pytest.mark.skipif(WITHOUT_DASK, reason="the extra `cluster` is not installed")
def test_a_cluster_that_is_not_there_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aligner.batch.workers import cluster as module

    monkeypatch.setattr(module, "_PATIENCE", 2)
    with pytest.raises(UnusableInput, match="No scheduler answers at tcp:"):
        [*Cluster("tcp://127.0.0.1:9").run([job("a", "", tmp_path)], behave, LIMITS)]
    with pytest.raises(UnusableInput, match="No scheduler answers at nonsense"):
        [*Cluster("nonsense://x").run([job("a", "", tmp_path)], behave, LIMITS)]
    with (
        cluster(tmp_path, without_workers=True) as (found, _),
        pytest.raises(UnusableInput, match="The cluster has no workers"),
    ):
        [*Cluster(found).run([job("a", "", tmp_path)], behave, LIMITS)]


def test_a_worker_that_is_another_or_elsewhere_is_named(tmp_path: Path) -> None:
    from aligner.batch.workers.cluster import _check_worker

    here = ("1.0", "weights", "token", ("a", "b"))
    _check_worker("tcp://w", here, here, job("d"))
    for place, what in enumerate(("another version", "another version", "the folder", "the files")):
        other = [*here]
        other[place] = "else"
        with pytest.raises(UnusableInput, match=f"The worker tcp://w .*{what}"):
            _check_worker("tcp://w", tuple(other), here, job("d"))
