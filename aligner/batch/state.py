"""What has been done: files alone, no database and no lock.

A document is done when its report has the digests of its inputs, of how it is aligned and of the
pairs beside it. Contents decide and no clock does, so a run goes on after anything, on any machine,
and two machines that align the same document by mistake write the same bytes. Files that are being
written lie in a folder of their own (`WORKSHOP`), so that none of them is taken for a result.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from aligner import __version__
from aligner.ahead import Reading
from aligner.alignment import Moved
from aligner.batch.job import Failure, Job, Report
from aligner.encoders import edition_of, shipped_edition
from aligner.errors import UnwritableOutput
from aligner.files import write_atomically

WORKSHOP = ".duizhao-batch"
"""The folder in the folder of results that a run works in, and removes when it has done."""
_FIGURES = ("pairs", "doubtful", "leftovers")
_WORDS = ("sentence", "asked", "written", "layout", "script", "version", "model")
_Value = TypeVar("_Value")
_NO_FILE = "none"
_UNFINISHED = "unfinished"
_TRIES = 5
TEXTS = "texts"
"""The folder in the workshop in which texts that are aligned leave their marks."""
_BLOCK = 1 << 20


def asked_digest(reading: Reading) -> str:
    """Return a digest of how documents are aligned, by which version and by which weights."""
    said = {**asdict(reading), "chapters": reading.chapters is not None}
    said |= {"version": __version__, "shipped": shipped_edition()}
    if reading.model is not None:
        said["edition"] = edition_of(reading.model)
    return _digest(json.dumps(said, sort_keys=True).encode("utf-8", "surrogatepass"))


def input_digests(job: Job) -> tuple[str, ...]:
    """Return the digest of each file that a document is read from; one that is not there has one.

    A file of chapters is one of them.
    """
    chapters = job.reading.chapters
    return tuple(map(_digest_of, (*job.pair.paths, *([chapters] if chapters else []))))


def kept_report(job: Job) -> Report | None:
    """Return the report of a document that need not be aligned again, or could not be before."""
    report = read_report(job.report_file)
    if report is None or report.id != job.id or report.asked != job.asked:
        return None
    if report.inputs != input_digests(job):
        return None
    if report.is_done and report.written != _digest_of(job.pairs_file):
        return None
    return report


def read_report(path: Path) -> Report | None:
    """Return a report as it was written; None for what is none."""
    try:
        said = json.loads(path.read_bytes())
        return _report(said)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def write_report(report: Report, job: Job) -> None:
    """Write the report of a document; raises UnwritableOutput."""
    text = json.dumps(_said(report, job), ensure_ascii=False, indent=1) + "\n"
    write(job.report_file, text, job)


def write(path: Path, text: str, job: Job) -> str:
    """Write a file of a document whole, and return its digest; raises UnwritableOutput."""
    return write_run_file(path, text, job.out)


def write_run_file(path: Path, text: str, out: Path) -> str:
    """Write a file among the results whole, and return its digest; raises UnwritableOutput.

    A run beside this one that ends may take the workshop away at any moment.
    """
    data = text.encode("utf-8", "backslashreplace")
    folder = workshop(out) / _UNFINISHED
    for _ in range(_TRIES):
        open_workshop(out)
        try:
            write_atomically(path, data, by_way_of=folder)
            return _digest(data)
        except UnwritableOutput:
            if folder.is_dir():
                raise
    raise UnwritableOutput(f"The folder {folder} vanishes again and again; leave it in its place.")


def keep_failure(report: Report, job: Job) -> Report:
    """Write the report of a document that has no pairs, and remove those it had before.

    Pairs of another version of the document would be taken for its own.
    """
    report = replace(report, id=job.id, asked=job.asked, inputs=input_digests(job))
    report = replace(report, version=__version__)
    for path in (job.report_file, job.pairs_file, job.page_file):
        with suppress(FileNotFoundError):
            remove(path)
    write_report(report, job)
    return report


def remove(path: Path) -> None:
    """Delete a file; raises FileNotFoundError and UnwritableOutput."""
    try:
        path.unlink()
    except FileNotFoundError:
        raise
    except OSError as problem:
        raise UnwritableOutput(
            f"{path} could not be replaced ({problem.strerror}); delete it, or name another folder."
        ) from problem


def workshop(out: Path) -> Path:
    """Return the folder in which a run keeps what is not finished."""
    return out / WORKSHOP


def open_workshop(out: Path) -> None:
    """Make the folder of results and the one that a run works in; raises UnwritableOutput."""
    try:
        (workshop(out) / _UNFINISHED).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else str(problem)
        raise UnwritableOutput(
            f"The folder {out} cannot be made ({reason}); name another one for the results."
        ) from problem


def close_workshop(out: Path) -> None:
    """Remove the folder that a run worked in, but for what another run is writing."""
    folder = workshop(out)
    shutil.rmtree(folder / TEXTS, ignore_errors=True)
    for empty in (folder / _UNFINISHED, folder):
        with suppress(OSError):
            empty.rmdir()


def text_digest(parts: Iterable[str]) -> str:
    """Return a digest of texts in their order."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _said(report: Report, job: Job) -> dict[str, Any]:
    pair = job.pair
    said = {name: value for name, value in asdict(report).items() if value not in ("", None, ())}
    files = {name: str(path) for name in ("zh", "en", "article") if (path := getattr(pair, name))}
    found: dict[str, Any] = {"origin": str(pair.origin)}
    if pair.score is not None:
        found |= {"score": pair.score}
    return {"id": report.id, "files": files, **found, **said}


def _report(said: Any) -> Report:
    """Make a report of what a file says; raises TypeError, KeyError or ValueError for no report."""
    if not isinstance(said, dict):
        raise TypeError
    failure, mean = said.get("failure"), said.get("confidence")
    rest: dict[str, Any] = {name: int(said.get(name, 0)) for name in _FIGURES}
    rest |= {name: str(said.get(name, "")) for name in _WORDS}
    return Report(
        id=str(said["id"]),
        failure=None if failure is None else Failure(failure),
        confidence=None if mean is None else float(mean),
        inputs=tuple(map(str, said.get("inputs", ()))),
        encodings=tuple(map(str, said.get("encodings", ()))),
        texts=_two(map(str, said.get("texts", ("", "")))),
        sentences=_two(map(int, said.get("sentences", (0, 0)))),
        unaligned=_two(map(int, said.get("unaligned", (0, 0)))),
        characters=_two(map(int, said.get("characters", (0, 0)))),
        is_exchanged=bool(said.get("is_exchanged", False)),
        moved=tuple(map(_moved, said.get("moved", ()))),
        **rest,
    )


def _two(values: Iterable[_Value]) -> tuple[_Value, _Value]:
    first, second = values
    return first, second


def _moved(said: Mapping[str, Any]) -> Moved:
    zh, en = (tuple(map(int, said[side])) for side in ("zh", "en"))
    return Moved(zh, en, float(said["confidence"]))


def _digest_of(path: Path) -> str:
    try:
        digest = blake2b(digest_size=16)
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except (OSError, ValueError):
        return _NO_FILE
    return digest.hexdigest()


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
