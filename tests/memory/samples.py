"""Units to fill memories with."""

from __future__ import annotations

from pathlib import Path

from aligner.memory import Memory
from aligner.unit import Unit

LAMP = Unit("燈塔的燈亮了。", "The lamp of the lighthouse was lit.", "zh-TW", "en-US")
DOOR = Unit("守塔人关上了门。", "The keeper closed the door.", "zh-CN", "en-GB", 0.9)
STORM = Unit(
    "暴风雨在午夜来临，海水涌上了码头。",
    "The storm came at midnight, and the sea rose over the quay.",
    status="confirmed",
    note="ch. 2",
    properties=(("x-client", "Harbour"), ("zh/seg", "暴风雨")),
)
SHIP = Unit("三艘船在雾中迷失了方向。", "Three ships lost their way in the fog.")
UNITS = (LAMP, DOOR, STORM, SHIP)


def memory_of(path: Path, *units: Unit) -> Memory:
    """Make a memory of units and leave it open to be added to."""
    memory = Memory(path, to_add=True)
    memory.add(units or UNITS, "samples.tmx")
    return memory
