"""The background table of `aligner/lexicon`: how common words are, and what kind they are.

    python -m training.background PAIRS_DIR aligner/lexicon/background.tsv.xz

One line a word: the word (Chinese ones in Simplified characters, English ones in lower case), how
common it is (ten times the base-ten logarithm of occurrences in a thousand million words), its kind
(`KINDS`), and for a single Chinese character its reading in pinyin without tones.

Chinese words, counts and kinds come from jieba's word list, readings from pypinyin (both MIT).
English words are counted on the pairs that the embedding is trained on. A trade's own words must
not pass for everyday ones because one source is large: a word is as common as it is in the general
sources together, or in the second of the technical ones, whichever is more. Kinds of English words
are told by what stands beside them.
"""

from __future__ import annotations

import argparse
import lzma
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.pairs import SOURCES, find_source, read_pairs
from training.vocabulary import character_map

KINDS = {
    "n": "noun",
    "v": "verb",
    "a": "adjective",
    "r": "person",
    "s": "place",
    "z": "other name",
    "i": "idiom",
    "t": "number, measure or time",
    "f": "function word",
}
_GENERAL = ("own_pairs", "tatoeba_manythings", "xquad_questions")
_TECHNICAL = ("tw_laws_lines", "python_docs_zh_cn", "react_docs_zh", "godot_editor_zh_Hans")
_LEAST_ZH, _LEAST_EN = 5, 3
_LONGEST_ZH = 6
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[.,;:!?()]")

_DETERMINERS_TEXT = """
a an the this that these those his her its their our my your any each
"""
_DETERMINERS = frozenset(_DETERMINERS_TEXT.split())
_BEFORE_VERBS_TEXT = """
to will shall may can must would should could might not never i you he she it we they who which
don't doesn't didn't cannot
"""
_BEFORE_VERBS = frozenset(_BEFORE_VERBS_TEXT.split())
_AFTER_NOUNS_TEXT = """
. , ; : ! ? ( ) of in on at for from by with and or is are was were has have had shall will may
can to that which who
"""
_AFTER_NOUNS = frozenset(_AFTER_NOUNS_TEXT.split())
_BE = frozenset(
    ["is", "are", "was", "were", "be", "been", "very", "more", "most", "so", "too", "as"]
)


