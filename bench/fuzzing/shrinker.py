"""The smallest case that fails in the same way: delta debugging, by lines and then by bytes.

Halves, quarters and so on are left out, as long as what is left fails alike. Bounded by the number
of tries and by the clock, since each try may take as long as the fault does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from bench.fuzzing.case import Case
from bench.fuzzing.generators.packed import members_of, zipped

Fails = Callable[[Case], bool]


class Budget:
    """How much may still be tried."""

    def __init__(self, tries: int = 400, seconds: float = 40.0) -> None:
        self._tries = tries
        self._until = monotonic() + seconds

    def spend(self) -> bool:
        """Take a try; return whether there was one left."""
        self._tries -= 1
        return self._tries >= 0 and monotonic() < self._until


def shrunk(case: Case, fails: Fails, budget: Budget | None = None) -> Case:
    """Return a case as small as was found that still fails."""
    budget = budget or Budget()
    if case.texts:
        return case  # what must be found goes by the whole file
    for number in range(len(case.files)):
        case = _with_smaller_file(case, number, fails, budget)
    return case


def _with_smaller_file(case: Case, number: int, fails: Fails, budget: Budget) -> Case:
    data = case.files[number].data
    members = members_of(data) if data.startswith(b"PK") else []
    if members:
        return _with_smaller_members(case, number, members, fails, budget)

    def still(smaller: bytes) -> bool:
        return fails(case.with_data(number, smaller))

    return case.with_data(number, smallest(data, still, budget))


def _with_smaller_members(
    case: Case, number: int, members: list[tuple[str, bytes]], fails: Fails, budget: Budget
) -> Case:
    """Shrink each member of an archive; where packing anew already mends it, nothing."""
    if not fails(case.with_data(number, zipped(members))):
        return case
    for place, (name, data) in enumerate(members):

        def still(smaller: bytes, place: int = place, name: str = name) -> bool:
            tried = [*members[:place], (name, smaller), *members[place + 1 :]]
            return fails(case.with_data(number, zipped(tried)))

        members[place] = name, smallest(data, still, budget)
    return case.with_data(number, zipped(members))


def smallest(data: bytes, still: Callable[[bytes], bool], budget: Budget) -> bytes:
    """Return as few bytes of some as were found for which `still` holds."""
    lines = _reduced(data.splitlines(keepends=True), still, budget)
    return b"".join(_reduced([bytes([byte]) for byte in b"".join(lines)], still, budget))


def _reduced(parts: Sequence[bytes], still: Callable[[bytes], bool], budget: Budget) -> list[bytes]:
    """Leave out ever smaller runs of parts."""
    kept = list(parts)
    size = len(kept)
    while size >= 1 and kept:
        start = 0
        while start < len(kept):
            tried = kept[:start] + kept[start + size :]
            if not budget.spend():
                return kept
            if still(b"".join(tried)):
                kept = tried
            else:
                start += size
        size //= 2
    return kept
