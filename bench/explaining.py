"""How far explanations can be trusted, and what they cost: `python -m bench.explaining [GOLD_DIR]`.

Takes the right pairs of a folder (a JSON file a text; the samples by default). Of
them as they are, it counts verdicts and the moves that are proposed for nothing. Then one sentence
at a time is put into the neighbouring pair, and it counts how often the first move proposed is the
one that brings it back. Times are medians of one call.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from aligner.alignment import Bead
from aligner.article import Article, Language, Paragraph, Sentence, Side
from aligner.bitext import Bitext, Pair, find_pair, pair_up, text_of
from aligner.cells import wrap_spans
from aligner.explain import TypicalPairs, explain, token_matches, typical_pairs
from bench.texts import GOLD

_MOST = 60  # pairs of a text


def right_pairs(path: Path) -> Bitext:
    """Return the right pairs of a text: those of the samples are texts, others numbers."""
    case = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(case, list):
        zh = [text for texts, _ in case for text in texts]
        en = [text for _, texts in case for text in texts]
        zh_at, en_at = iter(range(len(zh))), iter(range(len(en)))
        gold = [([next(zh_at) for _ in a], [next(en_at) for _ in b]) for a, b in case]
    else:
        zh, en, gold = case["zh"], case["en"], case["gold"]
    article = Article(
        zh=_side("zh", zh),
        en=_side("en", en),
        leftovers=(),
        layout="blocks",
        sources=(),
        encodings=(),
        script="Hant",
        script_share=1.0,
    )
    beads = [Bead(tuple(one), tuple(other), 0.95) for one, other in gold]
    return pair_up(article, beads, model="gold")


def _side(language: Language, texts: Sequence[str]) -> Side:
    sentences = tuple(Sentence(text, 0, 0, 0) for text in texts)
    return Side(language, (Paragraph("".join(texts)),), sentences)


def misplaced(bitext: Bitext) -> Iterator[tuple[Bitext, int, Language, bool, str]]:
    """Yield the bitext with one sentence on the wrong side of an edge of two full pairs.

    With it: the pair before the edge, the language, whether that pair must give the sentence back,
    and the sentence.
    """
    for place in range(min(len(bitext.pairs) - 1, _MOST)):
        first, second = bitext.pairs[place : place + 2]
        if not (first.is_full and second.is_full):
            continue
        for language in _LANGUAGES:
            before, after = _indices(first, language), _indices(second, language)
            for gives, (one, two) in (
                (True, ((*before, after[0]), after[1:])),
                (False, (before[:-1], (before[-1], *after))),
            ):
                pairs = list(bitext.pairs)
                pairs[place] = _with(bitext, first, language, one)
                pairs[place + 1] = _with(bitext, second, language, two)
                side = bitext.article.zh if language == "zh" else bitext.article.en
                sentence = text_of(side, [after[0] if gives else before[-1]])
                yield replace(bitext, pairs=tuple(pairs)), place, language, gives, sentence


_LANGUAGES: tuple[Language, Language] = ("zh", "en")


def _indices(pair: Pair, language: Language) -> tuple[int, ...]:
    return pair.zh if language == "zh" else pair.en


def _with(bitext: Bitext, pair: Pair, language: Language, indices: tuple[int, ...]) -> Pair:
    if language == "zh":
        return replace(pair, zh=indices, zh_text=text_of(bitext.article.zh, indices))
    return replace(pair, en=indices, en_text=text_of(bitext.article.en, indices))


def _brought_back(bitext: Bitext, typical: TypicalPairs) -> Iterator[bool]:
    for wrong, place, language, gives, sentence in misplaced(bitext):
        moves = explain(wrong, place, typical=typical).moves
        wanted = ("next", language, gives, sentence)
        yield bool(moves) and wanted == (
            moves[0].neighbour,
            moves[0].language,
            moves[0].gives,
            moves[0].text,
        )


def _milliseconds(call: Callable[[], object]) -> float:
    began = perf_counter()
    call()
    return (perf_counter() - began) * 1000


def main() -> None:
    """Print what the module says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD, help="folder of right pairs")
    parser.add_argument("--most", type=int, default=1000, help="texts of it that are looked at")
    chosen = parser.parse_args()
    seen: Counter[str] = Counter()
    back: list[bool] = []
    times: dict[str, list[float]] = {"explain": [], "token matches": [], "wrap": []}
    texts: list[Pair] = []
    for path in sorted(chosen.gold.glob("*.json"))[: chosen.most]:
        bitext = right_pairs(path)
        typical = typical_pairs(bitext)
        for place, pair in enumerate(bitext.pairs[:_MOST]):
            told = explain(bitext, place, typical=typical)
            seen["pairs"] += 1
            seen["moves for nothing"] += bool(told.moves)
            if told.meaning and told.length:
                seen[f"meaning {told.meaning.verdict}"] += 1
                seen[f"length {told.length.verdict}"] += 1
            times["explain"].append(_milliseconds(partial(explain, bitext, place)))
            words = _milliseconds(partial(token_matches, pair.zh_text, pair.en_text))
            times["token matches"].append(words)
            times["wrap"].append(_milliseconds(partial(wrap_spans, pair.zh_text * 4, 36)))
        back += _brought_back(bitext, typical)
        texts += bitext.pairs
    print(", ".join(f"{name} {count}" for name, count in sorted(seen.items())))
    print(f"sentences brought back: {sum(back)} of {len(back)}")
    for name, measured in times.items():
        print(f"{name}: {median(measured):.2f} ms, at most {max(measured):.2f} ms")
    many = (texts * (100_000 // len(texts) + 1))[:100_000]
    for query in ("颱風之後", "unheard of", "q&a"):
        cost = _milliseconds(partial(find_pair, many, query, start=0))
        print(f"{query} in {len(many)} pairs: {cost:.0f} ms")


if __name__ == "__main__":
    main()
