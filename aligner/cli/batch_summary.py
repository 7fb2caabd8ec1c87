"""What the command says of a plan and of a run: a few lines, however many documents there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.wording import counted

if TYPE_CHECKING:
    from aligner.batch import RunResult
    from aligner.pairing import Plan

_MOST = 5
"""Files that are named of each kind; the list and the report name all."""


def plan_lines(plan: Plan, list_to: Path | None = None, *, is_run: bool = False) -> Iterator[str]:
    """Yield what there is to say of a plan.

    Where it `is_run`, the run says itself which of its documents failed.
    """
    origins = Counter(str(pair.origin) for pair in plan.pairs)
    how = ", ".join(f"{origin} {number:,}" for origin, number in origins.items())
    if how:
        yield f"To be aligned: {counted(len(plan.pairs), 'document')} (paired by {how})."
    else:
        yield "There are no documents that belong together."
    if plan.unpaired:
        yield f"Without a counterpart: {_named(plan.unpaired)}."
    planned = {path for pair in plan.pairs for path in pair.paths} if is_run else set()
    failed = [sentence for path, sentence in plan.failed if path not in planned]
    yield from _listed("Cannot be read", failed)
    for group in plan.same_content[:_MOST]:
        yield f"These say the same: {_named(group)}."
    if len(plan.same_content) > _MOST:
        yield f"More groups of documents that say the same: {len(plan.same_content) - _MOST:,}."
    if plan.ignored:
        yield f"Ignored, since they are no documents: {counted(len(plan.ignored), 'file')}."
    if list_to:
        yield f"The list is in {list_to}; correct it and give it back with --manifest."


def run_lines(result: RunResult, out: Path) -> Iterator[str]:
    """Yield what there is to say of a run."""
    documents = counted(len(result.seen), "document")
    yield (
        f"Aligned: {result.aligned:,} of {documents}, {counted(result.pairs, 'pair')}, in {out}."
    )
    if result.kept:
        yield f"Dealt with by an earlier run: {counted(result.kept, 'document')}."
    yield from _listed("Failed", [f"{report.id}: {report.sentence}" for report in result.failed])
    doubtful = sum(bool(one.remarks) for one in result.seen)
    if doubtful:
        yield f"To be looked at: {counted(doubtful, 'document')}; the report says why."
    if result.others:
        more = counted(len(result.others), "document")
        yield f"In {out} are also the pairs of {more} of an earlier plan, which a merge would take."
    yield f"The report is in {result.page}."
    if result.aligned:
        yield f"To make one memory of the pairs: duizhao merge {out} -o memory.tmx"


def _listed(what: str, sentences: list[str]) -> Iterator[str]:
    for sentence in sentences[:_MOST]:
        yield f"{what}: {sentence}"
    if len(sentences) > _MOST:
        yield f"{what} as well: {counted(len(sentences) - _MOST, 'document')}."


def _named(paths: tuple[Path, ...]) -> str:
    names = [str(path) for path in paths[:_MOST]]
    more = len(paths) - _MOST
    return ", ".join(names) + (f" and {more:,} more" if more > 0 else "")
