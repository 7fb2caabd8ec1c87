"""Fit the scorer's weights: `python -m training.scorer GOLD_DIR... --out weights.json`.

Maximum likelihood of the gold beads under the semi-Markov chain: the gradient is the features of
the gold path less those expected under the model (forward-backward), minimised by L-BFGS with a
quadratic penalty. Paragraph weights are learned from the breaks that `gold` draws into half of the
texts. With --cross-validate every text is aligned by weights fitted without it, and the predictions
are written as JSON, one file a text.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from aligner.alignment import (
    GOING_ON,
    NEVER,
    PRIOR_WEIGHTS,
    TYPES,
    Band,
    ContextView,
    Doubt,
    Ints,
    Priors,
    Scorer,
    Scores,
    Segments,
    align_sides,
    band_around,
    context_features,
    expected_priors,
    find_doubt,
    full_features,
    gap_context_features,
    gap_features,
    typical_of,
    window_of,
)
from aligner.article import Language
from aligner.encoders import StaticModel, built_in
from bench.scoring import Tally, tally
from training.chain import fast_posterior
from training.gold import Case, Step, gold_steps, read_cases, segments_of

Floats = npt.NDArray[np.float64]
Both = tuple[Floats, Floats]

PENALTY = 2.0
"""Of the squared weights; without it rare features would be learned by heart."""
SHARPNESS = 1.3
"""What the fitted weights of the second pass are multiplied by: the penalty makes them shy, and the
confidence of texts that were left out of the fit is right with it. The best path stays the same."""

_ROUNDS = 45  # of L-BFGS; more change the fourth digit
_MARGIN = 5  # sentences around the gold path that the fit looks at
_LEAST_SIZE = 0.02  # of a feature, for the search
_GOES_ON = 0.05  # share of the gaps that might go on, for the same
_SMALL = 40  # sentences a side below which it looks at everything


@dataclass(frozen=True)
class Problem:
    """A case with the features of every bead near its gold path."""

    band: Band
    at: list[Ints]
    """Nodes of the beads of each type, omissions and additions last."""
    features: list[npt.NDArray[np.float32]]
    """(beads, features of its kind) for each type."""
    edge: list[npt.NDArray[np.float32]]
    """Whether a gap stands at an end of the text, for the two gap types."""
    steps: list[Step]
    """The gold path."""
    observed: Floats
    """Sum of the features over the gold path."""
    context: list[npt.NDArray[np.float32]]
    """(beads, features of the second look) for each type, as if every bead were looked at."""


class Names:
    """The features' names in the order of the weight vector.

    Of each kind those of the text come first, then the priors, then those of the second look.
    """

    def __init__(
        self,
        full: Sequence[str],
        gap: Sequence[str],
        looked: Sequence[str],
        gap_looked: Sequence[str],
    ) -> None:
        self.full_priors, self.gap_priors = len(full), len(gap)
        self.full = [*full, *PRIOR_WEIGHTS[:1], *looked]
        self.gap = [*gap, *PRIOR_WEIGHTS[1:], *gap_looked]
        self.all = [*self.full, *self.gap, *GOING_ON]
        self.cut = len(self.full)
        self.tail = self.cut + len(self.gap)


def prepare(case: Case, zh: Segments, en: Segments) -> tuple[Problem, Names]:
    """Work out the features of all beads near the gold path of a case."""
    steps = gold_steps(case)
    ends = [(i + n, j + m) for i, j, n, m in steps]
    margin = _SMALL if max(len(zh), len(en)) <= _SMALL else _MARGIN
    band = band_around(np.array([(0, 0), *ends]), len(en), margin)
    window = window_of(band, 0, band.rows, zh, en, typical_of(zh, en))
    for side in (zh, en):
        side.context.read(np.ones(len(side), bool))
    view = ContextView(band, 0, zh, en)
    at, features, edge, context = [], [], [], []
    for n, m in TYPES:
        where, table = full_features(window, n, m)
        looked = context_features(view, where, n, m)
        at.append(where)
        features.append(_matrix(table, 1 + len(looked)))
        context.append(_matrix(looked, 0))
    sides: tuple[Language, Language] = ("zh", "en")
    for side_name in sides:
        where, gap_table = gap_features(window, side_name)
        gap_looked = gap_context_features(view, where, side_name)
        at.append(where)
        features.append(_matrix(gap_table, 2 + len(gap_looked)))
        context.append(_matrix(gap_looked, 0))
        edge.append(gap_table["gap at an end"])
    names = Names(list(table), list(gap_table), list(looked), list(gap_looked))
    problem = Problem(band, at, features, edge, steps, np.zeros(len(names.all)), context)
    problem.observed[:] = _observe(problem, steps, names)
    return problem, names


def _matrix(table: Mapping[str, npt.NDArray[np.float32]], more: int) -> npt.NDArray[np.float32]:
    """Return features as (beads, features), with room for more of them at the end."""
    values = np.stack(list(table.values()), axis=1).astype(np.float32)
    return np.pad(values, ((0, 0), (0, more)))


def count_in(
    problem: Problem, names: Names, steps: list[Step], priors: Priors, doubt: Doubt | None = None
) -> None:
    """Write the priors of a text into its features, and what is looked at again."""
    full, gap = names.full_priors, names.gap_priors
    sizes = [*TYPES, (1, 0), (0, 1)]
    for kind, (size, table) in enumerate(zip(sizes, problem.features, strict=True)):
        if kind < len(TYPES):
            table[:, full] = priors.regrouped * (size != (1, 1))
            looked = table[:, full + 1 :]
        else:
            table[:, gap], table[:, gap + 1] = priors.gaps, priors.regrouped
            looked = table[:, gap + 2 :]
        looked[:] = 0
        if doubt is not None:
            chosen = doubt.beads(problem.band, 0, *size)[problem.at[kind]]
            looked[chosen] = problem.context[kind][chosen]
    problem.observed[:] = _observe(problem, steps, names)


def fit_both(
    problems: Sequence[Problem], names: Names, *, penalty: float, start: Both | None = None
) -> Both:
    """Return the weights of the first pass, and those of the second that count the priors in.

    The priors that the second are fitted with are those that the first pass expects.
    """
    for problem in problems:
        count_in(problem, names, problem.steps, Priors())
    first = fit(problems, names, penalty=penalty, start=start[0] if start else None)
    for problem in problems:
        probable = fast_posterior(problem.band, scores_of(problem, first, names))
        sentences = sum(_lengths(problem))
        doubt = find_doubt(problem.band, probable, *_lengths(problem))
        count_in(problem, names, problem.steps, expected_priors(probable, sentences), doubt)
    return first, fit(problems, names, penalty=penalty, start=start[1] if start else first)


def _lengths(problem: Problem) -> tuple[int, int]:
    """Return how many sentences either side has."""
    return problem.band.rows - 1, int(problem.band.high[-1]) - 1


def _observe(problem: Problem, steps: list[Step], names: Names) -> Floats:
    total = np.zeros(len(names.all))
    in_gap = False
    for i, j, n, m in steps:
        node = int(problem.band.start[i] + j - problem.band.low[i])
        if n and m:
            if (n, m) not in TYPES:
                continue
            kind = TYPES.index((n, m))
            row = int(np.searchsorted(problem.at[kind], node))
            total[: names.cut] += problem.features[kind][row]
        else:
            kind = len(TYPES) + (0 if n else 1)
            row = int(np.searchsorted(problem.at[kind], node))
            total[names.cut : names.tail] += problem.features[kind][row]
            if in_gap:
                total[names.tail] += 1
                total[names.tail + 1] += problem.edge[kind - len(TYPES)][row]
        in_gap = not (n and m)
    return total


def scores_of(problem: Problem, weights: Floats, names: Names) -> Scores:
    """Return the scores of a problem's beads under a weight vector."""
    size = problem.band.size
    full = np.full((len(TYPES), size), NEVER)
    single = weights.astype(np.float32)  # the features are, and a mixed product copies them
    for kind in range(len(TYPES)):
        full[kind, problem.at[kind]] = problem.features[kind] @ single[: names.cut]
    gaps = []
    for side in range(2):
        kind = len(TYPES) + side
        found = np.full((2, size), NEVER)
        opening = problem.features[kind] @ single[names.cut : names.tail]
        found[0, problem.at[kind]] = opening
        more = weights[names.tail] + weights[names.tail + 1] * problem.edge[side]
        found[1, problem.at[kind]] = opening + more
        gaps.append(found)
    return Scores(full, gaps[0], gaps[1])


