"""A translation unit: one segment in both languages, as translation memories hold it.

A pair belongs to an article and knows its sentences; a unit stands by itself and comes from any
tool's file. Texts are as the file has them.
"""

from __future__ import annotations

from dataclasses import dataclass

from aligner.bitext import Status


@dataclass(frozen=True, slots=True)
class Unit:
    """One segment in both languages. Either text may be empty."""

    zh: str
    en: str
    zh_code: str = ""
    """Language code as the file has it (`zh-TW`, `ZH-CN`, `zh-Hans`); empty where it has none."""
    en_code: str = ""
    confidence: float | None = None
    """Probability that the pair is right, 0 to 1, where the file says it."""
    status: Status = "proposed"
    note: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    """What else the file says of it: names and values, in its order."""
