"""The refusal of a file whose units are in other languages than Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.unit import Unit


def units_or_refusal(
    path: Path, others: Mapping[str, object], units: Iterator[Unit]
) -> Iterator[Unit]:
    """Yield units; raise UnusableInput, if there are none, for the languages that there are.

    `others` has the codes of those languages as keys once the units have been read.
    """
    first = next(units, None)
    if first is not None:
        yield first
        yield from units
    elif others:
        raise UnusableInput(
            f"{path} holds neither Chinese nor English, but {', '.join(filter(None, others))}."
        )
