"""How right an alignment is, in the terms of the published aligners.

A bead is strictly right when it equals a gold bead, laxly right when it shares a segment with one
on both sides; precision counts every predicted bead, recall every gold bead that has both sides.
Omitted segments are scored one by one. Calibration compares the confidence of the beads with how
many of them are strictly right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

Bead = tuple[tuple[int, ...], tuple[int, ...]]

_BINS = 10


@dataclass(frozen=True)
class Tally:
    """Counts of one text or of many; they add up."""

    predicted: int = 0
    gold: int = 0
    strict_predicted: int = 0
    strict_gold: int = 0
    lax_predicted: int = 0
    lax_gold: int = 0
    many_hit: int = 0
    many_predicted: int = 0
    many_gold: int = 0
    omitted_hit: int = 0
    omitted_predicted: int = 0
    omitted_gold: int = 0
    judged: tuple[tuple[float, bool], ...] = field(default=())
    """Confidence of each bead, and whether it is strictly right."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def strict(self) -> float:
        """Strict F1."""
        return _f1(self.strict_predicted, self.predicted, self.strict_gold, self.gold)

    @property
    def lax(self) -> float:
        """Lax F1."""
        return _f1(self.lax_predicted, self.predicted, self.lax_gold, self.gold)

    @property
    def many(self) -> float:
        """Strict F1 of the beads that are not 1-1 and have both sides."""
        return _f1(self.many_hit, self.many_predicted, self.many_hit, self.many_gold)

    @property
    def omitted(self) -> float:
        """F1 of single segments left without a partner."""
        return _f1(self.omitted_hit, self.omitted_predicted, self.omitted_hit, self.omitted_gold)

    def calibration_error(self) -> float:
        """Return the expected calibration error over ten equal bins of confidence."""
        total = len(self.judged)
        return sum(n * abs(sure - right) for n, sure, right in self._bins()) / max(total, 1)

    def line(self) -> str:
        """Return the scores in a line."""
        return (
            f"strict F1 {self.strict:.3f} | lax F1 {self.lax:.3f} | n-m F1 {self.many:.3f} | "
            f"omitted F1 {self.omitted:.3f} | calibration error {self.calibration_error():.3f}"
        )

    def reliability(self) -> str:
        """Return a table of confidence against the share that is right."""
        rows = [
            f"  {n:5d} beads  mean confidence {c:.3f}  right {r:.3f}" for n, c, r in self._bins()
        ]
        return "\n".join(rows)

    def _bins(self) -> list[tuple[int, float, float]]:
        found = []
        for k in range(_BINS):
            low, high = k / _BINS, (k + 1) / _BINS
            inside = [
                j for j in self.judged if low <= j[0] < high or (k == _BINS - 1 and j[0] == 1)
            ]
            if inside:
                n = len(inside)
                found.append((n, sum(c for c, _ in inside) / n, sum(r for _, r in inside) / n))
        return found


def tally(case: Mapping[str, Any], answer: Mapping[str, Any]) -> Tally:
    """Count the hits of one predicted alignment (`beads`, `confidence`) against its gold."""
    gold = _beads(case["gold"])
    found = _beads(answer["beads"])
    gold_full, found_full = _full(gold), _full(found)
    sure = answer.get("confidence") or [1.0] * len(answer["beads"])
    judged = tuple(
        (float(c), (tuple(b[0]), tuple(b[1])) in gold)
        for b, c in zip(answer["beads"], sure, strict=True)
    )
    many_gold, many_found = _many(gold_full), _many(found_full)
    out_gold, out_found = _omitted(gold), _omitted(found)
    return Tally(
        predicted=len(found),
        gold=len(gold_full),
        strict_predicted=len(found & gold),
        strict_gold=len(gold_full & found_full),
        lax_predicted=_lax(found, gold) + len((found & gold) - found_full),
        lax_gold=_lax(gold_full, found_full),
        many_hit=len(many_gold & many_found),
        many_predicted=len(many_found),
        many_gold=len(many_gold),
        omitted_hit=len(out_gold & out_found),
        omitted_predicted=len(out_found),
        omitted_gold=len(out_gold),
        judged=judged,
    )


def _f1(hit: int, predicted: int, hit_gold: int, gold: int) -> float:
    precision, recall = hit / max(predicted, 1), hit_gold / max(gold, 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _beads(raw: Iterable[Any]) -> set[Bead]:
    return {(tuple(zh), tuple(en)) for zh, en in raw if zh or en}


def _full(beads: set[Bead]) -> set[Bead]:
    return {bead for bead in beads if bead[0] and bead[1]}


def _many(beads: set[Bead]) -> set[Bead]:
    return {bead for bead in beads if len(bead[0]) + len(bead[1]) > 2}


def _omitted(beads: set[Bead]) -> set[tuple[str, int]]:
    return {("zh", i) for zh, en in beads if not en for i in zh} | {
        ("en", j) for zh, en in beads if not zh for j in en
    }


def _lax(beads: set[Bead], other: set[Bead]) -> int:
    linked = {(i, j) for zh, en in other for i in zh for j in en}
    return sum(any((i, j) in linked for i in zh for j in en) for zh, en in beads)
