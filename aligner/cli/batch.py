"""`duizhao batch`: folders in, the pairs of all their documents out.

A plan is made first, and can be looked at, corrected and given back. Then each document is aligned
into files of its own, by as many workers as are asked for; whatever becomes of one is a line of the
report. The plan goes to standard output, everything else to standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.batch_summary import plan_lines, run_lines
from aligner.cli.exits import EXIT_CODES, print_lines
from aligner.cli.options import reading_options
from aligner.cli.paths import FILE, INPUT
from aligner.cli.saying import say
from aligner.errors import UnwritableOutput

if TYPE_CHECKING:
    from aligner.ahead import Reading
    from aligner.batch import Part, RunResult, Workers
    from aligner.bitext import Level
    from aligner.pairing import Plan

_UNUSABLE = 1
"""The exit code where a document could not be aligned, all others done."""
_MEGABYTE = 1 << 20


@click.command(epilog=EXIT_CODES, short_help="Align all documents of a folder.")
@click.argument("folders", metavar="FOLDER...", nargs=-1, type=INPUT)
@click.option(
    "-o",
    "--output",
    "out",
    type=FILE,
    metavar="OUT",
    help="The folder for the pairs and the reports; the same one goes on where a run ended.",
)
@click.option(
    "-n",
    "--dry-run",
    is_flag=True,
    help="Show which documents belong together, as a table of tabs, and align nothing.",
)
@click.option(
    "--manifest",
    type=INPUT,
    metavar="LIST",
    help="Take the pairs of this list (.tsv, .csv or .jsonl), and of the folders what it lacks.",
)
@click.option(
    "--write-manifest",
    "list_to",
    type=FILE,
    metavar="LIST",
    help="Write which documents belong together to a list that can be corrected.",
)
@click.option(
    "--names-only", is_flag=True, help="Pair documents by their names, never by what they say."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 1024),
    metavar="N",
    help="Align N documents at once.  [default: one fewer than there are cores]",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Align on the machines of a Dask scheduler: its address, or the file it wrote.",
)
@click.option(
    "--part", metavar="K/N", help="Take the K-th of N parts alone, as in a job array: 3/16."
)
@click.option("--retry-failed", is_flag=True, help="Try documents again that failed before.")
@click.option("--no-pages", is_flag=True, help="Write no page to look at for each document.")
@click.option(
    "--most-seconds",
    type=click.IntRange(1, 10_000_000),
    default=600,
    show_default=True,
    metavar="S",
    help="Give a document up after so many seconds.",
)
@click.option(
    "--most-memory",
    type=click.IntRange(1, 10_000_000),
    default=4096,
    show_default=True,
    metavar="MB",
    help="Give a document up that needs more memory.",
)
@reading_options
def batch(
    folders: tuple[Path, ...],
    out: Path | None,
    dry_run: bool,
    manifest: Path | None,
    list_to: Path | None,
    names_only: bool,
    jobs: int | None,
    cluster: str | None,
    part: str | None,
    retry_failed: bool,
    no_pages: bool,
    most_seconds: int,
    most_memory: int,
    level: Level,
    model: str | None,
    encoding: str | None,
    keep_boilerplate: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Align all documents of FOLDER... into the folder OUT.

    Documents are paired by a list, by folders and names without the mark of their language
    (ch01_zh.docx and ch01_en.docx, zh/a.md and en/a.md), by the numbers of chapters (第三章 and
    ch03), and what is left by what it says. A file that holds both languages stands for itself.
    Which is Chinese is found from the text, whatever its name says. What cannot be read is named,
    all else is done, and the exit code is 1.

    \b
    Examples:
      duizhao batch novel --dry-run
      duizhao batch novel --write-manifest plan.tsv
      duizhao batch novel --manifest plan.tsv -o pairs
      duizhao batch originals translations -o pairs --jobs 4
      duizhao batch corpus -o pairs --part 3/16
    """
    from aligner.ahead import Reading

    _check_words(folders, out, manifest, dry_run=dry_run, list_to=list_to)
    if jobs and cluster:
        raise click.UsageError("--jobs is for this machine, --cluster for others; name one.")
    share = _share(part)
    if out:
        _check_folder(out)
    plan = _plan(folders, out, manifest, list_to, encoding, by_content=not names_only)
    if out:
        _check_apart(out, plan)
    if list_to:
        from aligner.pairing import write_manifest

        write_manifest(plan, list_to)
    elif dry_run:
        _show(plan)
    is_run = out is not None and not dry_run
    for line in plan_lines(plan, list_to, is_run=is_run):
        say(line)
    is_whole = not plan.failed
    if out and is_run:
        reading = Reading(
            level=level,
            model=model,
            encoding=encoding,
            keep_boilerplate=keep_boilerplate,
            zh_column=zh_column,
            en_column=en_column,
        )
        result = _run(
            plan,
            out,
            reading,
            _workers(jobs, cluster),
            (most_seconds, most_memory * _MEGABYTE),
            part=share,
            retry_failed=retry_failed,
            has_pages=not no_pages,
        )
        for line in run_lines(result, out):
            say(line)
        is_whole = is_whole and not result.failed
    if not is_whole:
        click.get_current_context().exit(_UNUSABLE)


