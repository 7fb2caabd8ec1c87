"""The summary: true figures in a translator's words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aligner.bitext.statistics import statistics_of
from aligner.cli.summary import summary
from tests.samples import article, lighthouse


def test_the_census_counts_pairs_and_what_stays_alone() -> None:
    counts = statistics_of(lighthouse())
    assert (counts.pairs, counts.by_type) == (4, {"1-1": 3, "1-2": 1})
    assert (counts.zh_unaligned, counts.en_unaligned) == (1, 1)
    assert (counts.zh_sentences, counts.en_sentences) == (5, 6)
    assert (counts.leftovers, counts.doubtful) == ({"navigation": 1}, 1)
    assert counts.mean_confidence == (0.98 + 0.91 + 0.62 + 0.99) / 4


def test_a_bitext_without_pairs_has_no_mean() -> None:
    bitext = replace(lighthouse(), pairs=())
    assert statistics_of(bitext).mean_confidence is None
    assert "confidence no pairs" in summary(bitext, 0.1)


def test_one_is_singular() -> None:
    bitext = replace(lighthouse(), article=article([["一。"]], [["One."]]), pairs=())
    assert "Chinese    1 paragraph, 1 sentence" in summary(bitext, 0.1)


def test_what_is_left_out_is_told_only_where_there_is_some() -> None:
    bitext = lighthouse()
    assert not [line for line in summary(bitext, 0.1) if line.startswith("left out")]
    hidden = replace(bitext.article, left_out=(("deletion", 2), ("comment", 1)))
    assert "left out   2 deletions, 1 comment" in summary(replace(bitext, article=hidden), 0.1)


def test_seconds_and_files_are_told() -> None:
    lines = summary(lighthouse(), 1.26, [Path("out/a.tmx")])
    assert lines[-2:] == ["time       1.3 s", "wrote      out/a.tmx"]


def test_a_hostile_file_name_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in "\n".join(summary(lighthouse(), 0.1, [Path("a\x1b[2J.tmx")]))
