"""A user's own keys, in TOML."""

from __future__ import annotations

import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.vocabulary import awkward

ENDINGS = (".toml",)

_VALUES = ('"j"', '["y", "f2"]', "[]", "1", '""', '["a", 1]', "2024-01-01", "{ a = 1 }", "true")


def make(chance: random.Random) -> Made:
    """Make a keymap: actions that there are, and some that there are not."""
    from tui import BY_NAME

    names = [*BY_NAME, "nothing", "a.b", '"a b"']
    lines = [chance.choice(("[keys]", "[keys]", "[keys]", "[other]", ""))]
    for name in chance.sample(names, chance.randint(0, 5)):
        value = chance.choice(_VALUES) if chance.random() < 0.8 else repr(awkward(chance))
        lines.append(f"{name} = {value}")
    return Made("\n".join(lines).encode("utf-8", "surrogatepass"))
