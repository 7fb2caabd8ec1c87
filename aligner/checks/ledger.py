"""The open problems of all pairs of a text, kept up to date while its pairs change.

A byte stands for each pair, so that counting and going to the next one cost a key press nothing
even among 100,000. What is known without looking into the texts is there at once; the rest is
filled in stretch by stretch (`unchecked`, `look_at`, `take`), which a worker can do, and after an
edit only the pairs that it has made are looked at again. Of a memory the pairs are compared with
one another too (`to_compare`, `compared`, `take_comparison`). Invariant: the bytes are those of the
pairs that the ledger was last told of, and a pair that has not been checked says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from time import sleep

from aligner.bitext import LOW_CONFIDENCE, Pair
from aligner.checks.consistency import UNCOMPARED, Consistency, Digests, digests_of
from aligner.checks.finding import Finding
from aligner.checks.problems import (
    ANY,
    KINDS,
    Problem,
    Scrutiny,
    checked_problems,
    is_closed,
    missing_texts,
    quick_problems,
)
from aligner.checks.usual import usual_codes
from aligner.edits import Change, Hunk

_GAP, _UNLIKE, _UNCHECKED = 32, 64, 128
"""Beside the kinds of problem: a decided pair that lacks a text; an open pair that is at odds with
another one of its memory; a pair whose texts have not been checked yet."""
_AT_ONCE = 64
"""Pairs of a change that are checked with it: a fraction of a millisecond each."""
_ONLY_UNLIKE = bytes(byte & _UNLIKE for byte in range(256))
_IS_STOP = bytes(byte & ~_GAP != 0 for byte in range(256))
_ONLY_PROBLEMS = bytes(
    byte & ANY | (Problem.WARNED if byte & _UNLIKE else 0) for byte in range(256)
)
_IS_UNCHECKED = bytes(byte & _UNCHECKED != 0 for byte in range(256))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pairs have which open problem."""

    by_kind: Mapping[Problem, int]
    """Only the kinds that there are."""
    open: int
    """Pairs with a problem of any kind."""
    gaps: int
    """Pairs that lack a text and that a translator left so."""
    unchecked: int
    """Pairs whose texts have not been checked yet."""
    pairs: int


@dataclass(frozen=True, slots=True)
class Look:
    """What was found in pairs that follow each other; see `ProblemLedger.look_at`."""

    first: int
    """Position of the first of them, from 0."""
    problems: bytes
    """A byte a pair."""
    digests: tuple[Digests, ...]
    """What stands for each among the others; none where pairs are not compared."""

    def still_true(self, before: Sequence[Pair], now: Sequence[Pair]) -> Iterator[Look]:
        """Yield the parts of it whose pairs stand where they stood before an edit, or moved by it.

        `before` are all pairs that it is about, `now` all there are after one edit or some.
        """
        if now is before:
            yield self
            return
        shift = len(now) - len(before)
        numbers = range(len(self.problems))
        for way, group in groupby(numbers, lambda n: _way(before, now, self.first + n, shift)):
            if way is not None:
                part = [*group]
                cut = slice(part[0], part[-1] + 1)
                yield Look(self.first + part[0] + way, self.problems[cut], self.digests[cut])