def _check_words(
    folders: Sequence[Path],
    out: Path | None,
    manifest: Path | None,
    *,
    dry_run: bool,
    list_to: Path | None,
) -> None:
    """Refuse a command that says not what to align, or not where to."""
    if not folders and manifest is None:
        raise click.UsageError("Name a folder, or a list with --manifest.")
    if out is None and not dry_run and list_to is None:
        raise click.UsageError(
            "Say where the pairs go with -o FOLDER, or --dry-run to see the plan alone."
        )


def _check_folder(out: Path) -> None:
    """Refuse, before any work, what cannot be the folder of the results."""
    try:
        is_file = out.exists() and not out.is_dir()
    except OSError:  # a name too long, a folder that may not be looked into
        raise UnwritableOutput(f"{out} cannot be a folder; name another one.") from None
    if is_file:
        raise UnwritableOutput(f"{out} is a file; name a folder for the pairs.")


def _check_apart(out: Path, plan: Plan) -> None:
    """Refuse results beside the documents, which they might overwrite or be taken for."""
    folders = {path.parent for pair in plan.pairs for path in pair.paths}
    if os.path.realpath(out) in map(os.path.realpath, folders):
        raise UnwritableOutput(
            f"There are documents in {out}; name a folder of its own for the pairs, which may lie "
            "in it."
        )


def _plan(
    folders: Sequence[Path],
    out: Path | None,
    manifest: Path | None,
    list_to: Path | None,
    encoding: str | None,
    *,
    by_content: bool,
) -> Plan:
    """Return what is to be aligned, after checking that its list can be written."""
    from aligner.cli.progress import Meter
    from aligner.pairing import check_manifest, make_plan, read_manifest

    if list_to:
        check_manifest(list_to, [manifest] if manifest else [])
    given = read_manifest(manifest) if manifest else None
    if given and not folders:
        return given
    skip = [path for path in (out, manifest, list_to) if path]
    with Meter(sys.stderr) as meter:
        return make_plan(
            folders,
            skip=skip,
            given=given,
            encoding=encoding,
            by_content=by_content,
            progress=meter,
        )


def _show(plan: Plan) -> None:
    """Print a plan as a table of tabs; on a terminal nothing in a name steers it."""
    from aligner.cells import drawable
    from aligner.pairing import manifest_text

    lines = manifest_text(plan, Path.cwd()).rstrip("\r\n").split("\r\n")
    if sys.stdout.isatty():
        lines = ["\t".join(map(drawable, line.split("\t"))) for line in lines]
    print_lines(lines, colour=False)


def _share(part: str | None) -> Part | None:
    """Return the part that is asked for, before any work; raises `UnusableInput`."""
    if part is None:
        return None
    from aligner.batch import read_part

    return read_part(part)


def _workers(jobs: int | None, cluster: str | None) -> Workers:
    """Return who aligns the documents; one at a time, if that is asked for, in this process."""
    from aligner.batch import Cluster, InProcess, Processes, usual_processes

    if cluster:
        return Cluster(cluster)
    return InProcess() if jobs == 1 else Processes(jobs or usual_processes())


def _run(
    plan: Plan,
    out: Path,
    reading: Reading,
    workers: Workers,
    limits: tuple[int, int],
    *,
    part: Part | None,
    retry_failed: bool,
    has_pages: bool,
) -> RunResult:
    """Align the documents of a plan; `limits` are seconds and bytes of each."""
    from aligner.batch import Limits, run_batch
    from aligner.cli.progress import Meter

    try:
        with Meter(sys.stderr) as meter:
            return run_batch(
                plan,
                out,
                workers=workers,
                reading=reading,
                part=part,
                retry_failed=retry_failed,
                has_pages=has_pages,
                limits=Limits(*limits),
                progress=meter,
            )
    except KeyboardInterrupt:
        say("What is done is kept; the same command goes on from there.")
        raise
