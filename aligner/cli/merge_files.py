"""The files of `duizhao merge`: whole memories, parts of one, one for each document, line pairs.

Nothing is written before all has been read, and no file is written in part. A file that was read is
never written over.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aligner.cli.paths import refuse_pipe
from aligner.cli.progress import Meter
from aligner.cli.projects import tell, units_of_any
from aligner.cli.saying import say
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner import Progress
    from aligner.corpus import Corpus, Counts, Filters, Source, Sources
    from aligner.formats import ExportOptions, LeftOut
    from aligner.unit import Unit

_DOCUMENT = "{document}"
_PART = "{part}"
"""What stands in the name of an output for the name of a document, and for the number of a part."""


def check_targets(
    outputs: Sequence[Path], prefix: Path | None, parts: int | None, sources: Sources
) -> None:
    """Raise, before any work, for an output that could not be written."""
    from aligner.corpus import line_pair_paths
    from aligner.files import check_writable
    from aligner.formats import unit_format_of

    for path in outputs:
        unit_format_of(path)
        if _PART in path.name and (parts is None or _DOCUMENT in path.name):
            raise click.UsageError("A name with {part} needs --parts, and no {document} in it.")
    if parts and not any(_PART in path.name for path in outputs):
        raise click.UsageError("--parts needs a name with {part} after -o.")
    lines = line_pair_paths(prefix) if prefix is not None else ()
    for path in (*outputs, *lines):
        check_writable(path, [one.path for one in sources] if path.exists() else ())
    for_each = sum(_DOCUMENT in path.name for path in outputs)
    if for_each + (for_each < len(outputs) or bool(lines)) > 1:
        for place in sources.places:
            refuse_pipe(place)


@dataclass(frozen=True, slots=True)
class Merging:
    """What is merged, how it is read, and how it is written."""

    sources: Sources
    filters: Filters
    options: ExportOptions
    salvage: bool
    zh_column: str | None
    en_column: str | None

    def write(self, outputs: Sequence[Path], prefix: Path | None, parts: int) -> None:
        """Write each output; raises UnusableInput where no unit is left for it."""
        whole = [path for path in outputs if _DOCUMENT not in path.name]
        if whole or prefix is not None:
            self._write_whole(whole, prefix, parts)
        for path in outputs:
            if _DOCUMENT in path.name:
                self._write_each(path)

    def _write_whole(self, outputs: Sequence[Path], prefix: Path | None, parts: int) -> None:
        """Write the units of all sources to each file, whole or in parts."""
        from aligner.corpus import write_line_pairs
        from aligner.formats import LeftOut

        left_out = LeftOut()
        with Meter(sys.stderr) as meter, self._merged(self.sources, left_out, meter) as corpus:
            _refuse_nothing(corpus.counts, left_out)
            files = counted(corpus.counts.documents, "file")
            for path in outputs:
                if _PART in path.name:
                    self._write_parts(corpus, path, parts, meter)
                    continue
                written = self._write_units(_metered(corpus, len(corpus), meter), path)
                say(f"{path}: {counted(written, 'unit')} from {files}")
            if prefix is not None:
                lines = write_line_pairs(_metered(corpus, len(corpus), meter), prefix)
                say(f"{prefix}.zh, {prefix}.en: {counted(lines, 'line')} from {files}")
            _tell_all(corpus.counts, left_out)

    def _write_parts(self, corpus: Corpus, pattern: Path, parts: int, meter: Progress) -> None:
        """Write each part of a corpus to a file, also one that holds nothing."""
        targets = self._free_of_sources(
            _named(pattern, _PART, f"{number:0{len(str(parts))}}") for number in range(1, parts + 1)
        )
        written = 0
        with corpus.in_parts(parts) as all_parts:
            for number, (path, part) in enumerate(zip(targets, all_parts, strict=True)):
                written += self._write_units(part, path)
                meter("writing", number + 1, parts)
        say(f"{pattern}: {counted(written, 'unit')} in {counted(parts, 'file')}")

    def _write_each(self, pattern: Path) -> None:
        """Write the units of each document to a file of its own; one without any gets none."""
        from aligner.corpus import Counts
        from aligner.formats import LeftOut

        left_out, counts, files = LeftOut(), Counts(), 0
        targets = self._free_of_sources(_each_named(pattern, self.sources))
        with Meter(sys.stderr) as meter:
            for number, (source, path) in enumerate(zip(self.sources, targets, strict=True)):
                with self._merged([source], left_out, None) as corpus:
                    if len(corpus):
                        self._write_units(corpus, path)
                        files += 1
                    counts.add(corpus.counts)
                meter("writing", number + 1, len(self.sources))
        _refuse_nothing(counts, left_out)
        say(f"{pattern}: {counted(counts.units, 'unit')} in {counted(files, 'file')}")
        _tell_all(counts, left_out)

    def _free_of_sources(self, targets: Iterable[Path]) -> Iterator[Path]:
        """Yield files to be written; raises UnwritableOutput for one that is read."""
        given = {os.path.realpath(source.path) for source in self.sources}
        for path in targets:
            if os.path.realpath(path) in given:
                raise UnwritableOutput(
                    f"{path} is the input itself and would be overwritten; name another file."
                )
            yield path

    def _write_units(self, units: Iterable[Unit], path: Path) -> int:
        """Write a file, tell what is not in it as it was, and return how many units it has."""
        from aligner.formats import write_units

        written = write_units(units, path, self.options)
        tell(written)
        return written.units

    def _merged(
        self, sources: Iterable[Source], left_out: LeftOut, progress: Progress | None
    ) -> AbstractContextManager[Corpus]:
        from aligner.corpus import merged

        def read(path: Path, progress: Progress | None) -> Iterator[Unit]:
            return units_of_any(
                path,
                progress,
                zh_column=self.zh_column,
                en_column=self.en_column,
                left_out=left_out,
            )

        return merged(sources, self.filters, read=read, salvage=self.salvage, progress=progress)


def _named(pattern: Path, gap: str, name: str) -> Path:
    return pattern.with_name(pattern.name.replace(gap, name))


def _each_named(pattern: Path, sources: Iterable[Source]) -> Iterator[Path]:
    """Yield a file for each source; no two are the same, on no system."""
    taken: set[str] = set()
    for source in sources:
        plain = name = source.document.replace("/", "-")
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name.casefold())
        yield _named(pattern, _DOCUMENT, name)


def _metered(units: Iterable[Unit], total: int, meter: Progress) -> Iterator[Unit]:
    for number, unit in enumerate(units):
        if not number % 1000:
            meter("writing", number, total)
        yield unit


def _refuse_nothing(counts: Counts, left_out: LeftOut) -> None:
    if not counts.units:
        _tell_all(counts, left_out)
        raise UnusableInput("No unit is left to write; name other sources, or ask for less.")


def _tell_all(counts: Counts, left_out: LeftOut) -> None:
    for sentence in (*counts.sentences(), *left_out.sentences()):
        say(sentence)
