"""`duizhao merge`: the pairs of many documents made one memory, one a document, or a corpus.

What is the same is written once and counted; what a filter takes out is counted under its name.
Nothing is written before all has been read, and no file is written in part.
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

from aligner.cli.exits import EXIT_CODES
from aligner.cli.options import (
    column_options,
    export_options,
    salvage_option,
    unit_options,
    with_ending,
)
from aligner.cli.paths import FILE, INPUT, refuse_pipe
from aligner.cli.projects import tell, units_of_any
from aligner.cli.saying import say
from aligner.errors import UnusableInput, UnwritableOutput
from aligner.wording import counted

if TYPE_CHECKING:
    from aligner import Progress
    from aligner.article import Language
    from aligner.corpus import Corpus, Counts, Filters, Source, Sources
    from aligner.formats import ExportOptions, LeftOut, ToolName, XliffVersion
    from aligner.unit import Unit

_DOCUMENT = "{document}"
"""What stands in the name of an output for that of a document."""


@click.command(epilog=EXIT_CODES, short_help="Make one memory of many documents' pairs.")
@click.argument("places", metavar="SOURCE...", nargs=-1, required=True, type=INPUT)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=FILE,
    metavar="FILE",
    help="Write the memory; with {document} in its name, one for each document. May be given more "
    "than once.",
)
@click.option(
    "--lines",
    "prefix",
    type=FILE,
    metavar="PREFIX",
    help="Write PREFIX.zh and PREFIX.en, whose lines answer to each other, as trainers of "
    "translation models want them.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out pairs that nobody has confirmed and whose confidence is below X (0 to 1).",
)
@click.option(
    "--max-length-ratio",
    type=click.FloatRange(1),
    metavar="R",
    help="Leave out units in which a text is more than R times as long as goes with the other.",
)
@click.option(
    "--check-languages",
    is_flag=True,
    help="Leave out units whose texts are not in Chinese and in English.",
)
@click.option(
    "--min-numbers",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out units of whose numbers less than the share X (0 to 1) is in both texts.",
)
@click.option(
    "--drop-near",
    is_flag=True,
    help="Of units that are nearly the same, write only the first; otherwise they are marked.",
)
@unit_options
@salvage_option
@column_options
def merge(
    places: tuple[Path, ...],
    outputs: tuple[Path, ...],
    prefix: Path | None,
    min_confidence: float,
    max_length_ratio: float | None,
    check_languages: bool,
    min_numbers: float,
    drop_near: bool,
    zh_codes: tuple[str, ...],
    en_code: str | None,
    tool: ToolName | None,
    source: Language | None,
    xliff: XliffVersion,
    salvage: bool,
    zh_column: str | None,
    en_column: str | None,
) -> None:
    """Merge the units of each SOURCE: folders of pairs, memories, tables, projects.

    A folder is what a run over many documents writes, with a .jsonl for each. What is the same in
    both texts, but for white space, is written once, with how often it was there. Units whose texts
    have the same letters, whatever their digits, marks, width, capitals and script, are marked.
    Each unit says which document it comes from.

    \b
    Examples:
      duizhao merge OUT -o all.tmx
      duizhao merge OUT old.tmx -o all.tmx -o all.jsonl
      duizhao merge OUT -o memories/{document}.tmx
      duizhao merge OUT --lines corpus --min-confidence 0.5 --drop-near
    """
    from aligner.corpus import Filters, Sources

    if not outputs and prefix is None:
        raise click.UsageError("Name a file to write with -o, or two with --lines.")
    outputs = tuple(with_ending(path, tool) for path in outputs)
    sources = Sources(places)
    _check_targets(outputs, prefix, sources)
    merging = _Merging(
        sources,
        Filters(min_confidence, max_length_ratio, check_languages, min_numbers, drop_near),
        export_options(zh_codes, en_code, tool, source, xliff),
        salvage,
        zh_column,
        en_column,
    )
    whole = [path for path in outputs if not _is_for_each(path)]
    if whole or prefix is not None:
        merging.write_whole(whole, prefix)
    for path in outputs:
        if _is_for_each(path):
            merging.write_each(path)


def _is_for_each(path: Path) -> bool:
    return _DOCUMENT in path.name


def _check_targets(outputs: Sequence[Path], prefix: Path | None, sources: Sources) -> None:
    """Raise, before any work, for an output that could not be written."""
    from aligner.corpus import line_pair_paths
    from aligner.files import check_writable
    from aligner.formats import unit_format_of

    for path in outputs:
        unit_format_of(path)
    lines = line_pair_paths(prefix) if prefix is not None else ()
    for path in (*outputs, *lines):
        check_writable(path, [one.path for one in sources] if path.exists() else ())
    for_each = sum(map(_is_for_each, outputs))
    if for_each + (for_each < len(outputs) or bool(lines)) > 1:
        for place in sources.places:
            refuse_pipe(place)


@dataclass(frozen=True, slots=True)
class _Merging:
    """What is merged, how it is read, and how it is written."""

    sources: Sources
    filters: Filters
    options: ExportOptions
    salvage: bool
    zh_column: str | None
    en_column: str | None

    def write_whole(self, outputs: Sequence[Path], prefix: Path | None) -> None:
        """Write all units to each file; raises UnusableInput where none is left to write."""
        from aligner.cli.progress import Meter
        from aligner.corpus import write_line_pairs
        from aligner.formats import LeftOut, write_units

        left_out = LeftOut()
        with Meter(sys.stderr) as meter, self._merged(self.sources, left_out, meter) as corpus:
            if not len(corpus):
                _tell_all(corpus.counts, left_out)
                raise UnusableInput(
                    "No unit is left to write; name other sources, or ask for less."
                )
            files = counted(corpus.counts.documents, "file")
            for path in outputs:
                written = write_units(_metered(corpus, meter), path, self.options)
                say(f"{path}: {counted(written.units, 'unit')} from {files}")
                tell(written)
            if prefix is not None:
                lines = write_line_pairs(_metered(corpus, meter), prefix)
                say(f"{prefix}.zh, {prefix}.en: {counted(lines, 'line')} from {files}")
            _tell_all(corpus.counts, left_out)

    def write_each(self, pattern: Path) -> None:
        """Write the units of each document to a file of its own; one without any gets none."""
        from aligner.cli.progress import Meter
        from aligner.corpus import Counts
        from aligner.formats import LeftOut, write_units

        left_out, counts, files = LeftOut(), Counts(), 0
        with Meter(sys.stderr) as meter:
            for number, (source, path) in enumerate(self._targets(pattern)):
                with self._merged([source], left_out, None) as corpus:
                    if len(corpus):
                        write_units(corpus, path, self.options)
                        files += 1
                    counts.add(corpus.counts)
                meter("writing", number + 1, len(self.sources))
        counts.unfinished = self.sources.unfinished
        say(f"{pattern}: {counted(counts.units, 'unit')} in {counted(files, 'file')}")
        _tell_all(counts, left_out)

    def _targets(self, pattern: Path) -> Iterator[tuple[Source, Path]]:
        """Yield each source with its file; raises UnwritableOutput where that is a source."""
        given = {os.path.realpath(source.path) for source in self.sources}
        for source in self.sources:
            document = source.document.replace("/", "-")
            path = pattern.with_name(pattern.name.replace(_DOCUMENT, document))
            if os.path.realpath(path) in given:
                raise UnwritableOutput(
                    f"{path} is the input itself and would be overwritten; name another file."
                )
            yield source, path

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


def _metered(corpus: Corpus, meter: Progress) -> Iterator[Unit]:
    for number, unit in enumerate(corpus):
        if not number % 1000:
            meter("writing", number, len(corpus))
        yield unit


def _tell_all(counts: Counts, left_out: LeftOut) -> None:
    for sentence in (*counts.sentences(), *left_out.sentences()):
        say(sentence)
