"""Files of each kind, well-formed, by the ending of their names: one module a kind.

A module has `ENDINGS` and `make`, which returns a `Made`. To add a kind, write its module and name
it in `_KINDS`; `packed.zipped` makes the documents that are archives. An ending that no module has
is fuzzed by what is done to other files under its name.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from importlib import import_module

from bench.fuzzing.generators.made import Made

_KINDS = (
    "plain_text",
    "markdown",
    "html",
    "tables",
    "workbook",
    "tmx",
    "xliff",
    "po",
    "json_lines",
    "tbx",
    "keymap",
    "damage",
    "docx",
    "epub",
    "subtitles",
)

Generator = Callable[[random.Random], Made]


def _generators() -> dict[str, Generator]:
    found: dict[str, Generator] = {}
    for kind in _KINDS:
        module = import_module(f"{__name__}.{kind}")
        found |= dict.fromkeys(module.ENDINGS, module.make)
    return found


GENERATORS: Mapping[str, Generator] = _generators()

__all__ = ["GENERATORS", "Generator", "Made"]
