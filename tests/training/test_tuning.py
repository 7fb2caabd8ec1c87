from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from aligner.encoders import BUILT_IN, CONTEXT, StaticModel, context_model
from training.pairs import Source
from training.tuning import context, static
from training.tuning.lines import Lines, cut
from training.tuning.losses import contrast, draw_spans, same_text
from training.tuning.network import ContextNetwork
from training.tuning.pairs import Batch, Corpus, batches, read_corpus, shortened

PAIRS = [
    ("渡船七點開。風很大！", "The ferry leaves at seven. The wind is strong!"),
    ("他把鑰匙忘在桌上了。", "He left his keys on the table."),
    ("今年的雨比去年少。河乾了。", "There is less rain this year. The river has dried up."),
    ("她在市場賣魚。", "She sells fish at the market."),
    ("孩子們在橋上等。", "The children wait on the bridge."),
    ("火車晚了兩個小時。", "The train was two hours late."),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    lines = [f"{zh}\t{en}\n" for zh, en in PAIRS]
    (tmp_path / "own_pairs.tsv").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "cdda.tsv").write_text("".join(lines[:3]), encoding="utf-8")
    sources = (
        Source("own_pairs", 1.0, running=True),
        Source("cdda", 1.0, running=False),
        Source("lctt", 1.0, running=True),
    )
    return read_corpus(tmp_path, sources)


def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(CONTEXT / "tokenizer.json"))


def test_network_and_encoder_give_the_same_vectors() -> None:
    texts = [zh for zh, _ in PAIRS]
    network, tokens = ContextNetwork(CONTEXT), tokenizer()
    ids = [encoding.ids for encoding in tokens.encode_batch(texts)]
    lengths = torch.tensor([len(i) for i in ids])
    flat = torch.tensor([k for i in ids for k in i])
    vectors = network.vectors(network.sums(flat, lengths), lengths).detach().numpy()
    assert np.abs(vectors - context_model().encode(texts)).max() < 1e-4


def test_equal_texts_have_one_number(corpus: Corpus) -> None:
    assert [size for _, size in corpus.sizes] == [6, 3]
    assert corpus.same[:3].tolist() == corpus.same[6:].tolist()
    wrong = same_text(corpus.same, "cpu")
    assert wrong[0, 6]
    assert not wrong[0, 1]
    assert not wrong.diagonal().any()
    assert [size for _, size in shortened(corpus, 2).sizes] == [2, 2]


def test_batches_hold_runs_of_neighbours_first(corpus: Corpus) -> None:
    seen = []
    for seed in range(30):
        for batch in batches(corpus.sizes, 100, np.random.default_rng(seed)):
            run = batch.lines[: batch.running].tolist()
            joined = [b - a for a, b in pairwise(run)]
            ends = batch.ends[: max(len(run) - 1, 0)].tolist()
            assert all(step == 1 or end for step, end in zip(joined, ends, strict=True))
            assert set(batch.lines[batch.running :].tolist()) == {6, 7, 8}
            seen.append(batch.running)
    assert max(seen) == 6


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (PAIRS[0][0], ["渡船七點開。", "風很大！"]),
        ("沒有句號", ["沒有句號"]),
    ],
)
def test_sentences_of_a_line(text: str, sentences: list[str]) -> None:
    assert cut(text, "zh") == sentences


def test_lines_are_cut_and_joined_and_nothing_is_lost() -> None:
    texts = [en for _, en in PAIRS]
    tokens = tokenizer()
    lines = Lines(tokens, texts, "en")
    batch = Batch(np.arange(6), np.array([False] * 5 + [True]), 6)
    sizes = set()
    for seed in range(20):
        drawn = lines.draw(batch, np.random.default_rng(seed))
        sizes.add(len(drawn.lengths))
        assert drawn.lengths.sum() == len(drawn.ids)
        assert drawn.at[0] == 0
        assert drawn.at[-1] == len(drawn.lengths)
        said = tokens.decode(drawn.ids.tolist())
        for mark in ("<s>", "</s>", "▁"):
            said = said.replace(mark, "")
        assert said.replace(" ", "") == "".join(texts).replace(" ", "")
    assert min(sizes) < 6 < max(sizes)


def test_spans_stay_within_a_run() -> None:
    bounds = np.array([0, 1, 2, 4, 5, 6])
    first, last = draw_spans(bounds, np.array([0, 0, 0, 1, 1]), np.random.default_rng(3))
    assert len(first)
    for a, b in zip(first.tolist(), last.tolist(), strict=True):
        assert (a < 4) == (b <= 4)
        assert list(bounds).index(b) - list(bounds).index(a) >= 2


def test_loss_is_small_where_translations_are_nearest() -> None:
    right = torch.eye(4) * 20
    assert contrast(right) < 0.01 < contrast(right.flip(0))


def test_context_learns_its_own_pairs(corpus: Corpus) -> None:
    settings = context.Settings(epochs=2, batch=50, rate=1e-3, piece_rate=1e-3, anchor=0.1)
    before = ContextNetwork(CONTEXT)
    after = context.tune(corpus, tokenizer(), settings, "cpu")
    texts = [[pair[side] for pair in PAIRS] for side in (0, 1)]

    def closeness(network: ContextNetwork) -> float:
        sides = []
        for side in texts:
            ids = [encoding.ids for encoding in tokenizer().encode_batch(side)]
            lengths = torch.tensor([len(i) for i in ids])
            flat = torch.tensor([k for i in ids for k in i])
            sides.append(network.vectors(network.sums(flat, lengths), lengths).detach())
        cosine = sides[0] @ sides[1].T
        return float(cosine.diagonal().mean() - cosine.mean())

    assert closeness(after) > closeness(before)


def test_static_learns_its_own_pairs(corpus: Corpus) -> None:
    tokens = Tokenizer.from_file(str(BUILT_IN / "tokenizer.json"))
    rows = StaticModel(BUILT_IN).vectors(np.arange(tokens.get_vocab_size()))
    start = torch.from_numpy(rows)
    settings = static.Settings(epochs=4, batch=50, rate=1e-3)
    after = static.tune(corpus, tokens, start, settings)

    def closeness(table: torch.Tensor) -> float:
        sides = []
        for side in (0, 1):
            texts = [pair[side] for pair in PAIRS]
            ids = [e.ids for e in tokens.encode_batch(texts, add_special_tokens=False)]
            sides.append(torch.stack([table[i].sum(dim=0) for i in ids]))
        unit = [torch.nn.functional.normalize(side, dim=1) for side in sides]
        cosine = unit[0] @ unit[1].T
        return float(cosine.diagonal().mean() - cosine.mean())

    assert closeness(after) > closeness(start)
