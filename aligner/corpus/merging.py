"""The order of a merge: read, leave out, put aside, compare, hand on.

Units are put aside while they are read, since how often one occurs is known only at the end. What a
corpus says of a unit stands in its properties: the document it comes from, how often it occurs
where that is more than once, and the number of a group of units that are nearly the same. A corpus
that is merged again counts its units as often as they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from aligner.corpus.counts import Counts
from aligner.corpus.filters import Filters, Reason, is_settled
from aligner.corpus.keys import exact_key, near_key
from aligner.corpus.ledger import Ledger, Verdict
from aligner.corpus.sources import Source, Sources
from aligner.corpus.spool import Spool
from aligner.errors import UnusableInput
from aligner.files import Progress, scratch_folder
from aligner.formats import Salvage, read_units
from aligner.unit import Unit

Read = Callable[[Path, Progress | None], Iterator[Unit]]
"""Yields the units of a file and tells how many of its bytes have been read."""

DOCUMENT = "x-document"
COUNT = "x-count"
NEAR = "x-near-duplicate"
"""The properties that a corpus gives to units."""
_MOST = 10**9
"""What a unit may say at most of how often it occurred."""
_PARTS = 1000
"""Steps that a file counts for in the progress of all."""


class Corpus:
    """The units of a merge, which may be gone through as often as they are to be written."""

    def __init__(self, spool: Spool, ledger: Ledger, filters: Filters, counts: Counts) -> None:
        """Take what was put aside, and its keys; complete the counts."""
        self.counts = counts
        self._spool = spool
        self._ledger = ledger
        self._verdict = ledger.verdict()
        _count(self._verdict, filters, counts)
        self._drops_near = filters.drop_near

    def __len__(self) -> int:
        return self.counts.units

    def __iter__(self) -> Iterator[Unit]:
        return (unit for _, unit in self._placed())

    def _placed(self) -> Iterator[tuple[int, Unit]]:
        """Yield the units, each with its place among those that were put aside."""
        verdict = self._verdict
        for place, unit in enumerate(self._spool):
            if not verdict.is_kept[place] or (self._drops_near and verdict.is_later[place]):
                continue
            group = 0 if self._drops_near else int(verdict.groups[place])
            yield place, _marked(unit, int(verdict.times[place]), group)

    @contextmanager
    def in_parts(self, count: int) -> Iterator[Sequence[Iterable[Unit]]]:
        """Divide the units into so many parts, which last as long as the block.

        Units that are the same or nearly so are in the same part, in every corpus that is divided
        into as many: corpora can be merged part by part.
        """
        parts = self._ledger.parts(count)
        with scratch_folder() as folder, ExitStack() as stack:
            spools = [Spool(folder / str(number)) for number in range(count)]
            for spool in spools:
                stack.enter_context(spool)
            for place, unit in self._placed():
                spools[parts[place]].add(unit, unit.properties)
            stack.close()
            yield spools


@contextmanager
def merged(
    sources: Iterable[Source],
    filters: Filters = Filters(),
    *,
    read: Read | None = None,
    salvage: bool = False,
    progress: Progress | None = None,
) -> Iterator[Corpus]:
    """Merge the units of sources, in their order; the corpus lasts as long as the block.

    Raises UnusableInput for a source that cannot be read to its end, unless `salvage`: then what
    stands before its damage is taken, and one of which nothing can be taken is counted. `progress`
    is told the thousandths of sources.
    """
    counts, ledger = Counts(), Ledger()
    with scratch_folder() as folder:
        spool = Spool(folder / "units")
        with spool:
            for source, units in _read_all(sources, read or _read_units, progress):
                if not source.is_finished:
                    counts.unfinished += 1
                    continue
                counts.documents += 1
                for unit in _salvaged(units, counts) if salvage else units:
                    _take(unit, source.document, filters, counts, ledger, spool)
                counts.without_pairs += source.is_empty
        yield Corpus(spool, ledger, filters, counts)


def _read_all(
    sources: Iterable[Source], read: Read, progress: Progress | None
) -> Iterator[tuple[Source, Iterator[Unit]]]:
    known = sources if isinstance(sources, Sources) else list(sources)
    total = len(known) * _PARTS
    for number, source in enumerate(known):
        tell = _told_of_all(progress, number * _PARTS, total) if progress else None
        yield source, iter(()) if source.is_empty else read(source.path, tell)


def _told_of_all(progress: Progress, before: int, total: int) -> Progress:
    """Return what is told of one source, and tells of all of them."""

    def tell(stage: str, done: int, size: int) -> None:
        progress(stage, before + (min(_PARTS, done * _PARTS // size) if size else 0), total)

    return tell


def _read_units(path: Path, progress: Progress | None) -> Iterator[Unit]:
    return read_units(path, progress=progress)


def _salvaged(units: Iterator[Unit], counts: Counts) -> Iterator[Unit]:
    """Yield the units before the damage of a file, and count what is to be told of it."""
    salvage = Salvage()
    try:
        yield from salvage.units_before_damage(units)
    except UnusableInput as problem:
        counts.damaged.append(f"Warning: {problem} Nothing of it was taken.")
    counts.damaged += salvage.sentences()


def _take(
    unit: Unit, document: str, filters: Filters, counts: Counts, ledger: Ledger, spool: Spool
) -> None:
    """Put a unit aside and enter its keys, or count why it is left out."""
    counts.read += 1
    reason = filters.reason_against(unit)
    if reason is not None:
        counts.left_out[reason] += 1
        return
    said = dict(unit.properties)
    ledger.enter(
        exact_key(unit.zh, unit.en),
        near_key(unit.zh, unit.en),
        is_settled=is_settled(unit),
        times=_times(said.get(COUNT, "")),
    )
    properties = [(name, value) for name, value in unit.properties if name not in (COUNT, NEAR)]
    if DOCUMENT not in said:
        properties.append((DOCUMENT, document))
    spool.add(unit, tuple(properties))


def _times(said: str) -> int:
    """Return how often a unit says that it occurs; once, where that is no number."""
    return min(int(said), _MOST) or 1 if said.isascii() and said.isdigit() and len(said) < 20 else 1


def _marked(unit: Unit, times: int, group: int) -> Unit:
    """Return a unit that says how often it occurs, and to which others it is near."""
    marks = [(COUNT, str(times))] if times > 1 else []
    if group:
        marks.append((NEAR, str(group)))
    return replace(unit, properties=(*unit.properties, *marks)) if marks else unit


def _count(verdict: Verdict, filters: Filters, counts: Counts) -> None:
    kept = int(verdict.is_kept.sum())
    counts.duplicates = len(verdict.is_kept) - kept
    if filters.drop_near:
        counts.left_out[Reason.NEAR] = int(verdict.is_later.sum())
    else:
        counts.near = int((verdict.groups > 0).sum())
        counts.near_groups = int(verdict.groups.max(initial=0))
    counts.units = kept - counts.left_out[Reason.NEAR]
