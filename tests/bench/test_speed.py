"""What is timed is the text that was asked for, and the figures mean what they say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.speed import Timing, growth, run, table
from bench.texts import LongText, text_of


def timing(label: str, sentences: int, seconds: float) -> Timing:
    return Timing(label, sentences, sentences, seconds / 4, seconds / 4, seconds / 2, 100.0)


@pytest.mark.parametrize("count", [1, 40, 600])
def test_a_long_text_has_both_sides_and_no_paragraph_twice(count: int) -> None:
    text = text_of(count)
    assert text.zh
    assert text.en
    assert len(set(text.zh)) == len(text.zh)
    assert len(set(text.en)) == len(text.en)
    assert abs(len(text.zh) - len(text.en)) <= 0.1 * len(text.zh) + 1


def test_a_long_text_is_the_same_for_everyone() -> None:
    assert text_of(50) == text_of(50)


def test_length_follows_what_was_asked() -> None:
    assert len("".join(text_of(800).zh)) > 1.8 * len("".join(text_of(400).zh))


def test_times_repeats_without_repeating() -> None:
    assert LongText(["甲。"], ["A."]).times(2) == LongText(
        ["第1回，甲。", "第2回，甲。"], ["Round 1: A.", "Round 2: A."]
    )


def test_an_article_holds_the_chinese_first(tmp_path: Path) -> None:
    LongText(["甲。", "乙。"], ["A.", "B."]).write_article(tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").split() == ["甲。", "乙。", "A.", "B."]


def test_growth_is_the_power_of_the_length() -> None:
    assert growth(timing("1x", 100, 1.0), timing("4x", 400, 4.0)) == pytest.approx(1.0)
    assert growth(timing("1x", 100, 1.0), timing("4x", 400, 16.0)) == pytest.approx(2.0)


def test_the_table_names_seconds_sentences_and_memory() -> None:
    lines = table([timing("1x", 100, 1.0), timing("4x", 400, 4.0)])
    assert "1.00 s" in lines[1]
    assert "200" in lines[1]
    assert "100" in lines[1]
    assert "power of 1.00" in lines[-1]


def test_peak_memory_is_that_of_the_process_that_was_run() -> None:
    inner = "x = bytearray(256 << 20); x[::4096] = x[::4096]; print('done')"
    outer = f"from bench.speed import run; print(*run(['-c', {inner!r}])[1:])"
    # In a process of its own: this one may have grown large by the tests before.
    found = subprocess.run(
        [sys.executable, "-c", outer], capture_output=True, text=True, check=True
    )
    peak, output = found.stdout.split()
    assert output == "done"
    assert 256 < float(peak) < 512


def test_a_run_that_fails_is_not_timed() -> None:
    with pytest.raises(SystemExit, match="code 3"):
        run(["-c", "raise SystemExit(3)"])
