"""Give any file at all to everything that reads: `python -m bench.fuzz --minutes 5 --seed 1`.

Prints how many inputs were read and refused, and each kind of fault once, with the folder in which
it is kept, shrunk. `--inputs` bounds the run by a number instead of minutes; the same seed and
number give the same inputs. `--only NUMBER` runs one input of a run again, `--repeat FOLDER` one
that was kept. Ends with 1 if there was a fault.
"""

from __future__ import annotations

import argparse
import os
import selectors
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from bench.fuzzing.case import Case
from bench.fuzzing.findings import Findings
from bench.fuzzing.inputs import case_of
from bench.fuzzing.targets import TARGETS, chosen, warm_up
from bench.fuzzing.worker import Child, Outcome, outcome_apart

_BATCH = 200
"""Inputs that a child process runs before the next one takes over, with nothing left behind."""
_TOLD_EVERY = 30.0
"""Seconds between two lines on how far it is."""


@dataclass(slots=True)
class Tally:
    """What came of the inputs, by target."""

    by_target: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        """Count an input."""
        self.by_target.setdefault(outcome.target or "(died)", Counter())[outcome.how] += 1

    @property
    def total(self) -> int:
        """How many inputs there were."""
        return sum(counts.total() for counts in self.by_target.values())

    def lines(self) -> Iterator[str]:
        """Yield a line for each target."""
        for target, counts in sorted(self.by_target.items()):
            yield f"{target:12}" + ", ".join(f"{counts[how]:,} {how}" for how in sorted(counts))


@dataclass(frozen=True, slots=True)
class Run:
    """Which inputs are run."""

    seed: int
    target: str = ""
    """The one target that is run; all of them where it is empty."""

    def case(self, number: int) -> Case:
        """Return an input by its number."""
        return case_of(self.seed, number, chosen(TARGETS, self.target))

    def repeated_by(self, number: int) -> str:
        """Return the command that runs an input again."""
        named = f" --target {self.target}" if self.target else ""
        return f"python -m bench.fuzz --seed {self.seed}{named} --only {number}"

    def go(
        self, findings: Findings, *, inputs: int | None, minutes: float | None, jobs: int
    ) -> Tally:
        """Run inputs in `jobs` processes until there were enough, or it is time."""
        tally, started = Tally(), monotonic()
        told = started
        batches = _batches(inputs, None if minutes is None else started + minutes * 60)
        with selectors.DefaultSelector() as running:

            def start(numbers: Sequence[int] | None) -> None:
                if numbers:
                    child = Child(numbers, self.case)
                    running.register(child, selectors.EVENT_READ, child)

            for _ in range(jobs):
                start(next(batches, None))
            while running.get_map():
                for key, _ in running.select():
                    child: Child = key.data
                    outcomes = child.read()
                    if outcomes is None:
                        running.unregister(child)
                        died = child.close()
                        outcomes = [died] if died else []
                        start(child.left or next(batches, None))
                    for outcome in outcomes:
                        tally.add(outcome)
                        self._keep(outcome, findings)
                if monotonic() > told + _TOLD_EVERY:
                    told = monotonic()
                    _say(f"{tally.total:,} inputs in {told - started:.0f} s")
        return tally

    def _keep(self, outcome: Outcome, findings: Findings) -> None:
        if outcome.how == "fault":
            case, origin = self.case(outcome.number), self.repeated_by(outcome.number)
            place = findings.take(outcome, case, origin)
            if place:
                _say(f"{outcome.signature}\n    {origin}\n    {place}")


def _batches(inputs: int | None, until: float | None) -> Iterator[range]:
    """Yield ranges of numbers until there are enough, or it is time."""
    number = 0
    while (inputs is None or number < inputs) and (until is None or monotonic() < until):
        last = number + _BATCH if inputs is None else min(number + _BATCH, inputs)
        yield range(number, last)
        number = last


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _again(case: Case) -> int:
    """Run one case, and print what comes of it."""
    outcome = outcome_apart(case)
    print(outcome.how, outcome.signature)
    print(outcome.story)
    return outcome.how == "fault"


def main() -> None:
    """Read the words of the command, and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, help="how long  [default: 5, without --inputs]")
    parser.add_argument("--inputs", type=int, help="how many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", default="", choices=["", *TARGETS])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--found", type=Path, help="the folder for faults  [default: a new one]")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="one input of a run")
    parser.add_argument("--repeat", type=Path, metavar="FOLDER", help="a fault that was kept")
    asked = parser.parse_args()
    run = Run(asked.seed, asked.target)
    warm_up()
    if asked.repeat or asked.only is not None:
        sys.exit(_again(Case.load(asked.repeat) if asked.repeat else run.case(asked.only)))
    minutes = 5.0 if asked.minutes is None and asked.inputs is None else asked.minutes
    findings = Findings(asked.found or Path(tempfile.mkdtemp(prefix="fuzz-found-")))
    tally = run.go(findings, inputs=asked.inputs, minutes=minutes, jobs=asked.jobs)
    print("\n".join(tally.lines()))
    print(f"{tally.total:,} inputs, {len(findings.counts)} kinds of faults")
    print("\n".join(findings.lines()))
    sys.exit(bool(findings.counts))


if __name__ == "__main__":
    main()