class ProblemLedger:
    """The open problems of the pairs of a text; `vouched` and `compares` are those of a memory.

    `vouched` are the pairs that a translator has confirmed in this project; None where every
    status comes from there, as in an article. `compares` says whether one pair may be at odds with
    another: in a memory a text has one translation, in an article it has many.
    """

    def __init__(
        self,
        pairs: Sequence[Pair],
        *,
        vouched: Iterable[Pair] | None = None,
        compares: bool = False,
    ) -> None:
        self.scrutiny: Scrutiny | None = None
        """What pairs are checked for; None as long as nobody has said."""
        self.comparison: Mapping[int, Sequence[Finding]] = {}
        """How pairs are at odds with others, by position, as it was compared last."""
        self.changes = 0
        """How often anything has changed; who keeps what was made of the bytes asks for it."""
        self._vouched = None if vouched is None else set(vouched)
        self._compared = Consistency() if compares else None
        self._bytes = bytearray(map(self._unchecked, pairs))
        self._stops = self._bytes.translate(_IS_STOP)
        self._counts = Counter(self._bytes)
        if self._compared is not None:
            self._compared.replace(0, 0, [UNCOMPARED] * len(pairs))

    @property
    def is_memory(self) -> bool:
        """Whether the pairs are units of a memory, which are compared with one another."""
        return self._compared is not None

    # What is open.

    def problems(self, place: int) -> Problem:
        """Return the open problems of the pair at a position, as far as they are known."""
        return _problem(self._bytes[place])

    def all_problems(self, places: Sequence[int] | None = None) -> bytes:
        """Return the open problems of all pairs, or of those at some positions, a byte a pair."""
        row = self._bytes
        chosen = row if places is None else bytearray(map(row.__getitem__, places))
        return bytes(chosen.translate(_ONLY_PROBLEMS))

    def is_checked(self, place: int) -> bool:
        """Whether the texts of the pair at a position have been checked."""
        return not self._bytes[place] & _UNCHECKED

    def tally(self) -> Tally:
        """Return how many pairs have which open problem."""
        found: Counter[Problem] = Counter()
        unchecked = gaps = some = 0
        for byte, count in self._counts.items():
            problems = _problem(byte)
            for kind in problems.kinds:
                found[kind] += count
            some += count if problems else 0
            gaps += count if byte & _GAP else 0
            unchecked += count if byte & _UNCHECKED else 0
        by_kind = {kind: found[kind] for kind in KINDS if found[kind]}
        return Tally(by_kind, some, gaps, unchecked, len(self._bytes))

    def is_stop(self, place: int) -> bool:
        """Whether the pair at a position has an open problem, or may have one."""
        return bool(self._stops[place])

    def next_stop(self, place: int, *, forward: bool = True) -> int | None:
        """Return the nearest pair with an open problem, or that may have one, round the ends.

        The pair at `place` itself comes last; None where there is no such pair.
        """
        stops = self._stops
        found = stops.find(1, place + 1) if forward else stops.rfind(1, 0, max(place, 0))
        if found < 0:
            found = stops.find(1) if forward else stops.rfind(1)
        return None if found < 0 else found

    # Finding out.

    def begin(self, scrutiny: Scrutiny, pairs: Sequence[Pair]) -> None:
        """Check the pairs for this from now on; whatever is open is to be checked again."""
        is_first, self.scrutiny = self.scrutiny is None, scrutiny
        if is_first:
            return
        kept = self._bytes.translate(_ONLY_UNLIKE)
        self._put(0, len(kept), _either(bytes(map(self._unchecked, pairs)), kept))

    def unchecked(self, near: int, most: int) -> range:
        """Return the positions of some pairs that have not been checked, from `near` on first."""
        places = self._bytes.translate(_IS_UNCHECKED)
        first = places.find(1, near)
        first = places.find(1) if first < 0 else first
        if first < 0:
            return range(0)
        behind = places.find(0, first, first + most)
        return range(first, min(first + most, len(places)) if behind < 0 else behind)

    def look_at(self, first: int, pairs: Sequence[Pair]) -> Look:
        """Check pairs from a position on; this changes nothing, and may be done in a thread."""
        scrutiny = self.scrutiny or Scrutiny()
        found = bytearray()
        digests = []
        for pair in pairs:
            found.append(self._checked(pair, scrutiny))
            if self._compared is not None:
                digests.append(_digests_of(pair))
            sleep(0)  # whoever presses a key is not to wait for this
        return Look(first, bytes(found), tuple(digests))

    def take(self, look: Look) -> None:
        """Enter what was found, in the pairs that it was found in."""
        count = len(look.problems)
        kept = self._bytes[look.first : look.first + count].translate(_ONLY_UNLIKE)
        self._put(look.first, count, _either(look.problems, kept))
        if self._compared is not None:
            self._compared.replace(look.first, count, look.digests)

    def to_compare(self) -> Consistency | None:
        """Return the pairs to be compared with one another; None where they are not to be."""
        return None if self._compared is None else self._compared.copy()

    def take_comparison(
        self, found: Mapping[int, Sequence[Finding]], pairs: Sequence[Pair]
    ) -> None:
        """Enter how the pairs, as they are now, are at odds with one another."""
        self.comparison = found
        for place in {*_places(self._bytes.translate(_ONLY_UNLIKE), _UNLIKE), *found}:
            byte = self._bytes[place] & ~_UNLIKE
            if place in found and not self._is_closed(pairs[place]):
                byte |= _UNLIKE
            if byte != self._bytes[place]:
                self._put(place, 1, bytes([byte]))

    def follow(self, change: Change, *, undoes: bool = False) -> None:
        """Take a change over: a few new pairs are checked with it, more of them later.

        A translator vouches for what an edit confirms, until the edit is undone.
        """
        if self._vouched is not None:
            for hunk in change.hunks:
                if undoes:
                    self._vouched.difference_update(hunk.old)
                else:
                    self._vouched.update(hunk.new)
        for place, hunk in change.placed():
            new = self._unchecked_again(place, hunk)
            self._put(place, len(hunk.old), new)
            if self._compared is not None:
                self._compared.replace(place, len(hunk.old), [UNCOMPARED] * len(new))
        if self.scrutiny is None:
            return
        for place, hunk in change.placed():
            if len(hunk.new) <= _AT_ONCE:
                self.take(self.look_at(place, hunk.new))

    # Keeping it.

    def _unchecked_again(self, place: int, hunk: Hunk) -> bytes:
        """Return the bytes of new pairs; what reads as before is at odds with others as before."""
        new = bytes(map(self._unchecked, hunk.new))
        if [pair.texts for pair in hunk.old] != [pair.texts for pair in hunk.new]:
            return new
        known = self._bytes[place : place + len(new)].translate(_ONLY_UNLIKE)
        kept = bytearray(len(new))
        for row, (pair, byte) in enumerate(zip(hunk.new, known, strict=True)):
            if not self._is_closed(pair):  # one that was closed has no byte, only the comparison
                kept[row] = byte or (_UNLIKE if place + row in self.comparison else 0)
        return _either(new, kept)

    def _put(self, place: int, count: int, new: bytes | bytearray) -> None:
        """Put bytes in the place of so many others."""
        old = self._bytes[place : place + count]
        self._counts.subtract(Counter(old))
        self._counts.update(Counter(new))
        self.changes += 1
        self._bytes[place : place + count] = new
        self._stops[place : place + count] = new.translate(_IS_STOP)

    def _is_vouched(self, pair: Pair) -> bool:
        return self._vouched is None or pair.status != "confirmed" or pair in self._vouched

    def _is_closed(self, pair: Pair) -> bool:
        return is_closed(pair, is_vouched=self._is_vouched(pair))

    def _unchecked(self, pair: Pair) -> int:
        """Return the byte of a pair whose texts have not been checked."""
        is_usual = pair.status == "proposed" and pair.confidence >= LOW_CONFIDENCE
        if is_usual and pair.zh_text.strip() and pair.en_text.strip():
            return _UNCHECKED  # as of most pairs, and the same as below
        if self._is_closed(pair):
            gap = _GAP if pair.status != "excluded" and missing_texts(pair) else 0
            is_compared = self._compared is not None and pair.status != "excluded"
            return gap | (_UNCHECKED if is_compared else 0)
        return quick_problems(pair, is_vouched=self._is_vouched(pair)) | _UNCHECKED

    def _checked(self, pair: Pair, scrutiny: Scrutiny) -> int:
        known = self._unchecked(pair) & ~_UNCHECKED
        return known if self._is_closed(pair) else known | checked_problems(pair, scrutiny)


