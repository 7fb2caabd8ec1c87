"""A run over the documents of a plan: what is done already, what is to be done, what came of it.

Invariant: whenever it ends, and however, each document has all of its results or none of this run,
and the same call goes on. What is left in the folder of results does not depend on how often the
run was interrupted, in which order documents were done, or by whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.ahead import Reading
from aligner.batch.document import align_document
from aligner.batch.estimate import Estimate
from aligner.batch.job import Failure, Job, Report, reading_of
from aligner.batch.limits import Limits
from aligner.batch.looks import Seen, look_at
from aligner.batch.part import Part
from aligner.batch.run_report import page_of, rows_of, table_of
from aligner.batch.state import (
    asked_digest,
    close_workshop,
    keep_failure,
    kept_report,
    open_workshop,
    text_digest,
    write_run_file,
)
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.pairing import Plan, PlannedPair

if TYPE_CHECKING:
    from aligner.batch.workers import Work, Workers
    from aligner.files import Progress

_REPORT = "run-report"
"""What the files of the report of a run are called, before their endings."""

_USUAL = Reading()
_BOUNDS = Limits()


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of a run."""

    seen: tuple[Seen, ...]
    """Each document with its report and the reasons to look at it, in the order of the plan."""
    kept: int
    """Documents that had been dealt with before this run."""
    page: Path
    """The report of the run as a page."""
    table: Path
    """The same as a table of tabs."""
    others: tuple[Path, ...] = ()
    """Pairs in the folder of results that are of no document of the plan."""

    @property
    def failed(self) -> tuple[Report, ...]:
        """The reports of the documents that have no pairs."""
        return tuple(one.report for one in self.seen if not one.report.is_done)

    @property
    def aligned(self) -> int:
        """How many documents have their pairs."""
        return len(self.seen) - len(self.failed)

    @property
    def pairs(self) -> int:
        """How many pairs with text on both sides all documents have together."""
        return sum(one.report.pairs for one in self.seen)


def run_batch(
    plan: Plan,
    out: str | Path,
    *,
    workers: Workers,
    reading: Reading = _USUAL,
    part: Part | None = None,
    retry_failed: bool = False,
    has_pages: bool = True,
    limits: Limits = _BOUNDS,
    progress: Progress | None = None,
    work: Work = align_document,
) -> RunResult:
    """Align the documents of a plan into a folder, and write the report of the run.

    A document that is there already, aligned in the same way from the same bytes, is left as it is;
    one that failed is tried again with `retry_failed`, or when it has changed. `part` takes a share
    of the documents alone. With `has_pages` each document gets a page to look at. `work` is
    what is done with each, a function of a module; any other than the usual is for trials. Raises
    UnwritableOutput, ModelUnavailable, and UnusableInput for what is no single document's fault.
    """
    run = _Run(Path(out).absolute(), reading, has_pages, part)
    jobs = run.jobs(plan)
    open_workshop(run.out)
    try:
        for number, job in enumerate(jobs):
            if progress:
                progress("looking for what is done", number, len(jobs))
            run.keep(job, retry_failed=retry_failed)
        kept = len(run.reports)
        pending = [job for job in jobs if job.id not in run.reports]
        try:
            run.do(pending, workers, work, limits, progress)
        except BaseException:
            with suppress(UnwritableOutput):  # what ended the run is told, and not this
                run.write_report(plan, jobs)
            raise
        seen = run.write_report(plan, jobs)
    finally:
        close_workshop(run.out)
    return RunResult(tuple(seen), kept, *run.report_files, run.others(plan))


