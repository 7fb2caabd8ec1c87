"""Fit the weights of moved text: `python -m training.moved GOLD_DIR... [--out weights.json]`.

Right links are gold 1-1 beads; wrong ones each such sentence with the likeliest other sentence of
the same text. Logistic regression with a small quadratic penalty; precision and recall are printed
for the second half of the texts by weights fitted on the first, then the weights are fitted on all.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from aligner.alignment import LEAST_LINK, as_vector, link_features, typical_of
from aligner.encoders import StaticModel, built_in, unit_vectors
from training.gold import Case, read_cases, segments_of

Floats = npt.NDArray[np.float64]

_EACH = 30  # links of each kind a text
_NAMES = ("length ratio", "less covered", "link", "weight")


def links_of(case: Case, model: StaticModel, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return the features of right and wrong links of a text, (links, features), and 1 or 0."""
    zh, en = segments_of(case, model, None)
    typical = typical_of(zh, en)
    cosine = unit_vectors(zh.sums) @ unit_vectors(en.sums).T
    rows, right = [], []
    ones = [(z[0], e[0]) for z, e in case.gold if len(z) == len(e) == 1]
    for k in rng.permutation(len(ones))[:_EACH]:
        i, j = ones[k]
        wrong = cosine[i].copy()
        wrong[j] = -1
        for other, label in ((j, 1.0), (int(wrong.argmax()), 0.0)):
            rows.append(as_vector(link_features(zh, i, en, other, typical)))
            right.append(label)
    return np.array(rows).reshape(-1, len(_NAMES)), np.array(right)


def fit(rows: Floats, right: Floats) -> Floats:
    """Return the weights of a logistic regression."""
    sign = 2 * right - 1

    def loss(weights: Floats) -> float:
        return float(np.logaddexp(0, -sign * (rows @ weights)).sum() + 0.05 * weights @ weights)

    return np.asarray(minimize(loss, np.zeros(rows.shape[1])).x)


def main() -> None:
    """Fit, print how well it does on texts left out, and put the weights into the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, help="the scorer's weights file, to be added to")
    chosen = parser.parse_args()
    rng, model = np.random.default_rng(0), built_in()
    texts = [links_of(case, model, rng) for folder in chosen.gold for case in read_cases(folder)]
    halves = [
        tuple(np.concatenate(part) for part in zip(*texts[k::2], strict=True)) for k in (0, 1)
    ]
    (rows, right), (test_rows, test_right) = halves
    sure = 1 / (1 + np.exp(-(test_rows @ fit(rows, right))))
    for least in (0.5, LEAST_LINK, 0.9):
        found = sure >= least
        precision, recall = test_right[found].mean(), found[test_right > 0].mean()
        print(f"probability {least}: precision {precision:.3f} recall {recall:.3f}, texts left out")
    weights = fit(np.concatenate([rows, test_rows]), np.concatenate([right, test_right]))
    table = {name: round(float(w), 4) for name, w in zip(_NAMES, weights, strict=True)}
    print(table)
    if chosen.out:
        content = json.loads(chosen.out.read_text(encoding="utf-8")) | {"moved": table}
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        chosen.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
