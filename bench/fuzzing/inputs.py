"""The case of a seed and a number: always the same, whatever ran before it."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bench.fuzzing.case import Case, File
from bench.fuzzing.generators import GENERATORS, Made
from bench.fuzzing.mutations import mutated, packed
from bench.fuzzing.targets import Target

_SEEDS = Path(__file__).parent.parent.parent / "seeds"


def case_of(seed: int, number: int, targets: Mapping[str, Target]) -> Case:
    """Return a case by its seed and number."""
    chance = random.Random(f"{seed} {number}")
    target = chance.choices(
        list(targets.values()), weights=[one.weight for one in targets.values()]
    )[0]
    files: list[File] = []
    texts: list[str] = []
    for place, endings in enumerate(target.files(chance)):
        name, made = _file(chance, "abcd"[place], endings, target.is_exact)
        files.append(File(name, made.data))
        texts += made.texts
    return Case(target.name, tuple(files), chance.randrange(1 << 30), tuple(texts))


def _file(
    chance: random.Random, stem: str, endings: Sequence[str], is_exact: bool
) -> tuple[str, Made]:
    """Make a file under one of some endings, and what must be found in it."""
    ending = chance.choice(endings)
    made = _generated(chance, ending)
    if is_exact:
        return f"{stem}{ending}", made
    kind = chance.random()
    if kind < 0.15:
        made = Made(chance.choice(_samples()))
    if kind < 0.6:
        made = Made(mutated(chance, made.data, _generated(chance, _any(chance)).data))
    name = f"{stem}{ending}"
    if chance.random() < 0.04:
        return f"{stem}{_any(chance)}", Made(made.data)
    if chance.random() < 0.03:
        name, data = packed(chance, name, made.data)
        return name, Made(data)
    return name, made


def _generated(chance: random.Random, ending: str) -> Made:
    known = GENERATORS.get(ending) or GENERATORS[_any(chance)]
    made = known(chance)
    return made if ending in GENERATORS else Made(made.data)


def _any(chance: random.Random) -> str:
    return chance.choice(list(GENERATORS))


@cache
def _samples() -> tuple[bytes, ...]:
    """Return the sample articles of this project."""
    paths = sorted(path for path in _SEEDS.rglob("*") if path.is_file())
    return tuple(path.read_bytes() for path in paths)