class _Run:
    """What is known of a run so far."""

    def __init__(self, out: Path, reading: Reading, has_pages: bool, part: Part | None) -> None:
        self.out = out
        self.reports: dict[str, Report] = {}
        self._reading = reading
        self._has_pages = has_pages
        self._part = part
        self._asked: dict[Reading, str] = {}
        self._refused: dict[str, str] = {}
        """Why a line of a manifest cannot be followed, by the id of its document."""

    @property
    def report_files(self) -> tuple[Path, Path]:
        """The page and the table of the run; each part has its own."""
        part = self._part
        name = _REPORT if part is None else f"{_REPORT}.{part.number}-of-{part.of}"
        return self.out / f"{name}.html", self.out / f"{name}.tsv"

    def jobs(self, plan: Plan) -> list[Job]:
        """Return the jobs of this part of a plan; raises UnusableInput for ids that clash."""
        _check_ids(plan.pairs)
        part = self._part
        return [self._job(pair) for pair in plan.pairs if part is None or part.holds(pair.id)]

    def keep(self, job: Job, *, retry_failed: bool) -> None:
        """Take the report of a document that need not be done again."""
        if job.id in self._refused:
            report = Report(job.id, Failure.UNUSABLE, self._refused[job.id])
            self.reports[job.id] = keep_failure(report, job)
            return
        kept = kept_report(job)
        if kept is None or (retry_failed and not kept.is_done):
            return
        if not kept.is_done or not job.has_page or job.page_file.is_file():
            self.reports[job.id] = kept

    def do(
        self,
        jobs: Sequence[Job],
        workers: Workers,
        work: Work,
        limits: Limits,
        progress: Progress | None,
    ) -> None:
        """Have documents aligned, and take their reports."""
        if not jobs:
            return
        by_id = {job.id: job for job in jobs}
        sizes = {job.id: sum(_sizes(job.pair)) for job in jobs}
        estimate, total = Estimate(sum(sizes.values())), len(self.reports) + len(jobs)
        for report in workers.run(jobs, work, limits):
            job = by_id[report.id]
            self.reports[job.id] = report if report.is_done else keep_failure(report, job)
            estimate.add(sizes[job.id])
            if progress:
                progress(estimate.stage(), len(self.reports), total)

    def write_report(self, plan: Plan, jobs: Sequence[Job]) -> list[Seen]:
        """Write what is known of the run, and return it."""
        done = [(job, self.reports[job.id]) for job in jobs if job.id in self.reports]
        seen = look_at(done)
        rows = rows_of(seen)
        page, table = self.report_files
        text = page_of(rows, plan, total=len(jobs), others=self.others(plan))
        write_run_file(page, text, self.out)
        write_run_file(table, table_of(rows), self.out)
        return seen

    def others(self, plan: Plan) -> tuple[Path, ...]:
        """Return the files of pairs that earlier plans have left, which a merge would take too."""
        ids = {pair.id for pair in plan.pairs}
        found = sorted(path for path in self.out.glob("*.jsonl") if path.stem not in ids)
        return tuple(found)

    def _job(self, pair: PlannedPair) -> Job:
        pair = _absolute(pair)
        try:
            reading = reading_of(pair, self._reading)
            asked = self._asked_of(reading)
        except UnusableInput as problem:
            self._refused[pair.id] = str(problem)
            reading = self._reading
            asked = text_digest([self._asked_of(reading), *sorted(pair.options)])
        return Job(pair, self.out, reading, asked, self._has_pages)

    def _asked_of(self, reading: Reading) -> str:
        if reading not in self._asked:
            self._asked[reading] = asked_digest(reading)
        return self._asked[reading]


def _check_ids(pairs: Sequence[PlannedPair]) -> None:
    """Refuse ids that would be one file, or the report of the run; raises UnusableInput."""
    known: set[str] = set()
    for pair in pairs:
        name = pair.id.casefold()
        if name in known:
            raise UnusableInput(f"Two documents have the id {pair.id}; give each its own.")
        if not name or name.startswith((".", _REPORT)) or not {"/", "\\", "\0"}.isdisjoint(name):
            raise UnusableInput(
                f"A document cannot have the id {pair.id!r}, since its files are called by it; "
                "give it another one."
            )
        known.add(name)


def _absolute(pair: PlannedPair) -> PlannedPair:
    """Return a pair whose paths mean the same in any process."""
    return replace(
        pair,
        zh=pair.zh and pair.zh.absolute(),
        en=pair.en and pair.en.absolute(),
        article=pair.article and pair.article.absolute(),
        options=dict(pair.options),
    )


def _sizes(pair: PlannedPair) -> Iterator[int]:
    for path in pair.paths:
        with suppress(OSError, ValueError):
            yield path.stat().st_size