def _loss(problem: Problem, weights: Floats, names: Names) -> tuple[float, Floats]:
    scores = scores_of(problem, weights, names)
    probable = fast_posterior(problem.band, scores)
    expected = np.zeros(len(weights))
    for kind in range(len(TYPES)):
        share = probable.full[kind, problem.at[kind]].astype(np.float32)
        expected[: names.cut] += share @ problem.features[kind]
    for side, gap in enumerate((probable.omission, probable.addition)):
        kind = len(TYPES) + side
        found = gap[:, problem.at[kind]].astype(np.float32)
        expected[names.cut : names.tail] += found.sum(axis=0) @ problem.features[kind]
        expected[names.tail] += found[1].sum()
        expected[names.tail + 1] += problem.edge[side] @ found[1]
    loss = probable.total - float(problem.observed @ weights)
    return loss, expected - problem.observed


def fit(
    problems: Sequence[Problem],
    names: Names,
    *,
    penalty: float,
    start: Floats | None = None,
) -> Floats:
    """Return the weights that make the gold paths likeliest.

    Each weight is searched for in units of its feature's own size, which takes a third of the
    rounds; the penalty is of the weights themselves.
    """
    size = _sizes(problems, names)

    def objective(scaled: Floats) -> tuple[float, Floats]:
        weights = scaled / size
        loss, gradient = penalty * float(weights @ weights), 2 * penalty * weights
        for problem in problems:
            more, slope = _loss(problem, weights, names)
            loss, gradient = loss + more, gradient + slope
        return loss, gradient / size

    first = np.zeros(len(names.all)) if start is None else start * size
    found = minimize(objective, first, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return np.asarray(found.x / size)


def _sizes(problems: Sequence[Problem], names: Names) -> Floats:
    """Return the root mean square of each feature, at least `_LEAST_SIZE`."""
    squares, full, gaps = np.zeros(len(names.all)), 0, 0
    for problem in problems:
        for kind, table in enumerate(problem.features):
            square = np.einsum("bf,bf->f", table, table)
            if kind < len(TYPES):
                squares[: names.cut] += square
                full += len(table)
            else:
                squares[names.cut : names.tail] += square
                gaps += len(table)
    squares[: names.cut] /= max(full, 1)
    squares[names.cut : names.tail] /= max(gaps, 1)
    squares[names.tail :] = _GOES_ON
    return np.maximum(np.sqrt(squares), _LEAST_SIZE)


def scorer_of(both: Both, names: Names) -> Scorer:
    """Return weight vectors as the aligner takes them."""
    first = dict(zip(names.all, both[0].tolist(), strict=True))
    second = dict(zip(names.all, (SHARPNESS * both[1]).tolist(), strict=True))
    return Scorer(first, second, moved={})


def folds(cases: Sequence[Case]) -> list[tuple[list[int], list[int]]]:
    """Return (fit, test) case numbers: literature text by text, everything else in two halves."""
    found = []
    for name in dict.fromkeys(case.folder for case in cases):
        own = [k for k, case in enumerate(cases) if case.folder == name]
        tests = [[k] for k in own] if len(own) < 10 else [own[::2], own[1::2]]
        found += [([k for k in range(len(cases)) if k not in test], test) for test in tests]
    return found


def predict(case: Case, model: StaticModel, scorer: Scorer, out: Path) -> Tally:
    """Align a case as the package would, write its beads below `out`, and score them."""
    beads = align_sides(*segments_of(case, model, None), scorer=scorer)
    answer = {
        "beads": [[list(bead.zh), list(bead.en)] for bead in beads],
        "confidence": [round(bead.confidence, 4) for bead in beads],
    }
    folder = out / case.folder
    folder.mkdir(parents=True, exist_ok=True)
    (folder / case.name).write_text(json.dumps(answer), encoding="utf-8")
    return tally({"gold": case.gold}, answer)


def cross_validate(
    cases: Sequence[Case],
    problems: Sequence[Problem],
    names: Names,
    model: StaticModel,
    penalty: float,
    out: Path,
) -> dict[str, Tally]:
    """Align every case by weights fitted without it; return the tally of each folder.

    Each fit starts from weights that have not seen the folder at all, which saves rounds.
    """
    totals: dict[str, Tally] = {}
    starts: dict[str, Both] = {}
    for fitted, test in folds(cases):
        folder = cases[test[0]].folder
        if folder not in starts:
            others = [p for p, case in zip(problems, cases, strict=True) if case.folder != folder]
            starts[folder] = fit_both(others, names, penalty=penalty)
        both = fit_both([problems[k] for k in fitted], names, penalty=penalty, start=starts[folder])
        for k in test:
            found = predict(cases[k], model, scorer_of(both, names), out)
            totals[folder] = totals.get(folder, Tally()) + found
        print(f"  {folder}: {totals[folder].line()}", flush=True)
    return totals


def write_weights(both: Both, names: Names, folders: Sequence[str], path: Path) -> None:
    """Write the weights file of the package; what else stands in it is kept."""
    scorer = scorer_of(both, names)
    tables = [
        {name: round(weight, 4) for name, weight in weights.items()}
        for weights in (scorer.first, scorer.second)
    ]
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    found = before | {"fitted on": list(folders), "first": tables[0], "second": tables[1]}
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fit on all cases, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, help="folder of a static model; default: built in")
    parser.add_argument("--out", type=Path, help="write weights fitted on everything")
    parser.add_argument("--cross-validate", type=Path, metavar="DIR")
    parser.add_argument("--penalty", type=float, default=PENALTY)
    chosen = parser.parse_args()
    model = StaticModel(chosen.model) if chosen.model else built_in()
    began = time.monotonic()
    cases = [case for folder in chosen.gold for case in read_cases(folder)]
    problems = []
    for number, case in enumerate(cases):
        problem, names = prepare(case, *segments_of(case, model, number if number % 2 else None))
        problems.append(problem)
    print(f"{len(cases)} texts, {len(names.all)} features, {time.monotonic() - began:.0f} s")
    if chosen.cross_validate:
        out = chosen.cross_validate
        totals = cross_validate(cases, problems, names, model, chosen.penalty, out)
        print("each text aligned by weights fitted without it:")
        for folder, total in totals.items():
            print(f"{folder}: {total.line()}\n{total.reliability()}")
    if chosen.out:
        both = fit_both(problems, names, penalty=chosen.penalty)
        write_weights(both, names, [folder.name for folder in chosen.gold], chosen.out)
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
