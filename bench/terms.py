"""How good mined glossaries are, and how long mining and matching take.

    python -m bench.terms recall GOLD_DIR TERMS.tsv[.xz]   which terms of a list are mined
    python -m bench.terms articles                         the same for two articles of our own
    python -m bench.terms names [SET...]                   names of chapters of novels
    python -m bench.terms judged                           precision of the hand-judged lists
    python -m bench.terms sample GOLD_DIR OUT.tsv          100 of the first 1,000, to be judged
    python -m bench.terms speed [GOLD_DIR...]              5,000 pairs; 10,000 terms in as many

`GOLD_DIR` holds one JSON file a document, as for `bench.accuracy`.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from aligner.article import Language
from aligner.lexicon import background_table
from aligner.script import in_one_script
from aligner.terms import (
    Entry,
    Lookup,
    Matcher,
    TextPair,
    english_key,
    find_monolingual_terms,
    mine,
)
from bench.texts import GOLD

FIRST = 1_000
FIRST_OF_ARTICLE = 30
GLOSSARIES = Path(__file__).with_name("glossaries")
"""Pairs of two articles, the terms wanted of them, and lists that were judged by hand."""
NOVELS = ("novel", "blind", "blind_again", "blind_last")
"""Chapters with their names: those that the miner was made with, and sets of three genres each that
were written, names and all, before it was ever run on them; for the last it was not changed."""
SAMPLE = 100


def gold_pairs(folder: Path) -> list[TextPair]:
    """Return the pairs of gold alignments, those with an empty side left out."""
    pairs = []
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for zh, en in document["gold"]:
            if zh and en:
                texts = "".join(document["zh"][i] for i in zh)
                pairs.append((texts, " ".join(document["en"][j] for j in en)))
    return pairs


def read_terms(path: Path) -> list[TextPair]:
    """Return the two columns of a list of terms."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return [(row[0], row[1]) for row in rows if len(row) > 1]


def recall(
    entries: Sequence[Entry], wanted: Sequence[TextPair], pairs: Sequence[TextPair]
) -> list[TextPair]:
    """Print which of the terms that both sides of some pair hold were mined; return the others."""
    texts = [(_zh(zh), f" {_en(en)} ") for zh, en in pairs]
    here = [
        (zh, en)
        for zh, en in wanted
        if any(_zh(zh) in ours and f" {_en(en)} " in theirs for ours, theirs in texts)
    ]
    mined = {(_zh(zh), _en(en)) for e in entries for zh in e.zh_forms for en in e.en_forms}
    missed = [term for term in here if (_zh(term[0]), _en(term[1])) not in mined]
    found = len(here) - len(missed)
    print(
        f"{found} of {len(here)} terms in the first {len(entries):,} entries: "
        f"recall {found / max(len(here), 1):.3f}"
    )
    return missed


def _zh(text: str) -> str:
    return in_one_script(text).lower().replace(" ", "")


def _en(text: str) -> str:
    return " ".join(english_key(text))


def novel(name: str = "novel") -> tuple[list[TextPair], list[list[str]]]:
    """Return the pairs of the chapters of a set of our own, and its names.

    A name is the Chinese, its English, and forms of either that are no scraps.
    """
    folder = GLOSSARIES / name
    pairs = [pair for path in sorted(folder.glob("*.pairs.tsv")) for pair in read_terms(path)]
    lines = (folder / "names.tsv").read_text(encoding="utf-8").splitlines()
    return pairs, [line.split("\t") for line in lines]


