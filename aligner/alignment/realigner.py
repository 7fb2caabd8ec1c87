"""The aligner, kept at hand: a text is scored once and aligned as often as its pairs are settled.

Slow work for a worker: scoring takes about a second for a thousand sentences, an alignment after it
a fraction of that. One thread at a time does either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from aligner.article import Article
from aligner.errors import UnusableInput

if TYPE_CHECKING:
    from aligner.alignment.beads import Bead
    from aligner.alignment.chart import Chart
    from aligner.alignment.fixed import Fixed, Section
    from aligner.files import Progress

MOST = 100_000
"""Sentences of both sides that are scored at all: about 1 GB, most of a minute."""
UNASKED = 15_000
"""Sentences of both sides that are scored before anybody asks for it: some seconds."""


class Realigner:
    """Aligns an article around settled pairs; `chart` is what an alignment just made left."""

    def __init__(
        self, article: Article, *, model: str | None = None, chart: Chart | None = None
    ) -> None:
        self._article = article
        self._model = model
        self._chart = chart
        self._lock = Lock()

    @property
    def is_prepared(self) -> bool:
        """Whether the text has been scored."""
        return self._chart is not None

    @property
    def is_feasible(self) -> bool:
        """Whether the text is short enough to be kept scored."""
        return self._size <= MOST

    @property
    def is_quick(self) -> bool:
        """Whether the text is so short that it may be scored without being asked to."""
        return self._size <= UNASKED

    @property
    def _size(self) -> int:
        return len(self._article.zh.sentences) + len(self._article.en.sentences)

    def prepare(self, progress: Progress | None = None) -> None:
        """Score the text, if that has not been done."""
        if not self.is_feasible:
            raise UnusableInput(
                f"This text has more than {MOST:,} sentences, too many to align again at once; "
                "divide it into parts."
            )
        with self._lock:
            if self._chart is None:
                self._chart = chart_article(self._article, self._model, progress)[0]

    def otherwise(self, section: Section, bead: Fixed) -> tuple[list[Bead], float] | None:
        """Return how a section would be aligned without one of its beads; see `Chart.otherwise`.

        Where the text has not been scored, the section is, by itself and by the built-in model.
        """
        if self._chart is not None:
            return self._chart.otherwise(section, bead)
        top, bottom, left, right = section
        chart = _chart_of_section(self._article, section)
        moved = tuple(i - top for i in bead[0]), tuple(j - left for j in bead[1])
        found = chart.otherwise((0, bottom - top, 0, right - left), moved)
        if found is None:
            return None
        return [_shifted(one, top, left) for one in found[0]], found[1]

    def beads(self, fixed: Sequence[Fixed], progress: Progress | None = None) -> list[Bead]:
        """Return the beads around settled pairs; scores the text first if that is to be done."""
        self.prepare(progress)
        assert self._chart is not None
        with self._lock:
            return self._chart.beads(fixed)


def _chart_of_section(article: Article, section: Section) -> Chart:
    from aligner.alignment.align import chart_texts

    top, bottom, left, right = section
    zh, en = article.zh.sentences[top:bottom], article.en.sentences[left:right]
    return chart_texts(
        [sentence.text for sentence in zh],
        [sentence.text for sentence in en],
        model=None,
        zh_paragraphs=[sentence.paragraph for sentence in zh],
        en_paragraphs=[sentence.paragraph for sentence in en],
        progress=None,
    )[0]


def _shifted(bead: Bead, zh: int, en: int) -> Bead:
    return replace(bead, zh=tuple(i + zh for i in bead.zh), en=tuple(j + en for j in bead.en))


def chart_article(
    article: Article, model: str | None, progress: Progress | None
) -> tuple[Chart, str]:
    """Score an article; return its chart and the name of the model that encoded it."""
    from aligner.alignment.align import chart_texts
    from aligner.alignment.timing import timing_of

    zh, en = article.zh.sentences, article.en.sentences
    return chart_texts(
        [sentence.text for sentence in zh],
        [sentence.text for sentence in en],
        model=model,
        zh_paragraphs=[sentence.paragraph for sentence in zh],
        en_paragraphs=[sentence.paragraph for sentence in en],
        walls=article.walls,
        timing=timing_of(article),
        progress=progress,
    )
