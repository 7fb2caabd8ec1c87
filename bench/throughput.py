"""Measure how many documents one core aligns a minute: `python -m bench.throughput [--json]`.

Pairs of files of three lengths are read, aligned and written as JSON Lines, one after another, as a
worker of a run over many documents does, in a process that has one core and has its model already.
Beside documents a minute stand the seconds of a document, its pairs, what it takes on the disk, and
the peak memory of the process. The texts are made of the sample articles and never alike. The last
lines say what a start costs, and the seconds of a document by its length, as `bench.scale` takes
them.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time

from bench.speed import run
from bench.texts import text_of

KINDS = {"short": (20, 60), "medium": (200, 20), "long": (3000, 3)}
"""Chinese sentences of a document of each kind, and how many documents are timed."""


@dataclass(frozen=True, slots=True)
class Throughput:
    """What documents of one length take on one core."""

    kind: str
    sentences: int
    """Chinese sentences of each."""
    documents: int
    processor: float
    """Seconds of the processor for each; so is the next of the clock."""
    clock: float
    pairs: float
    """Of each document."""
    kilobytes_read: float
    kilobytes_written: float
    start: float
    """Seconds of the processor until the first document of a process could be begun."""
    peak_mb: float = 0.0

    @property
    def documents_a_minute(self) -> float:
        """By the seconds of the processor, which others on the machine do not change."""
        return 60 / self.processor


def measure(kind: str, folder: Path) -> Throughput:
    """Align the documents of one kind in this process, which keeps to one core from here on."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    begun = process_time()
    from aligner import align_files, align_segments, write

    align_segments(["灯塔亮了。"], ["The lamp was lit."])
    start = process_time() - begun
    sentences, count = KINDS[kind]
    documents = [_files(folder, number, sentences) for number in range(count)]
    align_files(*documents[0])  # what is loaded when the first document asks for it
    clock, processor, pairs = perf_counter(), process_time(), 0
    for zh, en in documents:
        bitext = align_files(zh, en)
        write(bitext, zh.with_suffix(".jsonl"))
        pairs += len(bitext.pairs)
    processor, clock = process_time() - processor, perf_counter() - clock
    written = sum(zh.with_suffix(".jsonl").stat().st_size for zh, _ in documents)
    read = sum(path.stat().st_size for both in documents for path in both)
    return Throughput(
        kind,
        sentences,
        count,
        processor / count,
        clock / count,
        pairs / count,
        read / count / 1024,
        written / count / 1024,
        start,
    )


def _files(folder: Path, number: int, sentences: int) -> tuple[Path, Path]:
    zh, en = folder / f"{number}.zh.txt", folder / f"{number}.en.txt"
    text_of(sentences, seed=number).write_pair(zh, en)
    return zh, en


def measure_all(kinds: Sequence[str]) -> list[Throughput]:
    """Measure each kind in a process of its own."""
    found = []
    for kind in kinds:
        _, peak, output = run(["-m", "bench.throughput", "--kind", kind])
        found.append(Throughput(**{**json.loads(output), "peak_mb": peak}))
    return found


def line_of(measured: Sequence[Throughput]) -> tuple[float, float]:
    """Return the seconds of a document without sentences, and of each sentence, by two lengths."""
    first, last = measured[0], measured[-1]
    each = (last.processor - first.processor) / (last.sentences - first.sentences)
    return max(0.0, first.processor - each * first.sentences), each


def table(measured: Sequence[Throughput]) -> list[str]:
    """Return what was measured as lines to print."""
    lines = [
        "kind    sentences  documents a minute  seconds each  pairs   KB read  written  peak MB"
    ]
    lines += [
        f"{one.kind:<8}{one.sentences:9,}{one.documents_a_minute:20,.1f}{one.processor:14.3f}"
        f"{one.pairs:7,.0f}{one.kilobytes_read:10,.1f}{one.kilobytes_written:9,.1f}"
        f"{one.peak_mb:9,.0f}"
        for one in measured
    ]
    lines.append(f"a start: {max(one.start for one in measured):.2f} s of the processor")
    if len(measured) > 1:
        document, each = line_of(measured)
        lines.append(f"a document: {document:.4f} s and {each:.5f} s for each Chinese sentence")
    return lines


def main() -> None:
    """Run what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(prog="bench.throughput", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--kind", choices=KINDS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.kind:
        with tempfile.TemporaryDirectory() as folder:
            json.dump(asdict(measure(asked.kind, Path(folder))), sys.stdout)
        return
    measured = measure_all(list(KINDS))
    if asked.json:
        print(json.dumps([asdict(one) for one in measured], indent=1))
    else:
        print("\n".join(table(measured)))


if __name__ == "__main__":
    main()
