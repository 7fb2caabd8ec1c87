"""Time reading, encoding and aligning: `python -m bench.speed [ARTICLE] [--json]`.

A text once, twice and four times over, each in a process of its own, so that its peak memory is its
own; with ARTICLE that text, otherwise one made of the samples. With `--sentences N` the whole
command is timed instead, from start to finished TMX, on N Chinese sentences with their English.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from bench.texts import LongText, text_of

BASE = 500  # Chinese sentences of the text that is timed when none is given
TIMES = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Timing:
    """What one run took."""

    label: str
    zh_sentences: int
    en_sentences: int
    reading: float
    """Seconds; so are the next two."""
    encoding: float
    """Loading the model is part of it, and so is what else is read off each sentence."""
    aligning: float
    peak_mb: float
    """Largest resident memory of the whole process, in units of 1024 * 1024 bytes."""

    @property
    def seconds(self) -> float:
        """Without the start of Python."""
        return self.reading + self.encoding + self.aligning

    @property
    def sentences_per_second(self) -> float:
        """Sentences of both sides."""
        return (self.zh_sentences + self.en_sentences) / self.seconds


def time_stages(zh: Path, en: Path) -> dict[str, float]:
    """Read and align two files in this process; seconds by stage, and the sentences found.

    The stages are called one by one, as `aligner.align_files` does behind one door.
    """
    from aligner.alignment import align_sides, read_segments
    from aligner.encoders import built_in
    from aligner.reading import read_pair

    begun = perf_counter()
    article = read_pair(zh, en)
    read = perf_counter()
    model = built_in()
    segments = [
        read_segments(
            [sentence.text for sentence in side.sentences],
            side.language,
            model,
            paragraphs=[sentence.paragraph for sentence in side.sentences],
        )
        for side in (article.zh, article.en)
    ]
    encoded = perf_counter()
    align_sides(*segments)
    done = perf_counter()
    return {
        "zh_sentences": len(article.zh.sentences),
        "en_sentences": len(article.en.sentences),
        "reading": read - begun,
        "encoding": encoded - read,
        "aligning": done - encoded,
    }


def run(arguments: Sequence[str]) -> tuple[float, float, str]:
    """Run Python in a new process: its seconds, its peak memory in MB, its standard output.

    Linux counts the process that it was split off from into the peak, which is why nothing large
    is imported here.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        begun = perf_counter()
        started = subprocess.Popen([sys.executable, *arguments], stdout=output)
        _, status, usage = os.wait4(started.pid, 0)
        seconds = perf_counter() - begun
        started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode:
            raise SystemExit(f"The run that was timed ended with code {started.returncode}.")
        output.seek(0)
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        return seconds, usage.ru_maxrss / unit, output.read()


def sides_of(article: Path) -> LongText:
    """The two sides of an article, in a process of its own, which keeps this one small."""
    code = (
        "import json, sys\nfrom aligner.reading import read_article\n"
        "a = read_article(sys.argv[1])\n"
        "print(json.dumps([[p.text for p in side.paragraphs] for side in (a.zh, a.en)]))"
    )
    zh, en = json.loads(run(["-c", code, str(article)])[2])
    return LongText(zh, en)


def time_text(text: LongText, label: str) -> Timing:
    """Time one text in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        zh, en = Path(folder, "zh.txt"), Path(folder, "en.txt")
        text.write_pair(zh, en)
        _, peak, output = run(["-m", "bench.speed", "--stages", str(zh), str(en)])
    return Timing(label=label, peak_mb=peak, **json.loads(output))


def time_command(sentences: int) -> dict[str, float]:
    """Time `duizhao align` on one file with so many Chinese sentences, TMX included."""
    with tempfile.TemporaryDirectory() as folder:
        article, memory = Path(folder, "article.txt"), Path(folder, "article.tmx")
        text_of(sentences).write_article(article)
        seconds, peak, _ = run(["-m", "aligner", "align", str(article), "-o", str(memory)])
        units = memory.read_text(encoding="utf-8").count("<tu ")
    return {
        "zh_sentences": sentences,
        "units": units,
        "seconds": seconds,
        "zh_sentences_per_second": sentences / seconds,
        "peak_mb": peak,
    }


def growth(first: Timing, last: Timing) -> float:
    """The power of the length with which the seconds grow: 1 is linear, 2 quadratic."""
    longer = last.zh_sentences / first.zh_sentences
    return math.log(last.seconds / first.seconds) / math.log(longer)


def table(timings: Sequence[Timing]) -> list[str]:
    """The timings as lines to print."""
    lines = ["text  sentences   reading  encoding  aligning     total  sent./s  peak MB"]
    lines += [
        f"{t.label:<4}{t.zh_sentences:>6}+{t.en_sentences:<6}{t.reading:8.2f} s{t.encoding:8.2f} s"
        f"{t.aligning:8.2f} s{t.seconds:8.2f} s{t.sentences_per_second:9.0f}{t.peak_mb:9.0f}"
        for t in timings
    ]
    first, last = timings[0], timings[-1]
    return [
        *lines,
        f"From {first.label} to {last.label}: seconds grow with length to the power of "
        f"{growth(first, last):.2f}, peak memory by {last.peak_mb - first.peak_mb:.0f} MB.",
    ]


def main() -> None:
    """Run what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(prog="bench.speed", description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, help="a file with both languages")
    parser.add_argument("--sentences", type=int, metavar="N", help="time the whole command")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--stages", nargs=2, type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.stages:
        print(json.dumps(time_stages(*asked.stages)))
    elif asked.sentences:
        result = time_command(asked.sentences)
        numbers = ", ".join(f"{name} {value:.4g}" for name, value in result.items())
        print(json.dumps(result) if asked.json else numbers)
    else:
        text = sides_of(asked.article) if asked.article else text_of(BASE)
        timings = [time_text(text.times(n), f"{n}x") for n in TIMES]
        print(json.dumps([asdict(t) for t in timings]) if asked.json else "\n".join(table(timings)))


if __name__ == "__main__":
    main()
