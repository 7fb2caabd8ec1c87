"""What is run with a case: readers, writers, commands, projects and memories."""

from __future__ import annotations

from collections.abc import Mapping

from bench.fuzzing.targets import commands, databases, reading, writing
from bench.fuzzing.targets.target import Target

TARGETS: Mapping[str, Target] = {
    target.name: target
    for module in (reading, writing, commands, databases)
    for target in module.TARGETS
}

__all__ = ["TARGETS", "Target", "chosen", "warm_up"]


def chosen(targets: Mapping[str, Target], name: str) -> Mapping[str, Target]:
    """Return the target of a name; all of them where it is empty."""
    return {name: targets[name]} if name else targets


def warm_up() -> None:
    """Import and load, in the process that the others are forked from, what all of them need."""
    import os

    os.environ["TOKENIZERS_PARALLELISM"] = "false"  # threads do not survive a fork
    import openpyxl  # noqa: F401
    import polib  # noqa: F401

    import aligner
    from aligner.cli import main  # noqa: F401

    databases.prepare()
    aligner.align_segments(["灯塔建于一八九〇年。"], ["The lighthouse was built in 1890."])
    aligner.check([("灯塔建于1890年。", "The lighthouse was built in 1891.")])
    aligner.mine_terms([("灯塔亮了。", "The lighthouse was lit.")] * 3)
