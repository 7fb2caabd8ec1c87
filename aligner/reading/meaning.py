"""How much alike a Chinese and an English text are in meaning: what the built-in model says.

The model is loaded when it is first asked. Short texts that say the same have a cosine above 0.25,
others one below 0.2; names and idioms that the model does not know are among the others.
"""

from __future__ import annotations

from collections.abc import Sequence


def cosines(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return the cosine of the vectors of each pair's texts, -1 to 1."""
    from aligner.encoders import built_in, unit_vectors

    if not pairs:
        return []
    model = built_in()
    zh = unit_vectors(model.encode([zh for zh, _ in pairs]))
    en = unit_vectors(model.encode([en for _, en in pairs]))
    return [float(cosine) for cosine in (zh * en).sum(axis=1)]
