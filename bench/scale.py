"""Work out what a run over a million documents takes on 1, 100 and 10,000 cores.

    python -m bench.scale                                # with the figures of the page on scale
    python -m bench.scale --document 0.05 --sentence 0.003 --unit 100    # with those of yours

What one core does is measured (`bench.throughput`, `bench.merging`); the rest is simulated here.
Documents have a lognormal number of sentences. Cores take them from one queue, in the order in
which they were found or the longest first, or each has a part of its own (`--part`). A document
goes through the storage first, which serves one request after another, as many a second as it can.
Some documents cannot be read, some end their process and are tried once more, some hang until their
limit, and cores are lost with what they were doing. Chance is drawn from a fixed seed.
"""

from __future__ import annotations

import argparse
import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.float64]
CORES = (1, 100, 10_000)
_PARTS = 128
"""Parts of a merge in two rounds: of all that one machine has, then of one part of all machines."""


@dataclass(frozen=True, slots=True)
class Storage:
    """What all cores read from and write to."""

    name: str
    requests: float
    """Files opened, made, renamed or looked at, a second."""
    megabytes: float
    """Read or written a second."""


STORAGES = (
    Storage("a disk of one machine", 50_000, 500),
    Storage("a share for a group", 2_000, 100),
    Storage("storage of a cluster", 30_000, 10_000),
)


@dataclass(frozen=True, slots=True)
class World:
    """What is measured, and what is taken for granted. Times are seconds of one core."""

    count: int = 1_000_000
    document: float = 0.0456
    """Of a document, whatever its length (bench.throughput)."""
    sentence: float = 0.00278
    """For each Chinese sentence (bench.throughput)."""
    unit: float = 100e-6
    """Of merging a pair (bench.merging)."""
    pairs: float = 0.95
    """Pairs for each Chinese sentence (bench.throughput)."""
    median: float = 60
    """Chinese sentences of a document; `spread` is that of their logarithm."""
    spread: float = 1.1
    longest: float = 20_000
    requests: float = 40
    """To the storage, for a document: two files read, three written whole; 39 were counted."""
    kilobytes_a_sentence: float = 1.4
    """Read and written, with the page of each document."""
    start: float = 3.0
    """Until a process has its model, on a busy machine."""
    megabytes_a_machine: float = 150
    """Of program and model, that each machine reads from the storage once."""
    cores_a_machine: int = 64
    unusable: float = 0.005
    """Share of documents that cannot be read; they cost as much as one without sentences."""
    deadly: float = 2e-5
    """Share that ends its process, twice."""
    hanging: float = 5e-6
    """Share that goes on until its limit."""
    limit: float = 600.0
    lost_an_hour: float = 0.05
    """Chance that a core is lost within an hour, as where machines are taken away at any time."""


@dataclass(slots=True)
class Documents:
    """The documents of a run, and what becomes of them."""

    sentences: NDArray[np.float64]
    work: Seconds
    """Of each, all its tries together."""
    failed: int
    units: float
    """Pairs of those that do not fail."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took."""

    hours: float
    busy: float
    """Share of the time of all cores that was spent on documents."""
    storage: float
    """Share of the time in which the storage was at its limit."""
    tail: float
    """Seconds from when there was no document left to begin until the last was done."""
    redone: int
    """Documents begun again, since their core was lost."""


def documents_of(world: World, seed: int = 0) -> Documents:
    """Draw the documents of a run."""
    chance = np.random.default_rng(seed)
    drawn = chance.lognormal(np.log(world.median), world.spread, world.count)
    sentences = np.clip(drawn, 1, world.longest)
    work = world.document + world.sentence * sentences
    fate = chance.random(world.count)
    is_unusable = fate < world.unusable
    is_deadly = (fate >= world.unusable) & (fate < world.unusable + world.deadly)
    is_hanging = fate >= 1 - world.hanging
    work[is_unusable] = world.document
    work[is_deadly] = 2 * (work[is_deadly] + world.start)
    work[is_hanging] = world.limit + world.start
    failed = is_unusable | is_deadly | is_hanging
    units = float(sentences[~failed].sum() * world.pairs)
    return Documents(sentences, work, int(failed.sum()), units)


