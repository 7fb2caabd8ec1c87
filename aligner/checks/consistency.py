"""One text with two translations, in either direction, over any number of pairs.

Only numbers are kept of each pair, 16 bytes and no text, so that a memory of a million units is
looked through in 50 MB. Texts are the same if only white space, capitals or the Chinese script
differ.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from aligner.checks.finding import Finding
from aligner.script import in_one_script


class Consistency:
    """Pairs taken in one by one, in order; asked once all are in."""

    def __init__(self) -> None:
        self._zh = array("Q")
        self._en = array("Q")

    def add(self, zh: str, en: str) -> None:
        """Take in the next pair. A side without text says nothing."""
        zh, en = _same(zh), _same(en)
        full = bool(zh and en)
        self._zh.append(_digest(zh) if full else 0)
        self._en.append(_digest(en) if full else 0)

    def findings(self) -> Iterator[tuple[int, Finding]]:
        """Yield the place of a pair, from 0, and what was found, in the order of the pairs.

        The first pair with a text is what later ones are compared with; units are named from 1.
        """
        first_zh: dict[int, int] = {}
        first_en: dict[int, int] = {}
        for place, (zh, en) in enumerate(zip(self._zh, self._en, strict=True)):
            if not zh:
                continue
            earlier = first_zh.setdefault(zh, place)
            if self._en[earlier] != en:
                yield place, Finding("two-english", "en", values=(str(earlier + 1),))
            earlier = first_en.setdefault(en, place)
            if self._zh[earlier] != zh:
                yield place, Finding("two-chinese", "zh", values=(str(earlier + 1),))


def check_consistency(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[int, Finding]]:
    """Yield place and finding for pairs of texts, Chinese first."""
    ledger = Consistency()
    for zh, en in pairs:
        ledger.add(zh, en)
    return ledger.findings()


def _same(text: str) -> str:
    return in_one_script(" ".join(text.split()).casefold())


def _digest(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big") or 1