def compared(pairs: Consistency, count: int) -> dict[int, list[Finding]]:
    """Return how so many pairs are at odds with one another, by position; slow for many pairs.

    What nearly all of them are is left out, as it is of the warnings of single pairs.
    """
    found: dict[int, list[Finding]] = {}
    for place, finding in (*pairs.findings(), *pairs.repeated()):
        found.setdefault(place, []).append(finding)
    usual = usual_codes(({one.code for one in some} for some in found.values()), count)
    told = {place: [one for one in some if one.code not in usual] for place, some in found.items()}
    return {place: some for place, some in told.items() if some}


def _places(row: bytes | bytearray, byte: int) -> Iterator[int]:
    """Yield where a byte stands in a row of bytes."""
    place = row.find(byte)
    while place >= 0:
        yield place
        place = row.find(byte, place + 1)


def _way(before: Sequence[Pair], now: Sequence[Pair], place: int, shift: int) -> int | None:
    """Return how far a pair has moved, 0 or `shift`; None where it stands in neither place."""
    for way in (0, shift):
        if 0 <= place + way < len(now) and now[place + way] is before[place]:
            return way
    return None


def _digests_of(pair: Pair) -> Digests:
    return UNCOMPARED if pair.status == "excluded" else digests_of(pair.zh_text, pair.en_text)


def _problem(byte: int) -> Problem:
    """Return the kinds of problem that a byte holds."""
    return Problem(_ONLY_PROBLEMS[byte])


def _either(one: bytes | bytearray, other: bytes | bytearray) -> bytes:
    """Return the bits that either of two rows of bytes has."""
    both = int.from_bytes(one, "little") | int.from_bytes(other, "little")
    return both.to_bytes(len(one), "little")
