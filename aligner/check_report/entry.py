"""What a report is made of: findings as they were told, and the units that they are about.

Invariant: a place that a finding marks lies in the text that stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from aligner.wording import UiLanguage

Span = tuple[int, int]
"""Start and end in characters of a text."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding as it was told, without the texts of its unit."""

    code: str
    """What it is silenced by."""
    sentence: str
    """What was found, in the language of the report."""
    number: int = 0
    """Which unit it is about, from 1; 0 for what is wrong with the file itself."""
    line: int = 0
    """Line of the file, from 1; 0 where none is known."""
    times: int = 1
    """How many places it stands for."""
    zh_span: Span | None = None
    """The place in the Chinese text, where there is one."""
    en_span: Span | None = None
    """The place in the English text, where there is one."""
    key: str = ""
    """Equal for the same finding in the same texts, wherever the unit stands."""
    accepted: str | None = None
    """Why it may stay, in the words of whoever accepted it; None while it is open."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with the texts of its unit; both are empty for the file itself."""

    noted: Noted
    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check came to, for whoever writes it."""

    file: str
    """Name of the file that was checked."""
    units: int
    found: Mapping[str, int]
    """How many open findings there are of each code."""
    entries: Callable[[], Iterable[Entry]]
    """Returns all findings, those that are open by kind and then those that were accepted."""
    codes: Mapping[str, str]
    """Every code that there is, with what it stands for."""
    silenced: frozenset[str] = frozenset()
    """Codes that were not looked for."""
    accepted: int = 0
    """How many findings were accepted."""
    remarks: tuple[str, ...] = ()
    """What else is to be known: units that were not read, and why."""
    zh_code: str = "zh"
    """Language code of the Chinese, for its fonts."""
    lang: UiLanguage = "en"

    @property
    def total(self) -> int:
        """Return how many open findings there are."""
        return sum(self.found.values())
