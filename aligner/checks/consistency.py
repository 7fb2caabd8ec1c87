"""What only many pairs together show: one text with two translations, and one pair twice.

Only digests are kept of each pair, 24 bytes and no text, so that a memory of a million units is
looked through in little room. Translations differ if more differs than folding says (not white
space, capitals, the Chinese script, the shape of a mark); pairs are the same only if they are
letter by letter. What has another code for its
Chinese is never compared: one text is written for several regions on purpose.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from aligner.checks.finding import Finding
from aligner.lexicon import CONSISTENCY, fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


Digests = tuple[int, int, int]
"""What stands for the Chinese of a pair, its English, and both letter by letter."""

_NOTHING = 0
UNCOMPARED: Digests = (_NOTHING, _NOTHING, _NOTHING)
"""What stands for a pair that is compared with no other."""


class Consistency:
    """Pairs taken in one by one, in order; asked once all are in."""

    def __init__(self) -> None:
        self._zh = array("Q")
        self._en = array("Q")
        self._whole = array("Q")

    def add(self, zh: str, en: str, zh_code: str = "") -> None:
        """Take in the next pair. A pair without one of its texts says nothing."""
        self.replace(len(self._zh), 0, [digests_of(zh, en, zh_code)])

    def replace(self, place: int, count: int, new: Sequence[Digests]) -> None:
        """Put pairs, by their digests, in the place of so many others from a position on."""
        for n, side in enumerate((self._zh, self._en, self._whole)):
            side[place : place + count] = array("Q", [digests[n] for digests in new])

    def copy(self) -> Consistency:
        """Return the same pairs, to be asked while these change."""
        other = Consistency()
        other._zh, other._en, other._whole = self._zh[:], self._en[:], self._whole[:]
        return other

    def findings(self) -> Iterator[tuple[int, Finding]]:
        """Yield the place of a pair, from 0, and what was found, in the order of the pairs.

        The first pair with a text is what later ones are compared with; it is named by its number
        from 1.
        """
        import numpy as np

        zh, en = (np.frombuffer(side, dtype=np.uint64) for side in (self._zh, self._en))
        if not len(zh):
            return
        first_zh, first_en = _first(zh), _first(en)
        full = zh != _NOTHING
        other_en, other_zh = full & (en[first_zh] != en), full & (zh[first_en] != zh)
        for place in np.flatnonzero(other_en | other_zh).tolist():
            if other_en[place]:
                number = str(int(first_zh[place]) + 1)
                yield place, Finding("two-english", "en", values=(number,))
            if other_zh[place]:
                number = str(int(first_en[place]) + 1)
                yield place, Finding("two-chinese", "zh", values=(number,))

    def repeated(self) -> Iterator[tuple[int, Finding]]:
        """Yield the place, from 0, of every pair that is letter by letter an earlier one."""
        import numpy as np

        whole = np.frombuffer(self._whole, dtype=np.uint64)
        if not len(whole):
            return
        first = _first(whole)
        later = (first != np.arange(len(whole))) & (whole != _NOTHING)
        for place in np.flatnonzero(later).tolist():
            yield place, Finding("duplicate", "both", values=(str(int(first[place]) + 1),))


def digests_of(zh: str, en: str, zh_code: str = "") -> Digests:
    """Return what stands for a pair among others; nothing for one that lacks a text."""
    if not zh.strip() or not en.strip():
        return UNCOMPARED
    code = _plain_code(zh_code)
    return (
        _digest(f"{code}{_same(zh)}"),
        _digest(f"{code}{_same(en)}"),
        _digest(f"{code}{zh.strip()}\0{en.strip()}"),
    )


def digest_of_pair(zh: str, en: str, zh_code: str = "") -> int:
    """Return 64 bits that stand for a pair, under the code of its Chinese."""
    return _digest(f"{_plain_code(zh_code)}{zh}\0{en}")


def _plain_code(code: str) -> str:
    """Return a code as it goes before a text, alike for `zh-TW` and `ZH_tw`."""
    return f"{code.lower().replace('_', '-')}\0" if code else ""


def _first(digests: NDArray[np.uint64]) -> NDArray[np.intp]:
    """Return for each place the first one that holds the same."""
    import numpy as np

    _, first, inverse = np.unique(digests, return_index=True, return_inverse=True)
    earliest: NDArray[np.intp] = first[inverse]
    return earliest


def _same(text: str) -> str:
    return fold(text, CONSISTENCY).casefold()


def _digest(text: str) -> int:
    if not text:
        return _NOTHING
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big") or 1
