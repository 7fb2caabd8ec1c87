"""What a memory of a million units costs: adding, exact look-up, substring and similarity search,
writing all of it to a file; time of the processor beside that of the clock, and memory.

The units are random sentences of the built-in model's vocabulary, drawn by its word frequencies,
as long as real ones are; words repeat as in real text, sentences do not. Similar texts are units
with a few tokens changed. Recall compares the similarity search with comparing every unit.

    python -m bench.memory                      # 1,000,000 units in a temporary folder
    python -m bench.memory --units 100000 --file memory.sqlite3    # kept, and used again
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from aligner.memory import Memory
from aligner.unit import Unit

VOCABULARY = Path(__file__).parents[1] / "aligner/model/duizhao-static-zh-en/tokenizer.json"
_MEDIAN_WORDS = 15  # of a Chinese sentence; with commas some 37 characters on average
_SPREAD = 0.6  # of the logarithm of that
_AT_ONCE = 10_000


def generated(count: int, seed: int = 0) -> Iterator[Unit]:
    """Yield random units, the same for the same seed."""
    chance = np.random.default_rng(seed)
    pieces = json.loads(VOCABULARY.read_text(encoding="utf-8"))["model"]["vocab"]
    zh, en = (_drawn_from(pieces, pattern) for pattern in ("[\u4e00-\u9fff]+", "[a-z]+"))
    made = 0
    while made < count:
        some = min(_AT_ONCE, count - made)
        made += some
        zh_sizes = np.clip(chance.lognormal(math.log(_MEDIAN_WORDS), _SPREAD, some), 2, 120)
        en_sizes = np.clip(zh_sizes * 1.2, 2, 144)
        chinese = _sentences(chance, zh, zh_sizes.astype(int).tolist())
        english = _sentences(chance, en, en_sizes.astype(int).tolist())
        for zh_words, en_words in zip(chinese, english, strict=True):
            clauses = ["".join(zh_words[i : i + 7]) for i in range(0, len(zh_words), 7)]
            yield Unit("，".join(clauses) + "。", " ".join(en_words).capitalize() + ".")


def _drawn_from(pieces: list[tuple[str, float]], pattern: str) -> tuple[list[str], list[float]]:
    """The words of one language and how often each is drawn."""
    chosen = [(word, math.exp(score)) for word, score in pieces if re.fullmatch(pattern, word)]
    total = sum(weight for _, weight in chosen)
    return [word for word, _ in chosen], [weight / total for _, weight in chosen]


def _sentences(
    chance: np.random.Generator, words: tuple[list[str], list[float]], sizes: list[int]
) -> Iterator[list[str]]:
    drawn = chance.choice(len(words[0]), sum(sizes), p=words[1]).tolist()
    at = 0
    for size in sizes:
        yield [words[0][i] for i in drawn[at : at + size]]
        at += size


def changed(text: str, chance: random.Random) -> str:
    """Return a text with a tenth to a third of its characters or words changed."""
    parts = text.split(" ") if " " in text else list(text)
    other = list(parts)
    for _ in range(max(1, round(len(parts) * chance.uniform(0.1, 0.33)))):
        at = chance.randrange(len(other))
        match chance.randrange(3):
            case 0:
                other[at] = chance.choice(parts)
            case 1:
                other.insert(at, chance.choice(parts))
            case _ if len(other) > 1:
                del other[at]
    return (" " if " " in text else "").join(other)


def peak_mb() -> float:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1e6 if sys.platform == "darwin" else 1e3
    )


def add(path: Path, count: int) -> None:
    """Make a memory of generated units and print what it took."""
    started, worked = perf_counter(), process_time()
    with Memory(path, to_add=True) as memory:
        added = memory.add(generated(count), "generated")
    seconds = perf_counter() - started
    print(
        f"add         {added.new:,} units in {seconds:.0f} s ({added.new / seconds:,.0f} a second, "
        f"making them included), {process_time() - worked:.1f} s of the processor, "
        f"file {path.stat().st_size / 1e6:,.0f} MB, peak {peak_mb():.0f} MB"
    )


def export(path: Path) -> None:
    """Write all of a memory as TMX and as a table, and print what it took."""
    from aligner.formats import write_units

    for suffix in (".tmx", ".tsv"):
        started, worked = perf_counter(), process_time()
        with Memory(path) as memory, tempfile.TemporaryDirectory() as folder:
            written = write_units((kept.unit for kept in memory), Path(folder, f"all{suffix}"))
        print(
            f"export {suffix} {written.units:,} units in {perf_counter() - started:.0f} s, "
            f"{process_time() - worked:.1f} s of the processor, peak {peak_mb():.0f} MB"
        )


def look_up(path: Path, count: int, queries: int) -> None:
    """Time each kind of look-up and print it."""
    chance = random.Random(1)
    with Memory(path) as memory:
        sample = _sample(count, queries)
        memory.exact_matches(sample[0].zh)
        _timed("exact zh", lambda unit: bool(memory.exact_matches(unit.zh)), sample)
        _timed("exact en", lambda unit: bool(memory.exact_matches(unit.en, "en")), sample)
        for size in (1, 2, 3, 4, 6):
            parts = [_part(unit.zh, size, chance) for unit in sample]
            _timed(f"part zh {size}", lambda part: memory.concordance(part).total > 0, parts)
        for size in (1, 2, 3):
            phrases = [_phrase(unit.en, size, chance) for unit in sample]
            _timed(f"part en {size}", lambda part: memory.concordance(part).total > 0, phrases)
        inner = [_part(unit.en, 5, chance) for unit in sample]
        _timed("any 5 letters", lambda part: memory.concordance(part).total > 0, inner)
        near = [changed(unit.zh, chance) for unit in sample]
        _timed("similar zh", lambda text: bool(memory.fuzzy_matches(text)), near)
        near = [changed(unit.en, chance) for unit in sample]
        _timed("similar en", lambda text: bool(memory.fuzzy_matches(text, language="en")), near)
    print(f"peak        {peak_mb():.0f} MB")


def _sample(count: int, queries: int) -> list[Unit]:
    """Return units from all over what `generated` makes."""
    step = max(1, count // queries)
    return [unit for i, unit in enumerate(generated(count)) if i % step == step // 2][:queries]


def _part(text: str, size: int, chance: random.Random) -> str:
    at = chance.randrange(max(1, len(text) - size))
    return text[at : at + size].strip() or text[:size]


def _phrase(text: str, size: int, chance: random.Random) -> str:
    words = text.rstrip(".").split()
    at = chance.randrange(max(1, len(words) - size))
    return " ".join(words[at : at + size])


def _timed(name: str, work: Callable[..., bool], queries: Sequence[object]) -> None:
    seconds, found = [], 0
    for query in queries:
        started = perf_counter()
        found += work(query)
        seconds.append(perf_counter() - started)
    seconds.sort()
    shown = (statistics.median(seconds), seconds[int(len(seconds) * 0.95)], seconds[-1])
    median, most, worst = (f"{value * 1e3:8.2f} ms" for value in shown)
    print(
        f"{name:<14}median {median}   95 % below {most}   worst {worst}   "
        f"found {found}/{len(queries)}"
    )


def recall(path: Path, count: int, queries: int) -> None:
    """Print how often the similarity search finds the best unit there is, by its percentage."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    chance = random.Random(2)
    texts = [unit.zh for unit in generated(count)]
    bands = {lowest: [0, 0] for lowest in (85, 75, 65, 50)}
    with Memory(path) as memory:
        for text in chance.sample(texts, queries):
            query = changed(text, chance)
            if chance.random() < 0.5:
                query = changed(query, chance)
            # Characters are tokens in the generated Chinese, so that strings can be compared.
            best = process.extractOne(query, texts, scorer=Levenshtein.normalized_similarity)
            percent = min(int(100 * best[1] + 1e-9), 99)
            found = memory.fuzzy_matches(query, limit=1)
            for lowest, tally in bands.items():
                if percent >= lowest:
                    tally[1] += 1
                    tally[0] += bool(found) and found[0].percent >= percent
                    break
    for lowest, (right, all_) in bands.items():
        print(f"recall      best match from {lowest} %: {right} of {all_}")


