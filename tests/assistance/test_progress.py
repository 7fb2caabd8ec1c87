"""How many words of the source are translated."""

from __future__ import annotations

from dataclasses import replace

from aligner.assistance import WordsDone, words_done
from aligner.bitext import Pair
from aligner.edits import confirm, exclude
from tests.samples import lighthouse


def test_words_of_settled_pairs_with_both_texts_are_done() -> None:
    bitext = lighthouse()
    assert words_done(bitext.pairs, "zh") == WordsDone(0, 28, 23)
    for place in (0, 3):  # the second one has no English: nothing of it is translated
        bitext = confirm(bitext, place)(bitext)
    assert words_done(bitext.pairs, "zh") == WordsDone(4, 28, 23)


def test_a_copied_source_is_translated_only_if_somebody_says_so() -> None:
    pair = Pair((0,), (0,), "3.5 kg", "3.5 kg", 1.0, "proposed")
    assert words_done([pair], "zh") == WordsDone(0, 3, 0)
    assert words_done([replace(pair, status="confirmed")], "zh") == WordsDone(3, 3, 3)


def test_excluded_pairs_count_on_neither_side() -> None:
    bitext = lighthouse()
    bitext = exclude(bitext, 0)(bitext)
    assert words_done(bitext.pairs, "zh").total == 24


def test_english_is_counted_by_words_where_it_is_the_source() -> None:
    pair = Pair((0,), (0,), "渡船停了。", "The ferry's stopped, 3 times.", 1.0, "confirmed")
    assert words_done([pair], "en") == WordsDone(5, 5, 5)
    assert words_done([replace(pair, zh_text="")], "en") == WordsDone(0, 5, 0)


def test_counts_of_parts_add_up() -> None:
    pairs = lighthouse().pairs
    parts = words_done(pairs[:2], "zh") + words_done(pairs[2:], "zh")
    assert parts == words_done(pairs, "zh")
    assert parts - words_done(pairs[:2], "zh") == words_done(pairs[2:], "zh")
