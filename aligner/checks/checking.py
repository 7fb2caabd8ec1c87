"""Checking: every check of a pair by itself, and of many pairs also among one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aligner.checks.amounts import check_numbers
from aligner.checks.characters import check_characters
from aligner.checks.consistency import Consistency
from aligner.checks.finding import Finding
from aligner.checks.languages import WRONG_LANGUAGE, check_languages
from aligner.checks.length import check_length
from aligner.checks.marks import check_marks
from aligner.checks.names import check_names
from aligner.checks.repetition import check_repetition
from aligner.checks.tags import check_tags
from aligner.checks.wording import CODES
from aligner.checks.writing import check_writing

_ORDER = {code: k for k, code in enumerate(CODES)}


def check_pair(zh: str, en: str, *, silenced: frozenset[str] = frozenset()) -> list[Finding]:
    """Return what is to be looked at in a pair by itself, in the order of `CODES`.

    `silenced` holds codes not to report. Two texts in the wrong language are told of that alone,
    and a pair with one text of what can be seen in it.
    """
    found = [finding for finding in _look(zh, en) if finding.code not in silenced]
    return found if len(found) < 2 else sorted(found, key=lambda finding: _ORDER[finding.code])


def check_all(
    pairs: Iterable[tuple[str, str]], *, silenced: frozenset[str] = frozenset()
) -> dict[int, list[Finding]]:
    """Return the findings of many pairs, Chinese first, by place from 0; no place without one."""
    found: dict[int, list[Finding]] = {}
    ledger = Consistency()
    for place, (zh, en) in enumerate(pairs):
        ledger.add(zh, en)
        if own := check_pair(zh, en, silenced=silenced):
            found[place] = own
    for place, finding in ledger.findings():
        if finding.code not in silenced:
            found.setdefault(place, []).append(finding)
    return found


def _look(zh: str, en: str) -> Iterator[Finding]:
    yield from check_writing(zh, en)
    yield from check_characters(zh, en)
    if not zh.strip() or not en.strip():
        yield Finding("empty", "en" if zh.strip() else "zh" if en.strip() else "both")
        return
    wrong = False
    for finding in check_languages(zh, en):
        wrong = wrong or finding.code in WRONG_LANGUAGE
        yield finding
    if wrong:
        return
    yield from check_numbers(zh, en)
    yield from check_names(zh, en)
    yield from check_tags(zh, en)
    yield from check_repetition(zh, en)
    yield from check_length(zh, en)
    yield from check_marks(zh, en)