def queue(
    world: World, documents: Documents, cores: int, storage: Storage, *, longest_first: bool = False
) -> Run:
    """Simulate cores that take one document after another, each when it is free."""
    chance = np.random.default_rng(1)
    order = np.argsort(-documents.sentences) if longest_first else np.arange(world.count)
    served = _served(world, documents, storage)[order].tolist()
    work = documents.work[order].tolist()
    is_lost = (
        chance.random(world.count) < documents.work[order] / 3600 * world.lost_an_hour
    ).tolist()
    begun = _begun(world, cores, storage)
    free = [begun] * cores
    door, redone, at_limit, last_taken = begun, 0, 0.0, begun
    for seconds, through, again in zip(work, served, is_lost, strict=True):
        taken = heapq.heappop(free)
        last_taken = taken
        at_limit += through
        door = max(door, taken) + through
        if again:
            redone += 1
            seconds = 2 * seconds + world.start
        heapq.heappush(free, door + seconds)
    end = max(free)
    return Run(
        end / 3600,
        float(documents.work.sum()) / (end * cores),
        at_limit / end,
        end - last_taken,
        redone,
    )


def parts(world: World, documents: Documents, cores: int, storage: Storage) -> float:
    """Return the hours of a run whose documents are dealt out by chance before it begins."""
    chance = np.random.default_rng(2)
    dealt = chance.integers(0, cores, world.count)
    longest = float(np.bincount(dealt, weights=documents.work, minlength=cores).max())
    through = float(_served(world, documents, storage).sum())
    return (_begun(world, cores, storage) + max(longest, through)) / 3600


def _served(world: World, documents: Documents, storage: Storage) -> Seconds:
    """Return how long the storage is busy with each document."""
    megabytes = documents.sentences * world.kilobytes_a_sentence / 1024
    served: Seconds = world.requests / storage.requests + megabytes / storage.megabytes
    return served


def _begun(world: World, cores: int, storage: Storage) -> float:
    """Return when the first documents can be begun: every machine has read the program."""
    machines = -(-cores // world.cores_a_machine)
    return world.start + machines * world.megabytes_a_machine / storage.megabytes


def merge_lines(world: World, documents: Documents) -> list[str]:
    """Return what merging takes: 55 bytes of memory for a unit and some 250 on the disk."""
    units = documents.units
    rounds = 2 * units * world.unit / _PARTS
    return [
        f"merge of {units:,.0f} pairs on one core: {units * world.unit / 3600:,.1f} h, "
        f"{units * 55 / 1e9 + 0.06:,.1f} GB of memory, {units * 250 / 1e9:,.0f} GB on the disk",
        f"in two rounds by {_PARTS} cores, in {_PARTS} parts: {rounds / 60:,.1f} min, "
        f"{units / _PARTS * 55 / 1e6 + 60:,.0f} MB of memory each",
    ]


def table(world: World, cores: Sequence[int], storages: Sequence[Storage]) -> list[str]:
    """Return all of it as lines to print."""
    documents = documents_of(world)
    total = float(documents.work.sum())
    lines = [
        f"{world.count:,} documents of {documents.sentences.mean():,.0f} Chinese sentences on "
        f"average, {documents.units:,.0f} pairs; {total / 3600:,.1f} hours of one core; "
        f"{documents.failed:,} documents fail and are named",
        "",
        "cores   storage                 h at best  queue h  longest first h  parts h  "
        "busy  storage  tail s  redone",
    ]
    for count in cores:
        for storage in storages:
            if count > world.cores_a_machine and storage is STORAGES[0]:
                continue
            run = queue(world, documents, count, storage)
            sorted_run = queue(world, documents, count, storage, longest_first=True)
            lines.append(
                f"{count:<8,}{storage.name:<24}{total / count / 3600:9,.3f}{run.hours:9,.3f}"
                f"{sorted_run.hours:17,.3f}{parts(world, documents, count, storage):9,.3f}"
                f"{run.busy:6.0%}{min(run.storage, 1):9.0%}{run.tail:8,.0f}{run.redone:8,}"
            )
    return [*lines, "", *merge_lines(world, documents)]


def main() -> None:
    """Run what the arguments ask for and print it."""
    usual = World()
    parser = argparse.ArgumentParser(
        prog="bench.scale", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=usual.count, metavar="N")
    parser.add_argument("--cores", type=int, nargs="+", default=CORES, metavar="N")
    parser.add_argument("--document", type=float, default=usual.document, metavar="SECONDS")
    parser.add_argument("--sentence", type=float, default=usual.sentence, metavar="SECONDS")
    parser.add_argument("--unit", type=float, default=usual.unit * 1e6, metavar="MICROSECONDS")
    parser.add_argument("--limit", type=float, default=usual.limit, metavar="SECONDS")
    asked = parser.parse_args()
    world = World(
        count=asked.documents,
        document=asked.document,
        sentence=asked.sentence,
        unit=asked.unit / 1e6,
        limit=asked.limit,
    )
    print("\n".join(table(world, asked.cores, STORAGES)))


if __name__ == "__main__":
    main()