def chinese_rows() -> Iterator[tuple[str, int, str, str]]:
    """Yield word, commonness, kind and reading of the words of jieba's list."""
    import jieba
    from pypinyin import Style, lazy_pinyin

    simplify = str.maketrans(character_map())
    counts: Counter[str] = Counter()
    tags: dict[str, str] = {}
    path = Path(jieba.__file__).with_name("dict.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        word, seen, tag = line.split(" ")
        word = word.translate(simplify)
        counts[word] += int(seen)
        tags.setdefault(word, tag)
    total = sum(counts.values())
    for word, count in counts.items():
        single = len(word) == 1
        if not single and (count < _LEAST_ZH or len(word) > _LONGEST_ZH or not _is_han(word)):
            continue
        reading = lazy_pinyin(word, style=Style.NORMAL)[0] if single and _is_han(word) else ""
        if not single or reading:
            common = _commonness(count / total)
            yield word, common, _chinese_kind(word, tags[word], common), reading


def english_rows(folder: Path) -> Iterator[tuple[str, int, str, str]]:
    """Yield word, commonness and kind of the English words of the pairs in a folder."""
    counts, kinds = _counted(folder)
    general: Counter[str] = sum((counts[name] for name in _GENERAL if name in counts), Counter())
    shares = [_shares(general)]
    technical = [_shares(counts[name]) for name in _TECHNICAL if name in counts]
    every: Counter[str] = sum(counts.values(), Counter())
    kinds["every"] = every
    for word, count in every.items():
        if count < _LEAST_EN or not word[0].isalpha():
            continue
        second = sorted((share.get(word, 0.0) for share in technical), reverse=True)[1:2]
        share = max(shares[0].get(word, 0.0), *second, 1e-9)
        yield word, _commonness(share), _english_kind(word, kinds, count), ""


def _counted(folder: Path) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Return the words of each source, and how often each was seen in which company."""
    counts: dict[str, Counter[str]] = {}
    seen: dict[str, Counter[str]] = {company: Counter() for company in "nvabc"}
    for source in SOURCES:
        path = find_source(folder, source)
        if path is None or source.name not in (*_GENERAL, *_TECHNICAL):
            continue
        found: Counter[str] = Counter()
        for _, text in read_pairs(path):
            words = _WORD.findall(text)
            small = [word.lower() for word in words]
            found.update(small)
            _see_company(words, small, seen)
        counts[source.name] = found
    return counts, seen


def _see_company(words: list[str], small: list[str], seen: dict[str, Counter[str]]) -> None:
    """Count a word as a noun (n), a verb (v), before a noun (b), predicative (a), capital (c)."""
    for k, (before, word, after) in enumerate(
        zip([".", *small], small, [*small[1:], "."], strict=False)
    ):
        if before in _DETERMINERS or before == "of":
            seen["n" if after in _AFTER_NOUNS else "b"][word] += 1
        elif before in _BEFORE_VERBS:
            seen["v"][word] += 1
        elif before in _BE:
            seen["a"][word] += 1
        if words[k][0].isupper() and before not in ".:!?;(" and not words[k].isupper():
            seen["c"][word] += 1


def _english_kind(word: str, seen: dict[str, Counter[str]], count: int) -> str:
    if word in _BEFORE_VERBS | _DETERMINERS | _AFTER_NOUNS | _BE:
        return "f"
    noun, verb, before, after, capital = (seen[company][word] for company in "nvbac")
    if capital > 0.6 * count:
        return "z"
    if _is_adverb(word, seen["every"]):
        return "f"
    stem = word.removesuffix("s")
    if noun < 2 and stem != word and seen["v"][stem] > 2 * seen["n"][stem]:
        return "v"
    if noun + verb + before + after < 4:
        return "a" if word.endswith(_ADJECTIVE) else "v" if word.endswith("ed") else "n"
    if verb > noun + before + after:
        return "v"
    if noun >= 0.3 * (before + noun) and noun >= 0.5 * after:
        return "n"
    return "v" if word.endswith(("ed", "ing")) else "a"


def _is_adverb(word: str, every: Counter[str]) -> bool:
    """Whether a word in -ly comes from an adjective, as quickly does and supply does not."""
    if not word.endswith("ly"):
        return False
    roots = (word[:-2], word[:-3] + "y", word[:-2] + "le", word[:-1] + "e", word[:-4])
    return any(len(root) > 2 and every[root] > 2 for root in roots)


_ADJECTIVE = ("al", "ic", "ous", "ive", "able", "ible", "ful", "less", "ary")


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = sum(counts.values()) or 1
    return {word: count / total for word, count in counts.items()}


def _chinese_kind(word: str, tag: str, common: int) -> str:
    for start, kind in (("nr", "r"), ("ns", "s"), ("nt", "z"), ("nz", "z"), ("vn", "n")):
        if tag.startswith(start):
            return kind
    if tag == "zg":  # jieba's tag of single characters of any kind
        return "n"
    if tag[0] in "nvabzjgilq":
        return {"v": "v", "a": "a", "b": "a", "z": "a", "i": "i", "l": "i"}.get(tag[0], "n")
    if tag[0] in "mt":  # 潜伏期 is of a trade, 近期 of everyday
        numeric = word[0] in "一二三四五六七八九十百千万亿两几多每半第数零〇"
        if len(word) == 1:
            return "t" if numeric else "n"
        return "t" if numeric or common >= _EVERYDAY_TIME else "n"
    if len(word) > 1 and (tag[0] == "f" or common < _EVERYDAY_SMALL) and word[0] not in "之以其势":
        return "a"  # 中间 in 中间宿主
    return "f"


_EVERYDAY_TIME, _EVERYDAY_SMALL = 45, 44


def _commonness(share: float) -> int:
    return max(0, round(10 * math.log10(share * 1e9)))


def _is_han(word: str) -> bool:
    return all("㐀" <= c <= "鿿" for c in word)


def write_table(rows: Iterable[tuple[str, int, str, str]], path: Path) -> int:
    """Write the table, sorted, and return how many words it has."""
    lines = sorted("\t".join(map(str, row)).rstrip("\t") for row in rows)
    path.write_bytes(
        lzma.compress(("\n".join(lines) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME)
    )
    return len(lines)


def main() -> None:
    """Make the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pairs", type=Path, help="folder of .tsv and .tsv.xz files")
    parser.add_argument("table", type=Path, help="the file to write")
    given = parser.parse_args()
    count = write_table([*chinese_rows(), *english_rows(given.pairs)], given.table)
    print(f"{count:,} words, {given.table.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
