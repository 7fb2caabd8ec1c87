"""Line pairs, as Moses and most trainers of translation models read them: a file a language.

Line n of one file answers to line n of the other; nothing is escaped. A text takes one line, so its
line ends and tabs become spaces. Both files are finished before either takes its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from aligner.files import segment, writing_atomically
from aligner.unit import Unit


def line_pair_paths(prefix: Path) -> tuple[Path, Path]:
    """Return the Chinese file and the English one: `corpus.zh` and `corpus.en` of `corpus`."""
    return prefix.with_name(f"{prefix.name}.zh"), prefix.with_name(f"{prefix.name}.en")


def write_line_pairs(units: Iterable[Unit], prefix: Path) -> int:
    """Write the Chinese of units to one file and the English to another; return how many lines.

    A unit of which nothing is left when it is made a line (no more than characters that no file may
    hold) gets none. Raises UnwritableOutput.
    """
    zh_path, en_path = line_pair_paths(prefix)
    lines = 0
    with writing_atomically(zh_path) as zh_file, writing_atomically(en_path) as en_file:
        for unit in units:
            zh, en = segment(unit.zh), segment(unit.en)
            if zh and en:
                zh_file.write(f"{zh}\n".encode())
                en_file.write(f"{en}\n".encode())
                lines += 1
        zh_file.flush()  # a disk that is full says so before the other file takes its place
    return lines
