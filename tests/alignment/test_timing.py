"""Time as evidence: clocks are found, times decide where meaning cannot, and never against it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from aligner.alignment import Bead, chart_article
from aligner.alignment.clock import find_clock
from aligner.alignment.timing import timing_of
from aligner.article import Article, Paragraph, Side, TimeSpan
from aligner.reading import read_pair
from bench.subtitles import Course, Film, links_of, make_film, right_share, timeless
from tests.effort import check_proportion

SPEED = 25 / 23.976


def cues(count: int, seed: int = 7) -> np.ndarray:
    drawn = np.random.default_rng(seed)
    starts = 30_000 + np.cumsum(drawn.choice([2000, 2600, 3500, 9000], count))
    return np.stack([starts, starts + drawn.integers(900, 2000, count)], axis=1).astype(float)


def read(film: Film, folder: Path) -> Article:
    paths = [folder / "zh.srt", folder / "en.srt"]
    for path, text in zip(paths, (film.zh, film.en), strict=True):
        path.write_text(text, encoding="utf-8")
    return read_pair(*paths)


def beads_of(article: Article) -> list[Bead]:
    return chart_article(article, None, None)[0].beads()


@pytest.mark.parametrize("speed", [1.0, SPEED, 1 / SPEED, 25 / 24, 23.976 / 24])
@pytest.mark.parametrize("offset", [0.0, 12_500.0, -9_000.0, 95_000.0])
def test_a_clock_is_found_by_its_offset_and_its_speed(speed: float, offset: float) -> None:
    first = cues(300)
    second = (first + np.random.default_rng(1).normal(0, 120, first.shape)) * speed + offset
    clock = find_clock(first, second)
    assert clock is not None
    assert clock.speed == pytest.approx(1 / speed)
    stretch = clock.stretch(second[:, 0] / speed)
    back = second[:, 0] / speed + clock.shifts[stretch]
    assert np.abs(back - first[:, 0]).max() < 800


def test_a_scene_more_moves_what_is_behind_it() -> None:
    first = cues(400)
    second = first.copy()
    second[200:] += 240_000
    clock = find_clock(
        first, np.concatenate([second[:200], cues(60, 9) + second[199], second[200:]])
    )
    assert clock is not None
    shifts = clock.shifts[clock.stretch(second[:, 0])]
    assert np.abs(shifts[:150]).max() < 500
    assert np.abs(shifts[260:] + 240_000).max() < 500


def test_clocks_that_fit_nowhere_are_none() -> None:
    assert find_clock(cues(300, 1), cues(300, 2)) is None
    assert find_clock(cues(300), cues(1)) is None
    assert find_clock(cues(300), cues(300) * 1e6) is None


@pytest.mark.parametrize(
    "course",
    [Course(12.5), Course(12.5, SPEED), Course(-12, 1 / SPEED), Course(12.5, SPEED, 40)],
    ids=str,
)
def test_cues_are_paired_by_time_where_they_say_little(course: Course, tmp_path: Path) -> None:
    film = make_film(400, course)
    article = read(film, tmp_path)
    timed = right_share(film, links_of(film, article, beads_of(article)))
    plain = right_share(film, links_of(film, article, beads_of(timeless(article))))
    assert timed >= 0.97
    assert plain < timed - 0.03


def test_meaning_wins_where_the_times_do_not_fit(tmp_path: Path) -> None:
    article = read(make_film(200, Course()), tmp_path)
    times = cues(len(article.en.paragraphs), 3).astype(int).tolist()
    paragraphs = tuple(
        Paragraph(part.text, part.kind, TimeSpan(*time))
        for part, time in zip(article.en.paragraphs, times, strict=True)
    )
    wrong = replace(article, en=replace(article.en, paragraphs=paragraphs))
    assert timing_of(wrong) is None
    assert beads_of(wrong) == beads_of(timeless(article))


def test_times_count_only_where_both_sides_have_them(tmp_path: Path) -> None:
    article = read(make_film(60, Course()), tmp_path)
    assert timing_of(article) is not None
    bare = timeless(article)
    assert timing_of(bare) is None
    assert timing_of(replace(article, en=bare.en)) is None
    empty = Side("en", (), ())
    assert timing_of(replace(article, en=empty)) is None


def test_sentences_of_a_cue_share_its_time(tmp_path: Path) -> None:
    article = read(make_film(60, Course()), tmp_path)
    timing = timing_of(article)
    assert timing is not None
    assert (timing.zh[1:, 0] - timing.zh[:-1, 0] > 0).all()
    for number, sentence in enumerate(article.zh.sentences):
        time = article.zh.paragraphs[sentence.paragraph].time
        assert time is not None
        assert time.start <= timing.zh[number, 0] < timing.zh[number, 1] <= time.stop


def test_clocks_cost_no_more_than_their_cues() -> None:
    check_proportion(lambda size: find_clock(cues(size), cues(size) * SPEED + 9000), 16_000)
