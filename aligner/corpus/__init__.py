"""A corpus: the pairs of many documents and memories, made one memory.

Owns what counts as the same pair and as nearly the same, which units a corpus leaves out, and the
order of all this. Units stream by and lie on the disk meanwhile; of each stay some thirty bytes in
memory. Invariant: every unit that was read is written, is a duplicate that is counted, or is
counted under the reason for which it was left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.corpus.counts import Counts
    from aligner.corpus.filters import Filters
    from aligner.corpus.line_pairs import line_pair_paths, write_line_pairs
    from aligner.corpus.merging import Corpus, Read, merged
    from aligner.corpus.sources import Source, Sources

_MODULES = {
    "counts": ("Counts",),
    "filters": ("Filters",),
    "line_pairs": ("line_pair_paths", "write_line_pairs"),
    "merging": ("Corpus", "Read", "merged"),
    "sources": ("Source", "Sources"),
}

__all__ = [
    "Corpus",
    "Counts",
    "Filters",
    "Read",
    "Source",
    "Sources",
    "line_pair_paths",
    "merged",
    "write_line_pairs",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
