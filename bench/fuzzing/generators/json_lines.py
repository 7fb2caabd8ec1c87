"""Units as JSON Lines, with everything that a unit may carry, and values of the wrong kind."""

from __future__ import annotations

import json
import random

from bench.fuzzing.generators.made import Made
from bench.fuzzing.vocabulary import awkward, text

ENDINGS = (".jsonl", ".ndjson")

_STRANGE: tuple[object, ...] = (None, 1, -1.5, 1e300, True, [], {}, ["a", 1], "x", 10**30)
_STATUSES = ("proposed", "confirmed", "review", "edited", "excluded")


def unit(chance: random.Random, strange: float = 0.3) -> dict[str, object]:
    """Make a unit as its line says it: texts as awkward as `strange` says, all else legal."""
    zh, en = text(chance, "zh", strange), text(chance, "en", strange)
    made: dict[str, object] = {"zh": zh, "en": en, "status": chance.choice(_STATUSES)}
    if chance.random() < 0.5:
        made["confidence"] = chance.randrange(1001) / 1000
    if chance.random() < 0.3:
        made["note"] = awkward(chance)
    if chance.random() < 0.3:
        made["zh_code"] = chance.choice(("zh-TW", "zh-CN", "zh-HK", "zh"))
        made["en_code"] = chance.choice(("en-US", "en-GB", "en"))
    return made


def make(chance: random.Random) -> Made:
    """Make a file of units, now and then with a value that nobody would write."""
    lines = []
    for _ in range(chance.choice((1, 3, 10, 40))):
        made = unit(chance)
        if chance.random() < 0.05:
            made[chance.choice((*made, "properties", "x"))] = chance.choice(_STRANGE)
        lines.append(json.dumps(made, ensure_ascii=chance.random() < 0.5))
    return Made("\n".join(lines).encode("utf-8", "surrogatepass"))