def command(path: Path) -> None:
    """Print how long the command takes from its start to its end."""
    for words in (["search", "记忆"], ["search", "--similar", "我们可以看到这些国家的经济发展。"]):
        started = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "aligner", "memory", *words, "--memory", path],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        print(f"command     duizhao memory {' '.join(words)}: {perf_counter() - started:.2f} s")


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="bench.memory", description=__doc__)
    parser.add_argument("--units", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--queries", type=int, default=100, metavar="N")
    parser.add_argument("--file", type=Path, help="keep the memory here, or use the one that is")
    parser.add_argument("--recall", type=int, metavar="N", help="compare N texts with all units")
    parser.add_argument(
        "--part", choices=["add", "look up", "export", "recall"], help=argparse.SUPPRESS
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.file or Path(folder) / "memory.sqlite3"
        if asked.part == "add":
            add(path, asked.units)
        elif asked.part == "look up":
            look_up(path, asked.units, asked.queries)
        elif asked.part == "export":
            export(path)
        elif asked.part == "recall":
            recall(path, asked.units, asked.recall)
        else:
            _run_parts(path, asked)


def _run_parts(path: Path, asked: argparse.Namespace) -> None:
    """Run each part in a process of its own, whose memory is then its own too."""
    parts = [*([] if path.exists() else ["add"]), "look up", "export"]
    parts += ["recall"] if asked.recall else []
    for part in parts:
        numbers = {"--units": asked.units, "--queries": asked.queries, "--recall": asked.recall}
        given = [word for name, n in numbers.items() if n for word in (name, str(n))]
        program = [sys.executable, "-m", "bench.memory", "--part", part, "--file", str(path)]
        subprocess.run([*program, *given], check=True)
    command(path)


if __name__ == "__main__":
    main()
