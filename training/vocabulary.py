"""The tokenizer of the built-in model: normalisation, word pieces, and how they are chosen.

Chinese pieces are words by the counts of jieba's word list (MIT) that the dictionary or the
training text knows, and every single character; English pieces are the words of the training text
and, for the rest, parts of words. Segmentation is a Unigram model over both, so Chinese text is cut
as jieba cuts it. Normalisation (NFKC, lower case, Traditional to Simplified, one form for quotation
marks and full stops) lives in the tokenizer file, so that every reader of it sees the same pieces.
"""

from __future__ import annotations

import io
import json
import math
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import sentencepiece
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from training.pairs import Pair

UNKNOWN = "[UNK]"
_QUOTES = dict.fromkeys("“”„‟「」『』〝〞«»", '"') | dict.fromkeys("‘’‚‛", "'")
_STOPS = {"。": ".", "、": ",", "—": "-", "–": "-", "―": "-", "‐": "-", "‑": "-", "〜": "~"}


def character_map() -> dict[str, str]:
    """Return what becomes of single characters: Simplified forms, one quotation mark, one stop."""
    return simplified_characters() | _QUOTES | _STOPS


def simplified_characters() -> dict[str, str]:
    """Return the Simplified form of each character that has another."""
    from opencc import OpenCC

    simplify = OpenCC("t2s").convert
    han = [
        chr(c) for c in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x2A6E0))
    ]
    pairs = ((c, simplify(unicodedata.normalize("NFKC", c))) for c in han)
    return {c: s for c, s in pairs if s != c and len(s) == 1}


def compiled_map(mapping: dict[str, str]) -> bytes:
    """Return a character map in sentencepiece's compiled form, which `Precompiled` reads."""
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder, "rules.tsv")
        rules.write_text("".join(f"{ord(a):X}\t{ord(b):X}\n" for a, b in sorted(mapping.items())))
        model = io.BytesIO()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["a b c d e f g", "the quick brown fox"] * 50),
            model_writer=model,
            vocab_size=24,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(rules),
            minloglevel=2,
        )
    proto: Any = import_module("sentencepiece.sentencepiece_model_pb2")  # generated, untyped
    parsed = proto.ModelProto()
    parsed.ParseFromString(model.getvalue())
    return bytes(parsed.normalizer_spec.precompiled_charsmap)


def bare_tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """Return the tokenizer over pieces and their log probabilities, the first of them [UNK]."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Precompiled(compiled_map(character_map())),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"\s+"), "removed"),
            pre_tokenizers.Split(Regex(r"\p{Han}+"), "isolated"),
            pre_tokenizers.Split(Regex(r"\p{N}+"), "isolated"),
            pre_tokenizers.Split(Regex(r"[^\p{L}\p{M}\p{N}]"), "isolated"),
        ]
    )
    return tokenizer


def words_of(lines: Iterable[str]) -> Counter[str]:
    """Count the pre-tokens (English words, runs of Han, numbers, marks) of normalised lines."""
    cutter = bare_tokenizer([(UNKNOWN, 0.0), ("a", -1.0)])
    counts: Counter[str] = Counter()
    for line in lines:
        normal = cutter.normalizer.normalize_str(line)
        counts.update(word for word, _ in cutter.pre_tokenizer.pre_tokenize_str(normal))
    return counts


def is_han(word: str) -> bool:
    """Tell whether a word is written in Chinese characters."""
    return "㐀" <= word[0] <= "鿿" or word[0] >= "\U00020000"


def _chinese_counts() -> dict[str, int]:
    import jieba

    counts: Counter[str] = Counter()
    simplify = str.maketrans(character_map())
    path = Path(jieba.__file__).with_name("dict.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        counts[word.translate(simplify)] += int(count)
    return counts


def _part_counts(english: Counter[str], size: int) -> dict[str, float]:
    """Return parts of English words by a small Unigram model, for words outside the list."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.UnigramTrainer(
        vocab_size=size, show_progress=False, special_tokens=[UNKNOWN], unk_token=UNKNOWN
    )
    words = (" ".join([word] * min(5, count)) for word, count in english.items())
    tokenizer.train_from_iterator(words, trainer)
    return {p: s for p, s in json.loads(tokenizer.to_str())["model"]["vocab"] if p != UNKNOWN}


def choose_pieces(pairs: list[Pair], size: int) -> list[tuple[str, float]]:
    """Return `size` pieces with log probabilities, [UNK] first.

    About three fifths Chinese; words seen too seldom to learn are left to their parts.
    """
    zh_words = words_of(zh for zh, _ in pairs)
    en_words = words_of(en for _, en in pairs)
    known = {w for w in zh_words if is_han(w)}
    for run in list(known):
        if len(run) > 4:
            known.update(run[a:b] for a, b in _windows(len(run)))
    counts = _chinese_counts()
    singles = {c for c in Counter(c for w in known for c in w) if c in counts}
    ranked = [w for w, _ in Counter(counts).most_common() if 1 < len(w) <= 5 and w in known]
    room = int(size * 0.6) - len(singles)
    total = sum(counts.values())
    chinese = {w: math.log(counts[w] / total) for w in ranked[:room]}
    chinese |= {c: math.log((counts.get(c, 0) + 0.5) / total) - 2.0 for c in singles}

    english = Counter({w: n for w, n in en_words.items() if not is_han(w)})
    parts = _part_counts(Counter({w: n for w, n in english.items() if w.isalpha()}), size // 10)
    en_total = sum(english.values())
    whole = {w: math.log(n / en_total) for w, n in english.most_common() if n >= 2}
    pieces = dict(chinese)
    for word, score in whole.items():
        if len(pieces) >= size - len(parts) - 1:
            break
        pieces[word] = score
    for part, score in parts.items():
        pieces.setdefault(part, score - 8.0)  # a whole word is always likelier than its parts
    for character in _single_characters(en_words, zh_words):
        pieces.setdefault(character, -18.0)
    return [(UNKNOWN, 0.0), *sorted(pieces.items(), key=lambda item: -item[1])[: size - 1]]


def _windows(length: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of every window of two to five characters."""
    for width in range(2, 6):
        for start in range(length - width + 1):
            yield start, start + width


def _single_characters(*counts: Counter[str]) -> list[str]:
    characters = Counter(c for words in counts for w, n in words.items() for c in w * min(n, 3))
    return [c for c, n in characters.most_common() if n >= 3 and not is_han(c)]
