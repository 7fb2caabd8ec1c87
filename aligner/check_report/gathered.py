"""Findings gathered while a file is checked, in the order of a report.

The open ones come by kind, the kind with the most first, and then those that somebody accepted;
within a kind they stand as the units do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager

from aligner.check_report.entry import Entry, Noted
from aligner.check_report.unit_texts import UnitTexts
from aligner.checks import Finding, kind_of, ranked_kinds
from aligner.files import scratch_folder
from aligner.formats import Issue

_KEY_LENGTH = 16
"""Hexadecimal digits: of a million findings two differ in nearly every case."""


@contextmanager
def gathering(accepted: Mapping[str, str]) -> Iterator[Gathering]:
    """Gather the findings of a file; `accepted` has the keys of those that may stay, and why."""
    with scratch_folder() as folder, ExitStack() as stack:
        yield Gathering(UnitTexts(folder, stack), accepted)


class Gathering:
    """The findings of a file that is being checked; `gathering` makes one."""

    def __init__(self, texts: UnitTexts, accepted: Mapping[str, str]) -> None:
        self.zh_code = ""
        """Language code of the Chinese, as the first unit has it that has one."""
        self._texts = texts
        self._known = accepted
        self._open: list[Noted] = []
        self._accepted: list[Noted] = []

    @property
    def accepted(self) -> int:
        """Return how many findings were accepted."""
        return sum(noted.times for noted in self._accepted)

    def add_unit(self, zh: str, en: str, zh_code: str = "") -> None:
        """Take in the next unit, whose findings come from now on."""
        self._texts.add(zh, en)
        self.zh_code = self.zh_code or zh_code

    def add_finding(self, number: int, finding: Finding, sentence: str) -> bool:
        """Take in what was found in a unit; return whether it is open, and not accepted."""
        texts = self._texts.of(number)
        key = _key(finding.code, finding.side, finding.zh, finding.en, *texts)
        return self._add(
            Noted(
                finding.code,
                sentence,
                number,
                zh_span=finding.zh,
                en_span=finding.en,
                key=key,
                accepted=self._known.get(key),
            )
        )

    def add_issue(self, issue: Issue, sentence: str) -> bool:
        """Take in what is wrong with the file itself; return whether it is open."""
        # Without its line, which moves, and its sentence, which is in one language.
        key = _key(issue.code, issue.kind, issue.values)
        return self._add(
            Noted(
                issue.code,
                sentence,
                line=issue.line,
                times=issue.times,
                key=key,
                accepted=self._known.get(key),
            )
        )

    def _add(self, noted: Noted) -> bool:
        is_open = noted.accepted is None
        (self._open if is_open else self._accepted).append(noted)
        return is_open

    def entries(self) -> Iterator[Entry]:
        """Yield all findings with the texts of their units, in the order of a report."""
        counts: dict[str, int] = {}
        for noted in self._open:
            counts[noted.code] = counts.get(noted.code, 0) + noted.times
        rank = {kind: place for place, (kind, _) in enumerate(ranked_kinds(counts))}
        ordered = sorted(self._open, key=lambda n: (rank[kind_of(n.code)], n.number, n.line))
        for noted in (*ordered, *sorted(self._accepted, key=lambda n: (n.number, n.line))):
            yield Entry(noted, *self._texts.of(noted.number))


def _key(*parts: object) -> str:
    # As ASCII, since a text may hold half a character.
    said = json.dumps(parts, ensure_ascii=True).encode("ascii")
    return hashlib.sha256(said).hexdigest()[:_KEY_LENGTH]