def names(entries: Sequence[Entry], wanted: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """Return the names that have no entry with the right English, and the scraps among variants."""
    by_zh = {_zh(entry.zh): entry for entry in reversed(entries)}  # the best of each name
    missed, scraps = [], []
    for zh, en, *forms in wanted:
        entry = by_zh.get(_zh(zh))
        if entry is None or entry.en != en:
            missed.append(f"{zh}\t{en}")
            continue
        variants = [variant.text for variant in (*entry.zh_variants, *entry.en_variants)]
        scraps += [form for form in variants if form not in forms]
    return missed, scraps


def judged(path: Path) -> None:
    """Print the precision of a hand-judged list: `+` or `-`, Chinese, English, remark."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    marks = [row[0] for row in rows if row[0] in "+-"]
    print(
        f"{path.name}: {marks.count('+')} of {len(marks)}, "
        f"precision {marks.count('+') / max(len(marks), 1):.2f}"
    )


def sample(entries: Sequence[Entry], path: Path) -> None:
    """Write some of the entries, drawn by a fixed seed, for a person to judge."""
    drawn = random.Random(0).sample(list(entries), min(SAMPLE, len(entries)))
    path.write_text("".join(f"?\t{e.zh}\t{e.en}\n" for e in drawn), encoding="utf-8")


def lengthened(pairs: Sequence[TextPair], count: int) -> list[TextPair]:
    """The pairs, and halves of two of them put together until there are as many as asked for."""
    dice = random.Random(1)
    found = list(pairs[:count])
    while len(found) < count:
        (zh, en), (zh_2, en_2) = dice.choice(pairs), dice.choice(pairs)
        joined = zh[: len(zh) // 2] + zh_2[len(zh_2) // 2 :]
        found.append((joined, en[: len(en) // 2] + en_2[len(en_2) // 2 :]))
    return found


def speed(gold: Sequence[Path]) -> None:
    """Print the seconds of mining 5,000 pairs, and of applying 10,000 terms to 5,000 sentences.

    The pairs are those of gold folders, or the short ones of the samples where none are given.
    """
    real = [pair for folder in gold for pair in gold_pairs(folder)]
    pairs = lengthened(real, 5_000) if real else sentence_pairs(5_000)
    sentences = max(len(pairs), 1)
    began = perf_counter()
    entries = mine(pairs)
    print(f"mining {sentences:,} pairs: {perf_counter() - began:.2f} s, {len(entries):,} entries")
    made = [_made_up(number, pairs[number % sentences]) for number in range(10_000)]
    sides: list[tuple[Language, list[str]]] = [
        ("zh", [zh for zh, _ in pairs]),
        ("en", [en for _, en in pairs]),
    ]
    for language, texts in sides:
        began = perf_counter()
        matcher = Matcher(made)
        found = sum(len(matcher.find(text, language)) for text in texts)
        seconds = perf_counter() - began
        print(
            f"10,000 terms in {len(texts):,} texts ({language}): {seconds:.2f} s, {found:,} found"
        )
    _apply(made, sides[0][1])


def _apply(entries: Sequence[Entry], texts: Sequence[str]) -> None:
    """Print the seconds that `duizhao memory fill --terms` spends on glossary and article."""
    background_table()  # read once, whatever the size of the article
    began = perf_counter()
    lookup = Lookup(entries)
    found = sum(len(lookup.inside(text)) for text in texts)
    print(
        f"{len(entries):,} terms shown in {len(texts):,} sentences: "
        f"{perf_counter() - began:.2f} s, {found:,} shown"
    )
    began = perf_counter()
    left = len(find_monolingual_terms(texts, lookup.matcher))
    print(f"terms still to decide: {perf_counter() - began:.2f} s, {left:,} found")


def sentence_pairs(count: int) -> list[TextPair]:
    """Return pairs of the sample articles, in a new order each round, each with its number."""
    pairs: list[TextPair] = []
    for path in sorted(GOLD.glob("*.json")):
        for zh, en in json.loads(path.read_text(encoding="utf-8")):
            if zh and en:
                pairs.append(("".join(zh), " ".join(en)))
    chance = random.Random(0)
    found: list[TextPair] = []
    while len(found) < count:
        chance.shuffle(pairs)
        found += pairs
    return [(f"第{n}，{zh}", f"Number {n}, {en}") for n, (zh, en) in enumerate(found[:count], 1)]


def _made_up(number: int, pair: TextPair) -> Entry:
    """Return a term that is likely to stand in the text, or nearly."""
    zh, words = pair[0], pair[1].split()
    start = number * 7 % max(len(zh) - 4, 1)
    first = number * 5 % max(len(words) - 2, 1)
    return Entry(
        zh[start : start + 2 + number % 3], " ".join(words[first : first + 1 + number % 3])
    )


def main() -> None:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "what", choices=["recall", "articles", "names", "judged", "sample", "speed"]
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--missed", action="store_true", help="list the terms not found")
    given = parser.parse_args()
    if given.what == "speed":
        speed(given.files)
    elif given.what == "judged":
        for path in given.files or sorted(GLOSSARIES.glob("*.judged.tsv")):
            judged(path)
    elif given.what == "names":
        for name in given.files or NOVELS:
            pairs, wanted = novel(str(name))
            missed_names, scraps = names(mine(pairs), wanted)
            print(
                f"{name}: {len(wanted) - len(missed_names)} of {len(wanted)} names with the right "
                f"English, {len(scraps)} scraps among their variants"
            )
            print("\n".join([*missed_names, *scraps]))
    elif given.what == "articles":
        for path in sorted(GLOSSARIES.glob("*.pairs.tsv")):
            pairs = read_terms(path)
            entries = mine(pairs, min_score=0.0, top=FIRST_OF_ARTICLE)
            print(path.name, end=": ")
            recall(entries, read_terms(path.with_name(path.name.replace("pairs", "wanted"))), pairs)
    else:
        pairs = gold_pairs(given.files[0])
        began = perf_counter()
        entries = mine(pairs, min_score=0.0, top=FIRST)
        print(f"{len(pairs):,} pairs mined in {perf_counter() - began:.2f} s")
        if given.what == "sample":
            sample(entries, given.files[1])
            return
        missed = recall(entries, read_terms(given.files[1]), pairs)
        if given.missed:
            print("\n".join(f"{zh}\t{en}" for zh, en in missed))


if __name__ == "__main__":
    main()
