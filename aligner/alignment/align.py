"""From two lists of sentences to beads: encode both sides, make the chart, read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from aligner.alignment.beads import Alignment, Bead
from aligner.alignment.chart import Chart, make_chart
from aligner.alignment.evidence import NO_SCALE, Scale
from aligner.alignment.excerpt import excerpt
from aligner.alignment.fixed import Fixed
from aligner.alignment.moved import find_moved
from aligner.alignment.realigner import MOST
from aligner.alignment.scorer import Scorer, shipped_scorer
from aligner.alignment.segments import Segments, read_segments
from aligner.alignment.timing import Timing
from aligner.article import Wall
from aligner.encoders import SpanVectors, SummedSpans, built_in, unit_vectors
from aligner.errors import UnusableInput

if TYPE_CHECKING:
    from aligner.files import Progress

_SAMPLE = 500  # sentences by which the range of cosines is judged


def align_texts(
    zh: Sequence[str],
    en: Sequence[str],
    *,
    model: str | None,
    zh_paragraphs: Sequence[int] | None,
    en_paragraphs: Sequence[int] | None,
    walls: Sequence[Wall] = (),
    fixed: Sequence[Fixed],
    progress: Progress | None,
) -> Alignment:
    """Align two lists of segments; see `aligner.align_segments`."""
    chart, name = chart_texts(
        zh,
        en,
        model=model,
        zh_paragraphs=zh_paragraphs,
        en_paragraphs=en_paragraphs,
        walls=walls,
        progress=progress,
    )
    return read_alignment(chart, name, fixed)


def chart_texts(
    zh: Sequence[str],
    en: Sequence[str],
    *,
    model: str | None,
    zh_paragraphs: Sequence[int] | None,
    en_paragraphs: Sequence[int] | None,
    walls: Sequence[Wall] = (),
    timing: Timing | None = None,
    progress: Progress | None,
) -> tuple[Chart, str]:
    """Encode and score two lists of segments; return their chart and the name of the model.

    Raises `UnusableInput` before anything is encoded where there are more than `MOST`.
    """
    _check_size(len(zh) + len(en))
    own = built_in()
    zh_spans: SpanVectors | None = None
    en_spans: SpanVectors | None = None
    name = own.name
    if model is not None:
        from aligner.encoders import TransformerModel

        other = TransformerModel(model)
        name = other.name
        zh_spans = other.spans(
            [excerpt(text, "zh") for text in zh], "", _told(progress, "encoding Chinese")
        )
        en_spans = other.spans(
            [excerpt(text, "en") for text in en], " ", _told(progress, "encoding English")
        )
    zh_side = read_segments(zh, "zh", own, paragraphs=zh_paragraphs, spans=zh_spans)
    en_side = read_segments(en, "en", own, paragraphs=en_paragraphs, spans=en_spans)
    told = _told(progress, "aligning")
    chart = chart_of(zh_side, en_side, walls=walls, timing=timing, progress=told)
    return chart, name


def _check_size(sentences: int) -> None:
    """Refuse more sentences of both sides than are scored at once; raises `UnusableInput`."""
    if sentences > MOST:
        raise UnusableInput(
            f"This text has {sentences:,} sentences, both languages counted, and more than "
            f"{MOST:,} are too many to align at once; divide it into parts."
        )


def read_alignment(chart: Chart, name: str, fixed: Sequence[Fixed] = ()) -> Alignment:
    """Return the best alignment of a chart around settled pairs, with links to moved text."""
    beads = chart.beads(fixed)
    moved = find_moved(chart.zh, chart.en, beads, chart.scorer.moved)
    return Alignment(beads, name, tuple(moved))


def _told(progress: Progress | None, stage: str) -> Callable[[int, int], None] | None:
    return None if progress is None else partial(progress, stage)


def align_sides(
    zh: Segments,
    en: Segments,
    *,
    scorer: Scorer | None = None,
    walls: Sequence[Wall] = (),
    fixed: Sequence[Fixed] = (),
    progress: Callable[[int, int], None] | None = None,
) -> list[Bead]:
    """Return the beads of two sides, in order, with their posterior probabilities."""
    return chart_of(zh, en, scorer=scorer, walls=walls, progress=progress).beads(fixed)


def chart_of(
    zh: Segments,
    en: Segments,
    *,
    scorer: Scorer | None = None,
    walls: Sequence[Wall] = (),
    timing: Timing | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Chart:
    """Return the chart of two sides, from which beads are read as often as needed."""
    return make_chart(zh, en, scorer or shipped_scorer(), _scale(zh, en), walls, timing, progress)


def _scale(zh: Segments, en: Segments) -> Scale:
    """Return what brings another model's cosines to the range that the weights were fitted in.

    The median of all pairs and the mean of each sentence's best pair fall together.
    """
    if isinstance(zh.spans, SummedSpans) or not len(zh) or not len(en):
        return NO_SCALE
    rows, columns = min(len(zh), _SAMPLE), min(len(en), 2 * _SAMPLE)
    own = unit_vectors(zh.sums[:rows]) @ unit_vectors(en.sums[:columns]).T
    other = zh.spans.rows(1, 0, rows) @ en.spans.rows(1, 0, columns).T
    middle, top = float(np.median(own)), float(own.max(axis=1).mean())
    other_middle, other_top = float(np.median(other)), float(other.max(axis=1).mean())
    slope = (top - middle) / max(other_top - other_middle, 0.02)
    return Scale(slope, middle - slope * other_middle)
